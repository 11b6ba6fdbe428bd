"""Settings of the program around the library: they change no answer."""

import decimal
from collections.abc import Iterator

import pytest

import maroc_offshoring as mo


def answers(ds: mo.Dataset) -> Iterator[str]:
    """What a reader is told of growth, verdicts, findings, sums and what may come."""
    yield ds.delivery(due="2020").explain()
    yield ds.check().where(code="share_does_not_fit").text("fr")
    for measure, place in (("jobs", "Maroc"), ("export_revenue", "Maroc"), ("jobs", "Casablanca")):
        series = ds.series(measure, place, operator="any")
        yield series.best().explain("text", "ar")
        yield from (f"{growth} {growth.per_year}" for growth in series.growth())
    for prices in (None, 2015):
        exports = ds.series("export_revenue", perimeter="old", segment=None)
        yield from map(str, exports.growth(prices=prices))
    yield str(ds.outlook("jobs", until=2030))
    total = ds.commitments.total("investment", currency="EUR")
    yield f"{total.explain()} {total.bounds()}"
    yield from map(str, ds.commitments.breakdown("jobs", by="region", spread="equally").items())


@pytest.mark.parametrize("few_digits", [True, False])
def test_the_decimal_settings_of_a_program_change_no_answer(few_digits: bool) -> None:
    """Neither a precision of four digits, rounded up, nor a program that traps each inexact result."""
    ds = mo.load()
    expected = list(answers(ds))
    with decimal.localcontext() as context:
        context.prec, context.rounding = (4, decimal.ROUND_UP) if few_digits else (60, decimal.ROUND_DOWN)
        if not few_digits:
            context.traps[decimal.Inexact] = context.traps[decimal.Rounded] = True
        assert list(answers(ds)) == expected
