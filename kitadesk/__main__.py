"""`python -m kitadesk` does what the command `kitadesk` does."""

import sys

from kitadesk.cli import main

if __name__ == "__main__":
    sys.exit(main())
