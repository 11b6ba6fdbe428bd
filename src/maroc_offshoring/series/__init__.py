"""Time lines of measured figures, with every rival value kept."""

from maroc_offshoring.series.best import Best
from maroc_offshoring.series.choice import Choice, Lost
from maroc_offshoring.series.growth import Growth
from maroc_offshoring.series.own_figures import OwnFigure, measured, own_figures
from maroc_offshoring.series.point import Point
from maroc_offshoring.series.policy import Policy, Rule
from maroc_offshoring.series.series import Series
from maroc_offshoring.series.standing import Standing, origins, standing
from maroc_offshoring.series.subject import Subject

__all__ = [
    "Best",
    "Choice",
    "Growth",
    "Lost",
    "OwnFigure",
    "Point",
    "Policy",
    "Rule",
    "Series",
    "Standing",
    "Subject",
    "measured",
    "origins",
    "own_figures",
    "standing",
]
