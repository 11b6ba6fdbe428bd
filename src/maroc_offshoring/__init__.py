"""The open, cited record of Morocco's offshoring sector: promises, aims, measurements, and sums with their working.

Importing this package defines names and does nothing else; each name loads its room when it is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers read it; importing typing alone would double the time of this import
if TYPE_CHECKING:
    from typing import Any

    from maroc_offshoring import (
        dates,
        errors,
        figures,
        frames,
        measures,
        money,
        names,
        testing,
        totals,
        units,
        vocabulary,
    )
    from maroc_offshoring._version import __version__
    from maroc_offshoring.checks import Exhibit, Finding, FindingCode, Findings, Severity
    from maroc_offshoring.citing import cite
    from maroc_offshoring.dataset import Collection, Dataset, FigureCollection
    from maroc_offshoring.dataset.coverage import Coverage
    from maroc_offshoring.dataset.search import Match
    from maroc_offshoring.dates import PartialDate, Period
    from maroc_offshoring.delivery import Delivery, Judgement, Outlook, Promise, Verdict
    from maroc_offshoring.derivation import Derivation
    from maroc_offshoring.display import Showing, charts, show
    from maroc_offshoring.display.formatting import format_date, format_figure
    from maroc_offshoring.display.maps import Map, map
    from maroc_offshoring.display.report import report
    from maroc_offshoring.export.converter import converter, from_dict, to_dict
    from maroc_offshoring.figures import Figure, FoundFigure, Step, find_figures, parse_figure
    from maroc_offshoring.figures.bounds import Bounds
    from maroc_offshoring.figures.conventions import Convention
    from maroc_offshoring.files.reading import read
    from maroc_offshoring.files.streaming import iter_records
    from maroc_offshoring.files.writing import write
    from maroc_offshoring.measures import Measure
    from maroc_offshoring.model import (
        Agreement,
        Award,
        Citation,
        City,
        Commitment,
        Country,
        Event,
        FormerRegion,
        Incentive,
        Institution,
        Milestone,
        Observation,
        Operator,
        OtherName,
        Outline,
        Owner,
        Party,
        Place,
        Plan,
        Pledge,
        Presence,
        Record,
        Region,
        Site,
        SiteFigure,
        Source,
        Statement,
        StatusChange,
        Target,
    )
    from maroc_offshoring.money import convert, deflate, restate
    from maroc_offshoring.names import Name
    from maroc_offshoring.problems import Problem
    from maroc_offshoring.reference import load
    from maroc_offshoring.series import Best, Choice, Growth, OwnFigure, Point, Policy, Series, Subject
    from maroc_offshoring.text import Draft, draft
    from maroc_offshoring.totals import NOT_STATED, Breakdown, LeftOut, Line, Several, Total
    from maroc_offshoring.totals.simulation import Simulation

_ROOMS = {
    "_version": ("__version__",),
    "checks": ("Exhibit", "Finding", "FindingCode", "Findings", "Severity"),
    "citing": ("cite",),
    "dataset": ("Collection", "Dataset", "FigureCollection"),
    "dataset.coverage": ("Coverage",),
    "dataset.search": ("Match",),
    "dates": ("PartialDate", "Period"),
    "delivery": ("Delivery", "Judgement", "Outlook", "Promise", "Verdict"),
    "derivation": ("Derivation",),
    "display": ("Showing", "show"),
    "display.formatting": ("format_date", "format_figure"),
    "display.maps": ("Map", "map"),
    "display.report": ("report",),
    "export.converter": ("converter", "from_dict", "to_dict"),
    "figures": ("Figure", "FoundFigure", "Step", "find_figures", "parse_figure"),
    "figures.bounds": ("Bounds",),
    "figures.conventions": ("Convention",),
    "files.reading": ("read",),
    "files.streaming": ("iter_records",),
    "files.writing": ("write",),
    "measures": ("Measure",),
    "model": (
        "Agreement", "Award", "Citation", "City", "Commitment", "Country", "Event", "FormerRegion", "Incentive",
        "Institution", "Milestone", "Observation", "Operator", "OtherName", "Outline", "Owner", "Party", "Place",
        "Plan", "Pledge", "Presence", "Record", "Region", "Site", "SiteFigure", "Source", "Statement", "StatusChange",
        "Target",
    ),
    "money": ("convert", "deflate", "restate"),
    "names": ("Name",),
    "problems": ("Problem",),
    "reference": ("load",),
    "series": ("Best", "Choice", "Growth", "OwnFigure", "Point", "Policy", "Series", "Subject"),
    "text": ("Draft", "draft"),
    "totals": ("NOT_STATED", "Breakdown", "LeftOut", "Line", "Several", "Total"),
    "totals.simulation": ("Simulation",),
}  # fmt: skip
_ROOM_OF = {name: room for room, names_there in _ROOMS.items() for name in names_there}
_MODULES = {
    "charts": "display.charts",
    "dates": "dates",
    "errors": "errors",
    "figures": "figures",
    "frames": "frames",
    "measures": "measures",
    "money": "money",
    "names": "names",
    "testing": "testing",
    "totals": "totals",
    "units": "units",
    "vocabulary": "vocabulary",
}

__all__ = [
    "NOT_STATED",
    "Agreement",
    "Award",
    "Best",
    "Bounds",
    "Breakdown",
    "Choice",
    "Citation",
    "City",
    "Collection",
    "Commitment",
    "Convention",
    "Country",
    "Coverage",
    "Dataset",
    "Delivery",
    "Derivation",
    "Draft",
    "Event",
    "Exhibit",
    "Figure",
    "FigureCollection",
    "Finding",
    "FindingCode",
    "Findings",
    "FormerRegion",
    "FoundFigure",
    "Growth",
    "Incentive",
    "Institution",
    "Judgement",
    "LeftOut",
    "Line",
    "Map",
    "Match",
    "Measure",
    "Milestone",
    "Name",
    "Observation",
    "Operator",
    "OtherName",
    "Outline",
    "Outlook",
    "OwnFigure",
    "Owner",
    "PartialDate",
    "Party",
    "Period",
    "Place",
    "Plan",
    "Pledge",
    "Point",
    "Policy",
    "Presence",
    "Problem",
    "Promise",
    "Record",
    "Region",
    "Series",
    "Several",
    "Severity",
    "Showing",
    "Simulation",
    "Site",
    "SiteFigure",
    "Source",
    "Statement",
    "StatusChange",
    "Step",
    "Subject",
    "Target",
    "Total",
    "Verdict",
    "__version__",
    "charts",
    "cite",
    "convert",
    "converter",
    "dates",
    "deflate",
    "draft",
    "errors",
    "figures",
    "find_figures",
    "format_date",
    "format_figure",
    "frames",
    "from_dict",
    "iter_records",
    "load",
    "map",
    "measures",
    "money",
    "names",
    "parse_figure",
    "read",
    "report",
    "restate",
    "show",
    "testing",
    "to_dict",
    "totals",
    "units",
    "vocabulary",
    "write",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _MODULES:
        return import_module(f"maroc_offshoring.{_MODULES[name]}")
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'maroc_offshoring' has no attribute {name!r}")
    value = getattr(import_module(f"maroc_offshoring.{_ROOM_OF[name]}"), name)
    globals()[name] = value  # the next use finds it at once
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
