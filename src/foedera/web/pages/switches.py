"""What an answer hinges on, each with the addresses of the answers in which it is settled otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.render.summary import TRUTHS, sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from foedera.model.answers import Answer, AssumptionUsed
    from foedera.model.world import World
    from foedera.render.summary import Summary

_CHOICES = (("true", "yes"), ("unknown", "open"), ("false", "no"))


@dataclass(frozen=True, slots=True)
class Switch:
    """A fact that can be flipped.

    Attributes:
        letter: of the open question, empty for an assumption.
        choices: words, address of the answer with that value, and whether it is the value now.
    """

    atom: str
    letter: str
    statement: str
    sides: str
    choices: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Makes the switches of a page.

    Attributes:
        switched: what is switched now, name to value.
        address: of the answer with an assumption set to a value; an empty value takes the switch back.
    """

    world: World
    switched: Mapping[str, str]
    address: Callable[[str, str], str]

    def switches(self, found: Answer, summary: Summary) -> Iterator[Switch]:
        """The open questions, then the assumptions; those without a switch have no choices."""
        told = set()
        for hinge in summary.hinges:
            told.add(hinge.switch)
            choices = self._choices(hinge.switch, "as recorded") if hinge.switch else ()
            yield Switch(hinge.switch, hinge.letter, hinge.leaf.statement, sides(self.world, hinge.leaf), choices)
        for one in found.assumptions:
            if one.atom not in told:
                by = f" (disputed by {', '.join(map(self.world.name, one.disputed_by))})" if one.disputed_by else ""
                yield Switch(one.atom, "", one.statement, by, self._choices(one.atom, _plainly(one)))

    def _choices(self, atom: str, plain: str) -> tuple[tuple[str, str, bool], ...]:
        """The values of a switch; ``plain`` is the word for leaving it as it is."""
        now = self.switched.get(atom, "").casefold()
        words = (("", plain), *_CHOICES)
        return tuple((word, self.address(atom, value), value == now) for value, word in words)


def _plainly(one: AssumptionUsed) -> str:
    return "as assumed" if one.switched else f"assumed: {TRUTHS[one.value]}"
