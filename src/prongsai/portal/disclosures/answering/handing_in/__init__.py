"""From the officer's word to the executive's: submitted, confirmed as it was seen, or returned with a reason."""
