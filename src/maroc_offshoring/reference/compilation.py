"""Compile the reference records: from TOML files that people edit to one JSON text that loads fast.

Only the standard library is used here, and nothing of this package: the build hook loads this file by its path, before
anything is installed.
"""

import json
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

Record = dict[str, Any]

_BEFORE = '","records":'


def read_texts(folder: Path) -> dict[str, list[Record]]:
    """Read the records of every TOML file of a folder, by kind, as JSON can hold them.

    Dates become ISO strings and decimals strings of their exact digits; integers stay. Tables of one kind that stand in
    several files follow each other in the order of the file names.

    Args:
        folder: The folder that holds the TOML files; folders within it are not read.

    Returns:
        The records of each kind, in the order in which they are written.

    Raises:
        FileNotFoundError: The folder holds no TOML file.
        ValueError: A file is no TOML, or a key at its top is not an array of tables. The message names the file.
    """
    return _records(_files(folder))


def digest(folder: Path) -> str:
    """Give the SHA-256 of the names and bytes of a folder's TOML files, in hexadecimal.

    Args:
        folder: The folder that holds the TOML files.

    Returns:
        A digest that changes when any byte of any file, or the name of a file, changes.

    Raises:
        FileNotFoundError: The folder holds no TOML file.
    """
    return _digest(_files(folder))


def compile_folder(folder: Path) -> str:
    """Compile a folder's TOML files to one compact JSON text: `{"digest": ..., "checksum": ..., "records": {...}}`.

    Args:
        folder: The folder that holds the TOML files.

    Returns:
        The JSON text: the `digest` of the files it was made from, the `checksum` of the records, and under `records` a
        list of them for each kind.

    Raises:
        FileNotFoundError: The folder holds no TOML file.
        ValueError: A file is no TOML, or a key at its top is not an array of tables. The message names the file.
    """
    files = _files(folder)
    records = f"{_BEFORE}{json.dumps(_records(files), ensure_ascii=False, separators=(',', ':'))}}}"
    return f'{{"digest":"{_digest(files)}","checksum":"{checksum(records.encode())}{records}'


def checksum(compiled: bytes) -> str:
    """Give the CRC-32 of the records in a compiled text, by which a digit that a disk has changed shows.

    Args:
        compiled: The text.

    Returns:
        The checksum, in hexadecimal.
    """
    from zlib import crc32  # what takes a fortieth of the time in which the text is parsed

    return f"{crc32(compiled.partition(_BEFORE.encode())[2]):08x}"


def _files(folder: Path) -> list[tuple[str, bytes]]:
    files = sorted((path.name, path.read_bytes()) for path in folder.glob("*.toml"))
    if not files:
        raise FileNotFoundError(f"no TOML file in {folder}")
    return files


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    import hashlib  # what is installed holds no TOML and needs no digest

    sha = hashlib.sha256()
    for name, content in files:
        sha.update(f"{name}\0{len(content)}\0".encode())
        sha.update(content)
    return sha.hexdigest()


def _records(files: Iterable[tuple[str, bytes]]) -> dict[str, list[Record]]:
    import tomllib  # only compiling needs it

    records: dict[str, list[Record]] = {}
    for name, content in files:
        try:
            tables = tomllib.loads(content.decode(), parse_float=_exact)
        except ValueError as error:  # also what is not UTF-8
            raise ValueError(f"{name}: {error}") from error
        for kind, rows in tables.items():
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise ValueError(f"{name}: {kind!r} must be an array of tables, [[{kind}]]")
            records.setdefault(kind, []).extend(_plain(row) for row in rows)
    return records


def _exact(text: str) -> str:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(f"a number must be finite, not {text!r}")
    return f"{number:f}"


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value
