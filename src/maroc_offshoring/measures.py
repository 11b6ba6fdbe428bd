"""What is measured, in which units, and what of it may be added.

A :class:`Measure` knows three things that decide whether a sum is honest: whether it adds up at all (shares, ranks and
rates do not), whether it adds up over places (companies do not: one firm may sit in several parks), and whether it adds
up over time (a stock never does).
"""

from __future__ import annotations

from typing import Self

from maroc_offshoring.names import Name
from maroc_offshoring.vocabulary import Term

_MONEY = ("MAD", "EUR", "USD", "GBP", "CAD")


class Measure(Term):
    """What a figure measures.

    Example:
        >>> from maroc_offshoring.measures import Measure
        >>> jobs = Measure.of("emplois")
        >>> jobs, jobs.units[0], jobs.additive, Measure.RANK.additive
        (<Measure.JOBS: 'jobs'>, 'job', True, False)
    """

    units: tuple[str, ...]
    additive: bool
    over_places: bool
    over_time: bool

    def __new__(  # noqa: PLR0917 - a member is written as a row of a table
        cls,
        value: str,
        fr: str,
        en: str,
        ar: str,
        units: tuple[str, ...],
        adds: str = "places",
        *aliases: str,
    ) -> Self:
        """Make a measure of its value, labels and units, and of what it adds up over: places, time, both or nothing."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.name_ = Name(fr, en, ar, aliases=aliases)
        member.units = units
        member.over_places = "places" in adds
        member.over_time = "time" in adds
        member.additive = adds != "never"
        return member

    JOBS = "jobs", "emplois", "jobs", "مناصب الشغل", ("job", "percent"), "places and time", "postes", "employment"
    WORKSTATIONS = "workstations", "positions de travail", "workstations", "مواقع العمل", ("workstation",), "places"
    EXPORT_REVENUE = (
        "export_revenue",
        "chiffre d'affaires à l'export",
        "export revenue",
        "عائدات التصدير",
        _MONEY,
        "places and time",
    )
    REVENUE = "revenue", "chiffre d'affaires", "revenue", "رقم المعاملات", _MONEY, "places and time", "turnover"
    INVESTMENT = "investment", "investissement", "investment", "الاستثمار", _MONEY, "places and time"
    VALUE_ADDED = "value_added", "PIB additionnel", "added GDP", "الناتج الداخلي الخام الإضافي", _MONEY, "places"
    TAX_REVENUE = "tax_revenue", "recettes fiscales", "tax revenue", "المداخيل الضريبية", _MONEY, "places and time"
    CALL_CENTRES = "call_centres", "centres d'appels", "call centres", "مراكز النداء", ("call_centre",), "places"
    COMPANIES = "companies", "entreprises", "companies", "الشركات", ("company",), "no place twice"
    STUDENTS = "students", "étudiants et stagiaires", "students and trainees", "الطلبة", ("person",), "places"
    GRADUATES = (
        "graduates", "diplômés et personnes formées", "graduates and people trained", "الخريجون والمكوَّنون",
        ("person",), "places and time",
    )  # fmt: skip
    SHARE_OF_NATIONAL_JOBS = (
        "share_of_national_jobs", "part des emplois nationaux du secteur", "share of national sector jobs",
        "الحصة من مناصب القطاع وطنيا", ("percent",), "never",
    )  # fmt: skip
    SHARE_OF_REGIONAL_JOBS = (
        "share_of_regional_jobs", "part des emplois de la région", "share of regional jobs",
        "الحصة من مناصب الجهة", ("percent",), "never",
    )  # fmt: skip
    SHARE_OF_SECTOR_JOBS = (
        "share_of_sector_jobs", "part des emplois du secteur", "share of sector jobs",
        "الحصة من مناصب القطاع", ("percent",), "never",
    )  # fmt: skip
    SHARE_OF_SECTOR_REVENUE = (
        "share_of_sector_revenue", "part du chiffre d'affaires du secteur", "share of sector revenue",
        "الحصة من رقم معاملات القطاع", ("percent",), "never",
    )  # fmt: skip
    SHARE_OF_GDP = "share_of_gdp", "part du PIB", "share of GDP", "الحصة من الناتج الداخلي الخام", ("percent",), "never"
    SHARE_OF_GDP_GROWTH = (
        "share_of_gdp_growth", "part de la croissance du PIB", "share of GDP growth",
        "الحصة من نمو الناتج الداخلي الخام", ("percent",), "never",
    )  # fmt: skip
    RANK = "rank", "rang", "rank", "الرتبة", ("rank",), "never"
    FLOOR_SPACE = "floor_space", "surface de bureaux", "floor space", "مساحة المكاتب", ("m2", "ha"), "places"
    FLOOR_SPACE_SERVICES = (
        "floor_space_services", "surface de services", "floor space for services", "مساحة الخدمات",
        ("m2", "ha"), "places",
    )  # fmt: skip
    LAND_AREA = "land_area", "surface du terrain", "land area", "مساحة الأرض", ("ha", "m2"), "places"
    OCCUPANCY = "occupancy", "taux d'occupation", "occupancy", "نسبة الملء", ("percent",), "never"
    CAPACITY_JOBS = (
        "capacity_jobs", "emplois prévus sur le site", "jobs planned for the site", "المناصب المرتقبة",
        ("job",), "places",
    )  # fmt: skip
    CAPACITY_COMPANIES = (
        "capacity_companies", "entreprises prévues sur le site", "companies planned for the site",
        "الشركات المرتقبة", ("company",), "no place twice",
    )  # fmt: skip
    CAPACITY = "capacity", "capacité d'accueil", "capacity", "الطاقة الاستيعابية", ("person", "workstation"), "places"
    HIRES = "hires", "recrutements", "hires", "التوظيفات", ("person",), "places and time"
    STAFF_ASSIGNED = (
        "staff_assigned",
        "effectif affecté",
        "staff assigned",
        "المستخدمون المعينون",
        ("person",),
        "places",
    )
    PARTNER_STAFF = (
        "partner_staff",
        "effectif chez les partenaires",
        "staff at partners",
        "مستخدمو الشركاء",
        ("person",),
        "places",
    )
    SITES = "sites", "sites", "sites", "المواقع", ("site",), "places and time"
    REGIONAL_BRANCHES = (
        "regional_branches",
        "antennes régionales",
        "regional branches",
        "الفروع الجهوية",
        ("site",),
        "places and time",
    )
    HIRE_RATE = "hire_rate", "taux d'embauche", "hire rate", "نسبة التشغيل", ("percent",), "never"
    PUBLIC_SUPPORT = "public_support", "soutien public", "public support", "الدعم العمومي", _MONEY, "places and time"
    PUBLIC_SUPPORT_OWN_SHARE = (
        "public_support_own_share", "part du promettant dans le soutien public", "own share of public support",
        "حصة المتعهد من الدعم العمومي", _MONEY, "places and time",
    )  # fmt: skip
    SUBSIDY_PER_JOB = (
        "subsidy_per_job",
        "prime par emploi",
        "premium per job",
        "منحة عن كل منصب",
        (*_MONEY, "MAD/job"),
        "never",
    )
    EQUIPMENT_SUBSIDY_RATE = (
        "equipment_subsidy_rate", "taux d'aide à l'équipement", "equipment aid rate", "نسبة دعم التجهيز",
        ("percent",), "never",
    )  # fmt: skip
    EQUIPMENT_SUBSIDY_CAP = (
        "equipment_subsidy_cap", "plafond d'aide à l'équipement", "equipment aid ceiling", "سقف دعم التجهيز",
        _MONEY, "never",
    )  # fmt: skip
    JOBS_PROMISED = (
        "jobs_promised", "emplois promis (cumul)", "jobs promised (running total)", "المناصب الموعود بها",
        ("job",), "never",
    )  # fmt: skip
    JOBS_AT_RISK = "jobs_at_risk", "emplois menacés", "jobs at risk", "المناصب المهددة", ("job",), "places"
    JOBS_POTENTIAL = "jobs_potential", "emplois possibles", "potential jobs", "المناصب الممكنة", ("job",), "places"
    LAUNCH = "launch", "lancement", "launch", "الانطلاق", (), "never"

    @property
    def why_not_additive(self) -> str:
        """Why figures of this measure are never added; empty where they may be."""
        return _NEVER.get(self, "" if self.additive else "shares, ranks and rates do not add up")


_NEVER = {
    Measure.JOBS_PROMISED: "each figure is itself a running total of promises, which contains the earlier ones",
    Measure.LAUNCH: "a launch is a date without a figure",
    Measure.EQUIPMENT_SUBSIDY_CAP: "a ceiling is no amount",
}
