"""The three surveys: one-time codes, forms, answers that cannot be traced, receipts."""
