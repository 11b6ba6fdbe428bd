"""The rules by which one of several rival figures is taken, and the policies that say which rule is asked first."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.model import Observation
from maroc_offshoring.series.standing import Standing, first_published, origins, standing
from maroc_offshoring.vocabulary import Confidence, Nature, Term


class Policy(Term):
    """Which rule decides first between rival figures; the others follow it, in the order of this list.

    Example:
        >>> import maroc_offshoring as mo
        >>> exports = mo.load().series("export_revenue", perimeter="old", segment=None)
        >>> print(exports.best(mo.Policy.OFFICIAL).at(2015).figure)
        7 540 000 000 MAD
    """

    OFFICIAL = "official", "l'officiel d'abord", "official first", "الرسمي أولا"
    CONFIDENCE = "confidence", "le plus sûr d'abord", "most trusted first", "الأوثق أولا"
    MOST_ORIGINS = (
        "most_origins",
        "le plus d'origines indépendantes",
        "most independent origins",
        "أكثر المصادر استقلالا",
    )
    LATEST_PUBLISHED = "latest_published", "le dernier publié", "latest published", "آخر ما نشر"


class Rule(Term):
    """What sets two rivals apart."""

    MEASURED = "measured", "mesuré ou prévu", "measured or forecast", "مقيس أم متوقع"
    OFFICIAL = "official", "caractère officiel", "how official", "الصفة الرسمية"
    CONFIDENCE = "confidence", "confiance", "confidence", "الثقة"
    MOST_ORIGINS = "most_origins", "origines indépendantes", "independent origins", "المصادر المستقلة"
    LATEST_PUBLISHED = "latest_published", "première publication", "first published", "أول نشر"
    NATURE = "nature", "nature", "nature", "الطبيعة"
    LATEST_PERIOD = "latest_period", "date du chiffre", "date of the figure", "تاريخ الرقم"
    ORDER = "order", "ordre des identifiants", "order of ids", "ترتيب المعرفات"


def rules(policy: Policy) -> tuple[Rule, ...]:
    """Return the rules of a policy, in the order in which they are asked.

    A forecast never counts before a measurement, whatever the policy. Its own rule comes next, then those of the other
    policies, then whether the figure was observed, derived or estimated, then the later date where a year has several.
    Records that are alike in all that differ by their ids, and the choice says that nothing else decided.

    Args:
        policy: The policy.

    Returns:
        The rules.

    Example:
        >>> from maroc_offshoring.series.policy import Policy, rules
        >>> print(", ".join(rules(Policy.LATEST_PUBLISHED)))
        measured, latest_published, official, confidence, most_origins, nature, latest_period, order
    """
    first = [policy, *(other for other in Policy if other is not policy)]
    return (
        Rule.MEASURED,
        *map(Rule.of, (word.value for word in first)),
        Rule.NATURE,
        Rule.LATEST_PERIOD,
        Rule.ORDER,
    )


Grade = Term | PartialDate | Period | int | str | None
"""What a figure has by a rule: a word, a count or a date; None where the record does not say."""


def grade(rule: Rule, observation: Observation, saying_the_same: Sequence[Observation]) -> Grade:
    """Say what a figure has by a rule.

    Args:
        rule: The rule.
        observation: The record.
        saying_the_same: The rivals that print the same number, the record among them.

    Returns:
        Its grade.
    """
    match rule:
        case Rule.MEASURED | Rule.NATURE:
            return observation.nature
        case Rule.OFFICIAL:
            return standing(observation)
        case Rule.CONFIDENCE:
            return observation.confidence
        case Rule.MOST_ORIGINS:
            return len(origins(saying_the_same))
        case Rule.LATEST_PUBLISHED:
            return first_published(observation)
        case Rule.LATEST_PERIOD:
            return observation.period
        case Rule.ORDER:
            return observation.id


def is_better(rule: Rule, first: Grade, second: Grade) -> bool:
    """Say whether a grade is certainly better than another by a rule.

    Of two dates the later is better only where it is certain that it is later: 2016 is not before August 2016. What
    the record does not say is less than whatever it says.

    Args:
        rule: The rule.
        first: A grade.
        second: Another.

    Returns:
        True where the first is better.

    Example:
        >>> from maroc_offshoring.dates import PartialDate
        >>> from maroc_offshoring.series.policy import Rule, is_better
        >>> august, year = PartialDate.of("2016-08"), PartialDate.of("2016")
        >>> is_better(Rule.LATEST_PUBLISHED, august, year), is_better(Rule.LATEST_PUBLISHED, august, None)
        (False, True)
    """
    if first is None or second is None:
        return second is None and first is not None
    if isinstance(first, Period) and isinstance(second, Period):
        return bool(first.first_day and second.last_day and second.last_day < first.first_day)
    if isinstance(first, PartialDate) and isinstance(second, PartialDate):
        return second < first
    if isinstance(first, int) and isinstance(second, int):
        return first > second
    if rule is Rule.MEASURED:
        return second is Nature.FORECAST is not first
    if rule in _BEST_FIRST:
        order: Sequence[Grade] = _BEST_FIRST[rule]
        return order.index(first) < order.index(second)
    return str(first) < str(second)  # ids


_BEST_FIRST: dict[Rule, Sequence[Grade]] = {
    Rule.OFFICIAL: list(Standing),
    Rule.CONFIDENCE: list(Confidence),
    Rule.NATURE: [Nature.OBSERVED, Nature.DERIVED, Nature.ESTIMATE, Nature.FORECAST],
}


def number_of(observation: Observation) -> tuple[Decimal | str | None, ...]:
    """Return the number that a record prints, whatever it says of how firm it is.

    Args:
        observation: The record.

    Returns:
        The value and unit, or the ends of a range: "nearly 110,000" and "110,000" print the same number.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.series.policy import number_of
        >>> number_of(mo.load().observations["obs-jobs-fes-2019"])
        (Decimal('4500'), 'job')
    """
    figure = observation.figure
    return (figure.value, figure.unit) if figure.value is not None else (figure.low, figure.high, figure.unit)
