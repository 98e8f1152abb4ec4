"""A face with nothing but a space, for PDF (see `space`); the file here is what `build_space_face` writes."""
