"""What can cite its sources: records, sources themselves, and totals."""

from __future__ import annotations

from typing import Any, Literal, overload


class Citable:
    """A thing with sources, which it cites in a style that the reader's tools take."""

    __slots__ = ()

    @overload
    def cite(self, style: Literal["text", "bibtex"] = "text") -> str: ...
    @overload
    def cite(self, style: Literal["csl"]) -> list[dict[str, Any]]: ...
    def cite(self, style: Literal["text", "bibtex", "csl"] = "text") -> str | list[dict[str, Any]]:
        """Cite the sources that it rests on, with their addresses and with who is quoted.

        Args:
            style: `"text"`, `"bibtex"` or `"csl"`, as in :func:`maroc_offshoring.citing.cite`.

        Returns:
            The text, or the CSL-JSON items.

        Raises:
            UnknownWord: Where there is no such style.

        Example:
            >>> import maroc_offshoring as mo
            >>> ds = mo.load()
            >>> print(ds.statements["2019-04-24-cri-oriental-role"].cite().split(", http")[0])
            Le360, “Offshoring: Oujda prépare sa montée en puissance”, 2019-04-24
            >>> memoranda = ds.commitments.where(agreement="2022-04-20-outsourcing-memoranda")
            >>> sorted({item["publisher"] for item in memoranda.total("jobs").cite("csl")})
            ['Médias24', 'Yabiladi']
        """
        from maroc_offshoring.citing.styles import cite

        return cite(self, style)
