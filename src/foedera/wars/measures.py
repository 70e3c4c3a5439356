"""Agreement of yes and no with yes and no: accuracy, kappa, precision, recall, F1, and an interval clustered by war.

Sources: J. Cohen, "A coefficient of agreement for nominal scales" (1960); the interval is a percentile bootstrap in
which whole wars are drawn, because pairs of one war are not independent.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

SEED, DRAWS = 1, 2_000
_TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Score:
    """Agreement of answers with codings; None where a figure is not defined.

    Attributes:
        hits: coded yes, answered yes. ``misses``: coded yes, answered no. ``alarms``: coded no, answered yes.
        rejections: coded no, answered no.
    """

    hits: int
    misses: int
    alarms: int
    rejections: int

    @property
    def number(self) -> int:
        """How many pairs."""
        return self.hits + self.misses + self.alarms + self.rejections

    @property
    def accuracy(self) -> float | None:
        """Share of pairs that agree."""
        return _share(self.hits + self.rejections, self.number)

    @property
    def kappa(self) -> float | None:
        """Agreement beyond chance; not defined where chance alone agrees on everything."""
        accuracy, number = self.accuracy, self.number
        if accuracy is None:
            return None
        coded, answered = self.hits + self.misses, self.hits + self.alarms
        chance = (coded * answered + (number - coded) * (number - answered)) / number**2
        return None if chance == 1 else (accuracy - chance) / (1 - chance)

    @property
    def precision(self) -> float | None:
        """Share of the answers yes that are coded yes."""
        return _share(self.hits, self.hits + self.alarms)

    @property
    def recall(self) -> float | None:
        """Share of the codings yes that are answered yes."""
        return _share(self.hits, self.hits + self.misses)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.hits, 2 * self.hits + self.misses + self.alarms)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    """The score of pairs of (coded, answered)."""
    counted = Counter(pairs)
    return Score(counted[True, True], counted[True, False], counted[False, True], counted[False, False])


def interval(by_war: Mapping[str, Sequence[tuple[bool, bool]]]) -> tuple[float, float] | None:
    """A 95 per cent interval of the accuracy, by drawing whole wars; the same for the same data."""
    if not by_war:
        return None
    right = [(sum(coded == answered for coded, answered in pairs), len(pairs)) for pairs in by_war.values()]
    generator = random.Random(SEED)  # noqa: S311 - not for secrets, and to be repeated
    found = []
    for _ in range(DRAWS):
        drawn = generator.choices(right, k=len(right))
        found.append(sum(agreed for agreed, _ in drawn) / sum(number for _, number in drawn))
    found.sort()
    return found[int(_TAIL * DRAWS)], found[int((1 - _TAIL) * DRAWS) - 1]
