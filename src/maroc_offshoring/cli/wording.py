"""What errors of the library say of its calls, said of options: `--overwrite` where they name `overwrite=True`."""

from __future__ import annotations

import re

_SAID: tuple[tuple[str, str], ...] = (
    (r"\boverwrite=True\b", "--overwrite"),
    (r"\bcharts=False\b", "--no-charts"),
    (r"\boutlines=False\b", "--no-outlines"),
    (r"\bwhere\((\w+)='([^']*)'\)", r"--\1 \2"),
    (r"\bwith where\(\.\.\.\)", "with options such as --place"),
    (r"\btotal\('\w+', basis='(\w+)'\)", r"--basis \1"),
    (r"\b(commitments|targets|observations)\.where\(\)", r"total --of \1"),
    (r"\bbreakdown\(by=\.\.\.\)", "--by"),
    (r"\{'Fès': 2, 'Rabat': 3\}", "'Fès=2,Rabat=3'"),
    (r"; pass rates= or prices= of your own to add a year", ""),
    (r"\b(currency|prices|spread|basis|on)=(?![\w'])", r"--\1"),
)


def in_options(text: str) -> str:
    """Say of options what is said of the arguments of a call.

    Args:
        text: The text of an error.

    Returns:
        The text as who typed a command understands it.

    Example:
        >>> from maroc_offshoring.cli.wording import in_options
        >>> in_options("a path where no file stands yet; overwrite=True replaces it")
        'a path where no file stands yet; --overwrite replaces it'
    """
    for pattern, said in _SAID:
        text = re.sub(pattern, said, text)
    return text
