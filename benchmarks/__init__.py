"""Speed and bytes, measured side by side in one run: ``python -m benchmarks`` writes results and docs/benchmarks.md."""
