"""Russian text → sentences, tokens, lemmas and search keys. Knows nothing of news, countries or storage.

``analyse(text)`` is called once an article; everything that reads the article afterwards — index and extractors —
uses its `Analysis`. Each distinct word is parsed once a process.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.language.analysis import Analysis, Sentence, Token, TokenKind, analyse
    from kgtui.language.folding import fold, name_key
    from kgtui.language.words import Reading, Word, word
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(__name__, "folding", "words", "analysis")

__all__ = ["Analysis", "Reading", "Sentence", "Token", "TokenKind", "Word", "analyse", "fold", "name_key", "word"]
