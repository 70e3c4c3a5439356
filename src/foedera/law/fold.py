"""Folds over condition trees: one explains (a derivation), one gives the truth alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.atoms import ATOMS
from foedera.model import conditions as c
from foedera.model.answers import Step, conjunction, denial, disjunction
from foedera.truth import Truth, all_of, any_of, negation

if TYPE_CHECKING:
    from foedera.law.setting import Case
    from foedera.model.instruments import Provision


def explain(node: c.Node, case: Case) -> Step:
    """The derivation of a condition tree: Kleene's connectives over the atoms' steps."""
    if isinstance(node, c.All):
        return conjunction("all of these hold", tuple(explain(part, case) for part in node.of))
    if isinstance(node, c.AnyOf):
        return disjunction("at least one of these holds", tuple(explain(part, case) for part in node.of))
    if isinstance(node, c.Not):
        return denial("this does not hold", explain(node.of, case))
    if isinstance(node, c.InDefinedArea):
        return _in_defined_area(node, case)
    case.setting.spend()
    return ATOMS[type(node)](case, node)


def evaluate(node: c.Node, case: Case) -> Truth:
    """The truth that ``explain`` would give, without going on where it is settled."""
    if isinstance(node, c.All | c.AnyOf):
        settled = Truth.FALSE if isinstance(node, c.All) else Truth.TRUE
        truths = []
        for part in node.of:
            truths.append(evaluate(part, case))
            if truths[-1] is settled:
                return settled
        return all_of(truths) if isinstance(node, c.All) else any_of(truths)
    if isinstance(node, c.Not):
        return negation(evaluate(node.of, case))
    return explain(node, case).truth


def _in_defined_area(node: c.InDefinedArea, case: Case) -> Step:
    """In the area that the instrument defines, in the version that stands on the day asked."""
    instrument, day = case.instrument, case.setting.day
    standing = [area for area in instrument.areas if area.id == node.area and area.span.contains(day) is Truth.TRUE]
    if not standing:
        says = "which version of the area of {0} stands on {1} is not known"
        return Step(Truth.UNKNOWN, says, (instrument.title, str(day)), (), (), None, "place", instrument.id)
    area = standing[0]
    inner = explain(area.when, case)
    return Step(
        inner.truth,
        "within the area of article {0}",
        (area.article,),
        (inner,),
        (f"{instrument.id}/{area.article}",),
    )


def reads(node: c.Node | None) -> frozenset[str]:
    """The kinds of event that a tree can be about; empty for one that looks at no event."""
    if node is None:
        return frozenset()
    if isinstance(node, c.All | c.AnyOf):
        return frozenset().union(*(reads(part) for part in node.of))
    if isinstance(node, c.Not):
        return reads(node.of)
    if isinstance(node, c.Act):
        return frozenset(node.kind)
    if isinstance(node, c.ArmedAttack | c.StateOfWar | c.InArea | c.InDefinedArea | c.Unprovoked):
        return frozenset({"armed_attack"})
    if isinstance(node, c.OngoingAttack):
        return frozenset({"armed_attack", "military_assistance", "arms_transfer"})
    if isinstance(node, c.Threat):
        return _THREATS if set(node.of) - {"armed_attack"} else frozenset({"armed_attack", "threat_of_attack"})
    return frozenset()


_THREATS = frozenset({
    "armed_attack", "threat_of_attack", "coercive_measures", "hostile_act", "troop_deployment", "territory_use",
    "hostile_agreement", "internal_unrest", "zone_violation", "annexation", "missile_nuclear_activity",
})  # fmt: skip


def only_own_acts(provision: Provision) -> bool:
    """Whether the condition looks at events only as the obligor's own acts."""
    events = (c.Act, c.ArmedAttack, c.Threat, c.OngoingAttack, c.StateOfWar)
    found = [node for node in c.nodes(provision.when) if isinstance(node, events)]
    return bool(found) and all(isinstance(node, c.Act) and node.by == "obligor" for node in found)


def own_act(provision: Provision) -> frozenset[str]:
    """The kinds of event that the clause looks at as the obligor's own act."""
    own = (node for node in c.nodes(provision.when) if isinstance(node, c.Act) and node.by == "obligor")
    return frozenset(kind for node in own for kind in node.kind)
