"""Small hand-made records that the unit tests share."""

from types import SimpleNamespace
from typing import Any

import pytest

import maroc_offshoring as mo


class World:
    """A small Morocco: two regions, four cities, two sites, three companies, and makers of records."""

    def __init__(self) -> None:
        self.paper = mo.Source(id="paper", publisher="CRI", title="Enquête 2026", published="2026-03")
        self.other_paper = mo.Source(id="other-paper", publisher="Le Journal", published="2025")
        cites = [self.paper]
        self.morocco = mo.Country(id="morocco", name=mo.Name("Maroc", "Morocco", "المغرب"), citations=cites)
        self.oriental = mo.Region(id="MA-02", name="Oriental", parent=self.morocco, citations=cites)
        self.fes_meknes = mo.Region(id="MA-03", name="Fès-Meknès", parent=self.morocco, citations=cites)
        self.oujda = self.city("oujda", "Oujda", self.oriental)
        self.jerada = self.city("jerada", "Jerada", self.oriental)
        self.fes = self.city("fes", "Fès", self.fes_meknes)
        self.meknes = self.city("meknes", "Meknès", self.fes_meknes)
        self.oujda_shore = mo.Site(id="oujda-shore", name="Oujda Shore", parent=self.oujda, citations=cites)
        self.fes_shore = mo.Site(id="fes-shore", name="Fès Shore", parent=self.fes, citations=cites)
        self.acme = self.operator("acme", "Acme")
        self.bolt = self.operator("bolt", "Bolt")
        self.crane = self.operator("crane", "Crane")
        self.ministry = mo.Institution(id="ministry", name="Ministère", citations=cites)
        self.errors = mo.errors

    def city(self, id: str, name: str, region: mo.Region) -> mo.City:
        return mo.City(id=id, name=name, parent=region, citations=[self.paper])

    def operator(self, id: str, name: str) -> mo.Operator:
        return mo.Operator(id=id, name=name, citations=[self.paper])

    def figure(self, amount: Any, measure: str = "jobs") -> mo.Figure:
        """A figure: of a number jobs or dirhams, of a text what it says, of a pair a range."""
        if isinstance(amount, mo.Figure):
            return amount
        unit = "job" if measure == "jobs" else "company" if measure == "companies" else "MAD"
        if isinstance(amount, tuple):
            return mo.Figure(None, unit, "range", *amount)
        return mo.parse_figure(amount) if isinstance(amount, str) else mo.Figure(amount, unit)

    def promise(
        self, id: str, amount: Any, measure: str = "jobs", *, due: Any = None, basis: str | None = "additional",
        **fields: Any,
    ) -> mo.Commitment:  # fmt: skip
        """A promise of one figure."""
        pledge = mo.Pledge(measure=measure, figure=self.figure(amount, measure), due=due, basis=basis)
        return mo.Commitment(**{"id": id, "pledges": [pledge], "citations": [self.paper], **fields})

    def aim(self, id: str, amount: Any, measure: str = "jobs", **fields: Any) -> mo.Target:
        """An aim for the whole country unless another place is given."""
        given = {"place": self.morocco, "basis": "additional", "citations": [self.paper], **fields}
        return mo.Target(id=id, measure=measure, figure=self.figure(amount, measure), **given)

    def seen(self, id: str, amount: Any, measure: str = "jobs", **fields: Any) -> mo.Observation:
        """A measurement: a stock of 2019 in Oujda unless told otherwise."""
        given = {"place": self.oujda, "basis": "stock", "period": 2019, "citations": [self.paper], **fields}
        return mo.Observation(id=id, measure=measure, figure=self.figure(amount, measure), **given)

    def promises(self, *records: mo.Commitment) -> mo.FigureCollection[mo.Commitment]:
        """The promises of a dataset of these records and of all that they refer to."""
        return mo.Dataset.of(*records, *self.ground).commitments

    @property
    def ground(self) -> tuple[Any, ...]:
        """All places and companies, so that each can be asked for by name."""
        return (
            self.oujda, self.jerada, self.fes, self.meknes, self.oujda_shore, self.fes_shore,
            self.acme, self.bolt, self.crane, self.ministry, self.other_paper,
        )  # fmt: skip


@pytest.fixture(scope="session")
def world() -> World:
    """A small Morocco and makers of records in it."""
    return World()


def _plain(text: object) -> str:
    return str(text).replace("\u202f", " ").replace("\xa0", " ")


def _counted(total: mo.Total) -> dict[str, str]:
    return {line.record.id: _plain(line.figure) for line in total.counted}


def _left_out(total: mo.Total) -> dict[str, tuple[str, str | None]]:
    return {
        out.record.id: (out.reason.value, out.instead.id if out.instead is not None else None) for out in total.left_out
    }


@pytest.fixture(scope="session")
def look() -> SimpleNamespace:
    """Readers of a total: `text` without special spaces, `counted` and `left_out` by id."""
    return SimpleNamespace(text=_plain, counted=_counted, left_out=_left_out)
