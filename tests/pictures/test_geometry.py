"""The outlines of countries as the wheel has them."""

from __future__ import annotations

import sys

import pytest

from foedera.pictures import geometry
from foedera.pictures.geometry import GeometryError, outlines


def test_every_outline_has_a_code_or_a_slug():
    found = {outline.id for outline in outlines()}
    assert len(found) >= 235
    assert {"FRA", "RUS", "kosovo", "somaliland", "n-cyprus", "siachen-glacier"} <= found


def test_every_ring_encloses_something():
    rings = [ring for outline in outlines() for polygon in outline.polygons for ring in polygon]
    assert all(len(ring) >= 3 and ring[0] != ring[-1] for ring in rings)


def test_neighbours_share_their_border():
    points = {o.id: {point for polygon in o.polygons for ring in polygon for point in ring} for o in outlines()}
    assert len(points["FRA"] & points["DEU"]) > 10
    assert len(points["USA"] & points["CAN"]) > 100


def test_a_simplified_line_keeps_its_ends_and_its_corners():
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]
    assert geometry._simplified(line) == [(0.0, 0.0), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]


def test_a_closed_line_does_not_collapse():
    tiny = [(0.0, 0.0), (0.001, 0.0), (0.001, 0.001), (0.0, 0.001), (0.0, 0.0)]
    assert len(geometry._simplified(tiny)) >= 4


def test_without_the_wheel_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "mapcraft", None)
    with pytest.raises(GeometryError, match=r"install foedera\[web\]"):
        geometry._pack()


def test_a_wheel_without_the_pack_is_an_error_of_ours(monkeypatch):
    monkeypatch.setattr(geometry, "PACK", "moon-craters")
    with pytest.raises(GeometryError, match="moon-craters"):
        geometry._pack()
