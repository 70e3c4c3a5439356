"""Checks of office-holders, and of names that two records of one kind share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from foedera.corpus.pinpoint import Misnamed
from foedera.problems import Problem
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from foedera.dates import Day
    from foedera.model.instruments import Instrument
    from foedera.model.officials import Official
    from foedera.model.world import Corpus


def signed_out_of_office(official: Official, corpus: Corpus) -> Iterator[Problem]:
    """An instrument that was signed on a day on which the official surely held none of the offices given."""
    for name in official.signed:
        known = [corpus.instruments[name]] if name in corpus.instruments else []
        days = [
            (office, day)
            for instrument in known
            for office in official.offices
            for day in _days(instrument, office.state)
        ]
        if days and all(office.span.contains(day) is Truth.FALSE for office, day in days):
            when = " and ".join(dict.fromkeys(str(day) for _, day in days))
            message = f"{name} was signed on {when}, when none of the offices given was held"
            hint = "correct the span of the office, or add the office in which it was signed"
            yield Misnamed("E304", message, official.mark, hint=hint, name=name)


def _days(instrument: Instrument, state: str) -> Iterable[Day]:
    """The days on which the state signed; without a record of it, the day of the instrument."""
    own = [party.signed for party in instrument.parties if party.state == state and party.signed]
    return own or ([instrument.signed.on] if instrument.signed else [])


def shared_names(corpus: Corpus) -> Iterator[Problem]:
    """A name that two states, or two office-holders, share answers to neither."""
    yield from _shared(corpus.states.values(), "states")
    yield from _shared(corpus.officials.values(), "office-holders")


def _shared(records: Iterable[Any], what: str) -> Iterator[Problem]:
    seen: dict[str, Any] = {}
    for record in records:
        official_name = getattr(record, "official_name", record.name)
        for name in {text.casefold() for text in (record.id, record.name, official_name, *record.aliases)}:
            first = seen.setdefault(name, record)
            if first is not record:
                where = f" ({first.mark.file}:{first.mark.line})" if first.mark else ""
                note = f"it is also a name of {first.id}{where}"
                yield Problem("E208", f"'{name}' is a name of two {what}", record.mark, (note,), heading=record.name)
