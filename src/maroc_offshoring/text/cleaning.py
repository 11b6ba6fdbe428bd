"""Words of a text as a record may hold them: on one line, without signs that steer a terminal or turn a line round."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 240
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029\x85]+")


def clean(text: str, longest: int = _LONGEST) -> str:
    r"""Write words on one line, without control signs, marks of direction and halves of characters.

    Args:
        text: The words as the text has them.
        longest: How many signs to keep at the most.

    Returns:
        The words; an ellipsis stands for what was cut off.

    Example:
        >>> from maroc_offshoring.text.cleaning import clean
        >>> clean("300\n emplois\u202e")
        '300 emplois'
    """
    spaced = _SPACES.sub(" ", text[: 4 * longest])
    plain = "".join(sign for sign in spaced if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn")).strip()
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def slug(text: str) -> str:
    """Write a name as an id: small letters and digits, with hyphens between words.

    Args:
        text: A name.

    Returns:
        The id; empty where the name has no letter of the Latin alphabet and no digit.

    Example:
        >>> from maroc_offshoring.text.cleaning import slug
        >>> slug("Société d'Été 2")
        'societe-d-ete-2'
    """
    apart = unicodedata.normalize("NFKD", clean(text).casefold())
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("œ", "oe").replace("æ", "ae")).strip("-")[:60].strip("-")
