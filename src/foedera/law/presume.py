"""What a derivation leans to: the same tree, with each leaf that stays UNKNOWN replaced by its presumption.

Presumptions are doctrine records, one value for each name of a leaf. They serve the evaluation of past wars, where a
yes or no is compared with codings by hand; no status depends on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.truth import Truth, negation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from foedera.model.answers import Step
    from foedera.model.world import World


def presumptions(world: World) -> Mapping[str, Truth]:
    """What the doctrine of a world presumes, by the name of the leaf."""
    return {one.atom: Truth[one.value.upper()] for rule in world.records.doctrine.values() for one in rule.presumes}


def leaning(step: Step, presumed: Mapping[str, Truth]) -> Truth:
    """TRUE or FALSE: the truth of a step if every leaf that is UNKNOWN has its presumed value.

    A leaf without a presumption counts as FALSE: what nothing speaks for is not presumed.
    """
    if step.truth is not Truth.UNKNOWN:
        return step.truth
    open_ = [child for child in step.children if child.truth is Truth.UNKNOWN]
    if not open_:
        return presumed.get(step.atom, Truth.FALSE)
    values = [leaning(child, presumed) for child in open_]
    if step.joins == "all":
        return min(values)
    return max(values) if step.joins == "any" else negation(max(values))
