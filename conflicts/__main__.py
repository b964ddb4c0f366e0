"""`python -m conflicts` is the command `conflicts`."""

from conflicts.cli import main

raise SystemExit(main())
