"""Putting finished files in their place: each is written under a temporary name, and moved when all are whole."""

from __future__ import annotations

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_IRUSR, S_IWUSR

from maroc_offshoring.errors import InvalidField, WrongType

APath = str | PathLike[str]


@contextmanager
def placed(*paths: APath, overwrite: bool = False) -> Generator[tuple[Path, ...]]:
    """Write files whole or not at all.

    Args:
        paths: Where the files shall stand. Where a link stands there, the file that it leads to is meant.
        overwrite: Whether files that stand there are replaced.

    Yields:
        The path of an empty temporary file for each, in the folder of the file, to be written to.

    Raises:
        InvalidField: Where a file stands there and shall not be replaced, or what stands there is no file, or its
            folder is missing.
        WrongType: Where one is no path.
        OSError: Where the disk is full, or a folder may not be written to; then nothing has changed.
    """
    places = [_free(path_of(path, "path", "a file"), overwrite=overwrite) for path in paths]
    temporaries: list[Path] = []
    try:
        for place in places:
            temporaries.append(place.parent / f".{token_hex(8)}.tmp")
            temporaries[-1].open("x").close()  # with the rights that new files get here, which mkstemp would not give
            if place.exists():
                temporaries[-1].chmod(S_IMODE(place.stat().st_mode) | S_IRUSR | S_IWUSR)  # what was private stays so
        yield tuple(temporaries)
        for temporary in temporaries:
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
        _move_all(temporaries, places, overwrite=overwrite)
    finally:
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)


def place_all(folder: APath, texts: Mapping[str, str], *, overwrite: bool = False) -> None:
    """Write several text files into a folder, all of them or none.

    Args:
        folder: The folder; it is made where it is missing.
        texts: The text of each file by its name; written as UTF-8, line ends as they are.
        overwrite: Whether files that stand there are replaced.

    Raises:
        InvalidField: Where one stands there and shall not be replaced, or the folder is none.
        WrongType: Where it is no path.
        OSError: Where one cannot be written; then none has changed.
    """
    place = path_of(folder, "folder", "a folder")
    try:
        place.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise InvalidField("folder", str(place), "a folder; a file has this name") from None
    with placed(*(place / name for name in texts), overwrite=overwrite) as temporaries:
        _write(temporaries, tuple(texts.values()))


def _write(paths: Sequence[Path], texts: Sequence[str]) -> None:
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8", newline="")


def path_of(given: object, field: str, what: str) -> Path:
    """Check that something is a path.

    Args:
        given: What was given as a path.
        field: The name of the argument.
        what: What it leads to: `a file`.

    Returns:
        The path.

    Raises:
        InvalidField: Where it is empty, or holds what no name of a file may.
        WrongType: Where it is no path.
    """
    if not isinstance(given, (str, PathLike)) or not isinstance(text := os.fspath(given), str):
        raise WrongType(field, given, f"the path of {what}")
    try:
        sound = bool(text) and "\0" not in text and bool(os.fsencode(text))
    except UnicodeEncodeError:
        sound = False
    if not sound:
        raise InvalidField(field, text, f"the path of {what}, of characters that a name of a file may hold")
    return Path(text)


def _free(place: Path, *, overwrite: bool) -> Path:
    """Where a file shall stand, links followed, if it may."""
    place = Path(os.path.realpath(place)) if place.is_symlink() else place
    if place.is_dir():
        raise InvalidField("path", str(place), "the path of a file; a folder has this name")
    if not place.parent.is_dir():
        raise InvalidField("path", str(place), f"a file in a folder that is there; make {str(place.parent)!r} first")
    if place.exists() and not place.is_file():
        raise InvalidField("path", str(place), "the path of a file; a device or a pipe has this name")
    if place.exists() and not overwrite:
        raise _taken(place)
    return place


def _move_all(temporaries: Sequence[Path], places: Sequence[Path], *, overwrite: bool) -> None:
    """Move finished files into their place; where another program has just written one, none of ours is left.

    Of several files the last describes the others. It is taken away first and comes back last, so that a process that
    is killed in between leaves no mixture of old and new that reads as a whole.
    """
    moved: list[Path] = []
    try:
        if overwrite and len(places) > 1:
            places[-1].unlink(missing_ok=True)
        for temporary, place in zip(temporaries, places, strict=True):
            if overwrite:
                temporary.replace(place)
            else:
                _move(temporary, place)
                moved.append(place)
    except BaseException:
        for place in moved:
            place.unlink(missing_ok=True)
        raise


def _move(temporary: Path, place: Path) -> None:
    """Move a file to where none stands; a plain move would replace one that came there in the meantime."""
    try:
        os.link(temporary, place)
    except FileExistsError:
        raise _taken(place) from None
    except OSError:  # a disk without hard links
        temporary.replace(place)


def _taken(place: Path) -> InvalidField:
    return InvalidField("path", str(place), "a path where no file stands yet; overwrite=True replaces it")
