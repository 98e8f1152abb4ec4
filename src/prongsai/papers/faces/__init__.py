"""A face with nothing but a space, for PDF (see `space`); the file beside this one is what `build_space_face` writes."""
