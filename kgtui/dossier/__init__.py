"""Facts of many articles become one subject's summary, each row with the sentences that say so.

Takes an open library, a subject (country, person, body, bloc) and a frame, gives a ``Dossier`` of frozen values that
screen and command line render alike; one module or package a section. Knows nothing of screens, files or how a row is
worded.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.dossier.dossier import dossier_of, head_of
    from kgtui.dossier.frame import Frame
    from kgtui.dossier.subject import NameShared, NameUnknown, bearers, country_subject, subject_named, subject_of
    from kgtui.dossier.values import LINES, Dossier, Note, Row, Section, SectionKind, Source, Subject
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "values", "frame", "subject", "dossier")

__all__ = [
    "LINES",
    "Dossier",
    "Frame",
    "NameShared",
    "NameUnknown",
    "Note",
    "Row",
    "Section",
    "SectionKind",
    "Source",
    "Subject",
    "bearers",
    "country_subject",
    "dossier_of",
    "head_of",
    "subject_named",
    "subject_of",
]
