"""How an agency brings people to its surveys: addresses, posters, slips with codes, and how many have answered."""
