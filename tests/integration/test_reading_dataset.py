"""The words that real sources print, read again: they say what the records say, or are listed with the reason."""

from collections.abc import Iterator

import pytest

import maroc_offshoring as mo
from maroc_offshoring.errors import UnreadableFigure
from maroc_offshoring.figures import find_figures, parse_figure

# What a person knew from elsewhere in the article, and the few words do not say.
SAID_ELSEWHERE = {
    ("2005-12-17-technopolis-12000", "1,5 milliard DH"): "the article says about so much",
    ("2007-02-22-bnp-paribas-casashore", "45 millions de dirhams"): "the article says about so much",
    ("2009-fes-shore-1200m", "1,2 milliard de DH"): "the article says about so much",
    ("2011-09-07-agadir-shore-5000", "320 millions de DH"): "the article says about so much",
    ("2019-03-segula-agadir-1000", "7,5 millions d'euros"): "the article says about so much",
    ("obs-revenue-morocco-2005", "€85 million"): "an estimate",
    ("obs-revenue-morocco-crm-2004", "85 millions d'euros"): "an estimate",
    ("obs-share_of_gdp-morocco-2007_2012", "2% en moyenne"): "an average is about so much",
    ("obs-share_of_gdp-morocco-2014", "2 pc"): "the article says about so much",
    ("obs-export_revenue-morocco-crm-2011-01_2011-06", "autour de […] 2,09 MMDH"): "words are left out between",
    ("obs-jobs-morocco-2020", "10.000 postes"): "the article says at least so many",
    ("2018-oujda-conventions", "100.000 DH"): "it is a ceiling",
    ("2006-teuchos-75m", "25.000 m2"): "the record has it in hectares",
    ("obs-call_centres-morocco-crm-2004-3", "60 opérateurs"): "the operators are call centres there",
    ("2017-05-engie-half-of-800", "près de la moitié des 800 postes"): "half of the figure is meant",
}


def printed(ds: mo.Dataset) -> Iterator[tuple[str, str, mo.Figure, str]]:
    """Yield the words of every figure of the dataset with its record's id, the figure and the language."""
    records = [*ds.commitments, *ds.targets, *ds.observations]
    for record in records:
        language = next((one.language for one in record.sources if one.language in ("fr", "en", "ar")), "fr")
        for stated in getattr(record, "pledges", (record,)):
            if stated.figure is not None and stated.figure.as_printed:
                yield record.id, stated.figure.as_printed, stated.figure, str(language)


def says(figure: mo.Figure) -> tuple[object, ...]:
    """What a figure says; people are jobs where the record counts them so."""
    unit = "job" if figure.unit == "person" else figure.unit
    return figure.value, unit, figure.qualifier, figure.low, figure.high


@pytest.fixture(scope="module")
def words(ds: mo.Dataset) -> list[tuple[str, str, mo.Figure, str]]:
    """Every figure of the dataset that has its words."""
    return list(printed(ds))


def test_the_words_of_the_sources_say_what_the_records_say(words: list[tuple[str, str, mo.Figure, str]]) -> None:
    """Wherever a figure is found in the printed words, it is the record's; what a person added is listed."""
    read, other = 0, {}
    for record, text, figure, language in words:
        found = find_figures(text, language)
        if found and [says(one.figure) for one in found] == [says(figure)]:
            read += 1
        elif found:
            other[record, text] = [str(one.figure) for one in found]
    assert set(other) == set(SAID_ELSEWHERE), other
    assert read >= 400


def test_no_whole_phrase_of_the_sources_is_read_as_another_figure(words: list[tuple[str, str, mo.Figure, str]]) -> None:
    """What can be read to its last word is the record's figure too, with the language told and without."""
    read = 0
    for record, text, figure, language in words:
        for told in (language, None):
            try:
                one = parse_figure(text, language=told)
            except UnreadableFigure:
                continue
            read += 1
            assert says(one) == says(figure) or (record, text) in SAID_ELSEWHERE, (record, text, str(one))
    assert read >= 600
