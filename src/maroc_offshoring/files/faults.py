"""What went wrong while a record was made, as pairs of field and message, out of cattrs' tree of exceptions."""

from __future__ import annotations

from collections.abc import Iterator

from cattrs import AttributeValidationNote, IterableValidationNote

from maroc_offshoring.errors import MarocOffshoringError


def faults(error: BaseException, path: str = "") -> Iterator[tuple[str, str, BaseException]]:
    """Walk the faults of a record.

    Args:
        error: What was raised while it was made.
        path: The field that was being made.

    Yields:
        For each fault the path of its field, the message, and the exception.

    Raises:
        BaseException: The error itself, where it is none of ours: a bug, which must not look like the user's fault.
    """
    path = _joined(path, _step(error))
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from faults(inner, path)
    elif isinstance(error, MarocOffshoringError):
        yield _joined(path, error.where), error.message, error
    else:
        raise error


def _step(error: BaseException) -> str:
    """The step of the path that cattrs noted on an exception."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return note.name
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _joined(path: str, step: str) -> str:
    # A converter of the class may name the field that cattrs has already named.
    if not step or (path and path.rpartition(".")[2] == step):
        return path
    return f"{path}{step}" if step.startswith("[") or not path else f"{path}.{step}"
