"""Writing records as TOML that people review: one key a line, long lists one item a line, small tables in one line."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

_WIDTH = 100


def written(kind: str, tables: Iterable[dict[str, Any]]) -> str:
    """Write the records of one kind.

    Args:
        kind: The name of their table.
        tables: Their plain values.

    Returns:
        TOML text.
    """
    blocks = []
    for table in tables:
        lines = [f"[[{kind}]]", *(f"{key} = {_value(value, long=True)}" for key, value in table.items())]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _value(value: Any, *, long: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON's escapes are TOML's, except that TOML wants DEL escaped too.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, int):
        return f"{value:_}" if value >= 10_000 else str(value)
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text if "." in text else f"{text}.0"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return _list(value, long=long)
    return "{" + ", ".join(f"{key} = {_value(item)}" for key, item in value.items()) + "}"


def _list(values: list[Any], *, long: bool) -> str:
    items = [_value(value) for value in values]
    line = f"[{', '.join(items)}]"
    if not long or (len(line) <= _WIDTH and not any(isinstance(value, dict) for value in values)):
        return line
    return "\n".join(["[", *(f"    {item}," for item in items), "]"])
