"""What a dossier is made of: sections of rows, each row with the notes that prove it; one module a subject."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgtui.dossier.values.contacts import ContactRow, Level
    from kgtui.dossier.values.dossier import LINES, Coverage, Dossier, Section, SectionKind, Subject
    from kgtui.dossier.values.figures import ConflictRow, FigureRow, GapReason, Growth, MeasureRow, Reach
    from kgtui.dossier.values.matters import AgreementRow, DocumentRow, RitualsRow, Step
    from kgtui.dossier.values.named import HeadlineRow, ThingRow, TopicRow, UnionRow
    from kgtui.dossier.values.overview import CountryOrder, CountryOverview
    from kgtui.dossier.values.partners import PartnerRow
    from kgtui.dossier.values.people import Person, PersonRow, QuotationRow, Tenure
    from kgtui.dossier.values.row import Note, Row, Source
    from kgtui.dossier.values.summary import SummaryKind, SummaryRow
    from kgtui.dossier.values.told import FactT, Told
else:
    from kgtui.unloaded import names_of

    __getattr__ = names_of(
        __name__,
        "row",
        "told",
        "dossier",
        "people",
        "overview",
        "partners",
        "summary",
        "named",
        "matters",
        "figures",
        "contacts",
    )

__all__ = [
    "LINES",
    "AgreementRow",
    "ConflictRow",
    "ContactRow",
    "CountryOrder",
    "CountryOverview",
    "Coverage",
    "DocumentRow",
    "Dossier",
    "FactT",
    "FigureRow",
    "GapReason",
    "Growth",
    "HeadlineRow",
    "Level",
    "MeasureRow",
    "Note",
    "PartnerRow",
    "Person",
    "PersonRow",
    "QuotationRow",
    "Reach",
    "RitualsRow",
    "Row",
    "Section",
    "SectionKind",
    "Source",
    "Step",
    "Subject",
    "SummaryKind",
    "SummaryRow",
    "Tenure",
    "ThingRow",
    "Told",
    "TopicRow",
    "UnionRow",
]
