"""The first sentence of an answer: who must help whom, join an attack, consult or hold back, and what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.render.tally import Part, enumerated, merged, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from foedera.model.answers import Answer, Finding, Status
    from foedera.model.events import Event
    from foedera.model.world import World

_LONGEST = 300
"""Characters that the sentence should not exceed: names give way to counts before."""
_NAMED = (6, 4, 2)
"""How many states are named at most before they are counted; the next where the sentence is too long."""


def sentence(world: World, found: Answer) -> str:
    """Who must help, join, consult or hold back, and for whom that is open or barred; many states are counted."""
    case = _Case(world, found)
    parts, open_ = merged(case.parts()), tuple(case.open())
    if not parts:
        return _closed((_nothing(found, is_open=bool(open_)), *open_))
    tried = [_closed((*said(world, parts, most), *open_)) for most in _NAMED]
    return next((text for text in tried if len(text) <= _LONGEST), tried[-1])


def _closed(clauses: Iterable[str]) -> str:
    text = "; ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."


def _nothing(found: Answer, *, is_open: bool) -> str:
    """What is said where no named state has a duty that is due."""
    live = [one for one in found.findings if one.status != "not_due"]
    if any(one.status == "due" and one.duty.modality in ("must", "must_not") for one in live):
        return "no state that is named in the findings below has a duty that is plainly due, but others have"
    if not live:
        return "nothing is due, on what is on record"
    return f"nothing that binds is plainly due{'' if is_open else '; the findings stand below'}"


@dataclass(frozen=True, slots=True)
class _Case:
    """An answer, sorted into what its first sentence tells."""

    world: World
    found: Answer

    def parts(self) -> Iterator[Part]:
        """Help by side, joining, consultation, all other duties of named states, and what the actors must not do."""
        musts = [one for one in self._of("must") if not one.is_component]
        sided = [one for one in musts if self._takes_side(one)]
        others = [one for one in self._of("must_not") if not self._is_own(one)]
        others += [one for one in musts if not self._takes_side(one) and not _is_talk(one)]
        first = [
            *self._help([one for one in sided if not self._is_offence(one)]),
            *_joining([one for one in sided if self._is_offence(one)]),
            *self._consulting([one for one in musts if _is_talk(one)]),
        ]
        yield from first
        kind = "other duties" if first else "duties other than to help or to consult"
        yield from _part(others, "due", f"has {kind}", f"have {kind}")
        yield from _part(self._own(), "due", "must not do this")

    def open(self) -> Iterator[str]:
        """For which actors it is open whether they may do what is asked about."""
        banned = _obligors(self._own(), "due")
        states = [state for state in _obligors(self._own(), "arguable") if state not in banned]
        if states:
            names = enumerated(sorted(map(self.world.name, states)))
            yield f"whether {names} may do this is open (see what it hinges on)"

    def _of(self, modality: str) -> list[Finding]:
        """The findings of a modality that fall on a named state."""
        return [one for one in self.found.findings if one.duty.modality == modality and one.obligor]

    def _takes_side(self, finding: Finding) -> bool:
        act = self.world.records.acts.get(finding.act)
        return act is not None and act.takes_side

    def _is_offence(self, finding: Finding) -> bool:
        """Whether the act would be an attack of the obligor's own, not on behalf of one attacked."""
        kinds = self.world.kind_closure
        deeds = self.world.records.acts[finding.act].deeds
        return any("armed_attack" in kinds[one.type] and one.on_behalf_of is None for one in deeds)

    def _help(self, findings: Sequence[Finding]) -> Iterator[Part]:
        """Help that is due, that is arguable for further states, and that a superior norm bars."""
        for whom, group in self._by_side(findings):
            due = _obligors(group, "due")
            further = [one for one in group if one.obligor not in due]
            yield from _part(group, "due", f"must help{whom}")
            yield from _part(further, "arguable", f"may have to help{whom}", mark="arguable")
            yield from _part(group, "barred", f"promised help{whom} that a superior norm bars")

    def _consulting(self, findings: Sequence[Finding]) -> Iterator[Part]:
        for whom, group in self._by_side(findings):
            yield from _part(group, "due", f"must consult{whom and f' with{whom}'}")

    def _by_side(self, findings: Sequence[Finding]) -> Iterator[tuple[str, list[Finding]]]:
        """The findings by whom they are owed to, who is named unless it is the only one acted upon."""
        targets = {target for event in self.found.question.events for target in self._roles(event)[1]}
        sides: dict[str, list[Finding]] = {}
        for one in findings:
            whom = "" if targets == {one.beneficiary} else f" {self.world.name(one.beneficiary)}"
            sides.setdefault(whom, []).append(one)
        yield from sorted(sides.items(), key=lambda side: bool(side[0]))

    def _own(self) -> list[Finding]:
        """The prohibitions of what is asked about."""
        return [one for one in self._of("must_not") if self._is_own(one)]

    def _is_own(self, finding: Finding) -> bool:
        """Whether a prohibition falls on an actor, toward whom it acts upon where there are several events."""
        roles = [self._roles(event) for event in self.found.question.events]
        is_one = len(roles) == 1
        return any(
            finding.obligor in actors and (is_one or finding.beneficiary in targets) for actors, targets in roles
        )

    def _roles(self, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acts and who is acted upon."""
        kind = self.world.records.event_kinds[event.type]
        return event.roles[kind.actor], event.roles[kind.target]


def _is_talk(finding: Finding) -> bool:
    return "consult" in finding.act


def _joining(offences: Sequence[Finding]) -> Iterator[Part]:
    """Pledges to join an attack, apart from help to the one attacked."""
    deed = "pledged to join the attack"
    yield from _part(offences, "due", f"is {deed}", f"are {deed}")
    yield from _part(offences, "arguable", f"may be {deed}", mark="arguable")
    yield from _part(offences, "barred", f"{deed}, which a superior norm bars")


def _part(findings: Iterable[Finding], status: Status, one: str, many: str = "", *, mark: str = "") -> Iterator[Part]:
    states = _obligors(findings, status)
    if states:
        yield Part(states, one, many or one, mark)


def _obligors(findings: Iterable[Finding], status: Status) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.obligor for one in findings if one.status == status and one.obligor))
