"""What a report says around its figures, in French, English and Arabic."""

from __future__ import annotations

from maroc_offshoring.derivation import Sentence

TITLE = Sentence("Offshoring au Maroc", "Offshoring in Morocco", "ترحيل الخدمات في المغرب")
TITLE_OF = Sentence("Offshoring\u00a0: {place}", "Offshoring: {place}", "ترحيل الخدمات: {place}")
SUBTITLE = Sentence(
    "Ce qui a été promis, ce qui a été mesuré, et qui le dit",
    "What was promised, what was measured, and who says so",
    "ما وُعد به وما قيس ومن قال ذلك",
)
NARROWED = Sentence(
    "Tout ce rapport est restreint à\u00a0: {place}. Ce qui vaut aussi pour d'autres lieux est montré, mais n'est pas "
    "additionné.",
    "This whole report is narrowed to: {place}. What is for other places as well is shown, but not added up.",
    "هذا التقرير كله مقتصر على: {place}. ما يخص أماكن أخرى أيضا يُعرض ولا يُجمع.",
)
VERSION = Sentence("données, version {it}", "data, version {it}", "البيانات، الإصدار {it}")
PUBLISHED = Sentence("publiées le {it}", "published {it}", "نشرت في {it}")
KNOWN = Sentence("telles que connues le {it}", "as known on {it}", "كما كانت معروفة في {it}")
LATEST = Sentence("dernière source datée\u00a0: {it}", "latest dated source {it}", "آخر مصدر مؤرخ: {it}")

SKIP = Sentence("Aller au contenu", "Skip to the content", "انتقل إلى المحتوى")
CONTENTS = Sentence("Sommaire", "Contents", "المحتويات")
FIGURES = Sentence("Chiffres clés", "Key figures", "الأرقام الرئيسية")
MAP = Sentence("Carte", "Map", "الخريطة")
CHARTS = Sentence("Graphiques", "Charts", "الرسوم البيانية")
COMMITMENTS = Sentence("Engagements", "Commitments", "الالتزامات")
DELIVERY = Sentence("Promesses tenues\u00a0?", "Promises kept?", "هل تحققت الوعود؟")
FINDINGS = Sentence("Constats", "Findings", "ملاحظات")
SOURCES = Sentence("Sources", "Sources", "المصادر")
READING = Sentence("Pour lire ce rapport", "How to read this report", "كيف يُقرأ هذا التقرير")

JOBS = Sentence("Emplois promis", "Jobs promised", "مناصب الشغل الموعودة")
INVESTMENT = Sentence("Investissements promis", "Investment promised", "الاستثمارات الموعودة")
EMPLOYED = Sentence("Emplois mesurés", "Jobs measured", "مناصب الشغل المقيسة")
EXPORTS = Sentence("Exportations mesurées", "Exports measured", "الصادرات المقيسة")
DUE = Sentence(
    "Emplois encore attendus d'ici {year}", "Jobs still due by {year}", "مناصب الشغل المنتظرة إلى غاية {year}"
)
KEPT = Sentence("Promesses et objectifs échus", "Promises and aims past their date", "الوعود والأهداف التي حل أجلها")

NOTHING = Sentence("rien dans les données", "nothing in the record", "لا شيء في البيانات")
NOT_ZERO = Sentence(
    "Une absence n'est pas un zéro\u00a0: aucune source relevée ne le dit.",
    "Absence is not zero: no source in the record says so.",
    "الغياب ليس صفرا: لا مصدر في السجل يذكره.",
)
BOUNDS = Sentence("bornes\u00a0: {it}", "bounds: {it}", "الحدود: {it}")
COUNTED = Sentence(
    "{n} lignes comptées, {out} écartées", "{n} lines counted, {out} left out", "المحتسب: {n}، غير المحتسب: {out}"
)
JUDGED = Sentence(
    "échéance passée au {date}, chacun compté une fois",
    "whose date had passed by {date}, each counted once",
    "حل أجلها بتاريخ {date}، كل واحد محتسب مرة",
)
TALLY = Sentence(
    "Au {date}, chacun compté une fois\u00a0: {tally}.",
    "As of {date}, each counted once: {tally}.",
    "بتاريخ {date}، كل واحد محتسب مرة: {tally}.",
)
VERDICT = Sentence("verdict", "verdict", "الحكم")
NUMBER = Sentence("nombre", "number", "العدد")
VERDICTS = Sentence("verdicts", "verdicts", "الأحكام")
UNDATED = Sentence("sans échéance\u00a0: {it}", "without a date: {it}", "بدون أجل: {it}")
BEFORE = Sentence("auparavant\u00a0: {it}", "before: {it}", "قبل ذلك: {it}")
CHOSEN = Sentence(
    "le dernier chiffre mesuré\u00a0; entre sources rivales, la plus officielle",
    "the latest measured figure; between rival sources, the most official",
    "آخر رقم مقيس؛ وبين المصادر المتنافسة، أكثرها رسمية",
)
RIVALS = Sentence(
    "d'autres sources disent\u00a0: {it}", "other sources say: {it}", "تقول مصادر أخرى: {it}"
)  # fmt: skip
NOT_COUNTED = Sentence("rien n'est compté", "nothing counted", "لا شيء محتسب")
NO_DATE_TO_JUDGE = Sentence(
    "Ces données ne disent pas quand elles ont été publiées\u00a0: sans date, aucune promesse n'est jugée. "
    "ds.as_of(...) en donne une.",
    "These data do not say when they were published: without a date, no promise is judged. ds.as_of(...) gives one.",
    "لا تذكر هذه البيانات تاريخ نشرها: بدون تاريخ لا يُحكم على أي وعد.",
)

VALUES = Sentence("Les valeurs de la carte", "The values of the map", "قيم الخريطة")
WORKING = Sentence("Comment ce chiffre est obtenu", "How this figure comes about", "كيف حُصل على هذا الرقم")
DETAIL = Sentence("Détail et sources", "Working and sources", "التفاصيل والمصادر")
WHY = Sentence("Pourquoi", "Why", "لماذا")
SIDE_BY_SIDE = Sentence("Chiffres côte à côte", "Figures side by side", "الأرقام جنبا إلى جنب")
AS_PRINTED = Sentence("termes de la source\u00a0: ", "as printed: ", "كما ورد: ")
QUOTES = Sentence("«\u00a0|\u00a0»", "“|”", "«|»")
"""What stands before and after the words of a source."""
OTHER_FIGURES = Sentence("autres chiffres", "other figures", "أرقام أخرى")
MADE_BY = Sentence("pris par", "made by", "المتعهد")

SEARCH = Sentence("Rechercher", "Search", "بحث")
ANY = Sentence("tous", "all", "الكل")
YEAR = Sentence("année d'annonce", "year announced", "سنة الإعلان")
SEGMENT = Sentence("segment", "segment", "الفرع")
ORDER = Sentence("Trier par", "Sort by", "ترتيب حسب")
AS_IT_IS = Sentence("ordre du rapport", "order of the report", "ترتيب التقرير")
RESET = Sentence("Tout afficher", "Show all", "عرض الكل")
SHOWN = Sentence("{shown} sur {all}", "{shown} of {all}", "{shown} من {all}")
NONE_FITS = Sentence("Rien ne correspond.", "Nothing matches.", "لا نتائج.")
CONTROLS = Sentence(
    "Rechercher et filtrer\u00a0: {what}", "Search and filter: {what}", "البحث والتصفية: {what}"
)  # fmt: skip
SORT = Sentence("trier par {what}", "sort by {what}", "ترتيب حسب {what}")

SIGNS = Sentence(
    "≥, ≤ et ≈ se lisent «\u00a0au moins\u00a0», «\u00a0au plus\u00a0» et «\u00a0environ\u00a0», comme la source "
    "l'écrit. Une somme garde ces réserves\u00a0: ses bornes sont le moins et le plus qu'elle puisse être.",
    "≥, ≤ and ≈ read “at least”, “at most” and “about”, as the source has it. A sum keeps these reservations: its "
    "bounds are the least and the most that it may be.",
    "تحتفظ المجاميع بتحفظات المصادر (على الأقل، على الأكثر، حوالي): حدودها أدنى ما يمكن أن تكون وأقصاه.",
)
NEVER_TWICE = Sentence(
    "Rien n'est compté deux fois\u00a0: une promesse redite, remplacée ou contenue dans une autre est écartée de la "
    "somme, et le détail du calcul la nomme.",
    "Nothing is counted twice: a promise told again, replaced, or contained in another is left out of the sum, and the "
    "working names it.",
    "لا شيء يُحسب مرتين: الوعد المعاد أو المعوض أو الداخل في غيره يُستبعد من المجموع ويُذكر اسمه في تفاصيل الحساب.",
)
NEVER_MIXED = Sentence(
    "Promesses, objectifs et mesures ne s'additionnent jamais entre eux.",
    "Promises, aims and measurements never add up with one another.",
    "لا تُجمع الوعود والأهداف والقياسات بعضها مع بعض أبدا.",
)
SILENCE = Sentence(
    "Ce que les sources taisent n'est pas dans ce rapport\u00a0: un blanc n'est pas un zéro.",
    "What the sources do not say is not in this report: a blank is no zero.",
    "ما لم تذكره المصادر ليس في هذا التقرير: الفراغ ليس صفرا.",
)
LICENCE = Sentence(
    "Les données de référence sont sous licence CC BY 4.0\u00a0; ce fichier a été fait par maroc_offshoring {version}.",
    "The reference data are under CC BY 4.0; this file was made by maroc_offshoring {version}.",
    "البيانات المرجعية برخصة CC BY 4.0؛ أُنشئ هذا الملف بواسطة maroc_offshoring {version}.",
)
