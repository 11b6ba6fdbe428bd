"""What the library costs: `python -m benchmarks` prints each goal of docs/performance.md beside what it measures."""
