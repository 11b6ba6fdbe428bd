"""Names in three languages: folding, the order of a look-up, ambiguity, and the refusal to guess."""

import pickle
from typing import Any

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import AmbiguousName, InvalidField, UnknownName, WrongType
from maroc_offshoring.names import NameIndex, fold, words

SAME = [
    ("Fès", "fes"),
    ("FÈS", "fès"),
    ("Fe\u0300s", "Fès"),  # a combining accent
    ("Béni Mellal", "beni-mellal"),
    ("Béni\u00a0Mellal", "Béni Mellal"),
    ("Fès\u2013Meknès", "Fès-Meknès"),  # an en dash
    ("Fès\u2011Meknès", "Fès-Meknès"),  # a hyphen that does not break
    ("L'Oriental", "L\u2019Oriental"),
    ("l'oriental", "LORIENTAL"),
    ("Cœur", "coeur"),
    ("CŒUR", "Cœur"),
    ("Ægis", "aegis"),
    ("Oujda.Shore", "oujda shore"),
    ("أكادير", "اكادير"),
    ("إفران", "افران"),
    ("آسفي", "اسفي"),
    ("ٱلرباط", "الرباط"),
    ("مُرَاكُش", "مراكش"),  # vowel marks
    ("فـــاس", "فاس"),  # tatweel
    ("المغربى", "المغربي"),  # alif maqsura
    ("ﻓﺎﺱ", "فاس"),  # presentation forms
    ("الدار البيضاء", "الدارالبيضاء"),
    ("Ｏｕｊｄａ", "Oujda"),  # full width
    ("Touch™", "TouchTM"),
    ("№ 1", "no 1"),
]
DIFFERENT = [
    ("Fès", "Fez"),
    ("Rabat", "Ribat"),
    ("Technopark", "Technopole"),
    ("Salé", "Safi"),
    ("فاس", "آسفي"),
    ("وجدة", "جدة"),
    ("Technopark 1", "Technopark 2"),
]

# What people write, and the id of what they mean.
SITES = {
    "casanearshore": (
        "casanearshore", "Casanearshore", "CASANEARSHORE", "CasaNearShore", "Casa Near Shore", "Casa Nearshore",
        "Casa-shore", "Casashore", "casa shore", "Casa\u2011Near\u2011Shore", "Casanershore", "Casaneashore",
        "Casablanca Nearshore Park", "CNS", "كازا نيرشور", "كازانيرشور", "كازا نِيرشور",
    ),
    "technopolis-rabat": (
        "Technopolis", "TECHNOPOLIS", "Rabat Technopolis", "Technopolis Rabat", "Rabatshore", "Rabat-Shore",
        "rabat shore", "Technopolis de Salé", "technopolis de sale", "Cité de la technologie", "تكنوبوليس",
    ),
    "fes-shore": (
        "Fès Shore", "Fes Shore", "Fez Shore", "FÈS-SHORE", "FèsShore", "fesshore", "Parc Fès Shore", "فاس شور",
        "فاس-شور",
    ),
    "oujda-shore": (
        "Oujda Shore", "oujda-shore", "Oujdashore", "OUJDA SHORE", "Oujda Offshore", "Parc offshore d'Oujda",
        "Parc offshore d\u2019Oujda", "وجدة شور",
    ),
    "tetouan-shore": ("Tétouan Shore", "Tetouanshore", "TÉTOUAN SHORE", "تطوان شور"),
    "technopark-casablanca": ("Technopark", "Technopark Casablanca", "Technopark de Casablanca", "Goldorak"),
    "technopark-rabat": ("Technopark Rabat", "technopark de rabat"),
    "technopark-agadir": ("Technopark d'Agadir", "Technopark Souss-Massa", "technopark souss massa"),
    "technopole-oujda": ("Technopole d'Oujda", "Technopôle d\u2019Oujda", "Oujda Technopole"),
    "fez-smart-factory": ("FSF", "Fez Smart Factory", "Fès Smart Factory"),
}  # fmt: skip
CITIES = {
    "casablanca": ("Casablanca", "casa", "CASA", "Dar el Beida", "الدار البيضاء", "الدّار البيضاء"),
    "fes": ("Fès", "Fes", "FES", "Fez", "فاس"),
    "tanger": ("Tanger", "Tangier", "Tánger", "طنجة"),
    "tetouan": ("Tétouan", "Tetouan", "TETOUAN", "تطوان"),
    "oujda": ("Oujda", "Oujda-Angad", "oujda angad", "وجدة"),
    "meknes": ("Meknès", "MEKNES", "مكناس"),
    "marrakech": ("Marrakech", "Marrakesh", "مراكش", "مُرّاكُش"),
    "kenitra": ("Kénitra", "Kenitra", "القنيطرة"),
    "sale": ("Salé", "Sale", "سلا"),
    "agadir": ("Agadir", "أكادير", "اكادير"),
    "laayoune": ("Laâyoune", "Laayoune", "El Aaiún", "العيون"),
    "el-jadida": ("El Jadida", "el-jadida", "الجديدة"),
    "ifrane": ("Ifrane", "إفران", "افران"),
    "safi": ("Safi", "آسفي", "اسفي"),
    "ben-guerir": ("Ben Guerir", "Benguerir", "Benguérir", "ابن جرير"),
    "al-hoceima": ("Al Hoceima", "Al Hoceïma", "al-hoceima", "الحسيمة"),
}
REGIONS = {
    "MA-01": (
        "Tanger-Tétouan-Al Hoceima", "Tangier-Tetouan-Al Hoceima", "tanger tetouan al hoceïma", "طنجة تطوان الحسيمة",
    ),
    "MA-02": ("Oriental", "ORIENTAL", "L'Oriental", "l\u2019oriental", "الشرق", "ma-02"),
    "MA-03": ("Fès-Meknès", "Fez-Meknes", "Fes Meknes", "فاس-مكناس", "فاس مكناس"),
    "MA-04": ("Rabat-Salé-Kénitra", "Rabat Sale Kenitra", "الرباط-سلا-القنيطرة"),
    "MA-06": ("Casablanca-Settat", "casablanca settat", "الدار البيضاء-سطات", "الدار البيضاء - سطات"),
    "MA-07": ("Marrakech-Safi", "Marrakesh-Safi", "مراكش-آسفي"),
    "MA-08": ("Drâa-Tafilalet", "Draa Tafilalet", "درعة-تافيلالت"),
    "MA-09": ("Souss-Massa", "Souss Massa", "سوس-ماسة"),
    "MA-12": ("Dakhla-Oued Ed-Dahab", "الداخلة-وادي الذهب"),
}  # fmt: skip
OPERATORS = {
    "intelcia": ("Intelcia", "INTELCIA"),
    "webhelp": ("Webhelp", "webhelp", "Webcad"),
    "ntt-data-morocco": ("NTT Data Morocco", "ntt data morocco"),
    "capgemini": ("Capgemini", "Capgemini Maroc", "CTSM"),
    "axa-services-maroc": ("AXA Services Maroc", "Axa Services"),
    "eca-assurances": ("Eca groupe", "ECA Assurances"),
}
INSTITUTIONS = {
    "apebi": ("APEBI", "Apebi", "apebi"),
    "cri-oriental": ("CRI de l'Oriental", "CRI de l\u2019Oriental", "cri oriental"),
    "hcp": ("HCP", "Haut-Commissariat au Plan", "haut commissariat au plan", "المندوبية السامية للتخطيط"),
    "add": ("ADD", "Agence de développement du digital"),
    "world-bank": ("Banque mondiale", "World Bank", "البنك الدولي"),
}
KNOWN = [
    (kind, written, expected)
    for kind, table in (
        ("sites", SITES),
        ("cities", CITIES),
        ("regions", REGIONS),
        ("operators", OPERATORS),
        ("institutions", INSTITUTIONS),
    )
    for expected, several in table.items()
    for written in several
]
# Near misses, parts of names, names of another kind: each is refused, never taken for the nearest.
UNKNOWN = [
    ("sites", "Casashoar"),
    ("sites", "Casa"),
    ("sites", "Casanear"),
    ("sites", "Rabat"),
    ("sites", "Oujda"),
    ("sites", "Fès"),
    ("sites", "Tanger"),
    ("sites", "Technopole"),
    ("sites", "Oujda Shores"),
    ("sites", "Shore"),
    ("sites", "الرباط"),
    ("sites", ""),
    ("sites", "   "),
    ("sites", "-"),
    ("sites", "'"),
    ("cities", "Ouejda"),
    ("cities", "Fess"),
    ("cities", "Oujda Shore"),
    ("cities", "Oriental"),
    ("cities", "Atlantis"),
    ("cities", "جدة"),
    ("regions", "Rabat"),
    ("regions", "Fès"),
    ("regions", "Fès-Boulemane"),
    ("regions", "MA-13"),
    ("regions", "Casa-Setta"),
    ("operators", "Intelsia"),
    ("operators", "Webhlep"),
    ("operators", "APEBI"),
    ("institutions", "APEB"),
    ("institutions", "Intelcia"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_two_spellings_of_one_name_fold_alike(first: str, second: str) -> None:
    """Case, accents, hyphens, apostrophes, spaces, ligatures, vowel marks and forms of alif are folded away."""
    assert fold(first) == fold(second) != ""


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_different_letters_never_fold_alike(first: str, second: str) -> None:
    """Folding drops how a name is written, never a letter or digit of it."""
    assert fold(first) != fold(second)


@pytest.mark.parametrize("text", ["", " ", "-", "'\u2019", "…", "ـ", "\u064e"])
def test_a_text_without_letters_folds_to_nothing(text: str) -> None:
    """Signs alone make no name."""
    assert fold(text) == ""
    assert words(text) == ()


def test_words_are_split_at_signs_and_folded() -> None:
    """A name is split at hyphens, apostrophes and spaces, not at the marks of a letter."""
    assert words("Technopark d'Oujda") == ("technopark", "d", "oujda")
    assert words("Tanger-Te\u0301touan–Al Hoceïma") == ("tanger", "tetouan", "al", "hoceima")
    assert words("الدّار البيضاء") == ("الدار", "البيضاء")


@pytest.mark.parametrize(("kind", "written", "expected"), KNOWN)
def test_a_thing_is_found_by_any_of_its_spellings(ds: mo.Dataset, kind: str, written: str, expected: str) -> None:
    """The spellings of the press, in three languages, name the thing that they mean."""
    collection = getattr(ds, kind)
    assert collection[written].id == expected
    assert collection.get(written).id == expected
    assert written in collection


@pytest.mark.parametrize(("kind", "written"), UNKNOWN)
def test_a_near_miss_is_refused(ds: mo.Dataset, kind: str, written: str) -> None:
    """A name that nothing has is an error, however near it comes; it is never taken for the nearest."""
    collection = getattr(ds, kind)
    with pytest.raises(UnknownName, match=r"^no \w+ is named "):
        collection[written]
    assert collection.get(written) is None
    assert written not in collection


@pytest.mark.parametrize("kind", ["countries", "regions", "cities", "sites", "operators", "institutions", "plans"])
def test_every_record_is_found_by_its_id_and_its_french_name(ds: mo.Dataset, kind: str) -> None:
    """No record hides behind another one's name."""
    collection = getattr(ds, kind)
    assert len(collection) > 0
    for record in collection:
        assert collection[record.id] is record
        assert collection[record.name.fr] is record


def test_places_of_every_level_are_found_together(ds: mo.Dataset) -> None:
    """One look-up reaches the country, the regions, the cities and the sites."""
    assert [ds.place(name).id for name in ("Maroc", "Morocco", "المغرب")] == ["morocco"] * 3
    assert ds.place("الشرق") is ds.region("Oriental")
    assert ds.place("Rabat") is ds.city("الرباط")
    assert ds.place("Casashore") is ds.site("CasaNearShore")


def test_a_party_is_an_operator_or_an_institution(ds: mo.Dataset) -> None:
    """One look-up reaches companies and institutions."""
    assert ds.party("Intelcia") is ds.operators["intelcia"]
    assert ds.party("APEBI") is ds.institutions["apebi"]


def test_an_unknown_name_suggests_the_nearest(ds: mo.Dataset) -> None:
    """The error names the thing that was probably meant, with its id."""
    with pytest.raises(UnknownName) as caught:
        ds.sites["Casashoar"]
    assert str(caught.value) == "no site is named 'Casashoar'; did you mean 'Casashore' (casanearshore)?"
    with pytest.raises(UnknownName, match=r"^no city is named 'Ouejda'; did you mean 'Oujda' \(oujda\)\?$"):
        ds.cities["Ouejda"]


def test_a_city_that_names_no_site_suggests_its_sites(ds: mo.Dataset) -> None:
    """Which Rabat is never guessed: both sites of the city are named."""
    with pytest.raises(UnknownName) as caught:
        ds.sites["Rabat"]
    assert str(caught.value) == (
        "no site is named 'Rabat'; did you mean 'Technopolis Rabat' (technopolis-rabat) or "
        "'Technopark Rabat' (technopark-rabat)?"
    )


def test_a_name_like_nothing_is_refused_without_a_suggestion(ds: mo.Dataset) -> None:
    """Nothing is suggested where nothing is alike."""
    with pytest.raises(UnknownName) as caught:
        ds.sites["Qqqqqq"]
    assert str(caught.value) == "no site is named 'Qqqqqq'"
    assert caught.value.suggestions == ()


def test_a_name_that_several_share_lists_them(ds: mo.Dataset) -> None:
    """CRI is each region's investment centre: the candidates are listed with their ids."""
    with pytest.raises(AmbiguousName) as caught:
        ds.institutions["CRI"]
    text = str(caught.value)
    assert text.startswith("'CRI' names more than one institution: ")
    assert text.endswith("; use the id of the one meant")
    for centre in ("cri-oriental", "cri-fes-meknes", "cri-souss-massa", "cri-casablanca"):
        assert f"{ds.institutions[centre].name.fr} ({centre})" in text
    assert len(caught.value.candidates) == sum(record.acronym == "CRI" for record in ds.institutions)


def test_an_ambiguous_name_is_an_error_wherever_it_is_asked(ds: mo.Dataset) -> None:
    """No call picks one of several, not even those that take an absent name."""
    for ask in (ds.institutions.get, ds.party, lambda name: ds.commitments.where(party=name)):
        with pytest.raises(AmbiguousName, match="'CRI' names more than one"):
            ask("CRI")
    with pytest.raises(AmbiguousName, match=r"more than one operator: GFI Informatique \(gfi\), Inetum \(inetum\)"):
        ds.operators["GFI"]


@pytest.mark.parametrize("key", [None, 3.5, b"oujda", ("oujda",)])
def test_only_a_text_is_looked_up(ds: mo.Dataset, key: Any) -> None:
    """What is no text is refused by its type."""
    with pytest.raises(WrongType, match=r"^site: got .*, expected an id or a name, as text$"):
        ds.sites[key]


class Thing:
    """Something with names."""

    def __init__(self, id_: str, main: tuple[str, ...], others: tuple[str, ...] = ()) -> None:
        self.id = id_
        self.main, self.others = main, others

    def spellings(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.main, self.others


def test_the_look_up_goes_from_exact_to_tolerant() -> None:
    """The id comes before the name, the name before an alias, an alias before a folded spelling."""
    index = NameIndex(
        "thing",
        [
            Thing("one", ("Two", "Été"), ("Four",)),
            Thing("Two", ("Three",), ("Été", "five")),
            Thing("three", ("Four",), ("ÉTÉ", "Five")),
        ],
    )
    found = {text: [thing.id for thing in index.matches(text)] for text in ("Two", "Three", "three", "Four", "FOUR")}
    assert found == {
        "Two": ["Two"],  # an id, though another thing is called so
        "Three": ["Two"],  # a name, though another id folds to it
        "three": ["three"],
        "Four": ["three"],  # a name, though it is another thing's alias
        "FOUR": ["one", "three"],  # folded: both
    }
    assert index.find("Été").id == "one"
    assert index.find("ÉTÉ").id == "three"
    assert index.find("five").id == "Two"
    with pytest.raises(AmbiguousName, match=r"^'ete' names more than one thing: Two \(one\), Three \(Two\), Four"):
        index.find("ete")


def test_a_name_asked_for_by_language_falls_back_to_french() -> None:
    """Every language has a label, which is the French name where it has none of its own."""
    name = mo.Name("Fès", "Fez", "فاس", aliases=["Fas"])
    assert [name.label(language) for language in ("fr", "en", "ar", "zgh")] == ["Fès", "Fez", "فاس", "Fès"]
    assert (str(name), name.main, name.aliases) == ("Fès", ("Fès", "Fez", "فاس"), ("Fas",))
    assert mo.Name("Phoneo", "Phoneo").main == ("Phoneo",)


def test_a_name_is_made_of_a_text() -> None:
    """A plain text is a name that is the same in every language."""
    assert mo.Name.of("Phoneo") == mo.Name("Phoneo")
    name = mo.Name("Fès", "Fez")
    assert mo.Name.of(name) is name


@pytest.mark.parametrize(
    ("make", "error", "text"),
    [
        (lambda: mo.Name(""), InvalidField, "name.fr: got '', expected a name that is not empty"),
        (lambda: mo.Name(" "), InvalidField, "name.fr: got ' ', expected a name that is not empty"),
        (lambda: mo.Name(5), WrongType, "name.fr: got 5 (int), expected a text"),
        (lambda: mo.Name("x", aliases="y"), WrongType, "aliases: got 'y' (str), expected a list of names"),
        (lambda: mo.Name.of(5), WrongType, "name: got 5 (int), expected a Name or a text"),
        (
            lambda: mo.Name("x").label("de"),
            InvalidField,
            "language: got 'de', expected one of fr, en, ar, zgh",
        ),
    ],
)
def test_what_is_no_name_is_refused(make: Any, error: type[Exception], text: str) -> None:
    """A name needs a French text; a list of aliases is no text."""
    with pytest.raises(error) as caught:
        make()
    assert str(caught.value) == text


@pytest.mark.parametrize(
    "make",
    [
        lambda: mo.Name("x", 5),
        lambda: mo.Name("x", ar=5),
        lambda: mo.Name("x", aliases=[5]),
        lambda: mo.Name("x", aliases=["y", ""]),
        lambda: mo.Name("x", en=""),
    ],
)
def test_every_form_of_a_name_is_checked(make: Any) -> None:
    """A number or an empty text is refused in any language and among the aliases, before a look-up meets it."""
    with pytest.raises((WrongType, InvalidField)):
        make()


def test_names_are_values() -> None:
    """Names compare by what they hold, hash, and survive pickling."""
    name = mo.Name("Fès", "Fez", "فاس", aliases=["Fas"])
    assert pickle.loads(pickle.dumps(name)) == name
    assert len({name, mo.Name("Fès", "Fez", "فاس", aliases=("Fas",))}) == 1
    assert name != mo.Name("Fès")
