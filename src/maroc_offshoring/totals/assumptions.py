"""What a simulation assumes, stated by whoever asks for it, and written out with every result."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen

from maroc_offshoring.derivation import Sentence
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures.conventions import DEFAULT, Convention, known_convention
from maroc_offshoring.figures.decimals import optional_decimal
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.vocabulary import Qualifier

if TYPE_CHECKING:
    from maroc_offshoring.totals.drawing import Node, Number
    from maroc_offshoring.totals.total import Total

MOST_DRAWS = 1_000_000
"""The most draws of one simulation: more takes memory and shows no more."""

SHAPES = ("triangular", "uniform")
"""How `about` is drawn between its ends: most often near the number that is printed, or anywhere alike."""

DEPENDENCES = ("independent", "together")
"""Whether figures are drawn each by itself, or all high and all low together, which gives the widest spread."""


def _upto(value: Decimal | int | str | None) -> Decimal | None:
    factor = optional_decimal(value, "at_least_upto")
    if factor is not None and factor < 1:
        raise InvalidField("at_least_upto", value, "a factor of 1 or more, such as Decimal('1.25')")
    return factor


def _from(value: Decimal | int | str | None) -> Decimal | None:
    share = optional_decimal(value, "at_most_from")
    if share is not None and share > 1:
        raise InvalidField("at_most_from", value, "a share of 1 or less, such as Decimal('0.5')")
    return share


def _a_number_of_draws(_assumptions: Any, attribute: Attribute[Any], value: Any) -> None:
    _whole(attribute.name, value, 1, MOST_DRAWS)


def _a_seed(_assumptions: Any, attribute: Attribute[Any], value: Any) -> None:
    _whole(attribute.name, value, 0, 2**63 - 1)


def _whole(name: str, value: Any, least: int, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongType(name, value, f"a whole number from {least} to {most}")
    if not least <= value <= most:
        raise InvalidField(name, value, f"a whole number from {least} to {most}")


def _a_convention(_assumptions: Any, _attribute: Attribute[Any], value: Any) -> None:
    known_convention(value)


def _a_shape(_assumptions: Any, attribute: Attribute[Any], value: Any) -> None:
    if value not in SHAPES:
        raise InvalidField(attribute.name, value, f"one of {', '.join(map(repr, SHAPES))}")


def _a_dependence(_assumptions: Any, attribute: Attribute[Any], value: Any) -> None:
    if value not in DEPENDENCES:
        raise InvalidField(attribute.name, value, f"one of {', '.join(map(repr, DEPENDENCES))}")


@frozen(kw_only=True)
class Assumptions:
    """How uncertain figures are drawn.

    Args:
        draws: How many times the sum is drawn.
        seed: What decides the random numbers: the same seed gives the same draws, on every machine.
        convention: Between which ends `about` and `nearly` are drawn.
        at_least_upto: Up to how many times its number an open floor may reach; None to refuse one.
        at_most_from: From which share of its number an open ceiling may start; None to refuse one.
        about: `"triangular"` or `"uniform"`.
        dependence: `"independent"` or `"together"`.

    Raises:
        InvalidField: Where a number is out of its range or a word is not known.
        WrongType: Where a value is of another type.
    """

    draws: int = field(default=10_000, validator=_a_number_of_draws)
    seed: int = field(default=0, validator=_a_seed)
    convention: Convention = field(default=DEFAULT, validator=_a_convention)
    at_least_upto: Decimal | None = field(default=None, converter=_upto)
    at_most_from: Decimal | None = field(default=None, converter=_from)
    about: str = field(default="triangular", validator=_a_shape)
    dependence: str = field(default="independent", validator=_a_dependence)


_READING = (
    "les tirages disent comment les chiffres énoncés peuvent être lus, non si les promesses seront tenues",
    "the draws say how the stated figures may be read, not whether promises are kept",
    "السحوبات تبين كيف يمكن قراءة الأرقام المعلنة، لا هل يوفى بالوعود",
)
_EXACT = (
    "chiffres énoncés exactement ({n})\u00a0: pris tels quels",
    "figures stated exactly ({n}): taken as they are",
    "أرقام مذكورة بالضبط ({n}): تؤخذ كما هي",
)
_TRIANGULAR = (
    "chiffres énoncés «\u00a0environ\u00a0» ({n})\u00a0: tirés dans les bornes de la convention, le plus souvent près "
    "du nombre imprimé\u00a0; {convention}",
    'figures stated as "about" ({n}): drawn within the convention, most often near the number printed; {convention}',
    "أرقام مذكورة بـ«حوالي» ({n}): تسحب ضمن حدود الاصطلاح، وغالبا قرب العدد المطبوع؛ {convention}",
)
_UNIFORM = (
    "chiffres énoncés «\u00a0environ\u00a0» ({n})\u00a0: tirés partout également dans les bornes de la "
    "convention\u00a0; {convention}",
    'figures stated as "about" ({n}): drawn anywhere alike within the convention; {convention}',
    "أرقام مذكورة بـ«حوالي» ({n}): تسحب بالتساوي ضمن حدود الاصطلاح؛ {convention}",
)
_NEARLY = (
    "chiffres énoncés «\u00a0près de\u00a0» ({n})\u00a0: tirés partout également sous le nombre "
    "imprimé\u00a0; {convention}",
    'figures stated as "nearly" ({n}): drawn anywhere alike below the number printed; {convention}',
    "أرقام مذكورة بـ«ما يقارب» ({n}): تسحب بالتساوي تحت العدد المطبوع؛ {convention}",
)
_RANGE = (
    "chiffres énoncés entre deux bornes ({n})\u00a0: tirés partout également entre elles",
    "figures stated between two ends ({n}): drawn anywhere alike between them",
    "أرقام مذكورة بين حدين ({n}): تسحب بالتساوي بينهما",
)
_ABOVE = (
    "chiffres ouverts vers le haut ({n})\u00a0: tirés partout également entre leur nombre et {factor} fois celui-ci",
    "figures open above ({n}): drawn anywhere alike from their number up to {factor} times it",
    "أرقام مفتوحة نحو الأعلى ({n}): تسحب بالتساوي من عددها إلى {factor} أضعافه",
)
_BELOW = (
    "chiffres ouverts vers le bas ({n})\u00a0: tirés partout également entre {factor} fois leur nombre et celui-ci",
    "figures open below ({n}): drawn anywhere alike from {factor} times their number up to it",
    "أرقام مفتوحة نحو الأسفل ({n}): تسحب بالتساوي من {factor} من عددها إليه",
)
_INDEPENDENT = (
    "les chiffres sont tirés indépendamment les uns des autres\u00a0: s'ils se trompent dans le même sens, "
    "l'écart est plus large",
    "figures are drawn independently of one another: if they err the same way, the spread is wider",
    "تسحب الأرقام مستقلة بعضها عن بعض: إذا أخطأت في الاتجاه نفسه كان المدى أوسع",
)
_TOGETHER = (
    "les chiffres sont tous hauts ou tous bas ensemble, ce qui donne l'écart le plus large",
    "figures are all high or all low together, which gives the widest spread",
    "الأرقام كلها مرتفعة معا أو منخفضة معا، وهو ما يعطي أوسع مدى",
)
_FAMILIES = (
    "un tout n'est jamais moins que ses parties ne le sont au moins\u00a0; les parties qui le dépasseraient sont "
    "ramenées ensemble à lui",
    "a whole is never less than its parts are at least; parts that would exceed it are brought down to it together",
    "الكل لا يقل أبدا عن أدنى مجموع أجزائه؛ والأجزاء التي قد تتجاوزه تخفض معا إليه",
)
_RATES = (
    "les taux de change et les indices de prix sont pris comme exacts",
    "exchange rates and price indices are taken as exact",
    "أسعار الصرف ومؤشرات الأسعار تؤخذ على أنها دقيقة",
)
_SPLIT = (
    "ce qui vaut pour plusieurs lieux est réparti comme demandé",
    "what is for several places is split as was asked",
    "ما يخص عدة أماكن يقسم كما طُلب",
)
_WITHOUT = (
    "chiffres sans taux ou sans année ({n})\u00a0: absents des tirages",
    "figures without a rate or a year ({n}): not in the draws",
    "أرقام بلا سعر صرف أو بلا سنة ({n}): غائبة عن السحوبات",
)


def assumed(
    total: Total, settings: Assumptions, numbers: Sequence[Number], nodes: Sequence[Node]
) -> tuple[Sentence, ...]:
    """Say what was assumed, and only what mattered.

    Args:
        total: The total.
        settings: How it was drawn.
        numbers: The numbers that were drawn.
        nodes: The families that they belong to.

    Returns:
        A sentence each.
    """
    uncertain = [number for number in numbers if number.low != number.high or number.is_open]
    qualifiers = [number.figure.qualifier for number in uncertain if not number.is_open]
    found = [Sentence.of(*_READING)]
    if len(uncertain) < len(numbers):
        found.append(Sentence.of(*_EXACT, n=len(numbers) - len(uncertain)))
    for qualifier, templates in (
        (Qualifier.ABOUT, _TRIANGULAR if settings.about == "triangular" else _UNIFORM),
        (Qualifier.NEARLY, _NEARLY),
    ):
        if qualifier in qualifiers:
            word = qualifier.value
            convention = Sentence(*(settings.convention.describe(each, word) for each in ("fr", "en", "ar")))
            found.append(Sentence.of(*templates, n=qualifiers.count(qualifier), convention=convention))
    others = sum(qualifier not in (Qualifier.ABOUT, Qualifier.NEARLY) for qualifier in qualifiers)
    if others:
        found.append(Sentence.of(*_RANGE, n=others))
    for side, templates, factor in (
        ("above", _ABOVE, settings.at_least_upto), ("below", _BELOW, settings.at_most_from),
    ):  # fmt: skip
        count = sum(number.is_open == side for number in uncertain)
        if count and factor is not None:
            written = Sentence(*(number_in(factor, language) for language in ("fr", "en", "ar")))
            found.append(Sentence.of(*templates, n=count, factor=written))
    if len(uncertain) > 1:
        found.append(Sentence.of(*(_TOGETHER if settings.dependence == "together" else _INDEPENDENT)))
    if any(node.parts for node in nodes):
        found.append(Sentence.of(*_FAMILIES))
    actions = {step.action for step in total.steps}
    if actions & {"convert", "deflate"}:
        found.append(Sentence.of(*_RATES))
    if "split" in actions:
        found.append(Sentence.of(*_SPLIT))
    without = len(total.without_rate)
    if without:
        found.append(Sentence.of(*_WITHOUT, n=without))
    return tuple(found)
