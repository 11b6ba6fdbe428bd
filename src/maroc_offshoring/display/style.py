"""The style of what is shown: every rule is bound to one class, and every colour is the one that the page has.

The colours are inherited, so that a dark page needs no rules of its own. Faint text keeps most of the strength of the
text around it, which leaves a contrast above 4.5 to 1 on the pages that notebooks have.
"""

from __future__ import annotations

CLASS = "maroc-show"
"""The class that every rule is bound to."""

FAINT = 0.78
"""How strong faint text is against the text around it."""

_RULES = (
    ("", "max-width:64rem;overflow-x:auto;text-align:start;line-height:1.4"),
    (" p", "margin:0 0 .3em"),
    (" .maroc-title", "font-weight:700"),
    (" .maroc-about,%s .maroc-faint,%s .maroc-more,%s thead th", f"opacity:{FAINT}"),
    (" table", "border-collapse:collapse;table-layout:auto;margin:.4em 0 .6em;border:0;font-size:inherit"),
    (" table caption", "text-align:start;font-weight:600;padding:.15em 0;color:inherit;caption-side:top"),
    (" .maroc-hidden", "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"),
    (
        " table th,%s table td",
        "text-align:start;vertical-align:top;padding:.15em 1em .15em 0;border:0;border-bottom:1px solid "
        "rgba(128,128,128,.35);font-weight:400;white-space:normal;overflow-wrap:break-word;max-width:28rem;"
        "background:none;color:inherit",
    ),
    (" table th.maroc-number,%s table td.maroc-number", "text-align:end"),
    (" table tr.maroc-sum > *", "font-weight:700;border-bottom:0"),
    (" .maroc-figure", "white-space:nowrap;font-variant-numeric:tabular-nums"),
    (" code", "font-size:.85em;color:inherit;background:none;padding:0;white-space:nowrap"),
    (" abbr", "text-decoration:underline dotted;cursor:help"),
    (" .maroc-sign", "text-decoration:none"),
    (" a", "color:inherit;text-decoration:underline;overflow-wrap:anywhere"),
    (" table .maroc-wide", "min-width:13rem"),
    (" summary", "cursor:pointer;font-weight:600"),
    (" ul", "margin:.2em 0 .6em;padding-inline-start:1.4em"),
    (
        " svg",
        "display:inline-block;width:9rem;min-width:3rem;max-width:100%;height:.75em;vertical-align:middle;"
        "fill:currentColor",
    ),
)

# Twice, so that the rules are stronger than those that notebooks have for all tables.
_BOUND = f".{CLASS}.{CLASS}"

STYLE = "\n".join(f"{_BOUND}{name.replace('%s', _BOUND)}{{{rules}}}" for name, rules in _RULES)
"""The rules, as CSS."""
