"""`prongsai write-all`: the papers of every agency in scores files, in a folder; goes on where it was stopped."""
