"""All benchmarks, one after the other: `python -m benchmarks`."""

from benchmarks import papers, saving, start_up, town

for benchmark in (start_up, saving, town, papers):
    benchmark.main()
