"""Standing: everything that binds one state on one day, and the status of one instrument."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from foedera.engine.existence import may_exist
from foedera.law.force import bound, in_force
from foedera.law.setting import ANYONE, Case, open_setting
from foedera.law.suspension import suspended
from foedera.law.who import in_role_set
from foedera.model.answers import Step, conjunction
from foedera.model.events import Event
from foedera.model.questions import Question
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.dates import Day
    from foedera.law.setting import Setting
    from foedera.model.instruments import Instrument, Provision
    from foedera.model.world import World


@dataclass(frozen=True, slots=True)
class Standing:
    """How one instrument stands toward one state on a day.

    Attributes:
        step: in force and bound, with the reasons.
        owes: clauses under which the state is an obligor.
        owed: clauses of which it is a beneficiary only.
    """

    instrument: Instrument
    step: Step
    owes: tuple[Provision, ...]
    owed: tuple[Provision, ...]


def quiet(world: World, day: Day) -> Setting:
    """A setting in which nothing happens on the day."""
    return open_setting(world, Question((), day, short_form=False))


def standing(world: World, state: str, day: Day) -> tuple[Standing, ...]:
    """Instruments that bind or may bind the state, or protect it, on the day; firm ones first.

    None on a day on which the state plainly did not exist, though one that it continues may have been bound.
    """
    record = world.records.states.get(state)
    if record and not may_exist(record, day):
        return ()
    setting = quiet(world, day)
    found = [one for instrument in world.records.instruments.values() if (one := _of(setting, instrument, state))]
    return tuple(sorted(found, key=lambda one: (-one.step.truth, not one.owes, one.instrument.kind, one.instrument.id)))


def _of(setting: Setting, instrument: Instrument, state: str) -> Standing | None:
    force = in_force(setting, instrument)
    if force.truth is Truth.FALSE:
        return None
    member = bound(setting, instrument, state).step if instrument.parties else None
    if member is not None and member.truth is Truth.FALSE and not _named(instrument):
        return None
    standing_clauses = [p for p in instrument.provisions if p.span.contains(setting.day) is not Truth.FALSE]
    owes = tuple(p for p in standing_clauses if _binds(setting, instrument, p, state))
    owed = tuple(p for p in standing_clauses if p not in owes and _protects(setting, instrument, p, state))
    if not owes and not owed:
        return None
    name = setting.world.name(state)
    step = force if member is None else conjunction("{0} binds {1}", (force, member), instrument.title, name)
    if member is not None and member.truth is Truth.FALSE:
        step = force
    return Standing(instrument, step, owes, owed)


def _named(instrument: Instrument) -> bool:
    return any(p.obligors or p.beneficiaries for p in instrument.provisions)


def _case(setting: Setting, instrument: Instrument, provision: Provision, obligor: str, beneficiary: str) -> Case:
    event = Event("nothing", "armed_attack", "nothing happens", {}, setting.day)
    return Case(setting, event, instrument, provision, obligor, beneficiary, ())


def _binds(setting: Setting, instrument: Instrument, provision: Provision, state: str) -> bool:
    case = _case(setting, instrument, provision, state, ANYONE)
    return _in_role(case, provision.obligors, state) and _operates(case)


def _protects(setting: Setting, instrument: Instrument, provision: Provision, state: str) -> bool:
    case = _case(setting, instrument, provision, ANYONE, state)
    return _in_role(case, provision.beneficiaries, state) and _operates(case)


def _in_role(case: Case, named: tuple[str, ...], state: str) -> bool:
    if not named:
        return bound(case.setting, case.instrument, state).step.truth is not Truth.FALSE
    return max(in_role_set(case, who, state) for who in named) is not Truth.FALSE


def _operates(case: Case) -> bool:
    running = suspended(case)
    return running is None or running.truth is not Truth.FALSE
