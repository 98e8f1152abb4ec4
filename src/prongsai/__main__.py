"""`python -m prongsai` is the `prongsai` command."""

import sys

from prongsai.cli import main

if __name__ == "__main__":
    sys.exit(main())
