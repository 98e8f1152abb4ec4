"""The agency's pages: the year's items answered by address, handed in, confirmed, copied out."""
