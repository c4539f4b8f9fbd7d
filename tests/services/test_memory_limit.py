"""A foreign file cannot take all the memory."""

from __future__ import annotations

import ctypes
import subprocess
import sys

from kitadesk.services.memory_limit import JobLimits

TAKE = """
from kitadesk.services.memory_limit import limit_memory
limit_memory(100 << 20)
kept = bytearray(50 << 20)
print("small", flush=True)
try:
    more = bytearray(300 << 20)
except MemoryError:
    print("refused")
"""


def test_a_process_gets_so_much_more_memory_and_then_an_error() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", TAKE], capture_output=True, text=True, timeout=60, check=True
    )
    assert answer.stdout.split() == ["small", "refused"]


def test_the_record_of_windows_is_laid_out_as_its_header_says() -> None:
    assert ctypes.sizeof(JobLimits) == 144
    assert (JobLimits.flags.offset, JobLimits.process_memory.offset) == (16, 112)
