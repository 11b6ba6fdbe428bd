"""What columns, fields and headings are called, in French, English and Arabic."""

from __future__ import annotations

from maroc_offshoring.derivation import Sentence

KINDS = {
    "sources": Sentence("sources", "sources", "المصادر"),
    "countries": Sentence("pays", "countries", "البلدان"),
    "regions": Sentence("régions", "regions", "الجهات"),
    "former_regions": Sentence("anciennes régions", "former regions", "الجهات السابقة"),
    "cities": Sentence("villes", "cities", "المدن"),
    "institutions": Sentence("institutions", "institutions", "المؤسسات"),
    "sites": Sentence("sites", "sites", "المواقع"),
    "operators": Sentence("opérateurs", "operators", "الشركات"),
    "plans": Sentence("plans", "plans", "المخططات"),
    "agreements": Sentence("accords", "agreements", "الاتفاقيات"),
    "commitments": Sentence("engagements", "commitments", "الالتزامات"),
    "targets": Sentence("objectifs", "targets", "الأهداف"),
    "observations": Sentence("observations", "observations", "القياسات"),
    "events": Sentence("événements", "events", "الأحداث"),
    "incentives": Sentence("incitations", "incentives", "التحفيزات"),
    "statements": Sentence("déclarations", "statements", "التصريحات"),
}
"""The kinds of records, several of each."""

KIND = {
    "sources": Sentence("source", "source", "مصدر"),
    "countries": Sentence("pays", "country", "بلد"),
    "regions": Sentence("région", "region", "جهة"),
    "former_regions": Sentence("ancienne région", "former region", "جهة سابقة"),
    "cities": Sentence("ville", "city", "مدينة"),
    "institutions": Sentence("institution", "institution", "مؤسسة"),
    "sites": Sentence("site", "site", "موقع"),
    "operators": Sentence("opérateur", "operator", "شركة"),
    "plans": Sentence("plan", "plan", "مخطط"),
    "agreements": Sentence("accord", "agreement", "اتفاقية"),
    "commitments": Sentence("engagement", "commitment", "التزام"),
    "targets": Sentence("objectif", "target", "هدف"),
    "observations": Sentence("observation", "observation", "قياس"),
    "events": Sentence("événement", "event", "حدث"),
    "incentives": Sentence("incitation", "incentive", "تحفيز"),
    "statements": Sentence("déclaration", "statement", "تصريح"),
}
"""The kinds of records, one of each."""

FIELDS = {
    "acronym": Sentence("sigle", "acronym", "المختصر"),
    "aliases": Sentence("autres noms", "other names", "أسماء أخرى"),
    "agreement": Sentence("accord", "agreement", "الاتفاقية"),
    "amount": Sentence("montant", "amount", "المبلغ"),
    "announced_on": Sentence("annoncé", "announced", "تاريخ الإعلان"),
    "area_km2": Sentence("superficie (km²)", "area (km²)", "المساحة (كم²)"),
    "as_of": Sentence("en date du", "as of", "بتاريخ"),
    "awards": Sentence("prix remis", "awards", "الجوائز"),
    "axes": Sentence("axes", "axes", "المحاور"),
    "basis": Sentence("base", "basis", "الأساس"),
    "capital": Sentence("chef-lieu", "capital", "المركز"),
    "chaired_by": Sentence("présidé par", "chaired by", "برئاسة"),
    "check_note": Sentence("note de vérification", "note of the check", "ملاحظة التحقق"),
    "checked": Sentence("vérification", "checked", "التحقق"),
    "code": Sentence("code", "code", "الرمز"),
    "conditions": Sentence("conditions", "conditions", "الشروط"),
    "confidence": Sentence("confiance", "confidence", "الثقة"),
    "count": Sentence("nombre", "number", "العدد"),
    "due": Sentence("échéance", "due", "الأجل"),
    "edition": Sentence("édition", "edition", "الدورة"),
    "ends_on": Sentence("fin", "ends", "النهاية"),
    "figure": Sentence("chiffre", "figure", "الرقم"),
    "former_regions": Sentence("anciennes régions", "former regions", "الجهات السابقة"),
    "geonames_id": Sentence("GeoNames", "GeoNames", "GeoNames"),
    "hcp_code": Sentence("code HCP", "HCP code", "رمز المندوبية السامية للتخطيط"),
    "history": Sentence("suivi", "history", "التتبع"),
    "home_country": Sentence("pays d'origine", "home country", "بلد الأصل"),
    "id": Sentence("identifiant", "id", "المعرف"),
    "in_force_from": Sentence("en vigueur depuis", "in force from", "سار منذ"),
    "in_force_to": Sentence("en vigueur jusqu'à", "in force to", "سار إلى غاية"),
    "instrument": Sentence("texte", "instrument", "النص"),
    "iso3": Sentence("code ISO à trois lettres", "three-letter ISO code", "رمز إيزو بثلاثة أحرف"),
    "jobs": Sentence("emplois", "jobs", "مناصب الشغل"),
    "kind": Sentence("nature", "kind", "النوع"),
    "language": Sentence("langue", "language", "اللغة"),
    "latitude": Sentence("latitude", "latitude", "خط العرض"),
    "longitude": Sentence("longitude", "longitude", "خط الطول"),
    "made_by": Sentence("pris par", "made by", "المتعهد"),
    "made_with": Sentence("avec", "made with", "مع"),
    "managers": Sentence("gestionnaires", "managers", "المدبرون"),
    "measure": Sentence("mesure", "measure", "المؤشر"),
    "members": Sentence("membres", "members", "الأعضاء"),
    "milestones": Sentence("étapes", "milestones", "المراحل"),
    "name": Sentence("nom", "name", "الاسم"),
    "nature": Sentence("nature", "nature", "الطبيعة"),
    "neighbours": Sentence("régions voisines", "neighbours", "الجهات المجاورة"),
    "note": Sentence("note", "note", "ملاحظة"),
    "on": Sentence("date", "on", "التاريخ"),
    "opened": Sentence("ouvert", "opened", "الافتتاح"),
    "operator": Sentence("opérateur", "operator", "الشركة"),
    "organisers": Sentence("organisateurs", "organisers", "المنظمون"),
    "other_names": Sentence("autres noms", "other names", "أسماء أخرى"),
    "owners": Sentence("propriétaires", "owners", "الملاك"),
    "parent": Sentence("dans", "within", "ضمن"),
    "part_of": Sentence("partie de", "part of", "جزء من"),
    "parties": Sentence("parties", "parties", "الأطراف"),
    "party": Sentence("pour", "on behalf of", "باسم"),
    "perimeter": Sentence("périmètre", "perimeter", "المحيط"),
    "period": Sentence("période", "period", "الفترة"),
    "pillars": Sentence("piliers", "pillars", "الركائز"),
    "place": Sentence("lieu", "place", "المكان"),
    "places": Sentence("lieux", "places", "الأماكن"),
    "plan": Sentence("plan", "plan", "المخطط"),
    "pledges": Sentence("promesses chiffrées", "pledges", "الوعود المرقمة"),
    "points": Sentence("points", "points", "النقط"),
    "population_2014": Sentence("population en 2014", "population in 2014", "السكان سنة 2014"),
    "population_2024": Sentence("population en 2024", "population in 2024", "السكان سنة 2024"),
    "presences": Sentence("implantations", "presences", "مواقع الحضور"),
    "provinces": Sentence("provinces", "provinces", "الأقاليم"),
    "published": Sentence("publié", "published", "تاريخ النشر"),
    "publisher": Sentence("éditeur", "publisher", "الناشر"),
    "rate": Sentence("taux", "rate", "النسبة"),
    "region": Sentence("région", "region", "الجهة"),
    "restates": Sentence("redit", "restates", "يعيد"),
    "role": Sentence("rôle", "role", "الدور"),
    "rule": Sentence("règle", "rule", "القاعدة"),
    "said_by": Sentence("dit par", "said by", "القائل"),
    "said_on": Sentence("dit le", "said on", "تاريخ التصريح"),
    "scope": Sentence("champ", "scope", "النطاق"),
    "seen_at": Sentence("lu aussi à", "also seen at", "قرئ أيضا في"),
    "segments": Sentence("segments", "segments", "الفروع"),
    "series": Sentence("série", "series", "السلسلة"),
    "set_by": Sentence("fixé par", "set by", "الجهة المحددة"),
    "signed_at": Sentence("signé à", "signed at", "مكان التوقيع"),
    "signed_on": Sentence("signé le", "signed on", "تاريخ التوقيع"),
    "since": Sentence("depuis", "since", "منذ"),
    "start": Sentence("à compter de", "counted from", "ابتداء من"),
    "starts_on": Sentence("début", "starts", "البداية"),
    "stated_by": Sentence("selon", "stated by", "حسب"),
    "status": Sentence("état", "status", "الحالة"),
    "succeeded_by": Sentence("repris par", "succeeded by", "خلفه"),
    "successors": Sentence("régions actuelles", "regions of today", "الجهات الحالية"),
    "summary": Sentence("résumé", "summary", "الخلاصة"),
    "supersedes": Sentence("remplace", "supersedes", "يعوض"),
    "title": Sentence("titre", "title", "العنوان"),
    "unlocode": Sentence("UN/LOCODE", "UN/LOCODE", "UN/LOCODE"),
    "until": Sentence("jusqu'à", "until", "إلى غاية"),
    "url": Sentence("adresse", "address", "العنوان الإلكتروني"),
    "wikidata": Sentence("Wikidata", "Wikidata", "Wikidata"),
    "words": Sentence("termes exacts", "printed words", "العبارة الواردة"),
}
"""What the fields of records are called."""


def field_name(name: str) -> Sentence:
    """Say what a field of a record is called.

    Args:
        name: The name of the field.

    Returns:
        Its name in three languages; of a field of a class of a user's own, the name that it has there.
    """
    return FIELDS.get(name) or Sentence.same(name)


KEYS = {
    "region": FIELDS["region"],
    "city": KIND["cities"],
    "site": KIND["sites"],
    "place": FIELDS["place"],
    "operator": FIELDS["operator"],
    "party": Sentence("partie prenante", "party", "الطرف"),
    "segment": Sentence("segment", "segment", "الفرع"),
    "agreement": FIELDS["agreement"],
    "due": FIELDS["due"],
    "announced": Sentence("année d'annonce", "year announced", "سنة الإعلان"),
    "status": FIELDS["status"],
    "source": KIND["sources"],
    "kind": FIELDS["kind"],
}
"""What the keys of a breakdown are called."""

SOURCES = Sentence("sources", "sources", "المصادر")
CURRENT = Sentence("prix courants", "current prices", "بالأسعار الجارية")
CONSTANT = Sentence("prix constants de {year}", "constant prices of {year}", "بأسعار {year} الثابتة")
AT_RATE = Sentence("converti au taux de {years}", "converted at the rate of {years}", "محول بسعر صرف {years}")
NOT_STATED = Sentence("non indiqué", "not stated", "غير مذكور")
IN_ALL = Sentence("en tout", "in all", "المجموع")
BAR = Sentence(
    "{share}\u00a0% du plus grand", "{share} % of the largest", "{share}\u00a0% من الأكبر"
)  # fmt: skip
RECORD = Sentence("fiche", "record", "السجل")
RECORDS = Sentence("fiches", "records", "السجلات")
