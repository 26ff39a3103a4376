"""Articles that are in the record and not yet in the index: no search finds them, which is said beside what it finds.

Mostly there are none: a search brings the index up to date first. It cannot where the disk is full, where nothing may
be written, or while another process writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgtui.locale import t

if TYPE_CHECKING:
    from kgtui.cli.output import Output
    from kgtui.library import Library


def say_unindexed(library: Library, output: Output) -> int:
    """Say on stderr how many there are, where there are any; gives how many."""
    lacking = library.index_lacks()
    if lacking:
        output.talk(t("cli.unindexed", count=lacking))
    return lacking
