"""The case for each promise in a war: attack by attack, obligor by obligor, by the rules of ``foedera.law``.

For every attack, every belligerent in it to whom a clause may be owed, and every state that may owe it: the case is
put on the first day on which the clause binds the two and the attack is going on. The other attacks of the war are
part of the question; recorded events of other sources are not. Whether an act would be barred does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from foedera.dates import Day
from foedera.law.docket import docket
from foedera.law.presume import leaning, presumptions
from foedera.law.setting import Case, open_setting
from foedera.law.status import arisen, triggered
from foedera.law.timeline import Timeline
from foedera.model.facts import Position
from foedera.model.questions import Question
from foedera.runs import meet, sampled, turns
from foedera.truth import Truth
from foedera.wars.attacks import attackers, victims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from foedera.law.docket import Clause
    from foedera.law.setting import Setting
    from foedera.model.answers import Step
    from foedera.model.events import Event
    from foedera.model.world import World
    from foedera.runs import Runs
    from foedera.wars.attacks import War

COUNTED = ("defence", "offence", "neutrality", "nonaggression")
"""Kinds of promise that are kept or broken by what a state does in a war; a promise to consult is not one of them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one clause asks of one member for one attack, on one day.

    Attributes:
        truth: whether the case for the promise arose.
        leans: the same with presumptions for what is not known; TRUE or FALSE.
        step: the derivation.
    """

    clause: Clause
    obligor: str
    beneficiary: str
    adversaries: tuple[str, ...]
    attack: Event
    day: Day
    truth: Truth
    leans: Truth
    step: Step

    @property
    def kind(self) -> str:
        """The kind of promise that counts here."""
        return next(kind for kind in self.clause.provision.kind if kind in COUNTED)


@dataclass(slots=True)
class Bench:
    """Judges the cases of many wars in one world.

    Attributes:
        world: with the treaties, and without recorded events.
        presumed: what is presumed of leaves that stay UNKNOWN.
    """

    world: World
    presumed: Mapping[str, Truth]
    timeline: Timeline
    clauses: Mapping[str, tuple[Clause, ...]]
    _settings: dict[tuple[str, str, str, int], Setting] = field(default_factory=dict)

    def findings(self, war: War) -> Iterator[Finding]:
        """Every case in the war that is not plainly none."""
        self._settings.clear()
        for attack in war.attacks:
            spell = _days_of(attack, self.timeline.window)
            for beneficiary in dict.fromkeys((*attackers(attack), *victims(attack))):
                for clause in self.clauses.get(beneficiary, ()):
                    yield from self._of_clause(war, attack, spell, clause, beneficiary)

    def _of_clause(self, war: War, attack: Event, spell: Runs, clause: Clause, beneficiary: str) -> Iterator[Finding]:
        if not clause.kinds and not self._is_forbidden(clause, attack, beneficiary):
            return
        obligors = clause.pool if clause.kinds else attackers(attack)
        for obligor in dict.fromkeys(obligors):
            if obligor == beneficiary or obligor not in clause.pool:
                continue
            binding = self.timeline.operates(clause.instrument, clause.provision, obligor, beneficiary)
            for day in _first_days(meet(spell, binding)):
                found = self._judged(war, attack, clause, obligor, beneficiary, day)
                if found:
                    yield found

    def _is_forbidden(self, clause: Clause, attack: Event, beneficiary: str) -> bool:
        """A promise without a condition is put to the test by the deed that it forbids, done to the beneficiary."""
        closure = self.world.kind_closure[attack.type]
        deeds = (
            deed
            for duty in clause.provision.duties
            if duty.modality == "must_not" and duty.act in self.world.records.acts
            for deed in self.world.records.acts[duty.act].deeds
        )
        is_deed = any(deed.type in closure and deed.target == "beneficiary" for deed in deeds)
        return is_deed and beneficiary in victims(attack)

    def _judged(
        self, war: War, attack: Event, clause: Clause, obligor: str, beneficiary: str, day: int
    ) -> Finding | None:
        setting = self._setting(war, attack, beneficiary, day)
        event = setting.question.events[0]
        adversaries = victims(attack) if beneficiary in attackers(attack) else attackers(attack)
        case = Case(setting, event, clause.instrument, clause.provision, obligor, beneficiary, adversaries)
        if triggered(case) is Truth.FALSE:
            return None
        step = arisen(case, clause.provision.duties[0])
        if step.truth is Truth.FALSE:
            return None
        leans = leaning(step, self.presumed)
        return Finding(clause, obligor, beneficiary, adversaries, attack, setting.day, step.truth, leans, step)

    def _setting(self, war: War, attack: Event, beneficiary: str, day: int) -> Setting:
        key = (war.id, attack.id, beneficiary, day)
        if key not in self._settings:
            seen = _as_seen_by(war, attack, beneficiary, day)
            others = tuple(other for other in war.attacks if other is not attack)
            question = Question((seen, *others), Day.exact(day), short_form=False)
            self._settings[key] = open_setting(self.world, question)
        return self._settings[key]


def open_bench(world: World, wars: Iterable[War], presumed: Mapping[str, Truth] | None = None) -> Bench:
    """A bench for these wars.

    Args:
        world: without recorded events.
        wars: whose years bound the days that are looked at.
        presumed: in place of the presumptions of the world's doctrine.
    """
    bounds = [war.days_of_years() for war in wars]
    window = min((since for since, _ in bounds), default=1), max((until for _, until in bounds), default=2)
    by_state: dict[str, list[Clause]] = defaultdict(list)
    for clause in _clauses(world):
        for state in clause.parties or ():
            by_state[state].append(clause)
    clauses = {state: tuple(found) for state, found in by_state.items()}
    return Bench(world, presumptions(world) if presumed is None else presumed, Timeline(world, window), clauses)


def _clauses(world: World) -> Iterator[Clause]:
    index = docket(world)
    for clause in (*index.by_kind.get("armed_attack", ()), *index.standing):
        if set(COUNTED) & set(clause.provision.kind) and clause.instrument.kind != "customary_law":
            yield clause


def _days_of(attack: Event, window: tuple[int, int]) -> Runs:
    return sampled(turns((attack.since, attack.until)), window, lambda day: attack.span.contains(Day.exact(day)))


def _first_days(runs: Runs) -> list[int]:
    """The first day, and the first on which there is no doubt if that is a later one."""
    sure = next((since for since, _, truth in runs if truth is Truth.TRUE), None)
    first = runs[0][0] if runs else None
    return [day for day in dict.fromkeys((first, sure)) if day is not None]


def _as_seen_by(war: War, attack: Event, beneficiary: str, day: int) -> Event:
    """The attack with what the war data say of provocation: who attacked somebody in this war before provoked it."""
    own = [one for one in war.attacks if beneficiary in attackers(one) and one.since.first <= day]
    if not own:
        return attack
    first = own[0]
    says = Position(first.sources[0] if first.sources else first.id, "denies", first.since, "unprovoked", first.sources)
    return replace(attack, positions=(*attack.positions, says))
