"""The command line, as `python -m maroc_offshoring`."""

from maroc_offshoring.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
