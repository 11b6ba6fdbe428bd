"""Parts of the calendar: years, months on from a date, halves and quarters, and the words for numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.errors import InvalidDate
from maroc_offshoring.text.words import Word, listed

YEAR = re.compile(r"(?:19[89]|20[0-6])\d")
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "un une one a", "deux two", "trois three", "quatre four", "cinq five", "six", "sept seven", "huit eight",
            "neuf nine", "dix ten", "onze eleven", "douze twelve",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
SMALL = listed("de d l la le annee an of the year du des mois")
_PARTS = {"semestre": 6, "half": 6, "trimestre": 3, "quarter": 3}
_ORDINALS = {
    "premier": 1, "1er": 1, "first": 1, "1st": 1, "deuxieme": 2, "second": 2, "2e": 2, "2eme": 2, "2nd": 2,
    "troisieme": 3,
    "third": 3, "3e": 3, "3eme": 3, "3rd": 3, "quatrieme": 4, "fourth": 4, "4e": 4, "4eme": 4, "4th": 4,
}  # fmt: skip


def dating(year: int, month: int | None = None, day: int | None = None) -> Period | None:
    """Make the period of a date; None where the calendar has no such date.

    Args:
        year: The year.
        month: The month, where it is known.
        day: The day, where it is known.

    Returns:
        The period.
    """
    try:
        return Period.of(PartialDate(year, month, day))
    except InvalidDate:
        return None


def months_on(date: PartialDate, by: int) -> Period | None:
    """Return the month that lies so many months on from a date.

    Args:
        date: The date.
        by: How many months; fewer than none lie before it.

    Returns:
        The month; None where the calendar has none.
    """
    months = date.year * 12 + (date.month or 1) - 1 + by
    return dating(months // 12, months % 12 + 1)


def over(words: Sequence[Word], index: int, small: frozenset[str]) -> int:
    """Step over small words.

    Args:
        words: The words.
        index: The word to begin at.
        small: The small words.

    Returns:
        The first word that is none of them.
    """
    while index < len(words) and words[index].folded in small:
        index += 1
    return index


def part_of_year(words: Sequence[Word], index: int) -> tuple[int, Period, bool] | None:
    """Read `premier semestre 2025`, `first half of 2025`, `T1 2025`.

    Args:
        words: The words.
        index: The word to begin at.

    Returns:
        The word after it, the period, and that nothing was worked out; None where there is no such part.
    """
    position = over(words, index, SMALL)
    if position >= len(words):
        return None
    word = words[position].folded
    number, months = _ORDINALS.get(word, 0), 0
    if number and position + 1 < len(words):
        months = _PARTS.get(words[position + 1].folded, 0)
        position += 2
    elif re.fullmatch(r"[tqsh][1-4]", word):
        number, months = int(word[1]), 3 if word[0] in "tq" else 6
        position += 1
    position = over(words, position, SMALL)
    if not (number and months and number * months <= 12 and position < len(words)):
        return None
    if not YEAR.fullmatch(words[position].folded):
        return None
    year = int(words[position].folded)
    period = Period(PartialDate(year, (number - 1) * months + 1), PartialDate(year, number * months))
    return position + 1, period, False


def first_months(words: Sequence[Word], index: int) -> tuple[int, Period, bool] | None:
    """Read `les six premiers mois de 2025`, `the first six months of 2025`.

    Args:
        words: The words.
        index: The word to begin at.

    Returns:
        The word after it, the period, and that nothing was worked out; None where there are none such.
    """
    position = over(words, index, frozenset(("les", "the", "des")))
    said = [word.folded for word in words[position : position + 3]]
    number = next((NUMBERS[word] for word in said if word in NUMBERS), 0)
    if not number or not {"premiers", "first"} & set(said) or not {"mois", "months"} & set(said):
        return None
    last = over(words, position + 3, SMALL)
    if last >= len(words) or not YEAR.fullmatch(words[last].folded):
        return None
    year = int(words[last].folded)
    return last + 1, Period(PartialDate(year, 1), PartialDate(year, number)), False
