"""The office brings the frame, draws the sample and hands it out."""
