"""Small valid records for the tests of applications that embed the library.

Nothing in them is real: the companies, the papers and the figures are made up, and only the places have real names.

Example:
    >>> from maroc_offshoring import testing
    >>> ds = testing.small_dataset()
    >>> print(ds.commitments.total("jobs"))
    1 000 jobs
"""

from __future__ import annotations

from typing import Any

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.model import (
    City,
    Commitment,
    Country,
    Observation,
    Operator,
    Place,
    Pledge,
    Region,
    Site,
    Source,
    Target,
)


def source(id: str = "test-paper", **fields: Any) -> Source:
    """Make a source.

    Args:
        id: Its id.
        fields: Fields of :class:`~maroc_offshoring.Source` that shall be other than here.

    Returns:
        A paper of a publisher that does not exist.

    Example:
        >>> from maroc_offshoring import testing
        >>> testing.source(published="2024").publisher
        'The Test Gazette'
    """
    given: dict[str, Any] = {"id": id, "publisher": "The Test Gazette", "title": "A paper for tests"}
    return Source(**given | fields)


def place(id: str = "oujda") -> Place:
    """Make a place of a small Morocco.

    Args:
        id: `morocco`, `MA-02` or `MA-03`; `oujda` or `fes`; `oujda-shore` or `fes-shore`.

    Returns:
        The country, region, city or site, with the places that it lies in.

    Raises:
        KeyError: Where it is none of these.

    Example:
        >>> from maroc_offshoring import testing
        >>> [str(each) for each in testing.place("oujda-shore").lineage]
        ['Oujda Shore', 'Oujda', 'Oriental', 'Maroc']
    """
    cites = [source()]
    morocco = Country(id="morocco", name="Maroc", citations=cites)
    if id == "morocco":
        return morocco
    region_id, region_name, city_id, city_name = _BELOW[id]
    region = Region(id=region_id, name=region_name, parent=morocco, citations=cites)
    city = City(id=city_id, name=city_name, parent=region, citations=cites)
    site = Site(id=f"{city_id}-shore", name=f"{city_name} Shore", parent=city, citations=cites)
    return next(one for one in (region, city, site) if one.id == id)


_BELOW = {
    id: row
    for row in (("MA-02", "Oriental", "oujda", "Oujda"), ("MA-03", "Fès-Meknès", "fes", "Fès"))
    for id in (row[0], row[2], f"{row[2]}-shore")
}


def operator(id: str = "test-company", **fields: Any) -> Operator:
    """Make a company.

    Args:
        id: Its id.
        fields: Fields of :class:`~maroc_offshoring.Operator` that shall be other than here.

    Returns:
        A company that does not exist.

    Example:
        >>> from maroc_offshoring import testing
        >>> testing.operator(name="Acme").name.fr
        'Acme'
    """
    given: dict[str, Any] = {"id": id, "name": id.replace("-", " ").title(), "citations": [source()]}
    return Operator(**given | fields)


def commitment(
    id: str = "test-promise",
    figure: Any = "600 emplois",
    *,
    measure: str = "jobs",
    due: Any = "2026",
    basis: str | None = "additional",
    **fields: Any,
) -> Commitment:
    """Make a promise of one figure.

    Args:
        id: Its id.
        figure: The figure, or a text as the press prints it.
        measure: What is promised.
        due: By when.
        basis: `additional` or `level`.
        fields: Fields of :class:`~maroc_offshoring.Commitment` that shall be other than here.

    Returns:
        A promise for Oujda, announced in 2020.

    Example:
        >>> from maroc_offshoring import testing
        >>> print(testing.commitment(figure="plus de 300 emplois").pledges[0].figure)
        at least 300 jobs
    """
    pledge = Pledge(measure=measure, figure=figure, due=due, basis=basis)
    given: dict[str, Any] = {
        "id": id,
        "pledges": [pledge],
        "made_by": [operator()],
        "places": [place()],
        "announced_on": "2020",
        "citations": [source()],
    }
    return Commitment(**given | fields)


def target(id: str = "test-aim", figure: Any = "2.000 emplois", *, measure: str = "jobs", **fields: Any) -> Target:
    """Make an aim.

    Args:
        id: Its id.
        figure: The figure, or a text as the press prints it.
        measure: What is aimed at.
        fields: Fields of :class:`~maroc_offshoring.Target` that shall be other than here.

    Returns:
        An aim for the Oriental by 2022.

    Example:
        >>> from maroc_offshoring import testing
        >>> testing.target().place.name.fr
        'Oriental'
    """
    given: dict[str, Any] = {
        "id": id,
        "measure": measure,
        "figure": figure,
        "place": place("MA-02"),
        "basis": "additional",
        "due": "2022",
        "citations": [source()],
    }
    return Target(**given | fields)


def observation(
    id: str = "test-measurement", figure: Any = "450 emplois", *, measure: str = "jobs", **fields: Any
) -> Observation:
    """Make a measurement.

    Args:
        id: Its id.
        figure: The figure, or a text as the press prints it.
        measure: What was measured.
        fields: Fields of :class:`~maroc_offshoring.Observation` that shall be other than here.

    Returns:
        A stock in Oujda in 2022.

    Example:
        >>> from maroc_offshoring import testing
        >>> testing.observation().basis.value
        'stock'
    """
    given: dict[str, Any] = {
        "id": id,
        "measure": measure,
        "figure": figure,
        "place": place(),
        "basis": "stock",
        "period": "2022",
        "citations": [source()],
    }
    return Observation(**given | fields)


def small_dataset(*more: Any) -> Dataset:
    """Make a small dataset with one of each case that an application should handle.

    Args:
        more: Records to add to it.

    Returns:
        A whole of 1,000 jobs with two parts and a telling again that counts no job twice, a promise of money, an aim,
        two measurements that contradict each other, two regions with a city and a site each, and two companies.

    Raises:
        InvalidRecords: Where a record that is added has the id of one that is there, and differs.

    Example:
        >>> from maroc_offshoring import testing
        >>> ds = testing.small_dataset(testing.commitment("mine", "50 emplois"))
        >>> print(ds.commitments.where(place="Oujda").total("jobs"))
        650 jobs
    """
    both = commitment("whole", "1.000 emplois", places=[place("MA-02"), place("MA-03")], made_by=[])
    oujda = commitment("oujda-part", "600 emplois", part_of=both)
    other = operator("other-company")
    return Dataset.of(
        both,
        oujda,
        commitment("fes-part", "400 emplois", part_of=both, places=[place("fes-shore")], made_by=[other]),
        commitment("told-again", "600 emplois", restates=oujda, announced_on="2021"),
        commitment("money", "65 MDH", measure="investment", places=[place("oujda-shore")]),
        target(),
        observation(),
        observation("rival-measurement", "520 emplois", citations=[source("other-paper", publisher="Another Gazette")]),
        *more,
    )
