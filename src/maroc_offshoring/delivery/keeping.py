"""How often promises were kept: the share that the record shows, with its sample and its bounds, or one's own."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext

from attrs import field, frozen

from maroc_offshoring.delivery.delivery import Delivery
from maroc_offshoring.delivery.judgement import Judgement
from maroc_offshoring.delivery.summary import Tally
from maroc_offshoring.delivery.verdict import Verdict
from maroc_offshoring.derivation import Sentence
from maroc_offshoring.errors import InvalidField, WrongType
from maroc_offshoring.figures.decimals import decimal, quotient
from maroc_offshoring.figures.writing import number_in
from maroc_offshoring.model import Commitment

CONFIDENCE = 95
"""The confidence of the interval, in per cent."""

_Z = Decimal("1.959963984540054")  # the normal deviate that leaves 2.5 % on each side
_EXACT = Context(prec=40)

WILSON = "Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22, 209-212"
"""The source of the interval."""


def wilson(successes: int, trials: int) -> tuple[Decimal, Decimal]:
    """Return Wilson's score interval of a share, at 95 %.

    Source: Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference", Journal of the
    American Statistical Association 22(158), 209-212.

    Args:
        successes: How many succeeded.
        trials: How many there were.

    Returns:
        The ends of the interval, between 0 and 1; 0 and 1 where there was no trial.

    Raises:
        InvalidField: Where they are no counts, or more succeeded than there were.

    Example:
        >>> from maroc_offshoring.delivery.keeping import wilson
        >>> [round(end, 4) for end in wilson(8, 10)]
        [Decimal('0.4902'), Decimal('0.9433')]
    """
    for name, count_of in (("trials", trials), ("successes", successes)):
        if isinstance(count_of, bool) or not isinstance(count_of, int) or not 0 <= count_of <= trials:
            raise InvalidField(name, count_of, "a whole number, of successes no more than of trials")
    if trials == 0:
        return Decimal(0), Decimal(1)
    with localcontext(_EXACT):
        count, share, square = Decimal(trials), Decimal(successes) / Decimal(trials), _Z * _Z
        middle = share + square / (2 * count)
        reach = _Z * (share * (1 - share) / count + square / (4 * count * count)).sqrt()
        below = 1 + square / count
        low = (middle - reach) / below if successes else Decimal(0)
        high = (middle + reach) / below if successes < trials else Decimal(1)
    return low, high


def _share(value: object) -> Decimal:
    number = decimal(value, "kept")
    if number > 1:
        raise InvalidField("kept", value, "a share from 0 to 1, such as Decimal('0.5') for one half")
    return number


@frozen
class Kept:
    """Which share of the promises is taken to be kept, and why.

    Args:
        low: The least.
        high: The most.
        history: The judgements that it was taken from; None where it was given.

    Raises:
        InvalidField: Where an end is not between 0 and 1, or the least is above the most.
        WrongType: Where an end is a float.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.delivery import Kept
        >>> print(Kept.of_history(mo.load().delivery(measure="jobs", operator=["TCS", "Segula", "Ubisoft"])))
        the share of past promises kept lies between 0 % and 56 %: of 3 whose date has passed 0 were met, 3 missed...
    """

    low: Decimal = field(converter=_share)
    high: Decimal = field(converter=_share)
    history: tuple[Judgement, ...] | None = None

    def __attrs_post_init__(self) -> None:
        if self.low > self.high:
            raise InvalidField("kept", self.low, f"a least share that is not above the most, {self.high}")

    @classmethod
    def of_history(cls, delivery: Delivery) -> Kept:
        """Take the share from what became of past promises.

        The least counts only promises that were met, the most all that are not known to be missed; each end is that of
        Wilson's 95 % interval, so that few promises give wide bounds.

        Args:
            delivery: The judgements; aims are not promises and are not counted.

        Returns:
            The share.
        """
        history = tuple(one for one in delivery.counted if isinstance(one.promise, Commitment))
        tally = Tally(history)
        met, missed, number = tally.counts[Verdict.MET], tally.counts[Verdict.MISSED], len(history)
        low, high = wilson(met, number)[0], wilson(number - missed, number)[1]
        return cls(low, high, history)

    @classmethod
    def of(cls, value: object) -> Kept:
        """Read a share from what a person would give.

        Args:
            value: A share, a delivery to take it from, a number from 0 to 1, or a pair of these.

        Returns:
            The share.

        Raises:
            WrongType: Where it is none of these; a float is refused.
            InvalidField: Where it is not between 0 and 1.
        """
        if isinstance(value, Kept):
            return value
        if isinstance(value, Delivery):
            return cls.of_history(value)
        ends = value if isinstance(value, tuple) else (value, value)
        if len(ends) != 2:
            raise WrongType("kept", value, "a share, or a pair of the least and the most")
        return cls(*ends)

    @property
    def tally(self) -> Tally | None:
        """How many past promises there were of each verdict; None where the share was given."""
        return None if self.history is None else Tally(self.history)

    @property
    def statement(self) -> Sentence:
        """The assumption in words: the share, the sample, its bounds and the method."""
        ends = {language: tuple(_percent(end, language) for end in (self.low, self.high)) for language in _LANGUAGES}
        said = Sentence(
            "la part des promesses tenues est comprise entre {}\u00a0% et {}\u00a0%".format(*ends["fr"]),
            "the share of promises kept lies between {}\u00a0% and {}\u00a0%".format(*ends["en"]),
            "نسبة الوعود المحققة بين {}\u00a0% و{}\u00a0%".format(*ends["ar"]),
        )
        tally = self.tally
        if tally is None:
            return Sentence.of(
                "{it}\u00a0: hypothèse donnée par l'utilisateur", "{it}: an assumption given by the user",
                "{it}: فرضية من المستخدم", it=said,
            )  # fmt: skip
        counts, number = tally.counts, len(tally)
        words = {
            "n": number, "met": counts[Verdict.MET], "missed": counts[Verdict.MISSED],
            "open": number - counts[Verdict.MET] - counts[Verdict.MISSED], "level": CONFIDENCE,
        }  # fmt: skip
        past = Sentence(
            "la part des promesses passées tenues est comprise entre {}\u00a0% et {}\u00a0%".format(*ends["fr"]),
            "the share of past promises kept lies between {}\u00a0% and {}\u00a0%".format(*ends["en"]),
            "نسبة الوعود السابقة المحققة بين {}\u00a0% و{}\u00a0%".format(*ends["ar"]),
        )
        return Sentence.of(
            "{it}\u00a0: sur {n} dont l'échéance est passée, {met} tenues, {missed} manquées et {open} sans verdict"
            " certain\u00a0; au moins les tenues seules, au plus toutes sauf les manquées\u00a0; intervalle de Wilson à"
            " {level}\u00a0%",
            "{it}: of {n} whose date has passed {met} were met, {missed} missed and {open} have no certain verdict; at "
            "the least only those met, at the most all but those missed; Wilson's {level}\u00a0% interval",
            "{it}: من {n} حل أجلها تحقق {met} ولم يتحقق {missed} وبقي {open} بدون حكم أكيد؛ على الأقل المحققة وحدها"
            " وعلى الأكثر كل ما لم يخفق؛ مجال ويلسون {level}\u00a0%",
            it=past, **words,
        )  # fmt: skip

    def __str__(self) -> str:
        return str(self.statement)


_LANGUAGES = ("fr", "en", "ar")


def _percent(share: Decimal, language: str) -> str:
    return number_in(Decimal(round(quotient(share, Decimal("0.01")))), language)
