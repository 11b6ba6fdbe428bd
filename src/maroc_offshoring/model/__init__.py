"""The classes of the record: frozen values that hold the things they refer to."""

from maroc_offshoring.model.agreements import Agreement, Outline, Plan
from maroc_offshoring.model.events import Award, Event, Incentive, Statement
from maroc_offshoring.model.observations import Observation
from maroc_offshoring.model.parties import Institution, Operator, OtherName, Owner, Party, Presence
from maroc_offshoring.model.places import City, Country, FormerRegion, Place, Region
from maroc_offshoring.model.promises import Commitment, Milestone, Pledge, StatusChange, Target
from maroc_offshoring.model.record import Record
from maroc_offshoring.model.sites import Site, SiteFigure
from maroc_offshoring.model.sources import Citation, Source

__all__ = [
    "Agreement",
    "Award",
    "Citation",
    "City",
    "Commitment",
    "Country",
    "Event",
    "FormerRegion",
    "Incentive",
    "Institution",
    "Milestone",
    "Observation",
    "Operator",
    "OtherName",
    "Outline",
    "Owner",
    "Party",
    "Place",
    "Plan",
    "Pledge",
    "Presence",
    "Record",
    "Region",
    "Site",
    "SiteFigure",
    "Source",
    "Statement",
    "StatusChange",
    "Target",
]
