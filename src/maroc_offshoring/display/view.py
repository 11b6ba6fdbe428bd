"""A view: what is shown of an object in one language, before it is HTML or text."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from maroc_offshoring.display.cleaning import clean


@frozen
class Piece:
    """A piece of text in a cell.

    Args:
        text: The text; characters that could disturb a page or a terminal are replaced.
        kind: How it looks: `""`, `code` for what one types, `figure` for what no line breaks in, `strong` or `faint`.
        url: Where it leads; only a web address becomes a link.
        explained: What it stands for, where it is a sign or a code.
    """

    text: str = field(converter=clean)
    kind: str = ""
    url: str | None = None
    explained: str = field(default="", converter=clean)


@frozen
class Bar:
    """A bar in a cell.

    Args:
        solid: How far it certainly reaches, from 0 to 1.
        reach: How far it may reach, from 0 to 1; no less than `solid`.
        is_open: Whether it may reach farther still.
        says: What it says to who does not see it.
    """

    solid: float
    reach: float
    is_open: bool = False
    says: str = field(default="", converter=clean)


Cell = tuple[Piece | Bar, ...]
"""What stands in one cell; nothing where it is empty."""


def cell(*pieces: Piece | Bar | str) -> Cell:
    """Make a cell.

    Args:
        pieces: Pieces, bars, or plain texts.

    Returns:
        The cell.
    """
    return tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces)


def joined(cells: Iterable[Cell], between: str = ", ") -> Cell:
    """Put cells one after the other in one cell.

    Args:
        cells: The cells.
        between: What stands between two of them.

    Returns:
        The cell.
    """
    pieces: list[Piece | Bar] = []
    for each in cells:
        if pieces and each:
            pieces.append(Piece(between))
        pieces.extend(each)
    return tuple(pieces)


def written_out(shown: Cell) -> str:
    """Write a cell without links, signs or bars.

    Args:
        shown: The cell.

    Returns:
        Its texts, one after the other.
    """
    return "".join(piece.text for piece in shown if not isinstance(piece, Bar))


@frozen
class Column:
    """A column of a table.

    Args:
        title: Its heading.
        is_number: Whether it holds figures, which stand at the end of their cells.
        is_code: Whether it holds what one types, such as ids.
    """

    title: str = field(converter=clean)
    is_number: bool = False
    is_code: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether its cells say nothing when they are cut, or something else."""
        return self.is_number or self.is_code


@frozen
class Row:
    """A row of a table; its first cell names it.

    Args:
        cells: Its cells.
        is_sum: Whether it sums the others up.
    """

    cells: tuple[Cell, ...]
    is_sum: bool = False


@frozen(kw_only=True)
class Table:
    """A table.

    Args:
        caption: What it shows.
        columns: Its columns; none where each row is a name and a value.
        rows: Its rows.
        more: What is said of the rows that are not shown.
        is_folded: Whether a reader opens it to see it.
    """

    caption: str = field(converter=clean)
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    more: str = ""
    is_folded: bool = False


@frozen(kw_only=True)
class Lines:
    """A list of lines.

    Args:
        caption: What they are; empty where they need no heading.
        items: The lines.
        more: What is said of the lines that are not shown.
        is_folded: Whether a reader opens it to see them.
    """

    caption: str = field(default="", converter=clean)
    items: tuple[Cell, ...] = ()
    more: str = ""
    is_folded: bool = False


@frozen(kw_only=True)
class View:
    """What is shown of an object.

    Args:
        language: `fr`, `en` or `ar`.
        title: What it is.
        about: What a reader must know before the figures: what they count, at which prices, of when.
        blocks: The tables and lists below.
    """

    language: str
    title: Cell
    about: tuple[Cell, ...] = ()
    blocks: tuple[Table | Lines, ...] = ()

    def is_titled(self, block: Table | Lines) -> bool:
        """Say whether the title of the view already says what a block shows, so that its caption need not be seen.

        Args:
            block: A block of the view.

        Returns:
            True where they are the same words.
        """
        return block.caption == written_out(self.title)

    def html(self, *, styled: bool = True) -> str:
        """Write the view as HTML that stands by itself: no script, nothing to fetch, every text escaped.

        Args:
            styled: Whether its own style goes with it; a page that has :data:`maroc_offshoring.display.style.STYLE`
                once needs it no more.

        Returns:
            The HTML.
        """
        from maroc_offshoring.display.markup import as_html

        return as_html(self, styled=styled)

    def text(self, width: int = 80) -> str:
        """Write the view as text for a terminal.

        Args:
            width: How wide a line may be.

        Returns:
            The lines.
        """
        from maroc_offshoring.display.plain import as_text

        return as_text(self, width)
