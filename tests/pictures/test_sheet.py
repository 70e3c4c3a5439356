"""The symbol sheet: complete, small, without colours, and always the same."""

from __future__ import annotations

import gzip
import hashlib
import re
from xml.etree import ElementTree as ET

from foedera.pictures.projection import HEIGHT, WIDTH
from foedera.pictures.sheet import _closed, symbol_sheet
from foedera.pictures.units import units

SVG = "{http://www.w3.org/2000/svg}"


def paths():
    return {path.get("id"): path for path in ET.fromstring(symbol_sheet().svg).iter(f"{SVG}path")}  # noqa: S314 - ours


def walked(data):
    """Every corner of a path made of m, z and relative numbers."""
    pen, corners = (0, 0), []
    for part in re.findall(r"m[^mz]*", data):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        start = None
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            pen = (pen[0] + dx, pen[1] + dy)
            start = start or pen
            corners.append(pen)
        pen = start
    return corners


def test_every_unit_is_on_the_sheet():
    assert set(paths()) == {"sphere", "graticule", *(f"u-{unit}" for unit in units())}


def test_nothing_is_drawn_outside_the_sheet():
    for path in paths().values():
        if path.get("id") == "graticule":
            continue
        corners = walked(path.get("d"))
        assert len(corners) >= 3
        assert all(-1 <= x <= WIDTH + 1 and -1 <= y <= HEIGHT + 1 for x, y in corners), path.get("id")


def test_the_sheet_leaves_colours_to_the_page():
    for path in paths().values():
        assert not {"fill", "stroke", "style", "class"} & set(path.attrib)


def test_the_digest_is_that_of_the_content():
    sheet = symbol_sheet()
    assert sheet.digest == hashlib.sha256(sheet.svg).hexdigest()[:16]


def test_the_sheet_is_made_once_and_always_the_same():
    first = symbol_sheet()
    assert symbol_sheet() is first
    symbol_sheet.cache_clear()
    assert symbol_sheet() == first


def test_the_sheet_is_small():
    svg = symbol_sheet().svg
    assert len(svg) < 250_000
    assert len(gzip.compress(svg, 9)) < 90_000


def test_a_path_goes_back_to_where_each_ring_began():
    assert _closed([((1.0, 1.0), (4.0, 1.0), (4.0, 5.0)), ((9.0, 9.0), (12.0, 9.0), (12.0, 11.0))]) == (
        "m1 1 3 0 0 4zm8 8 3 0 0 2z"
    )


def test_an_area_below_the_finest_step_is_still_drawn():
    assert _closed([((1.1, 1.1), (1.2, 1.1), (1.2, 1.2))]) == "m1 1 1 0 0 1-1 0z"
