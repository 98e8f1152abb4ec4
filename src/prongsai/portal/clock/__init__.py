"""Does what every area has to do daily or every few minutes, once, however many processes serve."""
