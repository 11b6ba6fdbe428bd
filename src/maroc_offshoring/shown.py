"""What a notebook shows of an object: one hook, which asks the display room when it is called.

The objects of all rooms are shown, and the room that shows them stands above them all. So the hook stands here, at the
bottom, and imports that room only when a notebook calls it. Nothing is registered anywhere, and no import pays for it.
"""

from __future__ import annotations


class Shown:
    """A thing that a notebook shows as a table, in English.

    To show it in French or Arabic, :func:`maroc_offshoring.display.show` takes the language.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        from maroc_offshoring.display import html

        return html(self)
