"""The units of the map: which parts of countries are drawn apart, and where their labels stand."""

from __future__ import annotations

import math

import pytest

from foedera.pictures.projection import WIDTH, at
from foedera.pictures.units import BOXES, NAMED, area_of, inner_point, units


def box(unit):
    points = [point for polygon in units()[unit].polygons for ring in polygon for point in ring]
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def is_inside(polygon, point):
    x, y = point
    inside = False
    for ring in polygon:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
                inside = not inside
    return inside


@pytest.mark.parametrize("part", sorted({part for _, part, _ in BOXES} | set(NAMED.values())))
def test_every_part_named_is_a_unit(part):
    assert units()[part].polygons


@pytest.mark.parametrize("unit", ["FRA", "USA", "NOR", "ESP", "PRT", "NLD", "JPN"])
def test_overseas_parts_are_no_longer_in_the_country(unit):
    left, top, right, bottom = box(unit)
    assert right - left < 0.2 * WIDTH
    assert bottom - top < 0.1 * WIDTH


def test_russia_is_whole_and_no_side_of_it_is_a_streak():
    left, _, right, _ = box("RUS")
    assert left > 0.5 * WIDTH
    assert right < WIDTH
    rings = [ring for polygon in units()["RUS"].polygons for ring in polygon]
    longest = max(abs(a[0] - b[0]) for ring in rings for a, b in zip(ring, (*ring[1:], ring[0]), strict=True))
    assert longest < 0.03 * WIDTH


def test_crimea_and_kaliningrad_are_not_in_russia():
    for lon, lat in ((34.3, 45.2), (21.2, 54.7)):
        assert not any(is_inside(polygon, at(lon, lat)) for polygon in units()["RUS"].polygons)
    assert any(is_inside(polygon, at(34.3, 45.2)) for polygon in units()["crimea"].polygons)


@pytest.mark.parametrize("unit", sorted(units()))
def test_every_label_stands_in_its_unit(unit):
    found = units()[unit]
    assert found.area > 0
    assert is_inside(found.polygons[0], found.label)


def test_the_areas_are_those_of_the_globe():
    square_kilometres = 510_072_000 / (4 * math.pi * (WIDTH / 2 / 2.70663) ** 2)
    assert units()["POL"].area * square_kilometres == pytest.approx(312_700, rel=0.05)
    assert units()["BRA"].area * square_kilometres == pytest.approx(8_515_000, rel=0.05)


def test_a_label_avoids_the_hollow_of_a_crescent():
    crescent = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0), (0.0, 9.0), (8.0, 9.0), (8.0, 1.0), (0.0, 1.0))
    assert is_inside((crescent,), inner_point((crescent,)))
    assert area_of(crescent) == pytest.approx(100 - 64)
