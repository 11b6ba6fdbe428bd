"""What a node of a derivation is: a closed list, so that a reader of the data can rely on it."""

from __future__ import annotations

from maroc_offshoring.vocabulary import Term


class NodeKind(Term):
    """What a node says."""

    TOTAL = "total", "total", "total", "المجموع"
    BREAKDOWN = "breakdown", "ventilation", "breakdown", "التوزيع"
    PART = "part", "partie", "part", "جزء"
    SUM = "sum", "somme", "sum", "حاصل الجمع"
    ADDED = "added", "compté", "added", "محتسب"
    REST = "rest", "reste", "rest", "الباقي"
    LEFT_OUT = "left_out", "écarté", "left out", "مستبعد"
    STATED = "stated", "énoncé", "stated", "كما ورد"
    STEP = "step", "calcul", "step", "عملية"
    SIMULATION = "simulation", "simulation", "simulation", "محاكاة"
    ASSUMPTION = "assumption", "hypothèse", "assumption", "افتراض"
    RESULT = "result", "résultat", "result", "نتيجة"
    SERIES = "series", "série", "series", "سلسلة"
    POINT = "point", "point", "point", "نقطة"
    CHOSEN = "chosen", "retenu", "chosen", "مختار"
    SET_ASIDE = "set_aside", "non retenu", "set aside", "غير مختار"
    GAP = "gap", "lacune", "gap", "فجوة"
    GROWTH = "growth", "évolution", "growth", "تطور"
    DELIVERY = "delivery", "réalisation", "delivery", "الإنجاز"
    OUTLOOK = "outlook", "perspective", "outlook", "آفاق"
    VERDICT = "verdict", "verdict", "verdict", "الحكم"
    PROMISE = "promise", "engagement", "promise", "التزام"
    MEASUREMENT = "measurement", "mesure", "measurement", "قياس"
    EVIDENCE = "evidence", "élément à l'appui", "evidence", "دليل"
    RATIO = "ratio", "rapport", "ratio", "نسبة"
    FINDING = "finding", "constat", "finding", "ملاحظة"
    HEADING = "heading", "rubrique", "heading", "عنوان"
    NOTE = "note", "note", "note", "تنبيه"
