"""What charts say, in French, English and Arabic."""

from __future__ import annotations

from maroc_offshoring.derivation import Sentence

PROMISED = Sentence(
    "{measure}\u00a0: ce qui est promis, par {by}", "{measure}: what is promised, by {by}", "{measure}: الوعود حسب {by}"
)
BY_FUNCTION = Sentence("une fonction", "a function", "دالة")
HORIZON = Sentence("échéance", "due", "الأجل")
BAND = Sentence("{first} à {last}", "{first} to {last}", "من {first} إلى {last}")
NO_HORIZON = Sentence("sans échéance", "no date", "بدون أجل")
IN_ALL = Sentence("en tout\u00a0: {sums}", "in all: {sums}", "المجموع: {sums}")
MAY_REACH = Sentence(
    "en clair\u00a0: jusqu'où cela peut aller\u00a0; flèche\u00a0: peut-être plus",
    "pale: how far it may reach; arrow: maybe more",
    "بلون فاتح: إلى أين قد يصل؛ السهم: قد يكون أكثر",
)
NOTHING = Sentence("rien à montrer", "nothing to show", "لا شيء للعرض")

MEASURED = Sentence(
    "{subject}\u00a0: mesures et engagements", "{subject}: measured and promised", "{subject}: القياسات والالتزامات"
)
MEASURED_ALONE = Sentence("{subject}\u00a0: mesures", "{subject}: measured", "{subject}: القياسات")
NATURE = Sentence("mesure", "measured", "القياس")
PERIOD = Sentence("période", "period", "الفترة")
STATED_BY = Sentence("selon", "stated by", "حسب")
RECORD = Sentence("fiche", "record", "السجل")
VERDICT = Sentence("bilan", "verdict", "النتيجة")
PROMISE = Sentence("engagement ou objectif", "promise or aim", "الالتزام أو الهدف")
EXACT = Sentence("exact", "exact", "دقيق")
ABOUT = Sentence("environ, près de", "about, nearly", "تقريبي")
AT_LEAST = Sentence("au moins", "at least", "على الأقل")
AT_MOST = Sentence("au plus", "at most", "على الأكثر")
BETWEEN = Sentence("fourchette", "range", "ما بين حدين")
RIVALS = Sentence(
    "un trait gris relie les chiffres qui se contredisent sur une même période",
    "a grey line joins figures that contradict each other on one period",
    "يربط خط رمادي بين الأرقام المتعارضة لنفس الفترة",
)
ELSEWHERE = Sentence(
    "engagements et objectifs absents de cet axe\u00a0: {n} (hausse, autre lieu, autre champ ou sans date)",
    "promises and aims that are not on this axis: {n} (a rise, another place, another scope, or no date)",
    "التزامات وأهداف غائبة عن هذا المحور: {n} (زيادة أو مكان آخر أو نطاق آخر أو بدون أجل)",
)
UNDATED = Sentence(
    "chiffres sans date, non montrés\u00a0: {n}",
    "figures without a date, not shown: {n}",
    "أرقام بدون تاريخ غير معروضة: {n}",
)

BY_PERIMETER = Sentence("{subject}, par périmètre", "{subject}, by perimeter", "{subject} حسب المحيط")
PERIMETER = Sentence("périmètre", "perimeter", "المحيط")
NO_PERIMETER = Sentence("périmètre non indiqué", "perimeter not stated", "المحيط غير مذكور")
BREAK = Sentence("rupture\u00a0: {perimeter}", "break: {perimeter}", "انقطاع: {perimeter}")
NEVER_JOINED = Sentence(
    "les périmètres ne se comparent pas et ne sont jamais reliés",
    "perimeters do not compare and are never joined",
    "لا تُقارن المحيطات فيما بينها ولا تُربط أبدا",
)
GAPS = Sentence(
    "en pointillé\u00a0: aucune mesure entre les deux années",
    "dotted: nothing was measured between the two years",
    "الخط المنقط: لا قياس بين السنتين",
)
PALE_FORECAST = Sentence("marque pâle\u00a0: prévision", "pale mark: forecast", "علامة فاتحة: توقع")
POLICY = Sentence("règle de choix\u00a0: {policy}", "rule of choice: {policy}", "قاعدة الاختيار: {policy}")
PART_OF_YEAR = Sentence(
    "une barre plus courte qu'un an\u00a0: une partie de l'année",
    "a bar shorter than a year: a part of the year",
    "شريط أقصر من سنة: جزء من السنة",
)

ANNOUNCEMENTS = Sentence("Annonces", "Announcements", "الإعلانات")
PER_YEAR = Sentence(
    "toutes les annonces, un point chacune", "all announcements, a dot each", "كل الإعلانات، نقطة لكل إعلان"
)
LATEST = Sentence("les {n} dernières, sur {all}", "the {n} latest of {all}", "آخر {n} من أصل {all}")
DUE = Sentence("échéance", "due", "الأجل")
ANNOUNCED = Sentence("annoncé le", "announced on", "تاريخ الإعلان")
WITHOUT_DATE = Sentence(
    "sans date, non montrées\u00a0: {n}", "without a date, not shown: {n}", "بدون تاريخ وغير معروضة: {n}"
)
AIM = Sentence("{measure}\u00a0: {figure}, {place}", "{measure}: {figure}, {place}", "{measure}: {figure}، {place}")
NAME = Sentence("annonce", "announcement", "الإعلان")
MARKS = Sentence(
    "point\u00a0: date de l'annonce\u00a0; losange\u00a0: dernière échéance",
    "dot: when announced; diamond: last date due",
    "النقطة: تاريخ الإعلان؛ المعين: آخر أجل",
)
KIND = Sentence("nature", "kind", "النوع")

WATERFALL = Sentence(
    "{measure}\u00a0: de quoi la somme est faite", "{measure}: what the sum is made of", "{measure}: مكونات المجموع"
)
PART = Sentence("compté", "counted", "محتسب")
REMAINDER = Sentence("au-delà des parties d'un tout", "beyond the parts of a whole", "ما يزيد على أجزاء كل")
TOGETHER = Sentence("plusieurs ensemble", "several together", "عدة معا")
FIGURE = Sentence("chiffre", "figure", "الرقم")
WHY = Sentence("pourquoi", "why", "السبب")
OTHERS = Sentence("{n} autres", "{n} others", "{n} أخرى")
SUM = Sentence("somme", "sum", "المجموع")
SOME_LEFT_OUT = Sentence(
    "écartés\u00a0: {n} sur {all} montrés", "left out: {n} of {all} shown", "غير المحتسب: {n} من أصل {all} معروضة"
)
LEFT_OUT = Sentence("écarté, non compté", "left out, not counted", "غير محتسب")
ROLE = Sentence("part", "part", "الصفة")
