"""Checking a dataset: every rule over its records, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from maroc_offshoring.checks.aims import aims
from maroc_offshoring.checks.dates import dates
from maroc_offshoring.checks.disagreement import disagreements
from maroc_offshoring.checks.finding import Finding
from maroc_offshoring.checks.findings import Findings
from maroc_offshoring.checks.flows import flows
from maroc_offshoring.checks.horizons import horizons
from maroc_offshoring.checks.measurements import measurements
from maroc_offshoring.checks.parts import parts_of_promises
from maroc_offshoring.checks.perimeters import perimeters
from maroc_offshoring.checks.printed import not_as_printed
from maroc_offshoring.checks.repeats import repeats
from maroc_offshoring.checks.shares import shares
from maroc_offshoring.checks.wholes import measured_wholes
from maroc_offshoring.dataset import Dataset


def check(dataset: Dataset) -> Findings:
    """Look through the records of a dataset for what a reader must know before quoting them.

    Args:
        dataset: The dataset.

    Returns:
        The findings, the gravest first, in an order that does not depend on that of the records.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.checks import check
        >>> ds = mo.load()
        >>> check(ds) == ds.check()
        True
    """
    return Findings(_found(dataset), dataset)


def _found(dataset: Dataset) -> Iterator[Finding]:
    measured = measurements(dataset)
    yield from disagreements(measured)
    yield from measured_wholes(measured)
    yield from shares(measured)
    yield from flows(measured)
    yield from perimeters(measured, dataset.targets)
    yield from parts_of_promises(dataset.commitments)
    yield from parts_of_promises(dataset.targets)
    yield from aims(dataset.targets)
    yield from horizons(dataset.commitments, dataset.targets)
    yield from repeats(dataset.commitments)
    records = (
        *dataset.observations, *dataset.commitments, *dataset.targets, *dataset.agreements, *dataset.statements,
        *dataset.sites,
    )  # fmt: skip
    yield from dates(records, dataset.published)
    yield from not_as_printed((*records, *dataset.operators))
