"""An answer state by state."""

from __future__ import annotations

import pytest

from foedera.api import Treaties, load
from foedera.render.roster import LAYERS, roster


@pytest.fixture(scope="module")
def treaties() -> Treaties:
    return load()


def test_help_weighs_more_than_other_duties(treaties: Treaties) -> None:
    found = roster(treaties.world, treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk"))
    korea = next(row for row in found.rows if row.state == "PRK")
    assert korea.is_help
    assert korea.status == "arguable", "the duty to consult is due, but help is what the map is about"
    assert korea.provisions[0] == "rus-prk-2024/4"


def test_layer_of_help_has_only_help(treaties: Treaties) -> None:
    answer = treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk")
    assert all(row.is_help for row in roster(treaties.world, answer, "help").rows)
    assert len(roster(treaties.world, answer).rows) > len(roster(treaties.world, answer, "help").rows)


@pytest.mark.parametrize("layer", LAYERS)
def test_every_state_with_a_live_finding_stands_on_it_once(treaties: Treaties, layer: str) -> None:
    answer = treaties.ask("RUS", "POL", on="2025-01-01")
    rows = roster(treaties.world, answer, layer).rows
    states = [row.state for row in rows]
    assert len(states) == len(set(states))
    live = [f for f in answer.findings if f.obligor and f.status != "not_due" and f.duty.modality in LAYERS[layer]]
    if layer != "help":
        assert set(states) == {f.obligor for f in live}
        assert sum(len(row.findings) for row in rows) == len(live)


def test_duties_of_all_alike_are_told_in_words(treaties: Treaties) -> None:
    answer = treaties.ask("RUS", "POL", on="2025-01-01")
    assert any("every other" in one for layer in LAYERS for one in roster(treaties.world, answer, layer).alike)
