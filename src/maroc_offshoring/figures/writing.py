"""Figures as people read them, in French, English and Arabic."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from maroc_offshoring import units
from maroc_offshoring.errors import UnknownWord
from maroc_offshoring.figures.decimals import grouped
from maroc_offshoring.vocabulary import Qualifier

if TYPE_CHECKING:
    from maroc_offshoring.figures.figure import Figure

# What a figure may look like, by what is known of it: {value}, {low} and {high} are numbers, {unit} their unit.
FORMS = {
    "en": {
        "exact": "{value}{unit}",
        "about": "about {value}{unit}",
        "nearly": "nearly {value}{unit}",
        "at_least": "at least {value}{unit}",
        "at_most": "at most {value}{unit}",
        "between": "between {low} and {high}{unit}",
        "from": "{low} or more{unit}",
        "from_stated": "{low} or more, {value} as stated{unit}",
        "up_to": "up to {high}{unit}",
        "about_between": "about {low} to {high}{unit}",
        "about_from": "about {low} or more{unit}",
        "about_from_stated": "about {low} or more, {value} as stated{unit}",
        "about_up_to": "about up to {high}{unit}",
    },
    "fr": {
        "exact": "{value}{unit}",
        "about": "environ {value}{unit}",
        "nearly": "près de {value}{unit}",
        "at_least": "au moins {value}{unit}",
        "at_most": "au plus {value}{unit}",
        "between": "entre {low} et {high}{unit}",
        "from": "{low}{unit} ou plus",
        "from_stated": "{low}{unit} ou plus, {value} selon l'énoncé",
        "up_to": "jusqu'à {high}{unit}",
        "about_between": "environ {low} à {high}{unit}",
        "about_from": "environ {low}{unit} ou plus",
        "about_from_stated": "environ {low}{unit} ou plus, {value} selon l'énoncé",
        "about_up_to": "environ jusqu'à {high}{unit}",
    },
    "ar": {
        "exact": "{value}{unit}",
        "about": "حوالي {value}{unit}",
        "nearly": "ما يقارب {value}{unit}",
        "at_least": "{value}{unit} على الأقل",
        "at_most": "{value}{unit} على الأكثر",
        "between": "ما بين {low} و{high}{unit}",
        "from": "{low}{unit} أو أكثر",
        "from_stated": "{low}{unit} أو أكثر، {value} كما ورد",
        "up_to": "إلى غاية {high}{unit}",
        "about_between": "حوالي {low} إلى {high}{unit}",
        "about_from": "حوالي {low}{unit} أو أكثر",
        "about_from_stated": "حوالي {low}{unit} أو أكثر، {value} كما ورد",
        "about_up_to": "حوالي {high}{unit} كحد أقصى",
    },
}


def known_language(language: str) -> str:
    """Take a language that figures are written in.

    Args:
        language: `fr`, `en` or `ar`.

    Returns:
        The same.

    Raises:
        UnknownWord: Where it is another.
    """
    if not isinstance(language, str) or language not in FORMS:
        raise UnknownWord("language of figures", language, list(FORMS))
    return language


def number_in(number: Decimal, language: str = "en") -> str:
    """Write a number as readers of a language do.

    Args:
        number: The number.
        language: `fr`, `en` or `ar`.

    Returns:
        Its digits in groups of three, with a decimal comma in French and Arabic as they are written in Morocco.

    Raises:
        UnknownWord: Where it is another language.

    Example:
        >>> from decimal import Decimal
        >>> from maroc_offshoring.figures.writing import number_in
        >>> number_in(Decimal("6.5"), "fr"), number_in(Decimal("6.5"), "en")
        ('6,5', '6.5')
    """
    text = grouped(number)
    return text if known_language(language) == "en" else text.replace(".", ",").replace("less than", _LESS[language])


_LESS = {"fr": "moins de", "ar": "أقل من"}


def figure_in(figure: Figure, language: str = "en") -> str:
    """Write a figure as readers of a language do.

    Args:
        figure: The figure.
        language: `fr`, `en` or `ar`.

    Returns:
        How firmly it is stated, its number or its ends, and its unit.

    Raises:
        UnknownWord: Where it is another language.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.writing import figure_in
        >>> print(figure_in(mo.load().observations["obs-jobs-fes-2019"].figure, "fr"))
        près de 4 500 emplois
    """
    return spelled(figure, language, number_in, f"\u00a0{units.label(figure.unit, known_language(language))}")


def spelled(figure: Figure, language: str, number: Callable[[Decimal, str], str], unit: str) -> str:
    """Write a figure with numbers and a unit that are written in some other way than ours.

    Args:
        figure: The figure.
        language: `fr`, `en` or `ar`.
        number: Writes a number in a language.
        unit: What stands behind the number, with the space before it; empty where the reader knows the unit.

    Returns:
        How firmly it is stated, its number or its ends, and the unit.

    Raises:
        UnknownWord: Where it is another language.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.figures.writing import spelled
        >>> figure = mo.load().observations["obs-jobs-fes-2019"].figure
        >>> print(spelled(figure, "fr", lambda number, language: f"{number / 1000} k", ""))
        près de 4.5 k
    """
    form = FORMS[known_language(language)][_form(figure)]
    numbers = {
        "value": figure.value if figure.value is not None else figure.low,
        "low": figure.low,
        "high": figure.high,
    }
    if figure.qualifier is Qualifier.AT_MOST:
        numbers["high"] = figure.value
    written = {name: number(value, language) for name, value in numbers.items() if value is not None}
    return form.format(**written, unit=unit)


def _form(figure: Figure) -> str:
    """Choose the form that says what is known of a figure and no more."""
    about = "about_" if figure.qualifier is Qualifier.ABOUT else ""
    if figure.qualifier is Qualifier.AT_MOST and figure.low:
        return "between"
    if (figure.low is None and figure.high is None) or figure.qualifier is Qualifier.AT_MOST:
        return figure.qualifier.value
    if about and figure.low == figure.high:
        return "about"
    if figure.high is None:
        # Where an `at least` met an `at most`, the value is no floor: what is a floor is said too.
        return f"{about}from" if figure.value in (None, figure.low) else f"{about}from_stated"
    return f"{about}up_to" if figure.low is None else f"{about}between"
