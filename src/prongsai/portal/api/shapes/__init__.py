"""What the API tells, as types: the answers are made from them, and so is their description."""
