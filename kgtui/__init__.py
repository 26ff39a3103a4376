"""A terminal explorer of Russian-language official news about Kyrgyzstan and its partners."""

__version__ = "0.1.0"
