"""Runs the command line: `python -m proclogic`."""

from proclogic.cli import main

if __name__ == "__main__":
    main()
