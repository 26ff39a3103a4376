"""The part of docs/benchmarks.md that tells of the screen: start, keys, letters during searches, readers at once."""

from __future__ import annotations

from typing import Any

from benchmarks.markdown import table

FIRST_PAINT = 1.3  # times an empty Textual app
DELAY_MS = 20
# Bytes at most for a key in a window of 120x40; in one of 80x24 accordingly less.
KEYS = {
    "down": ("a key in the list", 1000),
    "letter": ("a letter in the search line, list unchanged", 500),
    "search_letter": ("a letter that changes the list, until the last byte of the new list", None),
    "open": ("opening an article", 10_000),
    "page_down": ("PgDn and PgUp in an article", 18_000),
    "tab": ("Tab", 8000),
}
_CLOCKS = {"clock": "by the clock", "own": "by itself", "processor": "processor time"}
_LARGE, _SMALL = "120x40", "80x24"
_SHARE = 80 * 24 / (120 * 40)


def first_paint(measured: dict[str, Any]) -> str:
    """Against an empty Textual app."""
    told = (
        "From the start of the process until the text is on the terminal, kgtui and the empty app by turns: the first "
        "title of a library, also where the session before was left while an article was read; the query of one that "
        "was left in a search. All "
        "modules were compiled before. Processor time, all threads together, is disturbed least by other work on the "
        f"machine; its load before was {measured['load']}.\n\n"
    )
    body = [
        [
            "the line of an empty Textual app" if name == "empty" else name,
            row["ms"],
            row.get("ratio", 1),
            row["cpu_ms"],
            row.get("cpu_ratio", 1),
            "" if name == "empty" else f"≤ {FIRST_PAINT}",
        ]
        for name, row in measured["rows"].items()
    ]
    head = ["until", "ms", "ratio", "processor ms", "ratio", "aim"]
    return "## From start to the first title\n\n" + told + table(head, body)


def keys(windows: dict[str, Any]) -> str:
    """Bytes and times of each key, beside its budget."""
    body = []
    for window, rows in windows.items():
        for key, (name, budget) in KEYS.items():
            row = rows[key]
            sizes = f"{row['bytes_median']:g} / {row['bytes_max']:g}"
            body.append([window, name, sizes, _budget(window, budget), f"{row['ms_median']} / {row['ms_p95']}"])
        body.append([window, f"{rows['idle']['seconds']} s without a key", rows["idle"]["bytes"], "0", ""])
    head = ["library, window", "key", "bytes, median / most", "budget", "ms until the last byte, median / p95"]
    return "## Keys\n\n" + table(head, body)


def _budget(window: str, budget: int | None) -> str:
    if budget is None:
        return ""
    return f"≤ {budget if window.endswith(_LARGE) else round(budget * _SHARE)}"


def typing(measured: dict[str, Any]) -> str:
    """What the search for the letter before adds to the time of a letter."""
    told = (
        "Queries that cost most (frequent words, `а*`, a country, phrases, several conditions), typed so that every "
        "second letter comes while the one before is searched for or its list is filled, and the others when nothing "
        "is done: from the key until the letter stands in the search line. «By itself» is the clock without the time "
        "for which other work on the machine kept the screen's thread from a processor; processor time is that of this "
        f"thread. The delay is what searching adds, quantile by quantile (aim: at most {DELAY_MS} ms). Load of the "
        f"machine before: {measured['load']}.\n\n"
    )
    body = [
        [f"{name}, {words}", *(" / ".join(map(str, row[clock][part])) for part in ("resting", "searching", "delay"))]
        for name, row in measured["libraries"].items()
        for clock, words in _CLOCKS.items()
    ]
    head = ["library, ms (median / p95 / most)", "nothing is done", "while a search runs", "delay"]
    return "## Letters typed while searches run\n\n" + told + table(head, body)


def readers(libraries: dict[str, Any]) -> str:
    """Memory of sessions that run at the same time."""
    told = (
        "Each session has searched and reads an article; its two processes, the screen and its helper, are counted "
        "together. PSS is what a process has alone (USS) and its share of what it shares with others; the marginal "
        "memory of one more reader is its USS.\n\n"
    )
    body = [
        [
            name,
            row["readers"],
            row["alone"]["pss"],
            f"{row['one_of_them']['pss']} / {row['one_of_them']['uss']}",
            row["pss_of_all"],
        ]
        for name, row in libraries.items()
    ]
    head = ["library", "readers", "one alone, PSS MB", "one of them, PSS / USS MB", "all, PSS MB"]
    return "## Readers at once\n\n" + told + table(head, body)
