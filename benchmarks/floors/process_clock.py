"""Seconds since this process was started, as the system counts them (Linux)."""

from __future__ import annotations

import os
from pathlib import Path


def since_start() -> float:
    """Return the age of this process in seconds, to a hundredth."""
    ticks = os.sysconf("SC_CLK_TCK")
    stat = Path("/proc/self/stat").read_text(encoding="ascii")
    started = int(stat.rsplit(")", 1)[1].split()[19]) / ticks
    uptime = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return uptime - started


def memory_mb() -> float:
    """Return the resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
