"""What is planned, agreed or proposed: who, what, how much and by when.

A sentence is parted into clauses (`clauses`); its triggers (`complements`) and future tenses (`futures`) give pledges,
each pledge with an object (`objects`) becomes a promise (`reading`). Triggers and deeds are rows of
``data/promise_triggers.tsv`` and of ``data/deeds.tsv``.
"""
