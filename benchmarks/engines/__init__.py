"""kgtui's search engine beside three others, over the same articles, in one run.

``python -m benchmarks.engines --articles 20000 100000 --keep FOLDER`` writes raw results and docs/benchmarks.md.

An engine is a module with one class that keeps the `engine.Engine` protocol: `ours` (the library's own functions over
its Whoosh index), `fts5` (SQLite) and `tantivy_engine` over the same lemmas, `naive_whoosh` as the handbook shows it.
Each lives in a process of its own (`worker`), so that memory and garbage collection are its own; the runner asks them
one after the other, query by query, so that a noisy moment of the machine falls on all of them. `corpus` and `queries`
make what they are given, `oracle` says what they should have answered, `section` writes it down.
"""
