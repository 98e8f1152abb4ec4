"""What a fetched file is and says. Everything found is a hint for a person who decides, never a verdict."""
