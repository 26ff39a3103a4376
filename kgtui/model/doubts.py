"""Why a fact is not sure: a value that is kept, shown and filtered by like any other."""

from __future__ import annotations

from enum import Enum


class Doubt(str, Enum):
    """The main reason; its words are in the catalogue under ``doubt.<value>``."""

    UNSTATED = "unstated"  # of an earlier program, which gave no reason
    FORECAST = "forecast"  # what is told in the future tense may be no promise
    GUESSED_DOER = "guessed_doer"  # who is to do it is not told, both sides of the article are meant
    HERALDED_OFFICE = "heralded_office"  # the office stands in a sentence before its holder's name
    APPROXIMATE_PERIOD = "approximate_period"  # «за последние три года», «через год»
    INFERRED_DAY = "inferred_day"  # a day of the week without its date
    INFERRED_YEAR = "inferred_year"  # a day or month far from the publication, without its year
    MEETING_IMPLIED = "meeting_implied"  # the text says what they agreed on together, not that they met
    SUBJECT_ELSEWHERE = "subject_elsewhere"  # who did it stands in a sentence before
    COUNTRY_INFERRED = "country_inferred"  # of two countries that the article names, the other one is meant
    HOME_ASSUMED = "home_assumed"  # an officer of no stated country, who met one of another, is taken for our side
    PARTICIPANTS_INFERRED = "participants_inferred"  # the officers of the article, as it does not say who met
    UNIT_FROM_TEXT = "unit_from_text"  # the unit of a figure stands in a sentence before it
    UNCLOSED_QUOTE = "unclosed_quote"  # the closing quotation mark is missing
    OPEN_SPEAKER = "open_speaker"  # nobody is named as the speaker, or more than one may be meant
    LIKELY_SPEAKER = "likely_speaker"  # the office or the sentences before point to the speaker, but not alone
    CONTINUED_SPEECH = "continued_speech"  # a quotation without a speaker of its own, right after another

    @classmethod
    def _missing_(cls, _value: object) -> Doubt:
        """A reason that another version of the program gave."""
        return cls.UNSTATED
