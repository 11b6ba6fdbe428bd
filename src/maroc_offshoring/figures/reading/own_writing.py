"""Our own writing, to the letter: ranges, and sums of which only one end is known, `environ 3 000 emplois ou plus`.

Forms of :mod:`maroc_offshoring.figures.writing` are turned round, so that what is written is read back. What an article
may mean otherwise than it says (`entre 3 et 4.000 emplois`) is doubtful to the grammar, and is not where we wrote it;
what articles have in the same form (`jusqu'à 300 emplois`) is left to the grammar.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from maroc_offshoring.figures.figure import Figure
from maroc_offshoring.figures.reading.tokens import tokenize
from maroc_offshoring.figures.reading.units import UnitReader
from maroc_offshoring.figures.writing import FORMS
from maroc_offshoring.units import label
from maroc_offshoring.vocabulary import Qualifier

_FIELDS = {
    "{value}": "(?P<value>{number})",
    "{low}": "(?P<low>{number})",
    "{high}": "(?P<high>{number})",
    "{unit}": "\u00a0(?P<unit>[^\u00a0]+(?:\u00a0[^\u00a0]+)?)",
}
_NUMBER = {
    "en": r"[0-9]{1,3}(?:\u202f[0-9]{3})*(?:\.[0-9]{1,6})?",
    "fr": r"[0-9]{1,3}(?:\u202f[0-9]{3})*(?:,[0-9]{1,6})?",
}
_FORMS = ("between", "about_between", "from_stated", "about_from", "about_from_stated", "about_up_to")


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    patterns = []
    for language, forms in FORMS.items():
        number = _NUMBER.get(language, _NUMBER["fr"])
        for form in _FORMS:
            parts = re.split(r"(\{[a-z]+\})", forms[form])
            pattern = "".join(
                _FIELDS[part].replace("{number}", number) if part in _FIELDS else re.escape(part) for part in parts
            )
            patterns.append((form, re.compile(pattern)))
    return patterns


def read_own(text: str) -> Figure | None:
    """Read a figure as our own writing has it.

    Args:
        text: The figure, to the letter.

    Returns:
        The figure; None where it is none of these forms.
    """
    for form, pattern in _patterns():
        found = pattern.fullmatch(text)
        if found is None or (unit := _unit(found["unit"])) is None:
            continue
        ends = {name: _decimal(written) for name, written in found.groupdict().items() if name != "unit" and written}
        qualifier = Qualifier.ABOUT if form.startswith("about") else Qualifier.RANGE
        return Figure(ends.get("value"), unit, qualifier, ends.get("low"), ends.get("high"), as_printed=text)
    return None


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace("\u202f", "").replace(",", "."))


def _unit(text: str) -> str | None:
    """The unit, where it is one of our labels: `MDH` is a million dirhams, and never was written by us."""
    found = UnitReader(tokenize(text), anchored=True).unit(0, one=False, scaled=False)
    if found is None:
        return None
    ours = {label(found.unit, language) for language in FORMS}
    return found.unit if text.replace("\u00a0", " ") in ours else None
