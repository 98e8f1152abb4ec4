"""Reading the agencies' documents back: what they state, where it stands, and how sure the reading is."""
