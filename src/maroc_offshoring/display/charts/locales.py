"""Locales: how Vega writes what a user adds to a chart: numbers as in this library, months by their names."""

from __future__ import annotations

from typing import Any

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ar": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
}
_SHORT_MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "ar": _MONTHS["ar"],
}
_DAYS = {
    "en": "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    "fr": "dimanche lundi mardi mercredi jeudi vendredi samedi",
    "ar": "الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت",
}
_SHORT_DAYS = {"en": "Sun Mon Tue Wed Thu Fri Sat", "fr": "dim. lun. mar. mer. jeu. ven. sam.", "ar": _DAYS["ar"]}


def _locale(language: str) -> dict[str, Any]:
    return {
        "formatLocale": {
            "decimal": "." if language == "en" else ",",
            "thousands": "\u202f",
            "grouping": [3],
            "currency": ["", "\u00a0MAD"],
            "percent": "\u00a0%",
        },
        "timeFormatLocale": {
            "dateTime": "%A %e %B %Y %X",
            "date": "%d/%m/%Y",
            "time": "%H:%M:%S",
            "periods": ["AM", "PM"],
            "days": _DAYS[language].split(),
            "shortDays": _SHORT_DAYS[language].split(),
            "months": _MONTHS[language].split(),
            "shortMonths": _SHORT_MONTHS[language].split(),
        },
    }


LOCALES = {language: _locale(language) for language in ("en", "fr", "ar")}
"""By language: the locales of numbers and of dates, by the names that Vega-Embed gives them."""
