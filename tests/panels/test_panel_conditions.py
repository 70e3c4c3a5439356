"""Which conditions are more than the plain trigger of a promise."""

from __future__ import annotations

import pytest

from foedera.model import conditions as c
from foedera.panels.promises import is_conditional

ATTACK = c.ArmedAttack()
PLAIN = {
    "nothing": None,
    "an armed attack": ATTACK,
    "an attack by a third state": c.ArmedAttack(by="third_state"),
    "a threat": c.Threat(of=("security",)),
    "the beneficiary's own attack": c.Act(("armed_attack",), by="beneficiary", toward="any_state"),
    "the obligor's own attack": c.Act(("armed_attack",)),
    "the state of war that the attack brings about": c.All((ATTACK, c.StateOfWar())),
    "an exception for self-defence": c.All((c.Act(("armed_attack",)), c.Not(c.LawfulSelfDefence()))),
    "an alternative": c.AnyOf((ATTACK, c.All((ATTACK, c.AdversaryIs(("C",)))))),
    "an attack by a fellow member, of which nothing is said": c.AnyOf(
        (c.ArmedAttack(by="third_state"), c.All((c.ArmedAttack(by="any_party"), c.Unstated("fellow_member"))))
    ),
}
CONFINED = {
    "a named attacker": c.ArmedAttack(by="C"),
    "a named victim": c.ArmedAttack(on="C"),
    "a group": c.Threat(by="group"),
    "a named adversary": c.All((ATTACK, c.AdversaryIs(("C",)))),
    "an area": c.All((ATTACK, c.InArea(regions=("europe",)))),
    "a defined area": c.All((ATTACK, c.InDefinedArea("area"))),
    "no provocation": c.All((ATTACK, c.Unprovoked())),
    "an invocation": c.All((ATTACK, c.Invoked())),
    "a request": c.All((ATTACK, c.Request())),
    "two adversaries": c.All((ATTACK, c.AdversaryCount(2))),
    "a flag without content": c.All((ATTACK, c.Unstated("location"))),
    "an unsettled condition": c.Unknown("whether"),
    "not a named adversary": c.All((ATTACK, c.Not(c.AdversaryIs(("C",))))),
    "two confined alternatives": c.AnyOf((c.ArmedAttack(by="C"), c.ArmedAttack(by="D"))),
    "an act of a named state": c.Act(("armed_attack",), by="C"),
}


@pytest.mark.parametrize("node", PLAIN.values(), ids=PLAIN)
def test_plain(node: c.Node | None) -> None:
    assert not is_conditional(node)


@pytest.mark.parametrize("node", CONFINED.values(), ids=CONFINED)
def test_conditional(node: c.Node) -> None:
    assert is_conditional(node)
