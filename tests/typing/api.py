"""A user's code, as type checkers see it: it is checked by mypy and pyright, in their strict modes, and never run."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, assert_type

import attrs
from cattrs import Converter
from pydantic import BaseModel

import maroc_offshoring as mo
from maroc_offshoring import testing
from maroc_offshoring.contrib.pydantic import Adapter
from maroc_offshoring.export import datapackage, ftm, jsonld, schema, sdmx, sqlite, xlsx
from maroc_offshoring.vocabulary import Basis, Confidence, Qualifier, Segment, Status


def collections(ds: mo.Dataset) -> None:
    """Each collection is of its own kind of record, by id, by position, by slice and in a loop."""
    assert_type(mo.load(), mo.Dataset)
    assert_type(ds.sites, mo.Collection[mo.Site])
    assert_type(ds.sites["Casa-shore"], mo.Site)
    assert_type(ds.sites[0], mo.Site)
    assert_type(ds.sites[:3], mo.Collection[mo.Site])
    assert_type(ds.sites.get("Rabat"), mo.Site | None)
    assert_type(ds.sites.ids, tuple[str, ...])
    assert_type(len(ds.sites), int)
    assert_type("Casashore" in ds.sites, bool)
    assert_type(iter(ds.operators), Iterator[mo.Operator])
    assert_type([operator.name.fr for operator in ds.operators], list[str])
    assert_type(ds.sources["x"], mo.Source)
    assert_type(ds.countries["Maroc"], mo.Country)
    assert_type(ds.regions["Oriental"], mo.Region)
    assert_type(ds.former_regions[0], mo.FormerRegion)
    assert_type(ds.cities["Oujda"], mo.City)
    assert_type(ds.institutions["APEBI"], mo.Institution)
    assert_type(ds.plans[0], mo.Plan)
    assert_type(ds.agreements[0], mo.Agreement)
    assert_type(ds.events[0], mo.Event)
    assert_type(ds.incentives[0], mo.Incentive)
    assert_type(ds.statements[0], mo.Statement)
    sites: Sequence[mo.Site] = ds.sites
    del sites


def look_ups(ds: mo.Dataset) -> None:
    """A place or party of any kind, and one of a level that is known."""
    assert_type(ds.place("الشرق"), mo.Place)
    assert_type(ds.region("Oriental"), mo.Region)
    assert_type(ds.city("Fès"), mo.City)
    assert_type(ds.site("Casashore"), mo.Site)
    assert_type(ds.party("APEBI"), mo.Party)
    place = ds.place("Casashore")
    if isinstance(place, mo.Site):
        assert_type(place.parent, mo.City | mo.Region | mo.Country)
    assert_type(place.region, mo.Region | None)
    assert_type(place.lineage, tuple[mo.Place, ...])
    assert_type(place.within(ds.region("Oriental")), bool)
    assert_type(list(ds.records()), list[mo.Record | mo.Source])


def selections(ds: mo.Dataset) -> None:
    """A selection is of the kind of what it was selected from."""
    assert_type(ds.commitments, mo.FigureCollection[mo.Commitment])
    assert_type(ds.targets, mo.FigureCollection[mo.Target])
    assert_type(ds.observations, mo.FigureCollection[mo.Observation])
    found = ds.commitments.where(
        lambda commitment: commitment.status.is_open,
        place=["Oujda", ds.city("Fès")],
        segment="CRM",
        announced="2019..2020",
        status="open",
    )
    assert_type(found, mo.FigureCollection[mo.Commitment])
    assert_type(found[0], mo.Commitment)
    assert_type(found[:2].total("jobs"), mo.Total)
    assert_type(ds.sites.where(region="Oriental"), mo.Collection[mo.Site])
    assert_type(ds.as_of("2020-12-31"), mo.Dataset)


def records(promise: mo.Commitment, seen: mo.Observation, aim: mo.Target) -> None:
    """The fields of records hold what they refer to, optional where a source may be silent."""
    assert_type(promise.id, str)
    assert_type(promise.title, str | None)
    assert_type(promise.made_by, tuple[mo.Party, ...])
    assert_type(promise.operators, tuple[mo.Operator, ...])
    assert_type(promise.agreement, mo.Agreement | None)
    assert_type(promise.announced_on, mo.PartialDate | None)
    assert_type(promise.places, tuple[mo.Place, ...])
    assert_type(promise.segments, tuple[Segment, ...])
    assert_type(promise.pledges[0].figure, mo.Figure)
    assert_type(promise.pledges[0].measure, mo.Measure)
    assert_type(promise.pledges[0].due, mo.Period | None)
    assert_type(promise.pledges[0].basis, Basis | None)
    assert_type(promise.status, Status)
    assert_type(promise.part_of, mo.Commitment | None)
    assert_type(promise.citations[0].source, mo.Source)
    assert_type(promise.sources, tuple[mo.Source, ...])
    assert_type(promise.confidence, Confidence | None)
    assert_type(seen.figure, mo.Figure)
    assert_type(seen.period, mo.Period | None)
    assert_type(seen.operator, mo.Operator | None)
    assert_type(aim.place, mo.Place)
    assert_type(aim.basis, Basis | None)


def figures(figure: mo.Figure) -> None:
    """A number may be absent, in a range; its unit and qualifier never are."""
    assert_type(figure.value, Decimal | None)
    assert_type(figure.lower, Decimal | None)
    assert_type(figure.upper, Decimal | None)
    assert_type(figure.unit, str)
    assert_type(figure.qualifier, Qualifier)
    assert_type(figure.steps, tuple[mo.Step, ...])
    assert_type(figure.number(), Decimal)
    assert_type(figure.currency, str | None)
    assert_type(figure + figure, mo.Figure)
    assert_type(mo.parse_figure("65 MDH"), mo.Figure)
    assert_type(mo.Figure(5, "job"), mo.Figure)
    assert_type(mo.Figure("5.5", "MAD", "at_least", as_printed="plus de 5,5 dirhams"), mo.Figure)
    assert_type(mo.Figure(None, "job", Qualifier.RANGE, 3, Decimal(5)), mo.Figure)
    assert_type(mo.figures.add([figure, figure]), mo.Figure)
    assert_type(mo.figures.remainder(figure, [figure]), mo.Figure | None)
    assert_type(mo.figures.split(figure, [Decimal(1)], "equally"), tuple[mo.Figure, ...])


def totals(ds: mo.Dataset) -> None:
    """A total may have no single figure; its working is always there."""
    total = ds.commitments.total("jobs", spread={"Oujda": 1, "Fès": Decimal("0.5")}, basis=None)
    assert_type(total, mo.Total)
    assert_type(total.figure, mo.Figure | None)
    assert_type(total.figures, tuple[mo.Figure, ...])
    assert_type(total.counted, tuple[mo.Line, ...])
    assert_type(total.left_out, tuple[mo.LeftOut, ...])
    assert_type(total.sources, tuple[mo.Source, ...])
    assert_type(total.steps, tuple[mo.Step, ...])
    assert_type(total.explain(), str)
    if total.figure is not None:
        assert_type(total.figure.value, Decimal | None)
    ds.commitments.total(mo.Measure.INVESTMENT, currency="EUR", on=2022, prices=2021)
    by_region = ds.commitments.breakdown("jobs", by="region")
    assert_type(by_region, mo.Breakdown)
    assert_type(by_region["MA-02"], mo.Total)
    assert_type(by_region.total, mo.Total)
    ds.commitments.breakdown("jobs", by=("region", "due"))
    ds.commitments.breakdown("jobs", by=lambda record: record.id)


def money(figure: mo.Figure) -> None:
    """What is converted stays what it was: a figure a figure, a quantity a quantity."""
    assert_type(mo.convert(figure, to="EUR", on=2022), mo.Figure)
    assert_type(mo.deflate(figure, year=2014, to=2021), mo.Figure)
    assert_type(mo.restate(figure, year=2018, to=("EUR", 2021), path="deflate_then_convert"), mo.Figure)


def quantities(ds: mo.Dataset, figure: mo.Figure) -> None:
    """Quantities are pint's, of any amount."""
    import pint

    jobs: pint.Quantity[Decimal] = ds.commitments.total("jobs").quantity
    price: pint.Quantity[Decimal] = mo.units.Quantity(Decimal(10), "EUR")
    held: pint.Quantity[Decimal] = figure.quantity
    per_job: Any = price / jobs  # pint 0.25 leaves the type of a quotient open
    rate: pint.Quantity[Decimal] = mo.convert(per_job, to="MAD/job", on=2022)
    registry: pint.UnitRegistry[Decimal] = mo.units.registry()
    del held, rate, registry


def dates() -> None:
    """A date keeps its precision, and a period may be open."""
    assert_type(mo.PartialDate.of("2019-04"), mo.PartialDate)
    assert_type(mo.PartialDate(2019).month, int | None)
    assert_type(mo.Period.of(2019), mo.Period)
    assert_type(mo.Period.of("..2018").start, mo.PartialDate | None)
    assert_type(mo.PartialDate(2019) < mo.PartialDate(2020), bool)
    assert_type(mo.Period.of("2014..2018").contains("2016-05"), bool)
    assert_type(sorted([mo.PartialDate(2019)], key=mo.PartialDate.sort_key), list[mo.PartialDate])


def ones_own_records(ds: mo.Dataset) -> mo.Dataset:
    """Records take what a person would type, and lists where they hold tuples."""
    paper = mo.Source(id="our-survey-2026", publisher="CRI", title="Enquête 2026", published="2026-03", kind="official")
    ours = mo.Commitment(
        id="intelcia-oujda-2026",
        made_by=[ds.operators["Intelcia"]],
        places=[ds.sites["Oujda Shore"]],
        announced_on="2026-03",
        segments=["CRM", Segment.BPO],
        pledges=[mo.Pledge(measure="jobs", figure="plus de 300 emplois", due="2028", basis="additional")],
        history=[mo.StatusChange(status="announced", on=2026)],
        citations=[paper, mo.Citation(source=paper, words="plus de 300 emplois")],
    )
    firm = mo.Operator(id="ours", name="Ours", segments=("CRM",), citations=[paper])
    town = mo.City(id="here", name=mo.Name("Ici"), parent=ds.region("Oriental"), latitude="34.7", citations=[paper])
    assert_type(ours, mo.Commitment)
    return ds.merge(mo.Dataset.of(ours, firm, town))


def exports(ds: mo.Dataset) -> None:
    """What is read back has its class; a dict is one of plain values."""
    ds.export("sqlite", Path("record.db"), overwrite=True)
    assert_type(ds.to_json(), str)
    assert_type(mo.Dataset.from_json(ds.to_json().encode()), mo.Dataset)
    assert_type(mo.to_dict(ds.commitments[0]), dict[str, Any])
    assert_type(mo.from_dict("commitment", {"id": "x"}, ds), mo.Record | mo.Source)
    assert_type(datapackage.read("package"), mo.Dataset)
    assert_type(sqlite.read(Path("record.db")), mo.Dataset)
    assert_type(jsonld.linked(ds), dict[str, Any])
    assert_type(ftm.entities(ds), Iterator[dict[str, Any]])
    assert_type(sdmx.undated(ds), tuple[mo.Observation, ...])
    assert_type(xlsx.write(ds, "record.xlsx", language="fr"), None)
    assert_type(schema.schema(), dict[str, Any])


@attrs.frozen
class Visit:
    """A class of an application that holds ours."""

    site: mo.Site
    hoped_for: mo.Figure


def own_classes(ds: mo.Dataset) -> None:
    """A converter gives objects of the class that was asked for."""
    converter = mo.converter(ds)
    assert_type(converter, Converter)
    assert_type(converter.structure({"site": "oujda-shore", "hoped_for": "300 emplois"}, Visit), Visit)
    assert_type(converter.structure("oujda-shore", mo.Site), mo.Site)


HERE = Adapter(testing.small_dataset())


class Project(BaseModel):
    """A pydantic model that holds ours."""

    site: Annotated[mo.Site, HERE]
    jobs: Annotated[mo.Figure, HERE]
    starts: Annotated[mo.PartialDate, HERE] | None = None


def pydantic_models(project: Project) -> None:
    """The fields have our types."""
    assert_type(project.site, mo.Site)
    assert_type(project.jobs.value, Decimal | None)
    assert_type(project.starts, mo.PartialDate | None)


def builders() -> None:
    """What one's own tests are made of."""
    assert_type(testing.small_dataset(testing.commitment("mine")), mo.Dataset)
    assert_type(testing.source(), mo.Source)
    assert_type(testing.place("oujda"), mo.Place)
    assert_type(testing.operator(), mo.Operator)
    assert_type(testing.commitment(figure="5 emplois"), mo.Commitment)
    assert_type(testing.target(), mo.Target)
    assert_type(testing.observation(nature="estimate"), mo.Observation)


def errors(ds: mo.Dataset) -> Iterable[str]:
    """An error keeps its parts, each with its type."""
    try:
        assert_type(ds.sites["Casashoar"].id, str)
    except mo.errors.UnknownName as error:
        assert_type(error.suggestions, tuple[str, ...])
        yield from error.suggestions
    except mo.errors.AmbiguousName as error:
        assert_type(error.candidates, tuple[str, ...])
        yield error.where


def seen(ds: mo.Dataset, figure: mo.Figure) -> None:
    """What is drawn and written has its types too."""
    drawn = mo.map(ds.commitments.breakdown("jobs", by="region"), language="fr")
    assert_type(drawn, mo.Map)
    assert_type(drawn.svg, str)
    assert_type(drawn.save("map.svg"), Path)
    assert_type(mo.format_figure(figure, "en", moroccan=True), str)
    assert_type(mo.format_date("2019-04"), str)
