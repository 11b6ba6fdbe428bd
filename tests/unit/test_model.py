"""The records: frozen values that hold what they refer to, read what a person types, and refuse the rest by name."""

import copy
import pickle
import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest

import maroc_offshoring as mo
from maroc_offshoring import model
from maroc_offshoring.errors import InvalidDate, InvalidField, MarocOffshoringError, UnknownWord, WrongType

D = Decimal

PAPER = mo.Source(
    id="paper", publisher="Le Journal", title="Un titre", published="2019-04", kind="presse", language="fr"
)
SAID = mo.Citation(source=PAPER, said_by="A. Person, minister", words="plus de 300 emplois")
CITED: dict[str, Any] = {"citations": [PAPER]}

MOROCCO = mo.Country(id="morocco", name=mo.Name("Maroc", "Morocco", "المغرب"), code="MA", **CITED)
ORIENTAL = mo.Region(
    id="MA-02", name="Oriental", parent=MOROCCO, population_2014=2_314_346, area_km2="90127.3", **CITED
)
OUJDA = mo.City(id="oujda", name="Oujda", parent=ORIENTAL, latitude="34.68", longitude="-1.90858", **CITED)
INVESTORS = mo.Institution(
    id="cri-oriental", name="CRI de l'Oriental", acronym="CRI", kind="region_body", region=ORIENTAL, **CITED
)
PARK = mo.Site(
    id="oujda-shore", name="Oujda Shore", parent=OUJDA, opened="2011", managers=[INVESTORS],
    history=[mo.SiteFigure(measure="floor_space", figure="20 000 m²", basis="stock", as_of="2012", **CITED)], **CITED,
)  # fmt: skip
FIRM = mo.Operator(
    id="intelcia", name="Intelcia", segments=["CRM", "back office"], home_country="MA",
    other_names=[mo.OtherName(name="The Marketingroup", kind="former_name", until="2008")],
    owners=[mo.Owner(name="Altice", since="2016")],
    presences=[mo.Presence(place=OUJDA, jobs="300 emplois", as_of="2020", **CITED)], **CITED,
)  # fmt: skip
PACT = mo.Agreement(
    id="pact", title="Pacte", kind="pacte d'actionnaires", signed_on="2020-07-10", signed_at=OUJDA,
    parties=[INVESTORS, FIRM], axes=mo.Outline(count=3, named=["une antenne"]), **CITED,
)  # fmt: skip
PLAN = mo.Plan(id="plan", name="Plan Émergence", period="2009..2015", **CITED)
PLEDGE = mo.Pledge(measure="jobs", figure="plus de 300 emplois", due="2028", basis="additional")
PROMISE = mo.Commitment(
    id="promise", title="300 emplois à Oujda", made_by=[FIRM], made_with=[INVESTORS], agreement=PACT,
    announced_on="2020-07-10", places=[PARK], segments=["CRM"], pledges=[PLEDGE],
    milestones=[mo.Milestone(measure="launch", due="2020-08")],
    history=[mo.StatusChange(status="announced", on="2020-07"), mo.StatusChange(status="en cours", on="2021")],
    confidence="high", checked="confirmed", note="A note.", citations=[SAID, PAPER],
)  # fmt: skip
AIM = mo.Target(
    id="aim", measure="jobs", figure="2 000 emplois", place=ORIENTAL, basis="level", due=2020, plan=PLAN, **CITED
)
SEEN = mo.Observation(
    id="seen", measure="emplois", figure="près de 4 500 emplois", place=OUJDA, basis="stock", period="2019",
    operator=FIRM, stated_by=INVESTORS, **CITED,
)  # fmt: skip
FAIR = mo.Event(
    id="fair", series="siccam", title="SICCAM 17", edition=17, starts_on="2020-07-10", ends_on="2020-07-11",
    place=OUJDA, organisers=[INVESTORS], chaired_by=["A minister"], awards=[mo.Award(title="continuity", count=3)],
    **CITED,
)  # fmt: skip
RULE = mo.Incentive(
    id="rule", kind="income_tax", rule="A ceiling.", rate="20 %", amount=mo.Figure(1000, "MAD"), places=[PARK],
    in_force_from="2007-05-07", **CITED,
)  # fmt: skip
WORD = mo.Statement(
    id="word", summary="Said.", said_by="A minister", party=INVESTORS, said_on="2019-04-24", places=[OUJDA],
    parties=[FIRM], segments=["CRM"], points=["one", "two"], **CITED,
)  # fmt: skip
FORMER = mo.FormerRegion(id="former-MA-04", name="L'Oriental", code="MA-04", successors=[ORIENTAL], **CITED)

VALUES = [
    PAPER, SAID, MOROCCO, ORIENTAL, FORMER, OUJDA, PARK, PARK.history[0], INVESTORS, FIRM, FIRM.other_names[0],
    FIRM.owners[0], FIRM.presences[0], PACT, PACT.axes, PLAN, PROMISE, PLEDGE, PROMISE.milestones[0],
    PROMISE.history[0], AIM, SEEN, FAIR, FAIR.awards[0], RULE, WORD,
]  # fmt: skip
RECORDS = [value for value in VALUES if isinstance(value, mo.Record)]
OTHERS = [
    mo.Name("Fès", "Fez", "فاس", aliases=["Fas"]),
    mo.Figure(5, "job", "about", low=3),
    mo.figures.Step("convert", D(2), "EUR/MAD", 2022),
    mo.PartialDate(2019, 4),
    mo.Period.of("2019..2020"),
    mo.Problem("wrong", "mine.toml", 3),
]
EVERY = [*VALUES, *OTHERS]


def named(value: Any) -> str:
    return type(value).__name__


def test_every_class_of_the_model_is_tested_here() -> None:
    """A new class of records needs an example in this file."""
    bases = {"Record", "Place", "Party"}
    assert {type(value).__name__ for value in VALUES} == set(model.__all__) - bases


@pytest.mark.parametrize("value", EVERY, ids=named)
def test_a_record_cannot_be_changed(value: Any) -> None:
    """Assigning to a field, deleting one or inventing one is refused."""
    field = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, field, "other")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(value, field)
    with pytest.raises(AttributeError):
        value.invented = 1


@pytest.mark.parametrize("value", EVERY, ids=named)
def test_a_record_has_slots(value: Any) -> None:
    """No dictionary per instance: thousands of records stay small."""
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("value", EVERY, ids=named)
@pytest.mark.parametrize("again", [lambda v: pickle.loads(pickle.dumps(v)), copy.copy, copy.deepcopy, attrs.evolve])
def test_a_record_survives_pickling_and_copying(value: Any, again: Any) -> None:
    """The copy is of the same class, equal, of the same hash, and written the same."""
    twin = again(value)
    assert type(twin) is type(value)
    assert twin == value
    assert hash(twin) == hash(value)
    assert len({twin, value}) == 1
    assert (repr(twin), str(twin)) == (repr(value), str(value))


@pytest.mark.parametrize("value", EVERY, ids=named)
def test_a_record_equals_nothing_of_another_class(value: Any) -> None:
    """Records compare by what they hold, within their class."""
    assert value != "something"
    assert value is not None
    assert [other for other in EVERY if other == value] == [value]


@pytest.mark.parametrize("value", RECORDS, ids=named)
def test_a_record_that_differs_in_one_field_is_not_equal(value: mo.Record) -> None:
    """A note more, or another id, makes another record."""
    assert attrs.evolve(value, note="Another note.") != value
    assert attrs.evolve(value, id="another") != value
    assert attrs.evolve(value, citations=[SAID]) != attrs.evolve(value, citations=[PAPER])


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace came with Python 3.13")
def test_a_record_is_replaced_as_any_value_of_python() -> None:
    """copy.replace makes a changed copy, whose fields are read as those of a new record."""
    replaced: mo.Commitment = copy.replace(PROMISE, announced_on="2021-03", places=[OUJDA])  # type: ignore[attr-defined]
    assert replaced.announced_on == mo.PartialDate(2021, 3)
    assert (replaced.places, PROMISE.places) == ((OUJDA,), (PARK,))
    with pytest.raises(InvalidDate, match=r"^announced_on: '2021-13' is no date"):
        copy.replace(PROMISE, announced_on="2021-13")  # type: ignore[attr-defined]


def test_a_record_is_evolved() -> None:
    """attrs.evolve makes a changed copy and reads the new values as a new record would."""
    evolved = attrs.evolve(PLEDGE, figure="500 emplois", due=2030)
    assert evolved == mo.Pledge(measure="jobs", figure="500 emplois", due="2030", basis="additional")
    with pytest.raises(InvalidField, match=r"^figure: "):
        attrs.evolve(PLEDGE, figure="65 MDH")


@pytest.mark.parametrize("value", VALUES, ids=named)
def test_lists_become_tuples(value: Any) -> None:
    """No field can be changed through a list that it was made of."""
    held = [getattr(value, field.name) for field in attrs.fields(type(value))]
    assert not [part for part in held if isinstance(part, (list, dict, set))]


@pytest.mark.parametrize(
    ("value", "written", "text"),
    [
        (PAPER, "<Source paper: Le Journal, 2019-04>", "Le Journal, 2019-04"),
        (mo.Source(id="s", publisher="P"), "<Source s: P, undated>", "P, undated"),
        (MOROCCO, "<Country morocco: Maroc>", "Maroc"),
        (PARK, "<Site oujda-shore: Oujda Shore>", "Oujda Shore"),
        (FIRM, "<Operator intelcia: Intelcia>", "Intelcia"),
        (PACT, "<Agreement pact: Pacte>", "Pacte"),
        (PROMISE, "<Commitment promise: 300 emplois à Oujda>", "300 emplois à Oujda"),
        (AIM, "<Target aim>", "aim"),
        (SEEN, "<Observation seen>", "seen"),
        (FAIR, "<Event fair: SICCAM 17>", "SICCAM 17"),
        (RULE, "<Incentive rule>", "A ceiling."),
        (WORD, "<Statement word>", "Said."),
        (PLAN, "<Plan plan: Plan Émergence>", "Plan Émergence"),
    ],
    ids=lambda value: named(value) if not isinstance(value, str) else "",
)
def test_a_record_is_written_shortly(value: Any, written: str, text: str) -> None:
    """The repr gives the class, the id and the name; the text is what a reader would call it."""
    assert (repr(value), str(value)) == (written, text)


def test_every_record_of_the_reference_is_written_on_one_short_line(ds: mo.Dataset) -> None:
    """However much a record refers to, its repr stays a line."""
    long = [record for record in ds.records() if len(repr(record)) > 200 or "\n" in repr(record)]
    assert long == []


def test_a_record_knows_its_sources() -> None:
    """A source cited twice is one source, and a bare source is a citation without further words."""
    assert PROMISE.citations == (SAID, mo.Citation(source=PAPER))
    assert PROMISE.sources == (PAPER,)
    assert mo.Citation.of(PAPER) == mo.Citation(source=PAPER)
    assert mo.Citation.of(SAID) is SAID


def test_fields_are_read_as_a_person_would_type_them() -> None:
    """Dates, periods, figures and words of the vocabulary are taken in any form that is unmistakable."""
    assert PAPER.published == mo.PartialDate(2019, 4)
    assert PAPER.kind == "press"
    assert PACT.kind == "shareholders_pact"
    assert FIRM.segments == ("CRM", "BPO")
    assert (PLEDGE.figure.value, PLEDGE.figure.qualifier, PLEDGE.basis) == (300, "at_least", "additional")
    assert PLEDGE.due == mo.Period.of("2028")
    assert AIM.due == mo.Period.of("2020")
    assert SEEN.measure == "jobs"
    assert ORIENTAL.area_km2 == D("90127.3")
    assert (OUJDA.latitude, OUJDA.longitude) == (D("34.68"), D("-1.90858"))
    assert ORIENTAL.name == mo.Name("Oriental")


def test_places_form_a_tree() -> None:
    """A site lies in its city, its region and the country, and in nothing else."""
    assert PARK.lineage == (PARK, OUJDA, ORIENTAL, MOROCCO)
    assert (PARK.city, PARK.region, PARK.country) == (OUJDA, ORIENTAL, MOROCCO)
    assert (ORIENTAL.city, ORIENTAL.region, MOROCCO.region) == (None, ORIENTAL, None)
    assert [PARK.within(place) for place in (PARK, OUJDA, ORIENTAL, MOROCCO)] == [True] * 4
    assert [MOROCCO.within(place) for place in (PARK, OUJDA, ORIENTAL)] == [False] * 3
    assert PARK.point is OUJDA
    assert attrs.evolve(PARK, latitude="34.6", longitude="-1.9").point.id == "oujda-shore"
    assert mo.Site(id="s", name="S", parent=MOROCCO, **CITED).point is None


def test_a_promise_has_the_last_status_known() -> None:
    """Its history says what became of it; without one it is announced."""
    assert PROMISE.status == "under_way"
    assert attrs.evolve(PROMISE, history=()).status == "announced"
    assert PROMISE.operators == (FIRM,)
    assert attrs.evolve(PROMISE, made_by=[INVESTORS, FIRM]).operators == (FIRM,)


def test_records_about_one_place_list_it() -> None:
    """Whatever a record calls its place, its places are a list."""
    assert (AIM.places, SEEN.places, FAIR.places) == ((ORIENTAL,), (OUJDA,), (OUJDA,))
    assert attrs.evolve(FAIR, place=None).places == ()


def test_an_agreement_belongs_to_its_whole() -> None:
    """At any depth, and to itself."""
    part = attrs.evolve(PACT, id="part", part_of=PACT)
    deeper = attrs.evolve(PACT, id="deeper", part_of=part)
    assert [deeper.belongs_to(whole) for whole in (deeper, part, PACT)] == [True] * 3
    assert not PACT.belongs_to(part)


# What is refused, by field

ID = "an id of plain letters, digits and hyphens, such as 'oujda-shore'"
REFUSED = [
    (mo.Operator, {"id": "é"}, InvalidField, f"id: got 'é', expected {ID}"),
    (mo.Operator, {"id": ""}, InvalidField, f"id: got '', expected {ID}"),
    (mo.Operator, {"id": "two words"}, InvalidField, f"id: got 'two words', expected {ID}"),
    (mo.Operator, {"id": "../x"}, InvalidField, f"id: got '../x', expected {ID}"),
    (mo.Operator, {"id": 5}, WrongType, "id: got 5 (int), expected an id, as text"),
    (
        mo.Operator,
        {"citations": []},
        InvalidField,
        "citations: got (), expected at least one source: every record says where it comes from",
    ),
    (
        mo.Operator,
        {"citations": "paper"},
        WrongType,
        "citations: got 'paper' (str), expected a list of sources or citations",
    ),
    (
        mo.Operator,
        {"citations": PAPER},
        WrongType,
        "citations: got <Source paper: Le Journal, 2019-04> (Source), expected a list of sources or citations",
    ),
    (
        mo.Operator,
        {"citations": None},
        WrongType,
        "citations: got None (NoneType), expected a list of sources or citations",
    ),
    (mo.Operator, {"name": 5}, WrongType, "name: got 5 (int), expected a Name or a text"),
    (mo.Operator, {"name": None}, WrongType, "name: got None (NoneType), expected a Name or a text"),
    (mo.Operator, {"segments": "CRM"}, WrongType, "segments: got 'CRM' (str), expected a list of segments"),
    (mo.Operator, {"segments": ["CRN"]}, UnknownWord, "segments: 'CRN' is not a segment; did you mean 'CRM'?"),
    (mo.Operator, {"other_names": ["X"]}, WrongType, "other_names: got 'X' (str), expected an OtherName"),
    (
        mo.Operator,
        {"confidence": "sure"},
        UnknownWord,
        "confidence: 'sure' is not a confidence; expected one of: high, medium, low",
    ),
    (mo.Operator, {"note": " "}, InvalidField, "note: got ' ', expected a text that is not empty"),
    (mo.Operator, {"note": 5}, WrongType, "note: got 5 (int), expected a text"),
    (mo.Source, {"publisher": ""}, InvalidField, "publisher: got '', expected a text that is not empty"),
    (mo.Source, {"kind": "pres"}, UnknownWord, None),
    (
        mo.Source,
        {"published": "2019-13"},
        InvalidDate,
        "published: '2019-13' is no date: month must be in 1..12; "
        "write 2019, 2019-04, 2019-04-24 or a span such as 2019..2020",
    ),
    (mo.Pledge, {"measure": "jbos"}, UnknownWord, "measure: 'jbos' is not a measure; did you mean 'jobs'?"),
    (mo.Pledge, {"figure": 300}, WrongType, "figure: got 300 (int), expected a Figure, or a text such as '65 MDH'"),
    (mo.Pledge, {"figure": "65 MDH"}, InvalidField, "figure: got 'MAD', expected a figure of jobs in job or percent"),
    (
        mo.Pledge,
        {"figure": "12"},
        mo.errors.UnreadableFigure,
        "figure: cannot read '12' as a figure: it has no unit; it could be 12 emplois or 12 MAD or 12 %",
    ),
    (mo.Pledge, {"figure": "-5 emplois"}, mo.errors.UnreadableFigure, None),
    (mo.Pledge, {"basis": "stock"}, InvalidField, "basis: got 'stock', expected one of additional, level"),
    (mo.Pledge, {"due": "2019-13"}, InvalidDate, None),
    (mo.Pledge, {"due": "2020..2019"}, InvalidDate, None),
    (
        mo.Observation,
        {"basis": "additional"},
        InvalidField,
        "basis: got 'additional', expected one of stock, flow, cumulative",
    ),
    (mo.Observation, {"basis": None}, WrongType, None),
    (mo.Target, {"basis": "flow"}, InvalidField, "basis: got 'flow', expected one of additional, level"),
    (mo.SiteFigure, {"basis": "flow"}, InvalidField, "basis: got 'flow', expected one of stock, plan"),
    (mo.Award, {"count": -1}, InvalidField, "count: got -1, expected zero or more"),
    (mo.Award, {"count": True}, WrongType, "count: got True (bool), expected a whole number"),
    (mo.Award, {"count": 3.0}, WrongType, "count: got 3.0 (float), expected a whole number"),
    (mo.Award, {"count": "3"}, WrongType, "count: got '3' (str), expected a whole number"),
    (mo.Award, {"count": None}, WrongType, "count: got None (NoneType), expected a whole number"),
    (
        mo.Outline,
        {"named": ["a", "b", "c", "d"]},
        InvalidField,
        "named: got ('a', 'b', 'c', 'd'), expected at most the 3 that there are",
    ),
    (mo.Region, {"population_2014": -1}, InvalidField, "population_2014: got -1, expected zero or more"),
    (mo.Region, {"area_km2": 90127.3}, WrongType, None),
    (mo.Region, {"area_km2": "-5"}, InvalidField, None),
    (
        mo.City,
        {"latitude": 34.68},
        WrongType,
        "latitude: got 34.68 (float), expected degrees as a Decimal, an int or digits as text",
    ),
    (mo.City, {"latitude": "north"}, InvalidField, "latitude: got 'north', expected degrees such as '-1.90858'"),
    (mo.City, {"latitude": D("NaN")}, InvalidField, None),
    (mo.City, {"latitude": "NaN"}, InvalidField, None),
    (mo.City, {"latitude": "Infinity"}, InvalidField, None),
    (mo.Commitment, {"announced_on": True}, InvalidDate, None),
    (mo.Commitment, {"announced_on": "soon"}, InvalidDate, None),
    (mo.Commitment, {"pledges": PLEDGE}, WrongType, None),
    (mo.Commitment, {"pledges": [{"measure": "jobs"}]}, WrongType, None),
    (mo.Event, {"edition": -17}, InvalidField, "edition: got -17, expected zero or more"),
    (
        mo.Event,
        {"chaired_by": "A minister"},
        WrongType,
        "chaired_by: got 'A minister' (str), expected a list, each a text",
    ),
    (mo.Incentive, {"rate": "20"}, mo.errors.UnreadableFigure, None),
    (
        mo.StatusChange,
        {"status": "anounced"},
        UnknownWord,
        "status: 'anounced' is not a status; did you mean 'announced'?",
    ),
]


def example(cls: type) -> Any:
    return next(value for value in VALUES if type(value) is cls)


@pytest.mark.parametrize(
    ("cls", "wrong", "error", "text"),
    REFUSED,
    ids=[f"{cls.__name__}-{next(iter(wrong))}-{number}" for number, (cls, wrong, *_) in enumerate(REFUSED)],
)
def test_a_wrong_field_is_refused_by_name(
    cls: type, wrong: dict[str, Any], error: type[MarocOffshoringError], text: str | None
) -> None:
    """The error names the field, what was got and what was expected."""
    with pytest.raises(error) as caught:
        attrs.evolve(example(cls), **wrong)
    field = next(iter(wrong))
    assert caught.value.where == field
    assert str(caught.value).startswith(f"{field}: ")
    assert text is None or str(caught.value) == text


# An id where the thing itself is expected: the error says how to look it up.
IDS = [
    (mo.Commitment, "made_by", ["intelcia"], "an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Commitment, "made_by", "intelcia", "a list, each an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Commitment, "made_with", ["apebi"], "an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Commitment, "places", ["oujda"], "a Place; look it up with ds.place(...)"),
    (mo.Commitment, "agreement", "pact", "an Agreement; look it up with ds.agreements[...]"),
    (mo.Commitment, "part_of", "whole", "a Commitment; look it up with ds.commitments[...]"),
    (mo.Commitment, "restates", "whole", "a Commitment; look it up with ds.commitments[...]"),
    (mo.Commitment, "supersedes", "whole", "a Commitment; look it up with ds.commitments[...]"),
    (mo.Commitment, "citations", ["paper"], "a Source or a Citation; look a source up with ds.sources[...]"),
    (mo.Commitment, "pledges", ["300 emplois"], "a Pledge(measure=..., figure=...)"),
    (mo.Commitment, "history", ["delivered"], "a StatusChange"),
    (mo.Commitment, "milestones", ["launch"], "a Milestone"),
    (mo.Citation, "source", "paper", "a Source; look it up with ds.sources[...]"),
    (mo.Target, "place", "oujda", "a Place; look it up with ds.place(...)"),
    (mo.Target, "plan", "plan", "a Plan; look it up with ds.plans[...]"),
    (mo.Target, "set_by", ["apebi"], "an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Target, "part_of", "whole", "a Target; look it up with ds.targets[...]"),
    (mo.Target, "supersedes", "whole", "a Target; look it up with ds.targets[...]"),
    (mo.Observation, "place", "oujda", "a Place; look it up with ds.place(...)"),
    (mo.Observation, "operator", "intelcia", "an Operator; look it up with ds.operators[...]"),
    (mo.Observation, "stated_by", "apebi", "a Party; look it up with ds.party(...)"),
    (mo.Agreement, "signed_at", "oujda", "a Place; look it up with ds.place(...)"),
    (mo.Agreement, "parties", ["firo"], "an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Agreement, "part_of", "whole", "an Agreement; look it up with ds.agreements[...]"),
    (mo.Agreement, "axes", 3, "an Outline"),
    (mo.Event, "place", "oujda", "a Place; look it up with ds.place(...)"),
    (mo.Event, "organisers", ["apebi"], "an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Event, "awards", ["a prize"], "an Award"),
    (mo.Incentive, "places", ["oujda"], "a Place; look it up with ds.place(...)"),
    (mo.Statement, "party", "apebi", "a Party; look it up with ds.party(...)"),
    (mo.Statement, "parties", ["apebi"], "an Operator or an Institution; look it up with ds.party(...)"),
    (mo.Site, "parent", "oujda", "a City, a Region or a Country; look it up with ds.place(...)"),
    (mo.Site, "managers", ["medz"], "an Institution; look it up with ds.institutions[...]"),
    (mo.Site, "members", ["oujda-shore"], "a Site; look it up with ds.sites[...]"),
    (mo.Site, "history", [5], "a SiteFigure"),
    (mo.City, "parent", "MA-02", "a Region; look it up with ds.region(...)"),
    (mo.Region, "parent", "morocco", "a Country; look it up with ds.place('Maroc')"),
    (mo.FormerRegion, "successors", ["MA-02"], "a Region; look it up with ds.region(...)"),
    (mo.Institution, "region", "MA-02", "a Region; look it up with ds.region(...)"),
    (mo.Operator, "succeeded_by", "other", "an Operator; look it up with ds.operators[...]"),
    (mo.Operator, "presences", ["oujda"], "a Presence"),
    (mo.Presence, "place", "oujda", "a Place; look it up with ds.place(...)"),
]


@pytest.mark.parametrize(
    ("cls", "field", "wrong", "hint"), IDS, ids=[f"{cls.__name__}-{field}" for cls, field, *_ in IDS]
)
def test_an_id_in_place_of_a_thing_is_refused_with_the_look_up(cls: type, field: str, wrong: Any, hint: str) -> None:
    """Records hold the things that they refer to, and the error says where to find them."""
    got = wrong[0] if isinstance(wrong, list) else wrong
    with pytest.raises(WrongType) as caught:
        attrs.evolve(example(cls), **{field: wrong})
    assert str(caught.value) == f"{field}: got {got!r} ({type(got).__name__}), expected {hint}"


@pytest.mark.parametrize(
    ("cls", "wrong", "where"),
    [
        (mo.Source, {"kind": 5}, "kind"),
        (mo.Agreement, {"kind": 5}, "kind"),
        (mo.Operator, {"segments": [5]}, "segments"),
        (mo.Operator, {"name": ""}, "name"),
        (mo.Observation, {"scope": 5}, "scope"),
        (mo.Pledge, {"basis": 5}, "basis"),
    ],
)
def test_a_field_is_named_as_the_record_names_it(cls: type, wrong: dict[str, Any], where: str) -> None:
    """The path has the names of fields only, each once: not `kind.sourcekind`, not `name.name.fr`."""
    with pytest.raises(MarocOffshoringError) as caught:
        attrs.evolve(example(cls), **wrong)
    assert caught.value.where in (where, f"{where}.fr")


def test_an_event_ends_after_it_starts() -> None:
    """A fair that is over before it begins is refused; one whose days may be in order is not."""
    with pytest.raises((InvalidField, InvalidDate)):
        attrs.evolve(FAIR, starts_on="2020-07-11", ends_on="2020-07-10")
    assert attrs.evolve(FAIR, starts_on="2020-07-11", ends_on="2020-07").ends_on == mo.PartialDate(2020, 7)


def test_a_rule_ends_after_it_starts() -> None:
    """A rule that ends before it is in force is refused."""
    with pytest.raises((InvalidField, InvalidDate)):
        attrs.evolve(RULE, in_force_from="2010", in_force_to="2009")


def test_a_position_has_two_coordinates_on_the_globe() -> None:
    """A latitude of 134 degrees is nowhere."""
    with pytest.raises(InvalidField, match=r"^latitude: "):
        attrs.evolve(OUJDA, latitude="134.68")
    with pytest.raises(InvalidField, match=r"^longitude: "):
        attrs.evolve(OUJDA, longitude="-190.8")


def test_a_field_that_a_record_lacks_is_pythons_own_error() -> None:
    """An unknown keyword is refused when a record is made in Python."""
    with pytest.raises(TypeError, match="unexpected keyword argument 'nonsense'"):
        mo.Pledge(measure="jobs", figure="5 emplois", nonsense=1)  # type: ignore[call-arg]


def test_a_record_without_a_source_is_refused() -> None:
    """Every record says where it comes from."""
    with pytest.raises(TypeError, match="citations"):
        mo.Operator(id="x", name="X")  # type: ignore[call-arg]


def test_ones_own_records_are_as_easy_to_write(ds: mo.Dataset) -> None:
    """A record of one's own lays over the reference and adds up with it."""
    ours = mo.Commitment(
        id="intelcia-oujda-2026", made_by=[ds.operators["Intelcia"]], places=[ds.sites["Oujda Shore"]],
        announced_on="2026-03", pledges=[PLEDGE], **CITED,
    )  # fmt: skip
    before = ds.commitments.where(place="Oujda").total("jobs").figure
    after = ds.merge(mo.Dataset.of(ours)).commitments.where(place="Oujda").total("jobs").figure
    assert before is not None
    assert after is not None
    assert after.number() - before.number() == 300


def test_a_whole_dataset_survives_pickling(ds: mo.Dataset) -> None:
    """A dataset crosses a process and is equal on the other side, record by record."""
    twin = pickle.loads(pickle.dumps(ds))
    assert twin == ds
    assert hash(twin) == hash(ds)
    assert twin.commitments["2022-04-20-phoneo"] == ds.commitments["2022-04-20-phoneo"]
    assert twin.commitments["2022-04-20-phoneo"] is not ds.commitments["2022-04-20-phoneo"]
