"""What a map says, in French, English and Arabic."""

from __future__ import annotations

from maroc_offshoring.derivation import Sentence

SITES = Sentence("Régions et sites", "Regions and sites", "الجهات والمواقع")
POINTS = Sentence("points\u00a0: {of}", "points: {of}", "النقط: {of}")

OUTLINES_BY = Sentence(
    "Contours\u00a0: © les contributeurs d'OpenStreetMap (openstreetmap.org/copyright), licence ODbL 1.0, "
    "simplifiés\u00a0; projection de Mercator.",
    "Outlines: © OpenStreetMap contributors (openstreetmap.org/copyright), licence ODbL 1.0, simplified; "
    "Mercator projection.",
    "الحدود: © المساهمون في OpenStreetMap (openstreetmap.org/copyright)، رخصة ODbL 1.0، مبسطة؛ إسقاط ميركاتور.",
)  # fmt: skip
TILES = Sentence(
    "Une case par région, à peu près à sa place\u00a0; les points d'une case ne disent que la région.",
    "One tile per region, roughly in its place; the points in a tile tell the region and no more.",
    "خانة لكل جهة في موضعها التقريبي؛ والنقط داخل الخانة تدل على الجهة فقط.",
)
REGIONS_BY = Sentence(
    "Les douze régions telles que la loi marocaine les découpe et que la norme ISO 3166-2:MA les énumère.",
    "The twelve regions as Moroccan law divides them and ISO 3166-2:MA lists them.",
    "الجهات الاثنتا عشرة وفق التقسيم المحدد في القانون المغربي وكما يسردها المعيار ISO 3166-2:MA.",
)

NO_FIGURE = Sentence("aucun chiffre", "no figure", "لا رقم")
CLASS = Sentence("{low} à moins de {high}", "{low} to less than {high}", "من {low} إلى أقل من {high}")
IN_MILLIONS = Sentence("millions de {unit}", "million {unit}", "بملايين {unit}")
ROUNDED = Sentence(
    "Arrondi\u00a0; le tableau donne les chiffres exacts.",
    "Rounded; the table has the exact figures.",
    "أرقام مقربة؛ الأرقام الدقيقة في الجدول.",
)
LOWER_END = Sentence(
    "Une fourchette prend la couleur et la taille de sa borne basse.",
    "A range has the colour and the size of its lower end.",
    "للمجال لون حده الأدنى وحجمه.",
)
AT_CITY = Sentence(
    "Un site est au centre de sa ville\u00a0: ses propres coordonnées ne sont pas connues.",
    "A site stands at the centre of its city: its own coordinates are not known.",
    "يوضع كل موقع في مركز مدينته: إحداثياته الخاصة غير معروفة.",
)
TOGETHER = Sentence("{city} ({count})", "{city} ({count})", "{city} ({count})")
SIGN = Sentence("{sign} {meaning}", "{sign} {meaning}", "{sign} {meaning}")

REGIONS = Sentence("régions", "regions", "الجهات")
ALL_POINTS = Sentence("points", "points", "النقط")
NOT_ON_MAP = Sentence("Hors de la carte", "Not on the map", "خارج الخريطة")
NOT_ON_MAP_OF = Sentence("Hors de la carte, {of}", "Not on the map, {of}", "خارج الخريطة، {of}")
TOTAL = Sentence(
    "En tout, sur la carte et hors d'elle\u00a0: {figure}",
    "In all, on the map and off it: {figure}",
    "المجموع، على الخريطة وخارجها: {figure}",
)
LINE = Sentence("{what}\u00a0: {figure}", "{what}: {figure}", "{what}: {figure}")
BECAUSE = Sentence("{what} ({why})", "{what} ({why})", "{what} ({why})")
NO_COORDINATES = Sentence("sans coordonnées dans la base", "no coordinates in the record", "دون إحداثيات في السجل")
NO_CITY = Sentence("ville non indiquée", "no city is stated", "المدينة غير مذكورة")
WIDER = Sentence("plus large qu'une ville", "wider than a city", "أوسع من مدينة")
NO_SUCH_REGION = Sentence(
    "ne fait pas partie des douze régions", "not one of the twelve regions", "ليست من الجهات الاثنتي عشرة"
)
NO_REGION = Sentence("région non indiquée", "no region is stated", "الجهة غير مذكورة")
OUTSIDE = Sentence("au-delà du cadre", "beyond the frame", "خارج الإطار")
WITHOUT_FIGURE = Sentence(
    "Régions sans chiffre\u00a0: {regions}", "Regions without a figure: {regions}", "جهات بلا رقم: {regions}"
)
PLACES = Sentence("Lieux de la carte", "Places on the map", "الأماكن على الخريطة")
PLACE = Sentence("lieu", "place", "المكان")
IN_TILE = Sentence("dans la case de sa région", "in the tile of its region", "في خانة جهته")
STANDS = Sentence("sur la carte", "on the map", "على الخريطة")
ITSELF = Sentence("à ses propres coordonnées", "at its own coordinates", "بإحداثياته الخاصة")
IN_CITY = Sentence("au centre de {city}", "at the centre of {city}", "في مركز {city}")
