"""The atom ``threat``: who threatens whom, and whether what is attacked or threatened is that state's own ground.

Sources: Charter article 2(4), which treats threat and use of force alike; Assembly resolution 2625 on territory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.attack import unless_lawful
from foedera.law.places import home_state, sovereign
from foedera.law.who import any_matches, in_words, matches
from foedera.model.answers import Step, conjunction, disjunction
from foedera.truth import Truth

if TYPE_CHECKING:
    from foedera.law.setting import Case
    from foedera.model.conditions import Threat

_PEACE_THREATS = ("coercive_measures", "hostile_act", "troop_deployment", "territory_use", "hostile_agreement",
                  "internal_unrest", "zone_violation", "annexation", "missile_nuclear_activity")  # fmt: skip


def threat(case: Case, atom: Threat) -> Step:
    """A threat to ``to``; an attack that is not lawful under the clause is one with the greater reason."""
    setting, event = case.setting, case.event
    fits = min(any_matches(case, atom.to, setting.targets(event)), any_matches(case, atom.by, setting.actors(event)))
    words = (in_words(case, atom.to), case.names(setting.actors(event)))
    if fits is Truth.FALSE:
        return Step(Truth.FALSE, "{0} is the one threatened", words)
    if setting.is_kind(event.type, "armed_attack"):
        says = "{0} is under attack by {1}, which is more than a threat"
        made, unlawful = _made(case, atom, says, words), tuple(unless_lawful(case))
        return conjunction(says, (made, *unlawful), *words) if unlawful else made
    if setting.is_kind(event.type, "threat_of_attack"):
        made = _made(case, atom, "{1} threatens {0} with an armed attack", words)
        return (
            conjunction("{0} is under an immediate threat", (made, _imminence(case)), *words) if atom.imminent else made
        )
    if event.type in _PEACE_THREATS and set(atom.of) - {"armed_attack"}:
        what = ", ".join(kind.replace("_", " ") for kind in atom.of)
        says = "this threatens {0} in the sense of the clause (" + what + "; a matter of judgement)"
        return Step(Truth.UNKNOWN, says, words, (), ("doctrine:consultation",), None, "threat", event.id)
    return Step(Truth.FALSE, "this is a threat of the kind that the clause names", words)


def _made(case: Case, atom: Threat, says: str, words: tuple[str, str]) -> Step:
    """That the force is aimed at one whom the clause means, on that state's own ground."""
    by = any_matches(case, atom.by, case.setting.actors(case.event))
    tests = []
    for target in case.setting.targets(case.event):
        fits = Step(min(by, matches(case, atom.to, target)), says, words)
        ground = _ground(case, target) if fits.truth is not Truth.FALSE else None
        tests.append(conjunction(says, (fits, ground), *words) if ground else fits)
    return tests[0] if len(tests) == 1 else disjunction(says, tuple(tests), *words)


def _ground(case: Case, target: str) -> Step | None:
    """A place that is not plainly the target's home territory must be its territory."""
    event = case.event
    if not event.at or (event.target or "territory") != "territory" or target in map(home_state, event.at):
        return None
    tests = tuple(sovereign(case, target, place) for place in event.at)
    return tests[0] if len(tests) == 1 else disjunction("it is aimed at territory of {0}", tests, case.name(target))


def _imminence(case: Case) -> Step:
    given = (case.event.attributes or {}).get("imminent")
    truth = Truth.UNKNOWN if given not in {"yes", "no"} else Truth.of(given == "yes")
    return Step(truth, "the threat is immediate", (), (), (), None, "imminent", case.event.id)
