"""The names of companies over time."""

from __future__ import annotations

import datetime as dt

import pytest

import maroc_offshoring as mo

PAPER = mo.Source(id="paper", publisher="CRI")


@pytest.fixture(scope="module")
def ds() -> mo.Dataset:
    """The reference dataset."""
    return mo.load()


def company(*names: mo.OtherName, taken_over: bool = False) -> mo.Operator:
    """Make a company called Now, with other names."""
    heir = mo.Operator(id="heir", name="Heir", citations=[PAPER]) if taken_over else None
    return mo.Operator(id="now", name="Now", other_names=names, succeeded_by=heir, citations=[PAPER])


@pytest.mark.parametrize(
    ("operator", "date", "name"),
    [
        ("Foundever", "2019", "Sitel"),
        ("Foundever", "2022-12-31", "Sitel"),
        ("Foundever", "2023", "Foundever"),  # it changed in the course of the year
        ("Foundever", dt.date(2024, 5, 1), "Foundever"),
        ("Foundever", 2001, "Sitel Group"),  # Sitel is dated from 2003
        ("Acticall", "2017", "Acticall"),
        ("Acticall", "2019", "Acticall-Sitel Group"),
        ("Inetum", "2020-09", "GFI"),
        ("Inetum", "2020-10", "Inetum"),
        ("ntt-data-morocco", "2015", "NTT Data Morocco"),  # before its first dated name
        ("ntt-data-morocco", "2018-04", "Everis Maroc"),
        ("ntt-data-morocco", "2021", "NTT Data Morocco"),
        ("Webhelp", "2002", "Webcad"),
        ("Webhelp", "2004", "Webhelp"),  # nobody says until when it was Webcad
        ("Concentrix", "2023", "Concentrix+Webhelp"),
        ("Concentrix", "2025", "Concentrix"),
        ("Capgemini Maroc", "2023", "Capgemini Maroc"),  # Capgemini Engineering Morocco is a subsidiary
    ],
)
def test_a_company_is_called_what_it_went_by(
    ds: mo.Dataset, operator: str, date: dt.date | str | int, name: str
) -> None:
    """The reference companies have their names of the time."""
    assert ds.operators[operator].name_on(date) == name


@pytest.mark.parametrize(
    ("names", "date", "name"),
    [
        ((), "2019", "Now"),
        ((("Old", "former_name", None, None),), "2019", "Now"),
        ((("Old", "subsidiary", "2010", "2020"),), "2015", "Now"),
        ((("Old", "spelling", "2010", "2020"),), "2015", "Now"),
        ((("Old", "former_name", "2010", "2020"),), "2009-12-31", "Now"),
        ((("Old", "former_name", "2010", "2020"),), "2010", "Old"),
        ((("Old", "former_name", "2010", "2020-06-15"),), "2020-06-14", "Old"),
        ((("Old", "former_name", "2010", "2020-06-15"),), "2020-06-15", "Now"),
        ((("Old", "former_name", "2010", "2020-06-15"),), "2020-06", "Now"),
        ((("One", "former_name", None, "2020"), ("Two", "former_name", None, "2020")), "2015", "One"),
        ((("One", "former_name", None, "2020"), ("Two", "former_name", "2010", "2020")), "2015", "Two"),
        ((("One", "former_name", "2005", "2020"), ("Two", "brand", "2010", "2020")), "2015", "Two"),
        ((("One", "brand", "2010", None),), "2010-07", "One"),
        ((("One", "brand", "2010", None),), "2011", "Now"),
    ],
)
def test_the_rule_is_honest_about_open_ends(
    names: tuple[tuple[str, str, str | None, str | None], ...], date: str, name: str
) -> None:
    """A name holds only as long as its dates say."""
    others = [mo.OtherName(name=n, kind=kind, since=since, until=until) for n, kind, since, until in names]
    assert company(*others).name_on(date) == name


@pytest.mark.parametrize(("kind", "name"), [("brand", "Last"), ("former_name", "Now")])
def test_the_last_brand_of_a_company_that_was_taken_over_stays(kind: str, name: str) -> None:
    """The record of such a company bears an old name, so that its last brand is the latest."""
    last = mo.OtherName(name="Last", kind=kind, since="2010")
    assert company(last, taken_over=True).name_on("2015") == name


def test_no_date_is_an_error() -> None:
    """A text that is no date is refused by name."""
    with pytest.raises(mo.errors.InvalidDate, match="someday"):
        company().name_on("someday")


@pytest.mark.parametrize(
    ("operator", "heirs"),
    [
        ("Webhelp", ["Concentrix"]),
        ("Acticall", ["Foundever"]),
        ("Altran", ["Capgemini Maroc"]),
        ("Phone Group", ["Majorel"]),
        ("Intelcia", []),
    ],
)
def test_successors_are_found(ds: mo.Dataset, operator: str, heirs: list[str]) -> None:
    """Who took a company over stands in the record."""
    one = ds.operators["phone-group"] if operator == "Phone Group" else ds.party(operator)
    assert isinstance(one, mo.Operator)
    assert [heir.name.fr for heir in one.successors] == heirs


def test_successors_are_a_chain() -> None:
    """The successors of a successor follow."""
    last = mo.Operator(id="c", name="C", citations=[PAPER])
    middle = mo.Operator(id="b", name="B", succeeded_by=last, citations=[PAPER])
    first = mo.Operator(id="a", name="A", succeeded_by=middle, citations=[PAPER])
    assert first.successors == (middle, last)
