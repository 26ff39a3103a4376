"""What was agreed, planned, proposed and done between the sides, and what was signed.

The promises of all articles become matters (`matters`), those of one thing one chain (`chains`), and each chain a row
(`rows`).
"""

from kgtui.dossier.agreements.rows import agreements, documents

__all__ = ["agreements", "documents"]
