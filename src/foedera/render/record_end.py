"""Where the record ends: a question for a later day is answered as if nothing changed, and must say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.dates import Day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.model.instruments import Instrument
    from foedera.model.questions import Question
    from foedera.model.world import World

_NEVER = Day.parse("[0001-01-01..]").last


def beyond(world: World, question: Question) -> str:
    """A sentence of warning if the day asked comes after the last day on record; else empty.

    The record ends with the latest day of a recorded event, position, or act about an instrument (signature, entry
    into force, end, accession, practice), or where a complete list says that it ends.
    """
    days = (day for day in _recorded(world) if day.last != _NEVER)
    last = max(days, key=lambda day: day.last, default=None)
    if last is None or question.on.last <= last.last:
        return ""
    return f"Asked for a day after the last one on record ({last}): it assumes that nothing changes."


def _recorded(world: World) -> Iterator[Day]:
    """Days on which something happened, as far as recorded; one that is open to the future says nothing."""
    for event in world.records.events.values():
        yield event.since
        yield from (position.since for position in event.positions)
    for instrument in world.records.instruments.values():
        yield from _of_instrument(instrument)
    for record in world.records.coverage.values():
        if record.complete and record.until:
            yield Day.exact(record.until.first - 1)


def _of_instrument(instrument: Instrument) -> Iterator[Day]:
    yield from (one.on for one in (instrument.signed, instrument.in_force, instrument.ended) if one)
    yield from (one.on for one in instrument.practice if one.on)
    for party in instrument.parties:
        yield from (day for day in (party.since, party.signed) if day)
