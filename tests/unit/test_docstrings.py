"""Everything public says what it is: in one sentence, with its arguments, its result, its errors and an example.

Public is what `mo.__all__` names, what the modules in it hold, and the public methods and properties of the classes
among these. What each needs:

- all: a first line that is a whole sentence;
- a class, a function, a method: its arguments, each by name under `Args:` (of a class, those that it is made with), and
  an `Example:` that runs; an enumeration has members instead of arguments;
- a function, a method: what it gives back, under `Returns:` or `Yields:`, unless that is nothing;
- a function, a method, a property: each of our errors that its own code raises, under `Raises:`.

A property needs no example of its own: that of its class stands for it. A method that overrides one of ours need only
say what it does differently: its arguments and its example stand with the one that it overrides. The arguments that a
class inherits are told by the class that it has them from. An error is made by the library, not by its users: its
example, the call that raises it, stands in `docs/errors.md`.

And every public name stands in the reference, `docs/api`.
"""

from __future__ import annotations

import ast
import enum
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from pkgutil import resolve_name
from types import FunctionType, ModuleType
from typing import Any

import attrs
import pytest

import maroc_offshoring as mo

ROOT = Path(__file__).parents[2]
PACKAGE = "maroc_offshoring"


class Documented:
    """A public name, with its docstring taken apart."""

    def __init__(self, name: str, thing: Any, owner: type | None = None) -> None:
        self.name, self.thing, self.owner = name, thing, owner

    @cached_property
    def docstring(self) -> str:
        """Its own docstring, never one that it inherits."""
        return inspect.cleandoc(self.thing.__doc__ or "")

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text under `Args:`, `Returns:` and the like."""
        parts = re.split(r"^(Args|Returns|Yields|Raises|Example):$", self.docstring, flags=re.MULTILINE)
        return dict(zip(parts[1::2], parts[2::2], strict=True))

    @property
    def function(self) -> FunctionType | None:
        """The code that runs: a function itself, the getter of a property."""
        thing = self.thing.fget if isinstance(self.thing, property) else self.thing
        thing = inspect.unwrap(getattr(thing, "__func__", thing))
        return thing if isinstance(thing, FunctionType) else None

    @property
    def overrides(self) -> bool:
        """Whether it is a method in place of one that another class of ours documents."""
        own = self.name.rpartition(".")[2]
        return self.owner is not None and any(own in vars(base) for base in self.owner.__mro__[1:] if of_ours(base))

    @property
    def arguments(self) -> list[str]:
        """The names of what it takes."""
        if isinstance(self.thing, type):
            return made_with(self.thing)
        if self.function is None or isinstance(self.thing, property):
            return []
        names = list(inspect.signature(self.function).parameters)
        bound = self.owner is not None and not isinstance(self.thing, staticmethod)
        return [name for name in names[bound:] if not name.startswith("_")]

    @property
    def result(self) -> bool:
        """Whether it gives anything back."""
        if self.function is None or isinstance(self.thing, property):
            return False
        return str(self.function.__annotations__.get("return")) not in ("None", "NoReturn", "Never")

    @property
    def raised(self) -> set[str]:
        """The errors of ours that its own code raises by name."""
        if self.function is None:
            return set()
        tree = ast.parse(textwrap.dedent(inspect.getsource(self.function)))
        names = {name_raised(node) for node in ast.walk(tree) if isinstance(node, ast.Raise)}
        return {name for name in names if hasattr(mo.errors, name)}

    @property
    def needs_example(self) -> bool:
        """Whether its kind needs an example of its own."""
        return not (isinstance(self.thing, ModuleType | property) or self.overrides or is_error(self.thing))


def of_ours(thing: Any) -> bool:
    return str(getattr(thing, "__module__", "")).split(".")[0] == PACKAGE


def is_error(thing: Any) -> bool:
    return isinstance(thing, type) and issubclass(thing, Exception) and thing is not mo.errors.MarocOffshoringError


def name_raised(node: ast.Raise) -> str:
    raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
    return raised.id if isinstance(raised, ast.Name) else raised.attr if isinstance(raised, ast.Attribute) else ""


def made_with(cls: type) -> list[str]:
    """What a caller makes an object of a class with; nothing where only the library makes one."""
    if issubclass(cls, enum.Enum | BaseException) or getattr(cls, "_is_protocol", False):
        return []
    if attrs.has(cls):
        return [field.alias for field in attrs.fields(cls) if field.init and not field.name.startswith("_")]
    if "__init__" not in vars(cls):
        return []
    return [name for name in list(inspect.signature(cls).parameters) if not name.startswith("_")]


def names_in(module: ModuleType) -> list[str]:
    """The public names of a module: its `__all__`, or else what it defines."""
    listed = getattr(module, "__all__", None)
    if listed is not None:
        return list(listed)
    return [
        name for name, thing in vars(module).items()
        if not name.startswith("_") and getattr(thing, "__module__", "") == module.__name__
    ]  # fmt: skip


def members(name: str, cls: type) -> Iterator[Documented]:
    """The public methods and properties that a class, or a class of ours below it, defines."""
    for base in cls.__mro__:
        if not of_ours(base):
            continue
        for own, thing in vars(base).items():
            if not own.startswith("_") and isinstance(thing, FunctionType | property | classmethod | staticmethod):
                yield Documented(f"{name if base is cls else base.__qualname__}.{own}", thing, base)


def walk(module: ModuleType) -> list[Documented]:
    """Everything public of a module, and of the modules that it names, each once."""
    found: dict[int, Documented] = {}

    def take(documented: Documented) -> None:
        found.setdefault(id(documented.thing), documented)

    def look_into(holder: ModuleType, prefix: str) -> None:
        for name in names_in(holder):
            thing = getattr(holder, name)
            if isinstance(thing, ModuleType):
                take(Documented(f"{prefix}{name}", thing))
                look_into(thing, f"{prefix}{name}.")
            elif isinstance(thing, type | FunctionType):
                take(Documented(f"{prefix}{name}", thing))
                if isinstance(thing, type):
                    for member in members(f"{prefix}{name}", thing):
                        take(member)

    look_into(module, "")
    return list(found.values())


PUBLIC = walk(mo)


def faults(documented: Documented) -> Iterator[str]:
    """What is wrong with a docstring, each with the name."""
    first = documented.docstring.partition("\n")[0]
    if not first:
        yield f"{documented.name}: no docstring"
        return
    if not first.endswith("."):
        yield f"{documented.name}: its first line is no sentence"
    described = set(re.findall(r"^    (\w+):", documented.sections.get("Args", ""), flags=re.MULTILINE))
    inherited = described_by_bases(documented.thing) if isinstance(documented.thing, type) else set()
    if not documented.overrides:
        for argument in documented.arguments:
            if argument not in described | inherited:
                yield f"{documented.name}: nothing under Args: on {argument}"
        if documented.result and not {"Returns", "Yields"} & set(documented.sections):
            yield f"{documented.name}: no Returns:"
    for argument in sorted(described - set(documented.arguments) - set(dir(documented.thing))):
        yield f"{documented.name}: it takes no {argument}"
    for error in sorted(documented.raised - set(re.findall(r"\w+", documented.sections.get("Raises", "")))):
        yield f"{documented.name}: nothing under Raises: on {error}"
    if documented.needs_example and ">>> " not in documented.sections.get("Example", ""):
        yield f"{documented.name}: no Example:"


def described_by_bases(cls: type) -> set[str]:
    """The arguments that the classes below describe: a Commitment has the id that every Record has."""
    below = [Documented(base.__name__, base).sections.get("Args", "") for base in cls.__mro__[1:] if of_ours(base)]
    return {name for text in below for name in re.findall(r"^    (\w+):", text, flags=re.MULTILINE)}


def constants(module: ModuleType, prefix: str = "") -> Iterator[str]:
    """The public names that are neither classes nor functions nor modules, which have no docstring of their own."""
    for name in getattr(module, "__all__", ()):
        thing = getattr(module, name)
        if isinstance(thing, ModuleType):
            yield from constants(thing, f"{prefix}{name}.")
        elif not isinstance(thing, type | FunctionType) and not name.startswith("__"):
            yield f"{prefix}{name}"


def in_reference() -> list[Any]:
    """What the pages of the reference describe."""
    found: list[Any] = []
    for page in sorted((ROOT / "docs" / "api").glob("*.md")):
        module = ""
        for kind, name in re.findall(r"^\.\. (\w+):: ([\w.:]+)$", page.read_text("utf-8"), re.MULTILINE):
            if kind == "currentmodule":
                module = name
            elif kind.startswith("auto"):
                found.append(resolve_name(name.replace("::", ":") if "." in name else f"{module}:{name}"))
    return found


@pytest.mark.parametrize("documented", PUBLIC, ids=[documented.name for documented in PUBLIC])
def test_every_public_name_says_what_it_is(documented: Documented) -> None:
    """Each has a sentence, its arguments, its result, its errors and an example, as far as its kind needs them."""
    assert list(faults(documented)) == []


def test_every_public_name_stands_in_the_reference() -> None:
    """Each class, function and constant that can be reached from the face has its place on a page of docs/api."""
    described = {id(thing) for thing in in_reference()}
    ours = [each for each in PUBLIC if each.owner is None and not isinstance(each.thing, ModuleType)]
    missing = [each.name for each in ours if id(each.thing) not in described]
    missing += [name for name in constants(mo) if id(attribute(mo, name)) not in described]
    assert not missing


def attribute(thing: Any, path: str) -> Any:
    for name in path.split("."):
        thing = getattr(thing, name)
    return thing


def test_every_error_is_raised_on_the_page_of_errors() -> None:
    """docs/errors.md, which runs, shows each error of the library as it is printed."""
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    named = [each.thing for each in PUBLIC if is_error(each.thing)]
    assert len(named) > 15
    assert [error.__name__ for error in named if f"\nmaroc_offshoring.errors.{error.__name__}: " not in page] == []


class Blank:
    def silent(self):
        return 1


class Careless:
    """A class, told as a heading is!

    Args:
        size: How large.
    """

    def __init__(self, width: int) -> None:
        self.width = width

    def spread(self, by: int) -> int:
        """Say less than it does.

        Example:
            >>> Careless(1).spread(2)
            2
        """
        if by < 0:
            raise mo.errors.InvalidField("by", by, "a number of zero or more")
        if by > 9:
            raise ValueError
        return self.width * by

    @property
    def area(self) -> int:
        """An area, which needs no example of its own."""
        return self.width


class Careful(Careless):
    """A class that overrides.

    Example:
        >>> Careful(1).spread(2)
        2
    """

    def spread(self, by: int) -> int:
        """Spread as it does, but without limits."""
        return self.width * by


def test_a_fault_of_a_docstring_is_found() -> None:
    """What says nothing, or less or something else than it does, is named with what is wrong."""
    assert list(faults(Documented("Blank.silent", vars(Blank)["silent"], Blank))) == ["Blank.silent: no docstring"]
    assert list(faults(Documented("Careless", Careless))) == [
        "Careless: its first line is no sentence",
        "Careless: nothing under Args: on width",
        "Careless: it takes no size",
        "Careless: no Example:",
    ]
    assert list(faults(Documented("spread", vars(Careless)["spread"], Careless))) == [
        "spread: nothing under Args: on by",
        "spread: no Returns:",
        "spread: nothing under Raises: on InvalidField",
    ]
    assert list(faults(Documented("area", vars(Careless)["area"], Careless))) == []


def test_a_method_that_overrides_one_of_ours_may_be_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its arguments, result and example stand where the method is first defined; without that, they are missing."""
    spread = Documented("Careful.spread", vars(Careful)["spread"], Careful)
    assert len(list(faults(spread))) == 3
    monkeypatch.setitem(globals(), "PACKAGE", __name__.split(".")[0])
    assert list(faults(spread)) == []


def test_the_walk_reaches_modules_classes_methods_and_properties() -> None:
    """It finds a module, a function in it, a class, a method that a class inherits, a class method and a property."""
    names = {documented.name for documented in PUBLIC}
    assert {"money", "money.Rates", "frames.total", "Dataset.merge", "Dataset.of", "Total.quantity"} <= names
    assert {"DatasetDoors.export", "CollectionDoors.to_frame", "errors.UnknownName", "Term.of"} <= names
    assert len(names) > 400
