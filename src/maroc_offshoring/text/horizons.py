"""When: due dates and periods as the press words them, resolved against the date of the article.

A phrase has a core, which is a date (`2026`, `fin 2025`, `août prochain`, `le 3 mai 2024`, `entre 2014 et 2018`) or a
length (`trois ans`), and words before it that say what the date is: a limit (`d'ici`, `by`), a start (`dès`), the time
of something measured (`en`, `à fin`), or a beginning that reaches up to now (`depuis`).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from maroc_offshoring.dates import PartialDate, Period
from maroc_offshoring.text.calendar import NUMBERS, SMALL, YEAR, dating, first_months, months_on, over, part_of_year
from maroc_offshoring.text.words import Phrases, Word, listed


class Role(Enum):
    """What a date is to what is told."""

    DUE = "due"  # d'ici 2026, by 2026, sur trois ans
    START = "start"  # dès août prochain, from May
    WHEN = "when"  # en 2021, à fin 2019
    SPAN = "span"  # entre 2014 et 2018
    SINCE = "since"  # depuis 2016
    NOW = "now"  # actuellement, à ce jour
    LASTS = "lasts"  # en deux ans


class Moment(NamedTuple):
    """A date or period in a sentence.

    Args:
        first: Its first word, with the words that say its role.
        last: The word after it.
        period: The period; None where the date of the article would be needed and is not known.
        role: What it is to what is told.
        resolved: Whether it was worked out from the date of the article.
    """

    first: int
    last: int
    period: Period | None
    role: Role
    resolved: bool


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan", "fevrier february fev feb", "mars march mar", "avril april avr apr", "mai may",
            "juin june jun", "juillet july juil jul", "aout august aug", "septembre september sept sep",
            "octobre october oct", "novembre november nov", "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_BEFORE = Phrases(
    [
        *((phrase, Role.DUE) for phrase in (
            "d'ici à la", "d'ici à", "d'ici la", "d'ici le", "d'ici", "à l'horizon de", "à l'horizon", "à horizon",
            "horizon",
            "avant la", "avant le", "avant", "vers la", "vers", "jusqu'en", "jusqu'à", "au plus tard en",
            "au plus tard le",
            "au plus tard à la", "au plus tard", "échéance", "à l'échéance", "sur les", "sur une période de", "sur",
            "dans un délai de", "dans les", "dans", "au cours des", "en l'espace de", "by the", "by", "before the",
            "before", "until", "no later than", "within the", "within", "over the", "over a period of", "over",
            "in the",
            "come",
        )),
        *((phrase, Role.START) for phrase in (
            "dès le", "dès la", "dès", "à partir de", "à partir du", "à compter de", "à compter du", "from", "as of",
            "starting in", "starting from", "starting", "beginning in", "as early as",
        )),
        *((phrase, Role.WHEN) for phrase in (
            "en", "à la", "à", "au", "au titre de", "au titre de l'année", "durant", "pendant", "pour le", "pour la",
            "pour",
            "courant", "le", "du", "de", "in", "at the", "during", "for the", "for", "on", "as at", "this",
            "au cours du", "au cours de", "lors du",
        )),
        *((phrase, Role.SINCE) for phrase in ("depuis le", "depuis la", "depuis", "since")),
    ]
)  # fmt: skip
_NOW = Phrases(
    dict.fromkeys(
        (
            "actuellement", "aujourd'hui", "à ce jour", "à l'heure actuelle", "désormais", "currently", "today", "now",
            "to date", "at present", "as of today", "à présent",
        ),
        Role.NOW,
    )
)  # fmt: skip
# Years and months beside the date of the article: by how many years, and whether the month or the year is meant.
_RELATIVE = Phrases(
    {
        "l'an dernier": ("year", -1), "l'année dernière": ("year", -1), "l'an passé": ("year", -1),
        "l'année passée": ("year", -1), "l'année écoulée": ("year", -1), "last year": ("year", -1),
        "the previous year": ("earlier", -1), "a year earlier": ("earlier", -1), "un an plus tôt": ("earlier", -1),
        "un an auparavant": ("earlier", -1), "l'année précédente": ("earlier", -1), "un an avant": ("earlier", -1),
        "the year before": ("earlier", -1), "l'an prochain": ("year", 1), "l'année prochaine": ("year", 1),
        "next year": ("year", 1), "cette année": ("year", 0), "this year": ("year", 0), "l'année en cours": ("year", 0),
        "la fin de l'année": ("year end", 0), "fin de l'année": ("year end", 0), "la fin d'année": ("year end", 0),
        "fin d'année": ("year end", 0), "la fin de l'année en cours": ("year end", 0),
        "end of the year": ("year end", 0),
        "year end": ("year end", 0), "end of this year": ("year end", 0),
        "la fin de l'année prochaine": ("year end", 1),
        "end of next year": ("year end", 1), "la fin de l'an prochain": ("year end", 1),
        "le mois prochain": ("month", 1), "next month": ("month", 1), "mois prochain": ("month", 1),
        "ce mois": ("month", 0), "this month": ("month", 0), "le mois dernier": ("month", -1),
        "last month": ("month", -1),
        "la fin de la décennie": ("decade", 0), "end of the decade": ("decade", 0), "la décennie": ("decade", 0),
        "the decade": ("decade", 0), "la première année": ("year", 1), "the first year": ("year", 1),
    }
)  # fmt: skip
_ENDS = {"fin": 12, "end": 12, "mi": 6, "mid": 6}
# Parts of a year that the record has no date for: only the year is taken.
_VAGUE = listed(
    """
    debut courant early late start printemps ete automne hiver rentree spring summer autumn winter
    """
)
_NEXT = frozenset(("prochain", "prochaine", "next"))
_LAST = listed("dernier derniere last passe passee")
_COMING = listed("prochaines prochains next coming premieres first a venir quelque some")
_GONE = frozenset(("dernieres", "derniers", "last", "past"))


def moments(words: Sequence[Word], published: PartialDate | None) -> list[Moment]:
    """Find the dates and periods of a sentence.

    Args:
        words: Its words.
        published: The date of the article, where it is known.

    Returns:
        The moments in order, without overlaps.

    Example:
        >>> from maroc_offshoring.dates import PartialDate
        >>> from maroc_offshoring.text.horizons import moments
        >>> from maroc_offshoring.text.words import split
        >>> [str(one.period) for one in moments(split("dès août prochain"), PartialDate.of("2020-07-10"))]
        ['2020-08']
    """
    found: list[Moment] = []
    index = 0
    while index < len(words):
        moment = _at(words, index, published)
        if moment is None or _is_beside(words, moment):
            index = index + 1 if moment is None else moment.last
            continue
        if moment.period is None and found and _is_earlier(words, moment) and found[-1].period is not None:
            moment = moment._replace(period=_year_before(found[-1].period))
        found.append(moment)
        index = moment.last
    return found


def _is_beside(words: Sequence[Word], moment: Moment) -> bool:
    """Say whether a date is that of a newspaper or of a comparison: `dans son édition du 20 octobre`."""
    before = words[max(0, moment.first - 3) : moment.first + 1]
    return any(word.folded in ("edition", "livraison", "numero", "rapport", "compared") for word in before)


def _is_earlier(words: Sequence[Word], moment: Moment) -> bool:
    relative = [_RELATIVE.at(words, index) for index in range(moment.first, moment.last)]
    return any(hit is not None and hit[1][0] == "earlier" for hit in relative)


def _year_before(period: Period) -> Period | None:
    if period.start is None or period.end is None or period.year is None or period.year < 2:
        return None
    earlier = (PartialDate(date.year - 1, date.month) for date in (period.start, period.end))
    return Period(*earlier)


def _at(words: Sequence[Word], index: int, published: PartialDate | None) -> Moment | None:
    now = _NOW.at(words, index)
    if now is not None:
        month = Period.of(PartialDate(published.year, published.month)) if published is not None else None
        return Moment(index, index + now[0], month, Role.NOW, True)
    span = _span(words, index)
    if span is not None:
        return span
    before = _BEFORE.at(words, index)
    start, role = (index + before[0], before[1]) if before else (index, Role.WHEN)
    for first, said in ((start, role), (index, Role.WHEN)) if before else ((index, Role.WHEN),):
        core = _core(words, first, said, published)
        if core is not None:
            return Moment(index, *core)
    return None


def _span(words: Sequence[Word], index: int) -> Moment | None:
    """Read `entre 2014 et 2018`, `de 2014 à 2018`, `2014-2018`, `sur la période 2014-2018`."""
    here = words[index].folded
    if here in ("entre", "between", "de", "from") and index + 3 < len(words):
        first, joint, last = words[index + 1], words[index + 2], words[index + 3]
        if joint.folded in ("et", "and", "a", "to") and YEAR.fullmatch(first.folded) and YEAR.fullmatch(last.folded):
            return _spanning(index, index + 4, first, last)
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.before in ("-", "–", "—", "/"):
        years = YEAR.fullmatch(here) and YEAR.fullmatch(following.folded)
        return _spanning(index, index + 2, words[index], following) if years else None
    return None


def _spanning(first: int, last: int, start: Word, end: Word) -> Moment | None:
    begin, finish = PartialDate(int(start.folded)), PartialDate(int(end.folded))
    if finish < begin:
        return None
    return Moment(first, last, Period(begin, finish), Role.SPAN, False)


def _core(
    words: Sequence[Word], index: int, role: Role, published: PartialDate | None
) -> tuple[int, Period | None, Role, bool] | None:
    if index >= len(words) or words[index].figure is not None:
        return None
    relative = _RELATIVE.at(words, index)
    if relative is not None:
        length, (what, by) = relative
        return index + length, _relative(what, by, published), role, True
    length_of_time = _duration(words, index, role, published)
    if length_of_time is not None:
        return length_of_time
    dated = _dated(words, index, published)
    return (dated[0], dated[1], role, dated[2]) if dated else None


def _relative(what: str, by: int, published: PartialDate | None) -> Period | None:
    if published is None or what == "earlier":
        return None
    if what == "month":
        return months_on(published, by) if published.month else None
    if what == "year end":
        return dating(published.year + by, 12)
    if what == "decade":
        return dating(published.year - published.year % 10 + 10)
    return dating(published.year + by)


def _duration(
    words: Sequence[Word], index: int, role: Role, published: PartialDate | None
) -> tuple[int, Period | None, Role, bool] | None:
    """Read `trois ans`, `les cinq prochaines années`, `18 months`, which count from the date of the article."""
    number = 0
    gone = False
    for last in range(index, min(index + 6, len(words))):
        word = words[last].folded
        if word in NUMBERS and not number:
            number = NUMBERS[word]
        elif word.isdecimal() and len(word) <= 2 and not number:
            number = int(word)
        elif word in _GONE:
            gone = True
        elif word in ("ans", "annees", "years", "an", "year") and number:
            return _lasting(last + 1, number * 12, role, published, gone)
        elif word in ("mois", "months") and number:
            return _lasting(last + 1, number, role, published, gone)
        elif word not in _COMING and word not in ("les", "the", "la", "l"):
            return None
    return None


def _lasting(
    last: int, months: int, role: Role, published: PartialDate | None, gone: bool
) -> tuple[int, Period | None, Role, bool] | None:
    if role is Role.WHEN:
        role = Role.LASTS  # it may lie behind or ahead: only a promise is due by its end
    if published is None:
        return last, None, role, True
    by_month = months % 12 != 0
    if by_month and published.month is None:
        return last, None, role, True
    sign = -1 if gone or role is Role.SINCE else 1
    period = months_on(published, sign * months) if by_month else dating(published.year + sign * (months // 12))
    if sign < 0 and period is not None:
        now = PartialDate(published.year, published.month if by_month else None)
        return last, Period(period.start, now), Role.SPAN, True
    return last, period, role, True


def _dated(words: Sequence[Word], index: int, published: PartialDate | None) -> tuple[int, Period, bool] | None:
    """Read a date: a year, a month, a day, the end of one of them, a half or a quarter of a year."""
    part = part_of_year(words, index) or first_months(words, index)
    if part is not None:
        return part
    position = index
    end = 0
    if (
        words[position].folded in ("la", "the", "l")
        and position + 1 < len(words)
        and words[position + 1].folded in _ENDS
    ):
        position += 1
    if words[position].folded in _ENDS:
        end = _ENDS[words[position].folded]
        position = over(words, position + 1, SMALL)
    elif words[position].folded in _VAGUE:
        position = over(words, position + 1, SMALL)
    elif words[position].folded in ("l", "annee", "an", "le", "la", "mois"):
        position = over(words, position, SMALL)
    if position >= len(words):
        return None
    day = 0
    if position + 1 < len(words) and words[position + 1].folded in _MONTHS and _is_day(words[position].folded):
        day = int(words[position].folded)
        position += 1
    word = words[position]
    if YEAR.fullmatch(word.folded):
        year = PartialDate(int(word.folded), end or None)
        return position + 1, Period.of(year), False
    if word.folded in _MONTHS and (len(word.folded) > 3 or day or _is_month(words, position)):
        return _month(words, position, day, published)
    return None


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def _is_month(words: Sequence[Word], index: int) -> bool:
    after = words[index + 1].folded if index + 1 < len(words) else ""
    year = words[index + 2].folded if index + 2 < len(words) and after.isdecimal() and len(after) <= 2 else after
    return bool(YEAR.fullmatch(year)) or after in _NEXT or after in _LAST


def _month(
    words: Sequence[Word], index: int, day: int, published: PartialDate | None
) -> tuple[int, Period, bool] | None:
    month = _MONTHS[words[index].folded]
    last = index + 1
    after = words[last].folded if last < len(words) else ""
    if not day and _is_day(after) and last + 1 < len(words) and YEAR.fullmatch(words[last + 1].folded):
        day, last = int(after), last + 1  # "May 12, 2025"
        after = words[last].folded
    if YEAR.fullmatch(after):
        return _checked(last + 1, int(after), month, day, False)
    if published is None:
        return None
    here = published.month or 1
    if after in _NEXT:
        return _checked(last + 1, published.year + (month <= here), month, day, True)
    if after in _LAST:
        return _checked(last + 1, published.year - (month >= here), month, day, True)
    if words[index].folded in ("mars", "mai", "may", "march") and not day:
        return None  # a planet, a verb: without a year or a day they need not be months
    # Of two Augusts the nearer one is meant: a month long past is one of next year.
    return _checked(last, published.year + (here - month > 6), month, day, True)


def _checked(last: int, year: int, month: int, day: int, resolved: bool) -> tuple[int, Period, bool] | None:
    period = dating(year, month, day or None)
    return (last, period, resolved) if period is not None else None
