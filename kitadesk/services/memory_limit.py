"""A ceiling on the memory of a child process: a foreign file costs a message, not the computer."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_LIMIT_OF_PROCESS = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation


class JobLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of Windows, its two inner records written flat."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("most_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def limit_memory(more: int) -> None:
    """Let this process take about so many bytes more, then allocations fail with MemoryError.

    A system that refuses the limit leaves the guards of the readers and the time limit.
    """
    if sys.platform == "win32":
        _put_into_job(more)
    else:
        _limit_address_space(more)


if sys.platform == "win32":

    def _put_into_job(most: int) -> None:
        """Put this process into a job object with a ceiling; the job lives as long as it does."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        limits = JobLimits(flags=_LIMIT_OF_PROCESS, process_memory=most)
        size = ctypes.sizeof(limits)
        if kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size):
            kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))

else:
    import resource
    from pathlib import Path

    def _limit_address_space(more: int) -> None:
        used = 0
        with contextlib.suppress(OSError, ValueError):
            pages = Path("/proc/self/statm").read_bytes().split()[0]
            used = int(pages) * resource.getpagesize()
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (used + more, used + more))
