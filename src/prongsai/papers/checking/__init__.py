"""What a sentence says against the year's items and the agency's own figures; `documents` judges a whole paper."""
