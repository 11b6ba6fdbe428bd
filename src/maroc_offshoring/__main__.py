"""The command line, as `python -m maroc_offshoring`."""

from maroc_offshoring.cli import main

raise SystemExit(main())
