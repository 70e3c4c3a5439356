"""The views of the map: the parts of the sheet that can be shown, and how large a pixel is in each."""

from __future__ import annotations

from foedera.pictures.projection import WIDTH

VIEWS = {
    "world": (0, 20, 10000, 4320),
    "europe": (4050, 220, 1800, 1020),
    "middle-east": (5400, 880, 1500, 900),
    "east-asia": (7000, 700, 1900, 1200),
    "africa": (3900, 1200, 2500, 1800),
    "north-america": (600, 200, 3000, 1700),
    "south-america": (2000, 1650, 2400, 2150),
    "oceania": (7600, 1900, 2400, 1700),
}
"""Left, top, width and height of each view in units of the sheet."""

_PIXEL = 8.0


def pixel(view: str) -> float:
    """About a pixel, in units of the sheet, when the view fills a screen of 1280 pixels."""
    return round(VIEWS[view][2] / WIDTH * _PIXEL, 2)
