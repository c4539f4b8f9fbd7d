"""All benchmarks, one after the other: `python -m benchmarks`."""

from benchmarks import papers, saving, start_up

for benchmark in (start_up, saving, papers):
    benchmark.main()
