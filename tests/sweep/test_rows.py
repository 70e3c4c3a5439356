"""Every row form says of all states at once what its atom says of each."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from foedera.dates import Day
from foedera.law.fold import evaluate
from foedera.law.force import bound
from foedera.law.rows import ROW_FORMS, by_class, fold
from foedera.law.scene import ATTACKER, SELF, VICTIM, Row, Scene
from foedera.law.setting import ANYONE, open_setting
from foedera.model import conditions as c
from foedera.model.questions import Question
from foedera.truth import Truth

from .cells import EVERYTHING
from .worlds import FIRST, LAST, alive, every_atom, every_tree, every_turn, promise_worlds, some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

    from foedera.law.scene import Masks
    from foedera.model.conditions import Node
    from foedera.model.world import World

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
many = settings(
    max_examples=1000 if EVERYTHING else 8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),  # no shrinking: worlds are large
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def scene_of(world: World, ordinal: int) -> Scene:
    """The scene of a day, with bonds as the rules for one day have them."""
    ids = (*world.records.states, *world.records.actors)
    position = {one: number for number, one in enumerate(ids)}
    setting = open_setting(world, Question((), Day.exact(ordinal)))

    def bonds(name: str) -> Masks:
        instrument = world.records.instruments.get(name)
        truths = {
            one: bound(setting, instrument, one).step.truth if instrument else Truth.UNKNOWN
            for one in world.records.states
        }
        masks = (
            sum(1 << position[one] for one, truth in truths.items() if truth is wanted)
            for wanted in (Truth.TRUE, Truth.UNKNOWN)
        )
        true, unknown = masks
        return true, unknown

    living = sum(1 << position[one] for one in alive(world, ordinal))
    count = len(world.records.states)
    return Scene(world, Day.exact(ordinal), ids, position, count, living, bonds, setting.ongoing)


@st.composite
def views(draw: Any, nodes: SearchStrategy[Node]) -> tuple[list[Row], list[Node]]:
    """Rows of a random world on a day on which something changes, and conditions to fold over each."""
    world = draw(promise_worlds())
    ordinal = draw(st.sampled_from(every_turn(world, (FIRST, LAST))))
    scene = scene_of(world, ordinal)
    clauses = draw(st.lists(st.sampled_from(list(world.provisions.values())), min_size=3, max_size=3))
    owners = draw(st.lists(st.sampled_from(alive(world, ordinal)), min_size=3, max_size=3, unique=True))
    found = []
    for owner, (instrument, provision) in zip(owners, clauses, strict=True):
        limits = draw(st.sampled_from((provision.limits, ("un-charter/51",))))
        clause = replace(provision, limits=limits)
        obligors = (SELF, *draw(some(tuple(one for one in scene.ids if one != owner), 2)))
        found += [Row(scene, instrument, clause, owner, side, who) for side in (VICTIM, ATTACKER) for who in obligors]
    return found, draw(st.lists(nodes, min_size=12, max_size=12))


def others(row: Row) -> Iterator[tuple[str, int]]:
    """The living states other than the beneficiary, with their bits."""
    for state in row.scene.ids[: row.scene.count]:
        bit = row.scene.bit(state)
        if state != row.beneficiary and bit & row.scene.alive:
            yield state, bit


def of(masks: Masks, bit: int) -> Truth:
    """What a pair of masks says of one state."""
    assert not masks[0] & masks[1]
    return Truth.TRUE if masks[0] & bit else Truth.UNKNOWN if masks[1] & bit else Truth.FALSE


def reads_obligor(row: Row, node: Node) -> bool:
    areas = [area.when for area in row.instrument.areas] if isinstance(node, c.InDefinedArea) else []
    return any("obligor" in c.roles_read(tree) or "obligor" in named(tree) for tree in (node, *areas))


def named(tree: Node) -> set[str]:
    return {who for node in c.nodes(tree) if isinstance(node, c.AdversaryIs) for who in node.one_of}


def check(row: Row, node: Node, masks: Masks, *, but: int = 0) -> None:
    for state, bit in others(row):
        if not bit & but:
            assert of(masks, bit) is evaluate(node, row.case(state)), (row.beneficiary, row.side, row.obligor, state)


@many
@given(view=views(every_atom()))
def test_an_atom_over_a_row_is_the_atom_state_by_state(view: tuple[list[Row], list[Node]]) -> None:
    for row, node in product(*view):
        check(row, node, fold(node, row))
        check(row, node, by_class(node, row, row.scene.everyone), but=row.scene.caught_up(row.beneficiary))
        form = ROW_FORMS.get(type(node))
        found = form(row, node) if form else None
        if found is not None:
            check(row, node, found, but=row.scene.caught_up(row.beneficiary))


@many
@given(view=views(every_tree()))
def test_a_tree_over_a_row_is_the_tree_state_by_state(view: tuple[list[Row], list[Node]]) -> None:
    for row, node in product(*view):
        check(row, node, fold(node, row))


@many
@given(view=views(every_tree()))
def test_who_owes_does_not_matter_where_the_condition_does_not_read_it(view: tuple[list[Row], list[Node]]) -> None:
    for row, node in product(*view):
        if not any(reads_obligor(row, part) for part in c.nodes(node)):
            check(row, node, fold(node, replace(row, obligor=ANYONE)))
        assert fold(None, row) == (row.scene.everyone, 0)


def test_every_kind_of_atom_is_drawn_and_every_row_form_is_tried() -> None:
    drawn: set[type[Node]] = set()

    @settings(many, max_examples=400)
    @given(node=every_atom())
    def draw(node: Node) -> None:
        drawn.add(type(node))

    draw()
    assert drawn == set(c.NODES.values()) - {c.All, c.AnyOf, c.Not}
    assert drawn >= set(ROW_FORMS)
