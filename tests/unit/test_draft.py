"""Drafts of single sentences: what is promised, aimed at or measured, by whom, where and when."""

import tomllib
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.text import Draft, DraftRecord

PUBLISHED = "2025-03-14"


def draft(text: str, ds: mo.Dataset, **keywords: Any) -> Draft:
    return mo.draft(text, dataset=ds, **{"published": PUBLISHED, **keywords})


def only(text: str, ds: mo.Dataset, **keywords: Any) -> DraftRecord:
    (record,) = draft(text, ds, **keywords)
    return record


def told(record: DraftRecord) -> tuple[str, str, str]:
    """The kind, the measure and the basis of a draft."""
    return record.kind, str(record["measure"]), str(record["basis"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intelcia va créer 300 emplois à Oujda.", ("commitment", "jobs", "additional")),
        ("Intelcia créera 300 emplois à Oujda.", ("commitment", "jobs", "additional")),
        ("Intelcia s'engage à créer 300 emplois à Oujda.", ("commitment", "jobs", "additional")),
        ("Intelcia prévoit d'atteindre 900 salariés à Oujda.", ("commitment", "jobs", "level")),
        ("300 emplois seront créés à Oujda par Intelcia.", ("commitment", "jobs", "additional")),
        ("Intelcia a annoncé la création de 300 emplois à Oujda.", ("commitment", "jobs", "additional")),
        ("Intelcia compte recruter 300 jeunes à Oujda.", ("commitment", "hires", "additional")),
        ("Intelcia investira 20 MDH à Oujda.", ("commitment", "investment", "additional")),
        ("Intelcia emploie 300 salariés à Oujda.", ("observation", "jobs", "stock")),
        ("Intelcia compte 300 salariés à Oujda.", ("observation", "jobs", "stock")),
        ("Intelcia a créé 300 emplois à Oujda en 2023.", ("observation", "jobs", "flow")),
        ("Intelcia a annoncé avoir créé 300 emplois à Oujda en 2023.", ("observation", "jobs", "flow")),
        ("Intelcia a créé 300 emplois à Oujda entre 2019 et 2023.", ("observation", "jobs", "cumulative")),
        ("Le gouvernement ambitionne de créer 90.000 emplois au Maroc.", ("target", "jobs", "additional")),
        ("Le gouvernement vise 40 milliards de dirhams d'exportations.", ("target", "export_revenue", "level")),
        ("Le secteur a réalisé un chiffre d'affaires de 12 MMDH en 2023.", ("observation", "revenue", "flow")),
        ("La région de l'Oriental compte 36 centres d'appels.", ("observation", "call_centres", "stock")),
        ("L'Oriental représente 11 % des emplois du secteur au niveau national.",
         ("observation", "share_of_national_jobs", "stock")),
        ("Intelcia will create 300 jobs in Oujda.", ("commitment", "jobs", "additional")),
        ("Intelcia has pledged to hire 300 people in Oujda.", ("commitment", "hires", "additional")),
        ("Intelcia plans to reach 900 employees in Oujda.", ("commitment", "jobs", "level")),
        ("Intelcia employs 300 people in Oujda.", ("observation", "jobs", "stock")),
        ("Intelcia created 300 jobs in Oujda in 2023.", ("observation", "jobs", "flow")),
        ("The government aims to create 90,000 jobs in Morocco.", ("target", "jobs", "additional")),
    ],
)  # fmt: skip
def test_verb_and_tense_tell_promises_aims_and_measurements(
    text: str, expected: tuple[str, str, str], ds: mo.Dataset
) -> None:
    """What will be is promised by companies and aimed at by authorities; what is or was is measured."""
    assert told(only(text, ds)) == expected


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("d'ici 2026", "2026"),
        ("d'ici à fin 2025", "2025-12"),
        ("à l'horizon 2030", "2030"),
        ("avant la fin de 2027", "2027-12"),
        ("dès août prochain", "2025-08"),
        ("d'ici la fin de l'année", "2025-12"),
        ("sur trois ans", "2028"),
        ("dans les cinq prochaines années", "2030"),
        ("au premier semestre 2026", "2026-01..2026-06"),
        ("d'ici juin 2026", "2026-06"),
        ("entre 2026 et 2028", "2028"),
    ],
)
def test_due_dates_are_read_as_the_press_words_them(phrase: str, due: str, ds: mo.Dataset) -> None:
    """A length of time counts from the date of the article; a span is due at its end."""
    record = only(f"Intelcia va créer 300 emplois à Oujda {phrase}.", ds)
    assert str(record["due"]) == due
    assert record["due"].words == phrase


@pytest.mark.parametrize(
    ("phrase", "due"),
    [("by 2026", "2026"), ("by the end of 2026", "2026-12"), ("within five years", "2030"), ("in May 2026", "2026-05")],
)
def test_english_due_dates_are_read_too(phrase: str, due: str, ds: mo.Dataset) -> None:
    """The same in English."""
    assert str(only(f"Intelcia will create 300 jobs in Oujda {phrase}.", ds)["due"]) == due


def test_a_length_of_time_needs_the_date_of_the_article(ds: mo.Dataset) -> None:
    """Without a date of the article nothing is worked out."""
    assert only("Intelcia va créer 300 emplois à Oujda sur trois ans.", ds, published=None).get("due") is None


def test_every_field_tells_the_words_that_it_rests_on(ds: mo.Dataset) -> None:
    """A field's words stand in the text from its start to its end."""
    text = "Selon nos informations, Intelcia va créer plus de 300 emplois à Oujda Shore d'ici 2028."
    record = only(text, ds)
    for name, words in {
        "figure": "plus de 300 emplois",
        "made_by": "Intelcia",
        "places": "Oujda Shore",
        "due": "d'ici 2028",
        "basis": "créer",
    }.items():
        field = record[name]
        assert text[field.start : field.end] == field.words == words
        assert field.confidence == "high"
    assert record["figure"].value.qualifier == "at_least"


def test_names_are_those_of_the_dataset_in_any_spelling(ds: mo.Dataset) -> None:
    """The dataset's look-up finds places and parties by any of their names; the innermost place counts."""
    record = only("Webhelp va créer 200 emplois au parc Fes-Shore, dans la région Fès-Meknès.", ds)
    assert record["made_by"].value == (ds.operators["Webhelp"],)
    assert record["places"].value == (ds.site("Fès Shore"),)


def test_a_company_that_the_dataset_does_not_have_is_proposed(ds: mo.Dataset) -> None:
    """It gets an id of its own name, and nothing is taken for it."""
    made = draft("La société Zarvalia Services va créer 300 emplois à Oujda.", ds)
    (newcomer,) = made.newcomers
    assert (newcomer.id, newcomer.name) == ("zarvalia-services", "Zarvalia Services")
    assert not made.drafts[0]["made_by"].is_sure
    assert "zarvalia-services" not in ds.operators


@pytest.mark.parametrize(("name", "part"), [("NTT Data", "ntt-data-morocco"), ("Capgemini Robotics", "capgemini")])
def test_a_name_that_is_not_the_datasets_own_is_never_taken_for_one(name: str, part: str, ds: mo.Dataset) -> None:
    """The beginning of a name, or a longer one, is told with the candidates and stays unsettled."""
    (unsettled,) = only(f"{name} va créer 300 emplois à Oujda.", ds)["made_by"].unsettled
    assert unsettled.name == name
    assert part in unsettled.candidates


def test_an_ambiguous_name_is_said_to_be_so(ds: mo.Dataset) -> None:
    """`CRI` alone is none of the centres; named in full before, it is that one."""
    alone = only("Le CRI ambitionne de créer 2.000 emplois à Oujda d'ici 2028.", ds)
    assert {"cri-oriental", "cri-fes-meknes"} <= set(alone["set_by"].unsettled[0].candidates)
    text = "Le CRI de l'Oriental s'est réuni. Le CRI ambitionne de créer 2.000 emplois à Oujda d'ici 2028."
    assert only(text, ds)["set_by"].value == (ds.institutions["cri-oriental"],)


def test_a_parent_company_or_a_seat_is_not_who_acts_or_where(ds: mo.Dataset) -> None:
    """`filiale de` and `dont le siège est à` are said beside the promise."""
    record = only("Cnexia, filiale de Webhelp dont le siège se trouve à Fès, va créer 300 emplois à Oujda.", ds)
    assert record["made_by"].value == (ds.operators["Cnexia"],)
    assert record["places"].value == (ds.city("Oujda"),)


def test_a_figure_of_another_country_is_left_aside(ds: mo.Dataset) -> None:
    """Staff in France or in the world is none of Morocco's."""
    made = draft("Intelcia emploie 300 salariés à Oujda. Le groupe emploie 40.000 personnes dans le monde.", ds)
    assert [str(one["figure"]).split("\xa0")[0] for one in made] == ["300"]
    assert "place" in made.unplaced[0].why


def test_a_part_belongs_to_its_total(ds: mo.Dataset) -> None:
    """`dont` makes a part, and items that add up to a total are its parts; they take its date where they have none."""
    whole, part = draft("Intelcia va créer 600 emplois à Oujda d'ici 2028, dont 400 emplois à Oujda Shore.", ds)
    assert part["part_of"].value == whole.id
    assert str(part["due"]) == "2028"
    items = "- Intelcia : 500 emplois à Oujda ;\n- Webhelp : 400 emplois à Fès."
    text = f"Deux accords prévoient 900 emplois d'ici 2028 :\n\n{items}"
    total, *parts = draft(text, ds)
    assert [one["part_of"].value for one in parts] == [total.id, total.id]
    assert [str(one["made_by"]) for one in parts] == ["intelcia", "webhelp"]
    assert [str(one["due"]) for one in parts] == ["2028", "2028"]


def test_jobs_and_money_of_one_sentence_are_one_promise(ds: mo.Dataset) -> None:
    """A promise may pledge several measures."""
    record = only("Intelcia va créer 300 emplois à Oujda pour un investissement de 20 MDH.", ds)
    assert [str(one.measure) for one in record.figures] == ["jobs", "investment"]


def test_a_headline_is_not_told_twice(ds: mo.Dataset) -> None:
    """What the headline says and the text repeats is one draft."""
    text = "Intelcia : 300 emplois à Oujda\n\nIntelcia va créer 300 emplois à Oujda d'ici 2028."
    assert str(only(text, ds)["due"]) == "2028"


def test_a_start_without_a_figure_is_a_milestone(ds: mo.Dataset) -> None:
    """`ouvrira en mai 2026` promises a launch."""
    made = draft("Intelcia ouvrira un nouveau centre à Oujda Shore en mai 2026.", ds)
    (record,) = made.commitments
    assert (str(record["measure"]), str(record["due"]), record.get("figure")) == ("launch", "2026-05", None)
    (launch,) = made.records
    assert launch.milestones[0].measure == "launch"  # type: ignore[union-attr]


def test_who_acts_is_carried_by_a_pronoun(ds: mo.Dataset) -> None:
    """`Elle` and `le groupe` are the company named before, and are told as doubtful."""
    first, second = draft("Intelcia emploie 300 salariés à Oujda. Le groupe va recruter 90 jeunes à Fès.", ds)
    assert str(first["operator"]) == str(second["made_by"]) == "intelcia"
    assert second["made_by"].confidence == "medium"


def test_a_draft_that_tells_a_record_again_says_so(ds: mo.Dataset) -> None:
    """Party, figure and date agree: the record is named, and a promise stands as a restatement of it."""
    made = draft("Phoneo s'engage à créer 2.000 emplois d'ici 2026.", ds, published="2022-04-21")
    (record,) = made
    assert record.restates == "2022-04-20-phoneo"
    assert record["restates"].confidence == "high"
    (commitment,) = made.records
    assert commitment.restates == ds.commitments["2022-04-20-phoneo"]  # type: ignore[union-attr]


def test_a_measurement_that_the_dataset_has_is_never_active(ds: mo.Dataset) -> None:
    """A measurement has no field for it, so its draft is commented out and names the record."""
    made = draft("En 2019, Fès comptait 36 centres d'appels.", ds, published="2020-12-20")
    assert made.drafts[0].restates == "obs-call_centres-fes-crm-2019"
    assert made.records == ()
    assert "the dataset has it already: obs-call_centres-fes-crm-2019" in made.to_toml()


def test_what_could_be_counted_twice_is_never_active(ds: mo.Dataset) -> None:
    """A total beside promises that it may contain stays a comment."""
    text = "Intelcia va créer 500 emplois à Oujda. Au total, 1.200 emplois seront créés dans la ville."
    made = draft(text, ds)
    assert len(made) == 2
    assert [record.pledges[0].figure.value for record in made.records] == [500]  # type: ignore[union-attr]


def test_a_denial_is_never_active(ds: mo.Dataset) -> None:
    """`ne … pas` makes a promise doubtful."""
    made = draft("Intelcia ne va pas créer 300 emplois à Oujda.", ds)
    assert made.records == ()


def test_an_article_of_a_given_source_takes_its_date(ds: mo.Dataset) -> None:
    """A source of the dataset is cited, and its date is the one that counts."""
    id = "afrique-medias24-com-nd-f48260"
    for source in (id, ds.sources[id]):
        made = mo.draft("Intelcia va créer 300 emplois à Oujda sur trois ans.", source=source, dataset=ds)
        assert str(made.published) == "2022-04-20"
        assert str(made.drafts[0]["due"]) == "2025"
        assert made.source_is_known
        assert made.records[0].sources == (ds.sources[id],)
        assert "[[sources]]" not in made.to_toml()


def test_a_source_of_ones_own_is_written_whole(ds: mo.Dataset) -> None:
    """The record file holds it with all its fields; an id that the dataset has for another source is refused."""
    paper = mo.Source(id="our-paper", publisher="CRI", title="Enquête", published="2026-03", kind="official")
    written = mo.draft("Intelcia va créer 300 emplois à Oujda.", source=paper, dataset=ds).to_toml()
    (table,) = tomllib.loads(written)["sources"]
    assert {name: str(value) for name, value in table.items()} == {
        "id": "our-paper", "publisher": "CRI", "title": "Enquête", "published": "2026-03", "kind": "official",
    }  # fmt: skip
    other = mo.Source(id="afrique-medias24-com-nd-f48260", publisher="Someone else")
    with pytest.raises(mo.errors.InvalidField, match="an id of its own"):
        mo.draft("Intelcia va créer 300 emplois.", source=other, dataset=ds)


def test_without_a_source_a_stub_is_proposed(ds: mo.Dataset) -> None:
    """Its id depends on the text alone, and what is missing is to be filled in."""
    first, second = (draft("Intelcia va créer 300 emplois à Oujda.", ds) for _ in range(2))
    assert first.source == second.source
    assert first.source.publisher == "(to be filled in)"
    assert not first.source_is_known


def test_the_date_at_the_head_of_an_article_counts(ds: mo.Dataset) -> None:
    """Where nobody gives the date, the one that the article prints is taken."""
    made = mo.draft("Oujda\n\n21/04/2022\n\nIntelcia va créer 300 emplois à Oujda d'ici deux ans.", dataset=ds)
    assert (str(made.published), str(made.drafts[0]["due"])) == ("2022-04-21", "2024")


def test_a_draft_reads_as_a_table(ds: mo.Dataset) -> None:
    """Its text is a line for each figure, with marks of doubt."""
    text = repr(draft("Intelcia va créer 300 emplois à Oujda d'ici deux ans. Elle a 12 % de plus.", ds))
    assert all(word in text for word in ("commitment", "intelcia", "2027?"))
    assert "1 figure left aside" in text
    assert repr(draft("Rien.", ds)).startswith("0 drafts of article-")


def test_a_field_that_is_not_there(ds: mo.Dataset) -> None:
    """`get` gives None, the index raises."""
    record = only("Intelcia va créer 300 emplois à Oujda.", ds)
    assert record.get("due") is None
    with pytest.raises(KeyError):
        record["due"]
    assert "300" in repr(record)


@pytest.mark.parametrize(
    ("keywords", "error"),
    [
        ({"language": "de"}, mo.errors.UnknownWord),
        ({"source": "nope"}, mo.errors.UnknownName),
        ({"source": 3}, mo.errors.WrongType),
        ({"published": "2026-13"}, mo.errors.InvalidDate),
        ({"dataset": 3}, mo.errors.WrongType),
    ],
)
def test_a_wrong_call_is_refused(keywords: dict[str, Any], error: type[Exception], ds: mo.Dataset) -> None:
    """By name, with the base class of the library."""
    with pytest.raises(error):
        mo.draft("Intelcia va créer 300 emplois.", **{"dataset": ds, **keywords})
    with pytest.raises(mo.errors.WrongType):
        mo.draft(3, dataset=ds)  # type: ignore[arg-type]


def test_the_reference_dataset_is_the_default() -> None:
    """Names are looked up in the shipped records where no dataset is given."""
    assert str(mo.draft("Intelcia va créer 300 emplois à Oujda.").drafts[0]["made_by"]) == "intelcia"


def test_the_names_of_ones_own_dataset_count(world: Any) -> None:
    """A dataset of three companies knows three companies."""
    own = mo.Dataset.of(*world.ground)
    (record,) = mo.draft("Bolt va créer 300 emplois à Jerada.", dataset=own, published=2025)
    assert record["made_by"].value == (world.bolt,)
    (other,) = mo.draft("Intelcia va créer 300 emplois à Jerada.", dataset=own, published=2025)
    assert [one.name for one in other["made_by"].unsettled] == ["Intelcia"]
