"""What the corpus does not cover for a question: silence is not "no"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.model.answers import Gap
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.law.setting import Setting
    from foedera.model.answers import Finding


def gaps(setting: Setting, findings: Iterable[Finding]) -> tuple[Gap, ...]:
    """Records of incomplete coverage that concern the day, the states asked about and what was found."""
    open_instruments = {finding.instrument.id for finding in findings if finding.status == "arguable"}
    named = {actor for event in setting.question.events for actors in event.roles.values() for actor in actors}
    found = []
    for record in setting.world.records.coverage.values():
        if record.complete or record.span.contains(setting.day) is Truth.FALSE:
            continue
        if record.instrument and record.instrument not in open_instruments:
            continue
        if record.states and not named & set(record.states):
            continue
        what = f"parties of {setting.world.name(record.instrument)}" if record.instrument else record.subject
        found.append(Gap(what, record.why))
    return tuple(found)
