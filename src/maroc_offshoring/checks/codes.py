"""The closed lists of the findings: what may be found, how much it matters, and which part a figure plays in it."""

from __future__ import annotations

from maroc_offshoring.vocabulary import Term


class Severity(Term):
    """How much a finding matters, the gravest first.

    Example:
        >>> from maroc_offshoring.checks import Severity
        >>> Severity.of("à savoir"), Severity.HINT.meaning
        (<Severity.NOTICE: 'notice'>, 'A likeness that may mean something: look at the records before you count both.')
    """

    ERROR = "error", "erreur", "error", "خطأ"
    WARNING = "warning", "alerte", "warning", "تنبيه"
    NOTICE = "notice", "à savoir", "to know", "للعلم"
    HINT = "hint", "piste", "hint", "إشارة"

    @property
    def meaning(self) -> str:
        """What it asks of the reader, in one sentence."""
        return _MEANINGS[self.value]


_MEANINGS = {
    "error": "The record cannot be right as it stands: mend it, or do not quote it.",
    "warning": "Figures contradict one another or cannot be compared: say which you use, and what others say.",
    "notice": "Nothing need be wrong, but who quotes the figures must know it.",
    "hint": "A likeness that may mean something: look at the records before you count both.",
}


class FindingCode(Term):
    """What was found; `docs/findings.md` has a section on each.

    Example:
        >>> from maroc_offshoring.checks import FindingCode
        >>> FindingCode.STOCK_AGAINST_FLOW.label("en")
        'the stock does not follow the flow'
    """

    DATED_AHEAD = (
        "dated_ahead",
        "daté d'après la source qui en parle",
        "dated later than the source that tells it",
        "تاريخه بعد المصدر الذي يذكره",
    )
    NOT_AS_PRINTED = (
        "not_as_printed",
        "autre nombre que celui de la page",
        "not the number that is printed",
        "ليس الرقم المطبوع",
    )
    SOURCES_DISAGREE = (
        "sources_disagree",
        "les sources ne s'accordent pas",
        "sources disagree",
        "المصادر لا تتفق",
    )
    TELLINGS_DISAGREE = (
        "tellings_disagree",
        "une même promesse dite autrement",
        "one promise is told in two ways",
        "وعد واحد بصيغتين",
    )
    AIMS_DISAGREE = (
        "aims_disagree",
        "un même objectif chiffré autrement",
        "one aim is put at two figures",
        "هدف واحد برقمين",
    )
    PARTS_EXCEED_WHOLE = (
        "parts_exceed_whole",
        "les parties dépassent le tout",
        "the parts exceed the whole",
        "الأجزاء تتجاوز الكل",
    )
    WHOLE_BELOW_PARTS = (
        "whole_below_parts",
        "le tout est arrondi au-dessous de ses parties",
        "the whole is stated below the sum of its parts",
        "الكل مذكور دون مجموع أجزائه",
    )
    SHARE_DOES_NOT_FIT = (
        "share_does_not_fit",
        "la part ne correspond pas aux deux nombres",
        "the share does not fit the two absolutes",
        "الحصة لا توافق العددين",
    )
    STOCK_AGAINST_FLOW = (
        "stock_against_flow",
        "le stock ne suit pas le flux",
        "the stock does not follow the flow",
        "المخزون لا يتبع التدفق",
    )
    PERIMETERS_DO_NOT_JOIN = (
        "perimeters_do_not_join",
        "deux séries de périmètres différents",
        "two series of different perimeter",
        "سلسلتان بمحيطين مختلفين",
    )
    PERIMETER_NOT_STATED = (
        "perimeter_not_stated",
        "périmètre non précisé",
        "perimeter not stated",
        "محيط غير محدد",
    )
    AIM_ON_OTHER_PERIMETER = (
        "aim_on_other_perimeter",
        "objectif fixé sur l'ancien périmètre",
        "an aim set on a perimeter that is no longer measured",
        "هدف على محيط لم يعد يقاس",
    )
    HORIZON_MOVED = "horizon_moved", "horizon déplacé", "horizon moved", "أجل تغير"
    PROMISE_REPEATED = (
        "promise_repeated",
        "la même promesse annoncée de nouveau",
        "the same promise announced again",
        "الوعد نفسه أعلن من جديد",
    )
    PERHAPS_REPEATED = (
        "perhaps_repeated",
        "peut-être la même promesse",
        "perhaps the same promise",
        "ربما الوعد نفسه",
    )


class Role(Term):
    """Which part a figure plays in a finding."""

    FIGURE = "figure", "chiffre", "figure", "رقم"
    WHOLE = "whole", "tout", "whole", "كل"
    PART = "part", "partie", "part", "جزء"
    SHARE = "share", "part en pourcentage", "share", "حصة"
    COUNT = "count", "nombre de la partie", "count of the part", "عدد الجزء"
    STOCK_BEFORE = "stock_before", "stock au début", "stock at the start", "المخزون في البداية"
    STOCK_AFTER = "stock_after", "stock à la fin", "stock at the end", "المخزون في النهاية"
    FLOW = "flow", "flux", "flow", "تدفق"
    AIM = "aim", "objectif", "aim", "هدف"
    EARLIER = "earlier", "avant", "earlier", "سابق"
    LATER = "later", "après", "later", "لاحق"
