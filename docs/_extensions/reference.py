"""The reference as its readers need it: inherited fields, words of closed lists, and names that lead to their place.

The docstrings stay what they are in the code. When Sphinx reads them, a class of the record also tells the fields that
it inherits, a closed list its words, and a page of ours that is named becomes a link. Pages say their language, and
what scrolls can be reached without a mouse.
"""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from docutils.nodes import Text, literal_block
from sphinx.addnodes import desc_signature

from maroc_offshoring.vocabulary import Term

if TYPE_CHECKING:
    from docutils.nodes import Element, document, reference
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_PAGE = re.compile(r"`docs/([a-z0-9_-]+)\.md`")
_FRENCH = "fr/"
_PAGES = Path(__file__).parents[1]
_COLON = "\ue000"


def fields_told(docstring: str) -> dict[str, list[str]]:
    """Read what a docstring says of each argument.

    Args:
        docstring: A docstring of the Google style, cleaned of its indentation.

    Returns:
        The lines of each argument, by its name.
    """
    _, _, after = docstring.partition("Args:\n")
    told: dict[str, list[str]] = {}
    name = ""
    for line in after.splitlines():
        if line and not line.startswith(" "):
            break
        if start := re.match(r" {4}(\w+): ", line):
            name = start[1]
            told[name] = []
        if name and line:
            told[name].append(line)
    return told


def inherited_fields(cls: type) -> list[str]:
    """Return what the bases of a class say of the fields that it inherits and does not describe itself."""
    own = fields_told(inspect.getdoc(cls) or "")
    lines: list[str] = []
    for field in attrs.fields(cls):
        if not field.inherited or field.name in own:
            continue
        for base in cls.__mro__[1:]:
            told = fields_told(inspect.cleandoc(base.__dict__.get("__doc__") or ""))
            if field.name in told:
                lines += told[field.name]
                break
    return lines


def add_fields(lines: list[str], more: list[str]) -> None:
    """Add fields at the end of the arguments that a docstring has, or else at its own end."""
    if "Args:" not in lines:
        lines += ["", "Args:", *more, ""]
        return
    end = lines.index("Args:") + 1
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    lines[end:end] = more


def words(cls: type[Term]) -> list[str]:
    """Return the words of a closed list, each with its name in English."""
    return ["", "The words:", "", *(f"* `{member.value}`: {member.label('en')}" for member in cls), ""]


def page(found: re.Match[str]) -> str:
    """Turn the name of a page into a link, where there is that page."""
    return f":doc:`/{found[1]}`" if (_PAGES / f"{found[1]}.md").exists() else found[0]


def complete(  # noqa: PLR0917 - as Sphinx calls it
    app: Sphinx, what: str, name: str, thing: Any, options: Any, lines: list[str]
) -> None:
    """Complete a docstring before it is read as one of the Google style."""
    del app, name, options
    lines[:] = [_PAGE.sub(page, line) for line in lines]
    if what == "property" and lines:
        lines[0] = lines[0].replace(":", _COLON)  # or napoleon takes what stands before it for a type
    if what == "class" and attrs.has(thing) and (more := inherited_fields(thing)):
        add_fields(lines, more)
    if what == "class" and isinstance(thing, type) and issubclass(thing, Term) and thing is not Term:
        lines += words(thing)


def colons(  # noqa: PLR0917 - as Sphinx calls it
    app: Sphinx, what: str, name: str, thing: Any, options: Any, lines: list[str]
) -> None:
    """Put back the colons that napoleon was not to see."""
    del app, what, name, thing, options
    lines[:] = [line.replace(_COLON, ":") for line in lines]


def signature(  # noqa: PLR0917 - as Sphinx calls it
    app: Sphinx, what: str, name: str, thing: Any, options: Any, text: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Write how a class is made: an attrs class of its fields, and a closed list not at all."""
    del app, name, options
    if what == "class" and issubclass(thing, Term):
        return "", None
    if what == "class" and attrs.has(thing):
        return f"({', '.join(parameters(thing))})", None
    return text, returns


def parameters(cls: type) -> list[str]:
    """Return the fields of an attrs class as its signature has them."""
    fields = [field for field in attrs.fields(cls) if field.init]
    written = [field.alias + default(field) for field in fields]
    first = next((at for at, field in enumerate(fields) if field.kw_only), None)
    if first is not None:
        written.insert(first, "*")
    return written


def default(field: attrs.Attribute[Any]) -> str:
    """Return the default of a field as its signature has it; what is made anew each time is `...`."""
    if field.default is attrs.NOTHING:
        return ""
    if isinstance(field.default, Term):
        return f"={field.default.value!r}"
    return "=..." if isinstance(field.default, attrs.Factory) else f"={field.default!r}"  # type: ignore[arg-type]


def definition(target: str) -> tuple[str, str] | None:
    """Return the module and the name with which a thing was defined; None where the target names nothing of ours."""
    parts = target.split(".")
    if parts[0] != "maroc_offshoring":
        return None
    for end in range(len(parts), 0, -1):
        try:
            thing: Any = import_module(".".join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            thing = getattr(thing, part, None)
        if target.endswith(".NOT_STATED"):
            return "maroc_offshoring", "NOT_STATED"  # a value, which does not know its name
        home, qualified = getattr(thing, "__module__", None), getattr(thing, "__qualname__", None)
        return (home, qualified) if home and qualified else None
    return None


def places(env: BuildEnvironment, target: str) -> list[str]:
    """Return the names under which the reference has what a docstring names, as code imports it or by its end alone."""
    objects = env.domains.python_domain.objects
    defined = definition(target)
    if defined and ".".join(defined) in objects:
        return [".".join(defined)]
    end = defined[1] if defined else target
    return sorted((name for name in objects if name.endswith(f".{end}")), key=lambda name: (name.count("."), name))


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Element) -> reference | None:
    """Lead a name to the place where the reference has it, however a docstring or an annotation writes it."""
    if node.get("refdomain") != "py" or not (found := places(env, node["reftarget"])):
        return None
    objects = env.domains.python_domain.objects
    if len({objects[name].node_id for name in found}) > 1:
        return None  # several things are called so
    return env.domains.python_domain.resolve_xref(env, node["refdoc"], app.builder, "obj", found[0], node, content)


def trim(app: Sphinx, doctree: document) -> None:
    """Take off the empty line with which blocks of examples end, so that no page shows it."""
    del app
    for block in doctree.findall(literal_block):
        text = block.astext().rstrip("\n")
        block.rawsource = text
        block.children = [Text(text)]


def outline(app: Sphinx, doctree: document) -> None:
    """Keep methods out of the outline of a page, which would else be longer than the page of another site."""
    del app
    for signature in doctree.findall(desc_signature):
        if signature.get("class"):
            signature["_toc_name"] = ""


def readable(app: Sphinx, page: str, template: str, context: dict[str, Any], tree: Any) -> None:
    """Say which pages are in French, and give keyboards and screen readers what the theme leaves out."""
    del app, template, tree
    if page.startswith(_FRENCH):
        context["language"] = "fr"
    if "body" in context:
        context["body"] = context["body"].replace("<pre>", '<pre tabindex="0">')  # it scrolls
    if "furo_navigation_tree" in context:
        levels = context["furo_navigation_tree"].replace('role="heading"', 'role="heading" aria-level="2"')
        context["furo_navigation_tree"] = levels


def setup(app: Sphinx) -> dict[str, Any]:
    """Connect what stands here with Sphinx."""
    app.connect("autodoc-process-docstring", complete, priority=400)  # before napoleon
    app.connect("autodoc-process-docstring", colons, priority=600)  # after it
    app.connect("autodoc-process-signature", signature)
    app.connect("missing-reference", resolve)
    app.connect("doctree-read", trim)
    app.connect("doctree-read", outline, priority=100)  # before Sphinx reads it
    app.connect("html-page-context", readable, priority=900)  # after the theme
    return {"parallel_read_safe": True, "parallel_write_safe": True}
