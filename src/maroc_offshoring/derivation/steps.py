"""What was done to a figure, as a node: a conversion, a deflation, a split."""

from __future__ import annotations

from maroc_offshoring.derivation.derivation import Derivation
from maroc_offshoring.derivation.kinds import NodeKind
from maroc_offshoring.derivation.sentence import Sentence
from maroc_offshoring.figures import Step
from maroc_offshoring.figures.writing import number_in

_ACTIONS = {
    "convert": Sentence("converti", "convert", "حُوِّل"),
    "deflate": Sentence("déflaté", "deflate", "عُدِّل حسب الأسعار"),
    "split": Sentence("réparti", "split", "قُسِّم"),
}
_KINDS = {
    "average": Sentence("moyenne", "average", "متوسط"),
    "end_of_period": Sentence("fin de période", "end_of_period", "نهاية الفترة"),
    "estimate": Sentence("estimation", "estimate", "تقدير"),
    "equally": Sentence("à parts égales", "equally", "بالتساوي"),
    "by weights": Sentence("selon des poids", "by weights", "حسب أوزان"),
}


def step_node(step: Step) -> Derivation:
    """Make the node of a step.

    Args:
        step: What was done to a figure.

    Returns:
        A node that says it; the note and the name of the source stay in the words of who computed it.

    Example:
        >>> import maroc_offshoring as mo
        >>> from maroc_offshoring.derivation.steps import step_node
        >>> euros = mo.convert(mo.parse_figure("65 MDH"), to="EUR", on=2022)
        >>> print(step_node(euros.steps[0]).statement.fr[:40])
        converti × 0,093588 EUR/MAD (moyenne, 20
    """
    fr, ar = (_written(step, language) for language in ("fr", "ar"))
    return Derivation(kind=NodeKind.STEP, statement=Sentence(fr, str(step), ar))


def _written(step: Step, language: str) -> str:
    action = _ACTIONS[step.action].label(language) if step.action in _ACTIONS else step.action
    kind = _KINDS[step.kind].label(language) if step.kind in _KINDS else step.kind
    comma, semicolon = ("، ", "؛ ") if language == "ar" else (", ", "\u00a0; ")
    about = comma.join(str(part) for part in (kind, step.year) if part)
    text = f"{action} × {number_in(step.factor, language)} {step.unit}".rstrip()
    text += f" ({about})" if about else ""
    text += f"{comma}{step.source}" if step.source else ""
    return f"{text}{semicolon}{step.note}" if step.note else text
