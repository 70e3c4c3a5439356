"""What notices of withdrawal in a question do, instrument by instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.force import bound, in_force
from foedera.law.notices import notice_takes_effect
from foedera.model.answers import Notice
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.law.setting import Setting
    from foedera.model.events import Event
    from foedera.model.instruments import Instrument


def notices(setting: Setting) -> Iterator[Notice]:
    """For each notice: its effect on the instruments that it is about, else on every one between the two states."""
    for event in setting.question.events:
        if setting.is_kind(event.type, "withdrawal_notice"):
            for instrument in _concerned(setting, event):
                for by in setting.actors(event):
                    yield _notice(setting, instrument, by, event)


def _concerned(setting: Setting, event: Event) -> Iterator[Instrument]:
    sides = (*setting.actors(event), *setting.targets(event))
    for instrument in setting.world.records.instruments.values():
        if event.about:
            if instrument.id in event.about:
                yield instrument
        elif instrument.kind == "treaty" and _may_bind(setting, instrument, sides):
            yield instrument


def _may_bind(setting: Setting, instrument: Instrument, sides: tuple[str, ...]) -> bool:
    bonds = [in_force(setting, instrument), *(bound(setting, instrument, side).step for side in sides)]
    return all(bond.truth is not Truth.FALSE for bond in bonds)


def _notice(setting: Setting, instrument: Instrument, by: str, event: Event) -> Notice:
    rule, terms = instrument.denunciation, instrument.renewal
    if not _may_bind(setting, instrument, (by,)):
        return Notice(instrument, by, event.since, None, "it does not bind the state on that day")
    effect = notice_takes_effect(instrument, event.since)
    if effect and terms and terms.notice_months is not None:
        why = f"at the end of the term; notice is due {terms.notice_months} months before"
    elif effect and rule:
        why = "after " + " and ".join(f"{n} {unit}" for n, unit in ((rule.months, "months"), (rule.days, "days")) if n)
        why += f"; not before {rule.earliest}" if rule.earliest else ""
    elif rule and rule.excluded == "true":
        why = "the text excludes a unilateral exit"
    else:
        why = "the corpus does not say what the text has on it; see VCLT article 56"
    article = f" (article {rule.article})" if rule and rule.article else ""
    return Notice(instrument, by, event.since, effect, why + article)
