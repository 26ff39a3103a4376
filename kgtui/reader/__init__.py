"""The reader's own files, whatever the library: saved searches with their marks, the history of searches, the
last looks at briefs and news.

Plain JSON in the state folder, to be read and edited by hand; each change is written at one stroke and waits for that
of another process. A file that cannot be understood is said (`DamagedFile`) and never written over. Knows nothing of
screens.
"""

from kgtui.reader.files import DamagedFile
from kgtui.reader.history import recent, remember
from kgtui.reader.looks import NEWS, Look, last_look, look_at_subject, looked
from kgtui.reader.saved_searches import SavedSearch, advance, forget, new_articles, save, saved_searches

__all__ = [
    "NEWS",
    "DamagedFile",
    "Look",
    "SavedSearch",
    "advance",
    "forget",
    "last_look",
    "look_at_subject",
    "looked",
    "new_articles",
    "recent",
    "remember",
    "save",
    "saved_searches",
]
