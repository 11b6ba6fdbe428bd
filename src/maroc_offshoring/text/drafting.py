"""From the text of an article to drafts of records."""

from __future__ import annotations

import datetime as dt
import re
from hashlib import sha256

from maroc_offshoring.dataset import Dataset
from maroc_offshoring.dates import PartialDate
from maroc_offshoring.errors import InvalidDate, InvalidField, WrongType
from maroc_offshoring.model import Source
from maroc_offshoring.text.assembling import Assembler
from maroc_offshoring.text.cleaning import clean
from maroc_offshoring.text.drafts import Draft, Unplaced
from maroc_offshoring.text.languages import language_of
from maroc_offshoring.text.readings import Reader
from maroc_offshoring.text.staging import scenes
from maroc_offshoring.text.wholes import joined, merged

TO_FILL_IN = "(to be filled in)"
"""What stands for the publisher of a source that nobody named."""

_HEAD = 700
_DATES = re.compile(
    r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)(?![\d/.-])|(?<![\d-])(20\d\d)-(\d\d)-(\d\d)(?![\d-])"
)


def draft(
    text: str,
    *,
    source: Source | str | None = None,
    dataset: Dataset | None = None,
    published: PartialDate | dt.date | str | int | None = None,
    language: str | None = None,
) -> Draft:
    """Draft records of an article: promises, aims and measurements, to be checked by hand.

    Each figure of the text is read with the verb that governs it, the places, the date and those who act. What is read
    is told with the words it rests on and with how sure it is. Names are looked up in the dataset and never guessed; a
    company that it does not have is proposed as a new one. Nothing enters a dataset by itself.

    Args:
        text: The article, in French or English.
        source: The source that it is: a source, the id of one of the dataset, or None for a stub to be filled in.
        dataset: The dataset whose names count and whose records are compared; None for the reference dataset.
        published: When the article was published, from which `d'ici trois ans` is counted; None for the date of the
            source, or else a date at the head of the text.
        language: `fr` or `en`; None to tell by the small words of the text.

    Returns:
        The draft.

    Raises:
        WrongType: Where the text is none.
        InvalidField: Where the dataset has another source with the id of the one given.
        UnknownName: Where the dataset has no such source.
        UnknownWord: Where the language is another one.
        InvalidDate: Where `published` is no date.

    Example:
        >>> import maroc_offshoring as mo
        >>> draft = mo.draft("Intelcia va créer 300 emplois à Oujda d'ici deux ans.", dataset=mo.load(), published=2026)
        >>> promise = draft.commitments[0]
        >>> print(promise["figure"], promise["places"], promise["made_by"], promise["due"], sep=" | ")
        300 jobs | oujda | intelcia | 2028
    """
    if not isinstance(text, str):
        raise WrongType("text", text, "the text of an article")
    if dataset is None:
        from maroc_offshoring.reference import load

        dataset = load()
    if not isinstance(dataset, Dataset):
        raise WrongType("dataset", dataset, "a Dataset, such as mo.load()")
    from maroc_offshoring.figures import find_figures

    spoken = language_of(text, language)
    known = _source(source, dataset)
    date = _published(text, known, published)
    figures = find_figures(text, language=spoken)
    read = scenes(text, figures, dataset, date, spoken)
    reader = Reader(figures, date, next(iter(dataset.countries), None))
    readings = merged(reader.read(read))
    joined(readings)
    cited = known or _stub(text, spoken, None if published is None else date)
    drafts = Assembler(text, dataset, date, read).drafts(readings, reader.launches)
    return Draft(
        text=text,
        language=spoken,
        published=date,
        source=cited,
        source_is_known=known is not None and dataset.sources.get(cited.id) == cited,
        drafts=drafts,
        unplaced=tuple(
            Unplaced(figure=one.found.figure, start=one.found.start, end=one.found.end, why=one.why)
            for one in reader.refused
        ),
        dataset=dataset,
    )


def _source(source: Source | str | None, dataset: Dataset) -> Source | None:
    if source is None:
        return None
    if isinstance(source, Source):
        known = dataset.sources.get(source.id)
        if known is not None and known != source:
            raise InvalidField("source", source.id, "an id of its own: the dataset has another source with this one")
        return source
    if isinstance(source, str):
        return dataset.sources[source]
    raise WrongType("source", source, "a Source, the id of one of the dataset, or None")


def _published(text: str, source: Source | None, asked: object) -> PartialDate | None:
    if asked is not None:
        return PartialDate.of(asked)  # type: ignore[arg-type]
    if source is not None and source.published is not None:
        return source.published
    for day, month, year, iso_year, iso_month, iso_day in _DATES.findall(text[:_HEAD]):
        try:
            return PartialDate(int(year or iso_year), int(month or iso_month), int(day or iso_day))
        except InvalidDate:
            continue
    return None


def _stub(text: str, language: str, published: PartialDate | None) -> Source:
    """Make a source to be filled in, with an id that the same text always gets."""
    mark = sha256(clean(text, len(text) or 1).encode("utf-8", "replace")).hexdigest()[:6]
    when = str(published) if published is not None else "undated"
    return Source(id=f"article-{when}-{mark}", publisher=TO_FILL_IN, published=published, language=language)
