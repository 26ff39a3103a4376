"""Hits of a search, however they were asked for, as text or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.cli.output import Output
from kgtui.export import Marking

if TYPE_CHECKING:
    from kgtui.library import Results


def print_hits(results: Results, output: Output, *, as_json: bool, unindexed: int = 0) -> None:
    """``unindexed`` articles could not be among them; a record says so where there are any."""
    from kgtui.export.results import results_record, results_rows  # noqa: PLC0415 - not for --help

    if as_json:
        output.json({**results_record(results), **({"unindexed": unindexed} if unindexed else {})})
    else:
        output.rows(results_rows(results, width=output.width), elsewhere=Marking.SIGNS)
