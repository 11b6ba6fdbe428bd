"""The twelve regions of a map: what each is called, where its name stands, and which tile is its."""

from __future__ import annotations

from attrs import frozen

from maroc_offshoring.derivation import Sentence


@frozen
class DrawnRegion:
    """A region as maps draw it.

    Args:
        id: Its ISO 3166-2 code.
        name: What it is called where the record at hand does not say.
        label: Where its name stands: the longitude and latitude of the middle, or of the end of a name in the sea.
        at_sea: Where the line to a name in the sea begins; None where the name stands in the region.
        room: How wide a line of its name may be, in units of the drawing.
        tile: The column and row of its tile.
    """

    id: str
    name: Sentence
    label: tuple[float, float]
    at_sea: tuple[float, float] | None
    room: float
    tile: tuple[int, int]


REGIONS = tuple(
    DrawnRegion(id, Sentence(*names), label, at_sea, room, tile)
    for id, names, label, at_sea, room, tile in (
        (
            "MA-01",
            ("Tanger-Tétouan-Al Hoceima", "Tangier-Tetouan-Al Hoceima", "طنجة-تطوان-الحسيمة"),
            (-6.75, 35.35), (-5.9, 35.3), 190, (3, 0),
        ),
        ("MA-02", ("Oriental", "Oriental", "الشرق"), (-2.2, 32.75), None, 104, (4, 1)),
        ("MA-03", ("Fès-Meknès", "Fez-Meknes", "فاس-مكناس"), (-4.75, 33.33), None, 104, (3, 1)),
        (
            "MA-04",
            ("Rabat-Salé-Kénitra", "Rabat-Salé-Kénitra", "الرباط-سلا-القنيطرة"),
            (-7.55, 34.55), (-6.4, 34.35), 160, (2, 1),
        ),
        (
            "MA-05",
            ("Béni Mellal-Khénifra", "Béni Mellal-Khénifra", "بني ملال-خنيفرة"),
            (-6.25, 32.55), None, 84, (2, 2),
        ),
        (
            "MA-06",
            ("Casablanca-Settat", "Casablanca-Settat", "الدار البيضاء-سطات"),
            (-9.0, 33.65), (-8.0, 33.1), 160, (1, 2),
        ),
        ("MA-07", ("Marrakech-Safi", "Marrakesh-Safi", "مراكش-آسفي"), (-8.3, 32.12), None, 116, (1, 3)),
        ("MA-08", ("Drâa-Tafilalet", "Drâa-Tafilalet", "درعة-تافيلالت"), (-5.0, 31.0), None, 120, (3, 2)),
        ("MA-09", ("Souss-Massa", "Souss-Massa", "سوس-ماسة"), (-8.1, 29.95), None, 110, (1, 4)),
        (
            "MA-10",
            ("Guelmim-Oued Noun", "Guelmim-Oued Noun", "كلميم-واد نون"),
            (-11.7, 29.4), (-10.3, 28.8), 150, (0, 4),
        ),
        (
            "MA-11",
            ("Laâyoune-Sakia El Hamra", "Laâyoune-Sakia El Hamra", "العيون-الساقية الحمراء"),
            (-11.4, 26.6), None, 190, (0, 5),
        ),
        (
            "MA-12",
            ("Dakhla-Oued Ed-Dahab", "Dakhla-Oued Ed-Dahab", "الداخلة-وادي الذهب"),
            (-14.4, 23.0), None, 112, (0, 6),
        ),
    )
)  # fmt: skip
"""The regions, in the order of their codes; a test compares their names with the record."""
