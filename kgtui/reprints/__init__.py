"""Which articles are one text put out again: cut, retitled, with a paragraph changed or added, under another lead.

Takes texts and gives fingerprints, by which likely pairs are looked up; the share of a text that two articles have in
common; and groups made of such pairs. What says the same with other names or figures — the next weekly bulletin, the
same visit of another minister — is no reprint. Knows nothing of where articles are kept.
"""

from kgtui.reprints.comparing import shared_part
from kgtui.reprints.fingerprints import FEWEST_COMMON, MOST_TEXTS, common_enough, fingerprints
from kgtui.reprints.grouping import Pair, are_alike, groups
from kgtui.reprints.profile import FEWEST_WORDS, Profile, profile, words_in

REPRINTS_VERSION = 1  # of what this room finds; what an earlier version found is found anew

__all__ = [
    "FEWEST_COMMON",
    "FEWEST_WORDS",
    "MOST_TEXTS",
    "REPRINTS_VERSION",
    "Pair",
    "Profile",
    "are_alike",
    "common_enough",
    "fingerprints",
    "groups",
    "profile",
    "shared_part",
    "words_in",
]
