"""The Equal Earth projection and the cut along the Bering Strait."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.pictures.projection import CUT, HEIGHT, WIDTH, at, equal_earth, inverse, on_sheet, opened

lons = st.floats(-math.pi, math.pi)
lats = st.floats(-1.55, 1.55)


def shoelace(ring):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def test_the_edges_lie_where_the_paper_puts_them():
    assert equal_earth(math.pi, 0)[0] == pytest.approx(2.70663, abs=1e-5)
    assert equal_earth(0, math.pi / 2)[1] == pytest.approx(1.31736, abs=1e-5)
    width_of_pole = equal_earth(math.pi, math.pi / 2)[0] / equal_earth(math.pi, 0)[0]
    assert width_of_pole == pytest.approx(0.59247, abs=2e-3)


@given(lons, lats)
def test_the_inverse_undoes_the_projection(lon, lat):
    back = inverse(*equal_earth(lon, lat))
    assert back == pytest.approx((lon, lat), abs=1e-8)


@given(st.floats(-3, 3), st.floats(-1.4, 1.4))
def test_equal_areas_of_the_globe_are_equal_on_the_sheet(lon, lat):
    step = 1e-3
    corners = [(lon, lat), (lon + step, lat), (lon + step, lat + step), (lon, lat + step)]
    drawn = shoelace([equal_earth(*corner) for corner in corners])
    assert drawn == pytest.approx(step * (math.sin(lat + step) - math.sin(lat)), rel=1e-3)


def test_the_sheet_begins_and_ends_at_the_cut():
    assert on_sheet(CUT, 0) == pytest.approx((0, HEIGHT / 2), abs=0.1)
    assert on_sheet(CUT + 360, 0)[0] == pytest.approx(WIDTH, abs=0.1)
    assert on_sheet(0, 90)[1] == pytest.approx(0, abs=0.1)


def test_both_shores_of_the_bering_strait_are_at_opposite_ends():
    assert at(-169.7, 66.0)[0] > 0.75 * WIDTH
    assert at(-168.1, 65.6)[0] < 0.25 * WIDTH


def test_a_ring_over_the_antimeridian_stays_one():
    (ring,) = opened([(178.0, 70.0), (-178.0, 70.0), (-178.0, 71.0), (178.0, 71.0)])
    assert {x for x, _ in ring} == {178.0, 182.0}


def test_a_ring_over_the_cut_is_divided_along_it():
    west, east = sorted(opened([(-171.0, 63.0), (-168.0, 63.0), (-168.0, 64.0), (-171.0, 64.0)]), key=min)
    assert {x for x, _ in west} == {-169.0, -168.0}
    assert {x for x, _ in east} == {189.0, 191.0}
    assert abs(shoelace(west)) + abs(shoelace(east)) == pytest.approx(3.0)


@pytest.mark.parametrize("order", [1, -1])
def test_a_ring_round_the_pole_is_closed_along_the_pole(order):
    coast = [(float(lon), -70.0) for lon in range(-180, 180, 10)][::order]
    (ring,) = opened(coast)
    assert abs(shoelace(ring)) == pytest.approx(360 * 20)
    assert min(x for x, _ in ring) == CUT
    assert max(x for x, _ in ring) == CUT + 360
