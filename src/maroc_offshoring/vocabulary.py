"""The closed lists of words that records are written in, with their labels in French, English and Arabic.

Every word is a string (`Status.MISSED == "missed"`), so files, frames and comparisons need no import from here. What
may be added, of each measure, stands in :mod:`maroc_offshoring.measures`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Self, cast

from maroc_offshoring.errors import UnknownWord, WrongType, a
from maroc_offshoring.names import Name, fold


class Term(StrEnum):
    """A word of a closed list, with its name in three languages.

    In the examples of the lists below, `mo` is the package: `import maroc_offshoring as mo`.

    Example:
        >>> from maroc_offshoring.vocabulary import Basis
        >>> Basis.STOCK == "stock", Basis.of("niveau à atteindre"), Basis.STOCK.label("ar")
        (True, <Basis.LEVEL: 'level'>, 'مخزون')
    """

    name_: Name

    def __new__(cls, value: str, fr: str, en: str, ar: str | None = None, *aliases: str) -> Self:
        """Make a member of its value, its names and its other spellings."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.name_ = Name(fr, en, ar, aliases=aliases)
        return member

    @classmethod
    def of(cls, value: object) -> Self:
        """Read a word of the list: the word itself, or any of its names in any of the three languages.

        Args:
            value: The word as a person would type it.

        Returns:
            The member.

        Raises:
            UnknownWord: Where the list has no such word; the nearest are suggested.
            WrongType: Where it is no text.

        Example:
            >>> from maroc_offshoring.vocabulary import Status
            >>> Status.of("en cours")
            <Status.UNDER_WAY: 'under_way'>
        """
        if type(value) is cls:
            return value  # a member: no class with members has a subclass
        if not isinstance(value, str):
            raise WrongType("", value, f"{a(cls._called())}: one of {', '.join(cls)}")
        known = cls._value2member_map_.get(value)
        if known is not None:
            return cast("Self", known)
        wanted = fold(value)
        for member in cls:
            spellings = (member.value, *member.name_.main, *member.name_.aliases)
            if value in spellings or (wanted and wanted in map(fold, spellings)):
                return member
        raise UnknownWord(cls._called(), value, [member.value for member in cls])

    @classmethod
    def _called(cls) -> str:
        """What people call a word of this list: `site kind` for SiteKind."""
        return re.sub(r"(?<!^)(?=[A-Z])", " ", cls.__name__).lower()

    def label(self, language: str = "fr") -> str:
        """Return the word's name in one language.

        Args:
            language: `fr`, `en` or `ar`.

        Returns:
            The name; the French one where that language has none.

        Example:
            >>> from maroc_offshoring.vocabulary import Qualifier
            >>> Qualifier.AT_LEAST.label("en")
            'at least'
        """
        return self.name_.label(language)


class Qualifier(Term):
    """How firmly a figure is stated.

    Example:
        >>> from maroc_offshoring.vocabulary import Qualifier
        >>> Qualifier.of("près de"), ", ".join(Qualifier)
        (<Qualifier.NEARLY: 'nearly'>, 'exact, about, nearly, at_least, at_most, range')
    """

    EXACT = "exact", "exactement", "exactly", "بالضبط"
    ABOUT = "about", "environ", "about", "حوالي"
    NEARLY = "nearly", "près de", "nearly", "ما يقارب"
    AT_LEAST = "at_least", "au moins", "at least", "على الأقل"
    AT_MOST = "at_most", "au plus", "at most", "على الأكثر"
    RANGE = "range", "entre", "between", "ما بين"


class Basis(Term):
    """What a figure counts: an addition, a level, a stock, a flow, or what has gathered since a start.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().observations["obs-jobs-fes-2019"].basis
        <Basis.STOCK: 'stock'>
    """

    ADDITIONAL = "additional", "supplémentaire", "additional", "إضافي"
    LEVEL = "level", "niveau à atteindre", "level to reach", "مستوى"
    STOCK = "stock", "stock", "stock", "مخزون"
    FLOW = "flow", "flux", "flow", "تدفق"
    CUMULATIVE = "cumulative", "cumul", "cumulative", "تراكمي"
    PLAN = "plan", "prévision", "plan", "مخطط"


class Status(Term):
    """What became of a promise.

    Example:
        >>> import maroc_offshoring as mo
        >>> mo.load().commitments["2022-04-20-phoneo"].status.is_open
        True
    """

    ANNOUNCED = "announced", "annoncé", "announced", "معلن"
    UNDER_WAY = "under_way", "en cours", "under way", "قيد التنفيذ"
    DELIVERED = "delivered", "tenu", "delivered", "منجز"
    PARTLY_DELIVERED = "partly_delivered", "tenu en partie", "partly delivered", "منجز جزئيا"
    MISSED = "missed", "manqué", "missed", "غير منجز"
    CANCELLED = "cancelled", "annulé", "cancelled", "ملغى"
    UNKNOWN = "unknown", "inconnu", "unknown", "غير معروف"

    @property
    def is_open(self) -> bool:
        """Whether the promise still stands: announced, under way, partly delivered or unknown."""
        return self not in (Status.DELIVERED, Status.MISSED, Status.CANCELLED)


class Segment(Term):
    """A branch of offshoring.

    Example:
        >>> from maroc_offshoring.vocabulary import Segment
        >>> Segment.of("centres d'appels")
        <Segment.CRM: 'CRM'>
        >>> Segment.BPO_CAPTIVE.part_of.definition
        "Running a firm's support work for it: accounts, payroll, claims, document handling."
    """

    CRM = (
        "CRM", "Gestion de la relation client", "Customer relationship management", "تدبير العلاقة مع الزبناء",
        "GRC", "relation client", "centres d'appels", "centres d'appel", "centres de contacts", "centres de contact",
        "call centers", "call centres", "contact centers", "front office", "مراكز النداء", "مراكز الاتصال",
    )  # fmt: skip
    BPO = (
        "BPO", "Externalisation des processus métiers", "Business process outsourcing", "ترحيل عمليات الأعمال",
        "externalisation des processus d'affaires", "externalisation des processus d'une entreprise", "back office",
    )  # fmt: skip
    ITO = (
        "ITO", "Externalisation des technologies de l'information", "Information technology outsourcing",
        "ترحيل خدمات تكنولوجيا المعلومات", "IT outsourcing", "externalisation des métiers liés aux TIC", "infogérance",
        "offshore informatique", "développement informatique",
    )  # fmt: skip
    ESO = (
        "ESO", "Externalisation des services d'ingénierie", "Engineering services outsourcing", "ترحيل خدمات الهندسة",
        "engineering service outsourcing", "ingénierie et R&D", "R&D externalisée",
    )  # fmt: skip
    KPO = (
        "KPO", "Externalisation des activités à contenu de savoir", "Knowledge process outsourcing",
        "ترحيل خدمات المعرفة", "métiers du savoir", "externalisation des processus de connaissance",
    )  # fmt: skip
    BPO_CAPTIVE = (
        "BPO-captive", "BPO captif", "Captive BPO", "ترحيل عمليات الأعمال الداخلية",
        "centres de services de groupe",
    )  # fmt: skip

    @property
    def definition(self) -> str:
        """What the segment does, in one sentence."""
        return _DEFINITIONS[self.value]

    @property
    def part_of(self) -> Segment | None:
        """The segment that contains this one: captive BPO is a part of BPO."""
        return Segment.BPO if self is Segment.BPO_CAPTIVE else None

    def within(self, other: Segment) -> bool:
        """Say whether this segment is the other one or a part of it.

        Args:
            other: A segment.

        Returns:
            True for captive BPO within BPO, and for each segment within itself.

        Example:
            >>> from maroc_offshoring.vocabulary import Segment
            >>> Segment.BPO_CAPTIVE.within(Segment.BPO), Segment.CRM.within(Segment.BPO)
            (True, False)
        """
        return self is other or self.part_of is other


_DEFINITIONS = {
    "CRM": "Handling a client's customers from a distance, by phone, mail or chat.",
    "BPO": "Running a firm's support work for it: accounts, payroll, claims, document handling.",
    "ITO": "Building software and running computer systems for clients abroad.",
    "ESO": "Design, testing and research work done for industrial clients.",
    "KPO": "Research and analysis that need expert judgement, such as studies of a sector's data.",
    "BPO-captive": "Support work of a centre for its own group; counted apart by the Office des changes until 2016.",
}


class Confidence(Term):
    """How far the curators trust a record.

    Example:
        >>> mo.load().commitments["2022-04-20-phoneo"].confidence
        <Confidence.HIGH: 'high'>
    """

    HIGH = "high", "élevée", "high", "عالية"
    MEDIUM = "medium", "moyenne", "medium", "متوسطة"
    LOW = "low", "faible", "low", "ضعيفة"


class Checked(Term):
    """What a second look at a cited page found.

    Example:
        >>> mo.load().commitments["2022-04-20-phoneo"].checked
        <Checked.CONFIRMED: 'confirmed'>
    """

    CONFIRMED = "confirmed", "confirmé", "confirmed", "مؤكد"
    CORRECTED = "corrected", "corrigé", "corrected", "مصحح"
    NOT_FOUND = "not_found", "page non retrouvée", "page not found again", "لم يعثر على الصفحة"


class SourceKind(Term):
    """Who publishes a source.

    Example:
        >>> mo.load().sources["afrique-medias24-com-nd-f48260"].kind
        <SourceKind.PRESS: 'press'>
    """

    PRESS = "press", "presse", "press", "صحافة"
    OFFICIAL = "official", "source officielle", "official", "مصدر رسمي"
    AGENCY = "agency", "agence de presse", "news agency", "وكالة أنباء"
    COMPANY = "company", "entreprise", "company", "شركة"
    ACADEMIC = "academic", "travail universitaire", "academic", "أكاديمي"
    OTHER = "other", "autre", "other", "أخرى"


class Nature(Term):
    """How an observed figure came about.

    Example:
        >>> mo.load().observations["obs-jobs-fes-2019"].nature
        <Nature.OBSERVED: 'observed'>
    """

    OBSERVED = "observed", "observé", "observed", "ملاحظ"
    ESTIMATE = "estimate", "estimation", "estimate", "تقدير"
    FORECAST = "forecast", "prévision", "forecast", "توقع"
    DERIVED = "derived", "calculé", "derived", "محسوب"


class Scope(Term):
    """The sector that a figure covers; figures of two scopes never add up.

    Example:
        >>> mo.load().observations["obs-jobs-fes-2019"].scope.label("en")
        'offshoring'
    """

    OFFSHORING = "offshoring", "offshoring", "offshoring", "ترحيل الخدمات"
    DIGITAL = "digital", "numérique", "digital", "الرقمي"
    IT_INDUSTRY = "it_industry", "industrie informatique", "IT industry", "صناعة المعلوميات"
    IT_TELECOM = "it_telecom", "informatique et télécoms", "IT and telecoms", "المعلوميات والاتصالات"
    FRENCH_CLIENTS = "french_clients", "clients français", "French clients only", "الزبناء الفرنسيون"
    PARKS = "parks", "parcs d'offshoring", "firms in the parks", "محطات ترحيل الخدمات"
    ALL_SECTORS = "all_sectors", "toute l'économie", "whole economy", "كل القطاعات"


class Perimeter(Term):
    """Which heading of the Office des changes an export series follows; the two series never join.

    Example:
        >>> mo.load().observations["obs-export_revenue-morocco-2023"].perimeter.label("en")
        'old perimeter'
    """

    OLD = "old", "ancien périmètre", "old perimeter", "المحيط القديم"
    NEW = "new", "nouveau périmètre", "new perimeter", "المحيط الجديد"


class AgreementKind(Term):
    """What sort of instrument was signed.

    Example:
        >>> mo.load().agreements["2020-07-10-firo-notoriety"].kind.label("en")
        "shareholders' pact"
    """

    MOU = "mou", "mémorandum d'entente", "memorandum of understanding", "مذكرة تفاهم"
    CONVENTION = "convention", "convention", "convention", "اتفاقية"
    AGREEMENT = "agreement", "accord", "agreement", "اتفاق"
    PROTOCOL = "protocol", "protocole", "protocol", "بروتوكول"
    PERFORMANCE_CONTRACT = "performance_contract", "contrat de performance", "performance contract", "عقد نجاعة"
    JOINT_VENTURE = "joint_venture", "coentreprise", "joint venture", "مشروع مشترك"
    SHAREHOLDERS_PACT = "shareholders_pact", "pacte d'actionnaires", "shareholders' pact", "ميثاق المساهمين"
    CONTRACT_PROGRAMME = "contract_programme", "contrat-programme", "contract programme", "عقد برنامج"
    STRATEGIC_PLAN = "strategic_plan", "plan stratégique", "strategic plan", "مخطط استراتيجي"


class SiteKind(Term):
    """What sort of place a site is.

    Example:
        >>> mo.load().sites["Casanearshore"].kind.label("fr")
        "parc d'offshoring"
    """

    OFFSHORING_PARK = "offshoring_park", "parc d'offshoring", "offshoring park", "محطة ترحيل الخدمات"
    PARK_NETWORK = "park_network", "réseau de parcs", "park network", "شبكة محطات"
    BUSINESS_DISTRICT = "business_district", "quartier d'affaires", "business district", "حي أعمال"
    INDUSTRIAL_CITY = "industrial_city", "cité industrielle", "industrial city", "مدينة صناعية"
    TECHNOPARK = "technopark", "technopark", "technopark", "تكنوبارك"
    TECHNOPOLE = "technopole", "technopole", "technopole", "قطب تكنولوجي"
    INNOVATION_CENTRE = "innovation_centre", "centre d'innovation", "innovation centre", "مركز ابتكار"
    INNOVATION_ZONE = "innovation_zone", "zone d'innovation", "innovation zone", "منطقة ابتكار"
    TRAINING_COMPLEX = "training_complex", "complexe de formation", "training complex", "مركب تكوين"


class SiteStatus(Term):
    """Where a site stands between an announcement and its operation.

    Example:
        >>> mo.load().sites["Casanearshore"].status.label("ar")
        'مشغل'
    """

    ANNOUNCED = "announced", "annoncé", "announced", "معلن"
    PLANNED = "planned", "projeté", "planned", "مبرمج"
    UNDER_DEVELOPMENT = "under_development", "en travaux", "under development", "قيد الإنجاز"
    OPERATING = "operating", "en service", "operating", "مشغل"
    UNKNOWN = "unknown", "inconnu", "unknown", "غير معروف"


class InstitutionKind(Term):
    """What sort of body an institution is.

    Example:
        >>> mo.load().institutions["APEBI"].kind
        <InstitutionKind.FEDERATION: 'federation'>
    """

    GOVERNMENT = "government", "gouvernement", "government", "حكومة"
    MINISTRY = "ministry", "ministère", "ministry", "وزارة"
    PUBLIC_BODY = "public_body", "organisme public", "public body", "مؤسسة عمومية"
    REGULATOR = "regulator", "régulateur", "regulator", "هيئة تقنين"
    TRAINING = "training", "formation et emploi", "training and employment", "التكوين والتشغيل"
    FEDERATION = "federation", "fédération", "federation", "فيدرالية"
    UNION = "union", "union", "union", "اتحاد"
    EVENT_ORGANISER = "event_organiser", "organisateur de salon", "event organiser", "منظم معارض"
    CLUB = "club", "club", "club", "ناد"
    FUND = "fund", "fonds", "fund", "صندوق"
    DEVELOPER = "developer", "aménageur", "developer", "مطور"
    REGION_BODY = "region_body", "organisme régional", "regional body", "هيئة جهوية"
    REGION = "region", "conseil régional", "regional council", "مجلس جهوي"
    UNIVERSITY = "university", "université ou école", "university or school", "جامعة"
    CONSULTANCY = "consultancy", "cabinet d'études", "consultancy", "مكتب استشارة"
    INTERNATIONAL = "international", "organisation internationale", "international organisation", "منظمة دولية"


class IncentiveKind(Term):
    """What an incentive acts on.

    Example:
        >>> mo.load().incentives["inc-2007-income-tax-cap"].kind.label("en")
        'income tax'
    """

    INCOME_TAX = "income_tax", "impôt sur le revenu", "income tax", "الضريبة على الدخل"
    CORPORATE_TAX = "corporate_tax", "impôt sur les sociétés", "corporate tax", "الضريبة على الشركات"
    SOCIAL_CHARGES = "social_charges", "charges sociales", "social charges", "التحملات الاجتماعية"
    TRAINING = "training", "aide à la formation", "training aid", "دعم التكوين"
    EMPLOYMENT_PREMIUM = "employment_premium", "prime à l'emploi", "employment premium", "منحة التشغيل"
    INVESTMENT_AID = "investment_aid", "aide à l'investissement", "investment aid", "دعم الاستثمار"
    PUBLIC_BUDGET = "public_budget", "enveloppe publique", "public budget", "غلاف عمومي"
    ELIGIBILITY = "eligibility", "condition d'éligibilité", "eligibility", "شرط الأهلية"
    EXTENSION = "extension", "prorogation", "extension", "تمديد"


class NameKind(Term):
    """Why a company goes by another name.

    Example:
        >>> mo.load().operators["Foundever"].other_names[0].kind
        <NameKind.FORMER_NAME: 'former_name'>
    """

    FORMER_NAME = "former_name", "ancien nom", "former name", "الاسم السابق"
    BRAND = "brand", "marque", "brand", "علامة"
    SUBSIDIARY = "subsidiary", "filiale", "subsidiary", "فرع"
    SPELLING = "spelling", "graphie", "spelling", "كتابة أخرى"
