"""The closed lists of the verdicts: what may become of a promise, and what one piece of evidence shows of it."""

from __future__ import annotations

from maroc_offshoring.vocabulary import Term


class Verdict(Term):
    """What became of a promise or an aim whose date has passed.

    Example:
        >>> import maroc_offshoring as mo
        >>> verdict = mo.load().delivery(plan="pai-2014-2020", measure="investment")[0].verdict
        >>> verdict, verdict.label("fr")
        (<Verdict.PARTLY: 'partly'>, 'réponse partielle')
    """

    MET = "met", "tenu", "met", "تحقق"
    PARTLY = "partly", "réponse partielle", "partly", "جواب جزئي"
    MISSED = "missed", "manqué", "missed", "لم يتحقق"
    CONTESTED = "contested", "contesté", "contested", "متنازع فيه"
    NOT_MEASURED = "not_measured", "non mesuré", "not measured", "غير مقاس"


class Shows(Term):
    """What one piece of evidence shows of a promise."""

    REACHED = "reached", "atteint à temps", "reached in time", "تحقق في الأجل"
    SHORT = "short", "pas atteint", "not reached", "لم يبلغ"
    PART = "part", "réponse partielle", "a partial answer", "جواب جزئي"
    LATE = "late", "atteint, mais vu après l'échéance", "reached, but seen after the date", "تحقق بعد الأجل"
    NOTHING = "nothing", "ne tranche rien", "decides nothing", "لا يحسم شيئا"


class Timing(Term):
    """When something was measured, against the date of the promise."""

    EARLY = "early", "avant l'échéance", "before the date", "قبل الأجل"
    AT = "at", "à l'échéance", "at the date", "عند الأجل"
    AROUND = (
        "around",
        "dans l'année ou le mois de l'échéance",
        "in the year or month of the date",
        "في سنة الأجل أو شهره",
    )
    SOON = "soon", "dans l'année qui suit l'échéance", "within a year after the date", "خلال السنة التي تلي الأجل"
    LATE = "late", "plus d'un an après l'échéance", "more than a year after the date", "بعد أكثر من سنة من الأجل"


class Coverage(Term):
    """Whether something was measured of just what was promised, of a part of it, or of more than it."""

    SAME = "same", "le même objet", "the same thing", "الشيء نفسه"
    PART = "part", "une partie seulement", "a part of it only", "جزء منه فقط"
    WIDER = "wider", "plus large que l'engagement", "more than it", "أوسع منه"


class Way(Term):
    """How something measured is held against a promise."""

    LEVEL = "level", "niveau mesuré", "a level that was measured", "مستوى مقاس"
    GATHERED = "gathered", "cumul sur la période", "what was gathered over the span", "ما تراكم خلال الفترة"
    RISE = "rise", "différence de deux niveaux", "the difference of two levels", "فرق بين مستويين"
    CEILING = (
        "ceiling",
        "niveau total, que la hausse ne peut dépasser",
        "a whole level, which no rise can exceed",
        "مستوى كلي لا يمكن أن تتجاوزه الزيادة",
    )
    STATUS = "status", "suivi dans la fiche", "the history of the record", "تتبع السجل"


class Caveat(Term):
    """What a reader must know of a piece of evidence."""

    ESTIMATE = "estimate", "c'est une estimation", "it is an estimate", "إنه تقدير"
    DERIVED = "derived", "c'est un calcul", "it was computed", "إنه محسوب"
    LOW_CONFIDENCE = (
        "low_confidence",
        "la fiche est de faible confiance et ne tranche rien",
        "the record is of low confidence and decides nothing",
        "السجل ضعيف الموثوقية ولا يحسم",
    )
    CONVENTION = (
        "convention",
        "« environ » et « près de » sont lus selon notre convention",
        '"about" and "nearly" are read by our convention',
        "تُقرأ «حوالي» و«ما يقارب» حسب عرفنا",
    )
    WITHIN = (
        "within",
        "le lieu mesuré est dans le lieu promis",
        "the place measured lies in the place promised",
        ("المكان المقاس داخل المكان الموعود"),
    )
    AROUND = (
        "around",
        "le lieu mesuré contient le lieu promis",
        "the place measured contains the place promised",
        ("المكان المقاس يشمل المكان الموعود"),
    )
    SOME_MAKERS = "some_makers", "une partie des entreprises seulement", "some of the companies only", "بعض الشركات فقط"
    ALL_MAKERS = "all_makers", "toutes les entreprises ensemble", "all companies together", "كل الشركات معا"
    SOME_SEGMENTS = "some_segments", "une partie des métiers seulement", "some of the branches only", "بعض الفروع فقط"
    ALL_SEGMENTS = "all_segments", "tous les métiers ensemble", "all branches together", "كل الفروع معا"
    SOME_TIME = "some_time", "une partie de la période seulement", "a part of the span only", "جزء من الفترة فقط"
    LATER_START = (
        "later_start",
        "commence après le départ de l'engagement",
        "begins after the start of the promise",
        ("يبدأ بعد بداية الالتزام"),
    )
    MORE_TIME = "more_time", "plus long que la période promise", "longer than the span promised", "أطول من الفترة"
    CONVERTED = "converted", "converti au taux de l'année", "converted at the rate of the year", "محول بسعر السنة"
    FROM_ANNOUNCEMENT = (
        "from_announcement",
        "compté depuis l'annonce, faute de date de départ",
        "counted from the announcement, as no start is stated",
        "محسوب من تاريخ الإعلان لغياب تاريخ البداية",
    )
    WHOLE_PROMISE = (
        "whole_promise",
        "le suivi vaut pour l'engagement entier",
        "the history is that of the promise as a whole",
        "التتبع يخص الالتزام كله",
    )


class WhyNotJudged(Term):
    """Why a promise has no verdict."""

    NOT_DUE = "not_due", "l'échéance n'est pas passée", "its date has not passed", "لم يحل أجله"
    NO_DATE = "no_date", "aucune échéance", "it has no date", "بدون أجل"
    RESTATED = "restated", "le même engagement redit", "the same promise told again", "الالتزام نفسه معاد"


class WhyNotCounted(Term):
    """Why a verdict is not counted in a summary."""

    REPLACED = "replaced", "remplacé avant l'échéance", "replaced before its date", "استبدل قبل أجله"
    INSIDE = "inside", "compris dans un engagement compté", "inside a promise that is counted", "داخل التزام محتسب"
    COVERED = "covered", "ses parties le couvrent", "its parts add up to it", "تغطيه أجزاؤه"
