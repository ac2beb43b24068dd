"""`python -m tui` is `brief`."""

import sys

from tui.entry import main

if __name__ == "__main__":
    sys.exit(main())
