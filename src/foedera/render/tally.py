"""Names and numbers in running text: few states are named, many are counted, and none are listed twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from foedera.model.world import World

_AGAIN = 4
"""How many states are named a second time; more are counted against those told before."""
_BUT = 2
"""How many exceptions are named where all others of those told before do a thing."""
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Part:
    """States and what they do.

    Attributes:
        one: the verb for one state; ``many``: for several.
        mark: a word in brackets after it, or empty.
    """

    states: tuple[str, ...]
    one: str
    many: str
    mark: str = ""


def number(count: int) -> str:
    """A number: in words to twelve, in figures beyond."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def enumerated(words: Sequence[str]) -> str:
    """``A, B and C``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def merged(parts: Iterable[Part]) -> list[Part]:
    """Parts of the very same states as one, so that these are told once; one with a mark stays by itself."""
    groups: dict[tuple[frozenset[str], str], list[Part]] = {}
    for part in parts:
        groups.setdefault((frozenset(part.states), part.mark), []).append(part)
    return [
        Part(group[0].states, enumerated([one.one for one in group]), enumerated([one.many for one in group]), mark)
        for (_, mark), group in groups.items()
    ]


def said(world: World, parts: Iterable[Part], most: int) -> Iterator[str]:
    """Each part as a clause; more than ``most`` states are counted, with half as many names the first time."""
    told: set[str] = set()
    for part in parts:
        states = set(part.states)
        who, examples = _who(world, states, told, most)
        brackets = ": ".join(filter(None, (part.mark, examples)))
        verb = part.one if len(states) == 1 else part.many
        yield f"{who} {verb} ({brackets})" if brackets else f"{who} {verb}"
        told |= states


def _who(world: World, states: AbstractSet[str], told: AbstractSet[str], most: int) -> tuple[str, str]:
    """The states as a subject, and names in brackets where many are told of for the first time."""
    names, left = _names(world, states), _names(world, told - states)
    count = number(len(names))
    if len(names) <= (_AGAIN if told & states else most):
        return enumerated(names), ""
    if told >= states:
        but = f" but {enumerated(left)}" if left else ""
        return f"all of these{but}" if len(left) <= _BUT else f"{count} of these", ""
    few = most // 2
    examples = "" if told & states else f"{', '.join(names[:few])} and {number(len(names) - few)} more"
    return f"{count} states", examples


def _names(world: World, states: Iterable[str]) -> list[str]:
    return sorted(map(world.name, states))
