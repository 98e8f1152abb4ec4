"""How far a file is looked into: enough for any plan or report, too little for a bomb."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
MOST_BYTES: Final = 60 * MEGABYTE
MOST_LETTERS: Final = 2_000_000
MOST_PAGES: Final = 300
MOST_HTML: Final = 4 * MEGABYTE
MOST_XML: Final = 24 * MEGABYTE
"""Of all parts of an office file together, unpacked."""
MOST_PARTS: Final = 10_000
MOST_ELEMENTS: Final = 600_000
"""Of the markup of one page or part: millions of empty ones fit into a megabyte."""
