"""These tests need an X screen of their own, which only Linux has."""

from __future__ import annotations

import sys

collect_ignore = [] if sys.platform == "linux" else ["test_first_evening.py", "test_entry_year.py"]
