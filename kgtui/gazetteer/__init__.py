"""Knowledge of the world as tables that anyone can edit (``data/*.tsv``), and a matcher over an `Analysis`.

Takes an analysed text, gives the countries, blocs, places and offices that it names, each with its tokens and its span.
Knows nothing of storage, of screens, or of what is done with a match.
"""

from kgtui.gazetteer.gazetteer import Gazetteer, load_gazetteer
from kgtui.gazetteer.house_style import in_house_style
from kgtui.gazetteer.matches import GazetteerMatch, MatchKind, Sense
from kgtui.gazetteer.records import Bloc, Country, Office, Place
from kgtui.gazetteer.tables import GazetteerError

__all__ = [
    "Bloc",
    "Country",
    "Gazetteer",
    "GazetteerError",
    "GazetteerMatch",
    "MatchKind",
    "Office",
    "Place",
    "Sense",
    "in_house_style",
    "load_gazetteer",
]
