"""The reader's own files, whatever the library: marks of articles, saved searches and up to where each was seen, the
history of searches, the last looks at briefs and news, where one stands and how far one has read, what was chosen for
good.

Plain JSON in the state folder, to be read and edited by hand; each change is written at one stroke and waits for that
of another process. A file that cannot be understood is said (`DamagedFile`) and never written over. Knows nothing of
screens.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.reader.files import DamagedFile
    from kgtui.reader.history import recent, remember
    from kgtui.reader.kept import KeptAbout, KeptFact, KeptListing, KeptPlace, KeptTable, Session
    from kgtui.reader.looks import NEWS, Look, last_look, look_at_subject, looked
    from kgtui.reader.marks import MarkBook, numbers_marked, tags_in
    from kgtui.reader.positions import keep_positions, load_positions
    from kgtui.reader.preferring import Preferences, prefer, preferences
    from kgtui.reader.saving import SavedSearch, advance, forget, new_articles, save, saved_searches
    from kgtui.reader.session import keep_session, load_session
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(
        __name__, "files", "preferring", "session", "positions", "kept", "marks", "history", "looks", "saving"
    )

__all__ = [
    "NEWS",
    "DamagedFile",
    "KeptAbout",
    "KeptFact",
    "KeptListing",
    "KeptPlace",
    "KeptTable",
    "Look",
    "MarkBook",
    "Preferences",
    "SavedSearch",
    "Session",
    "advance",
    "forget",
    "keep_positions",
    "keep_session",
    "last_look",
    "load_positions",
    "load_session",
    "look_at_subject",
    "looked",
    "new_articles",
    "numbers_marked",
    "prefer",
    "preferences",
    "recent",
    "remember",
    "save",
    "saved_searches",
    "tags_in",
]
