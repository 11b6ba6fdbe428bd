"""A ledger: a table of which each entry opens to its working, and which a script searches, filters and sorts.

It is whole without the script: every entry stands in the page, with its working folded away below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from attrs import field, frozen

from maroc_offshoring.display.cleaning import clean
from maroc_offshoring.display.markup import inline
from maroc_offshoring.display.reader import Reader
from maroc_offshoring.display.report import words
from maroc_offshoring.display.view import Cell, written_out
from maroc_offshoring.names import fold

Group = tuple[str, str]
"""What an entry is filtered by: a key that is its own, and how it reads."""


@frozen
class Column:
    """A column of a ledger.

    Args:
        title: Its heading.
        is_number: Whether it holds figures, which stand at the end of their cells.
    """

    title: str
    is_number: bool = False


@frozen
class Filter:
    """A filter of a ledger.

    Args:
        title: What it filters by.
        order: The order of its choices, by key and label.
    """

    title: str
    order: Callable[[Group], object] = lambda group: (fold(group[1]), group[0])


@frozen(kw_only=True)
class Entry:
    """An entry of a ledger.

    Args:
        id: The id of its element, so that other parts of the page lead to it.
        cells: Its cells, the first of which names it.
        values: What each column sorts it by, where that is not what the cell says.
        groups: For each filter, what it belongs to.
        links: The columns whose cells lead to its working.
        sources: The references to its sources, as HTML.
        working: How it comes about, as HTML.
        also: Other words by which it is found.
    """

    id: str
    cells: tuple[Cell, ...]
    values: tuple[str | None, ...]
    groups: tuple[tuple[Group, ...], ...]
    links: tuple[int, ...]
    sources: str
    working: str
    also: tuple[str, ...] = ()


@frozen(kw_only=True)
class Ledger:
    """A table of entries with their workings.

    Args:
        id: The id of its element.
        caption: What it lists.
        columns: Its columns; that of the sources is added.
        filters: Its filters.
        entries: Its entries.
        opens: What one opens under an entry.
        options: The choices of each filter.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...]
    entries: tuple[Entry, ...]
    opens: str
    options: tuple[tuple[Group, ...], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        found = []
        for at, each in enumerate(self.filters):
            groups = {group for entry in self.entries for group in entry.groups[at]}
            found.append(tuple(sorted(groups, key=each.order)))  # type: ignore[arg-type]
        object.__setattr__(self, "options", tuple(found))

    def html(self, reader: Reader) -> Iterator[str]:
        """Write the ledger.

        Args:
            reader: Who reads.

        Yields:
            The lines of the HTML.
        """
        count = len(self.entries)
        shown = escape(reader.say(words.SHOWN, shown="{shown}", all=count))
        yield f'<div class="ledger" id="{self.id}" data-shown="{shown}">'
        yield from self._controls(reader)
        said = reader.say(words.SHOWN, shown=count, all=count)
        yield f'<p class="count" role="status">{escape(said)}</p>'
        yield f'<table class="maroc-show"><caption class="maroc-hidden">{escape(self.caption)}</caption>'
        heads = "".join(_head(column, reader) for column in self.columns)
        yield f'<thead><tr>{heads}<th scope="col">{escape(reader.say(words.SOURCES))}</th></tr></thead>'
        for entry in self.entries:
            yield from self._entry(entry, reader)
        yield "</table>"
        yield f'<p class="none" hidden>{escape(reader.say(words.NONE_FITS))}</p>'
        yield "</div>"

    def _controls(self, reader: Reader) -> Iterator[str]:
        """Write the controls, hidden until the script that they need has started."""
        label = escape(reader.say(words.CONTROLS, what=self.caption))
        yield f'<form role="search" aria-label="{label}" autocomplete="off" hidden>'
        yield f'<label>{escape(reader.say(words.SEARCH))} <input type="search" maxlength="200"></label>'
        for each, options in zip(self.filters, self.options, strict=True):
            yield f"<label>{escape(each.title)} <select>"
            yield f'<option value="">{escape(reader.say(words.ANY))}</option>'
            for number, (_, name) in enumerate(options):
                yield f'<option value="{number}">{inline_text(name)}</option>'
            yield "</select></label>"
        yield from self._order(reader)
        yield f'<button type="reset">{escape(reader.say(words.RESET))}</button>'
        yield "</form>"

    def _order(self, reader: Reader) -> Iterator[str]:
        """Write the choice of an order, for windows too narrow for the heads of the columns."""
        yield f'<label class="order">{escape(reader.say(words.ORDER))} <select>'
        yield f'<option value="">{escape(reader.say(words.AS_IT_IS))}</option>'
        for at, column in enumerate(self.columns):
            for way, arrow in (("ascending", "↑"), ("descending", "↓")):
                yield f'<option value="{at} {way}">{escape(column.title)} {arrow}</option>'
        yield "</select></label>"

    def labels(self, reader: Reader) -> Iterator[str]:
        """Write the style rules that name each cell where the heads of the columns are not seen.

        Args:
            reader: Who reads.

        Yields:
            The rules.
        """
        colon = "\\a0: " if reader.language == "fr" else ": "
        titles = [column.title for column in self.columns[1:]] + [reader.say(words.SOURCES)]
        for at, title in enumerate(titles, 2):
            yield f'#{self.id}>table>tbody>tr>td:nth-child({at}):not(:empty)::before{{content:"{title}{colon}"}}'

    def _entry(self, entry: Entry, reader: Reader) -> Iterator[str]:
        places = [{group: number for number, group in enumerate(options)} for options in self.options]
        groups = "|".join(
            " ".join(str(place[group]) for group in mine) for place, mine in zip(places, entry.groups, strict=True)
        )
        seen = fold("".join(map(written_out, entry.cells)))
        unseen = [name for name in dict.fromkeys(entry.also) if fold(name) not in seen]
        also = f' data-also="{inline_text(" ".join(unseen))}"' if unseen else ""
        yield f'<tbody id="{escape(entry.id)}" data-in="{groups}"{also}>'
        cells = []
        for at, (column, shown, value) in enumerate(zip(self.columns, entry.cells, entry.values, strict=True)):
            said = "" if value is None else f' data-by="{escape(value)}"'
            tag = 'th scope="row"' if at == 0 else "td"
            text = inline(shown, reader.language)
            if at in entry.links and text:
                text = f'<a class="opens" href="#{escape(entry.id)}">{text}</a>'
            cells.append(f"<{tag}{_number(column.is_number)}{said}>{text}</{tag[:2]}>")
        yield f"<tr>{''.join(cells)}<td>{entry.sources}</td></tr>"
        yield f'<tr><td colspan="{len(self.columns) + 1}"><details><summary>{escape(self.opens)}</summary>'
        yield entry.working
        yield "</details></td></tr></tbody>"


def _head(column: Column, reader: Reader) -> str:
    hint = escape(reader.say(words.SORT, what=column.title))
    return f'<th scope="col"{_number(column.is_number)} data-sort="{hint}">{escape(column.title)}</th>'


def inline_text(text: str) -> str:
    """Write a text of a stranger as HTML, where no element may stand: in an option or an attribute.

    Args:
        text: The text.

    Returns:
        The text, cleaned and escaped.
    """
    return escape(clean(text))


def _number(is_number: bool) -> str:
    return ' class="maroc-number"' if is_number else ""
