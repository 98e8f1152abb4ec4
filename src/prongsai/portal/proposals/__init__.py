"""What a plan starts from: the findings that the officer kept in her analysis, and the measures that answer them."""
