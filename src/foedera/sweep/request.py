"""What is asked of a sweep: the window of days, the kinds and statuses to keep, what to leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.datasets.imported import DatasetError
from foedera.dates import Day, DayError
from foedera.law.leading import KINDS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from foedera.model.world import World


class SweepError(DatasetError):
    """A sweep cannot be made, written or read as asked."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a sweep keeps.

    Attributes:
        kinds: kinds of obligation, in the order of ``KINDS``.
        statuses: in the order of ``STATUSES``.
        without: ids of the instruments and clauses that are left out.
    """

    kinds: tuple[str, ...] = KINDS
    statuses: tuple[str, ...] = STATUSES
    without: tuple[str, ...] = ()


def choose(kinds: Sequence[str], statuses: Sequence[str], without: tuple[str, ...]) -> Chosen:
    """What to keep; no kind or status named means all.

    Raises:
        SweepError: a kind or status is not known.
    """
    return Chosen(_some(KINDS, kinds, "kind of obligation"), _some(STATUSES, statuses, "status"), without)


def _some(known: tuple[str, ...], named: Sequence[str], what: str) -> tuple[str, ...]:
    wanted = [one for text in named for one in text.lower().replace(",", " ").split()]
    for one in wanted:
        if one not in known:
            raise SweepError(f"no {what} is called '{one[:80]}'", f"choose among {', '.join(known)}")
    return tuple(one for one in known if one in wanted) if wanted else known


def window_of(world: World, first: str | int | None, last: str | int | None) -> tuple[int, int]:
    """First day and the day after the last, as ordinals; by default the span that the source covers.

    Raises:
        SweepError: a day is not one, the window is empty, or the source covers no span.
    """
    covered = [c.span for c in world.records.coverage.values() if c.subject == "obligations" and c.complete]
    since = _edge(first).first if first is not None else _covered([s.since for s in covered], "--from").first
    until = _edge(last).last + 1 if last is not None else _covered([s.until for s in covered], "--to").first
    if since >= until:
        raise SweepError("the sweep would end before it begins", "--from is the earlier day")
    return since, until


def _edge(text: str | int) -> Day:
    try:
        return Day.parse(str(text).strip())
    except DayError as error:
        raise SweepError(str(error), "write a day as 1914-07-28 or a year as 1914") from None


def _covered(days: list[Day | None], option: str) -> Day:
    found = next((day for day in days if day is not None), None)
    if found is None:
        raise SweepError(f"the source does not say from when to when it is complete, so {option} is needed")
    return found
