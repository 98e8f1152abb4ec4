"""What the machine sees at the addresses: hints before they are handed in, evidence kept, a watch through the year."""
