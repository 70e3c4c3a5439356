"""A larger job as chunks that can be computed anywhere, in any order: one treaty left out, or one draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from foedera import __version__
from foedera.sweep.request import SweepError

if TYPE_CHECKING:
    from foedera.model.world import World

What = Literal["each-without", "monte-carlo"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a job, small enough to be named on a command line or sent over a wire.

    Attributes:
        kind: a treaty left out, or a draw.
        name: id of the instrument, or number of the draw.
    """

    kind: Literal["without", "draw"]
    name: str

    @property
    def file(self) -> str:
        """The name of the file with its result."""
        return f"{self.kind}-{self.name}.zip"

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be computed; everything that a result depends on, apart from the records themselves.

    Attributes:
        what: every treaty left out in turn, or draws of what is not known.
        records: the version of the records.
        window: first day and the day after the last, as ordinals.
        kinds, statuses: what is kept.
        source: whose treaties.
        seed: of the draws.
        odds: how probable it is that an unknown condition holds.
        draws: how many; each is the same whatever their number.
        foedera: version of the program.
    """

    what: What
    records: str
    window: tuple[int, int]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    source: str
    seed: int = 0
    odds: float = 0.5
    draws: int = 0
    foedera: str = __version__


class ChunkError(SweepError):
    """A larger job cannot be begun, or a chunk of it cannot be computed."""


def chunks_of(job: Job, world: World) -> tuple[Chunk, ...]:
    """The chunks of a job, in the order of the result."""
    if job.what == "each-without":
        return tuple(Chunk("without", name) for name in world.records.instruments)
    width = len(str(job.draws - 1))
    return tuple(Chunk("draw", f"{number:0{width}}") for number in range(job.draws))
