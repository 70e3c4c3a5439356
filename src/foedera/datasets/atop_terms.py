"""What ATOP's columns promise: a condition tree and a duty for each kind of obligation.

Source: the ATOP codebook on the five kinds of obligation and their conditions (DEFCOADV to CONCOREQ).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from foedera.datasets.table import MISSING
from foedera.model import conditions as c
from foedera.model.instruments import Duty
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.datasets.codes import Codes
    from foedera.datasets.imported import Row
    from foedera.dates import Day
    from foedera.model.instruments import Kind

KINDS: dict[str, Kind] = {
    "defense": "defence",
    "offense": "offence",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
"""ATOP's column to the kind of provision."""


@dataclass(frozen=True, slots=True)
class Member:
    """One row: a member of a phase of an alliance, with its days (``until`` is the first day without)."""

    row: Row
    code: int
    phase: int
    since: Day
    until: Day
    in_effect: bool

    def flag(self, column: str) -> Truth:
        """Whether a 0/1 column is set; an empty cell is UNKNOWN, a column that the file lacks is not set."""
        text = self.row.values.get(column, "0").strip()
        return Truth.UNKNOWN if text in MISSING else Truth.of(text != "0")

    def code_of(self, column: str) -> int | None:
        """A COW code in a column, or None."""
        text = self.row.values.get(column, "")
        return int(text) if text.isdigit() and text != "0" else None


_DUTIES: dict[Kind, Duty] = {
    "defence": Duty(must="give_military_assistance"),
    "offence": Duty(must="join_attack", request="none"),
    "neutrality": Duty(must_not="aid_adversary"),
    "nonaggression": Duty(must_not="use_force"),
    "consultation": Duty(must="consult"),
}
_ON_REQUEST = Duty(must="consult", request="required")

_PREFIX: dict[Kind, str] = {"defence": "def", "offence": "off", "neutrality": "neu", "consultation": "con"}
_UNSTATED: dict[str, c.Unstated] = {
    "coloc": c.Unstated("location"),
    "cocon": c.Unstated("ongoing_conflict"),
    "conum": c.Unstated("adversary_number"),
    "codem": c.Unstated("demand"),
}
_ONE_STATE = "1"
"""SPECTHRT: the threat that the treaty mentions is the states named, and no other."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a member promises under one kind: the condition (None: it applies at all times) and the duty."""

    kind: Kind
    when: c.Node | None
    duty: Duty


def terms(kind: Kind, member: Member, codes: Codes, *, flagged: Truth, is_multilateral: bool) -> Terms:
    """The promise of a kind that a member's row flags, or leaves open whether it flags it."""
    doubt = (c.Unknown(f"whether {kind} was promised (the column is empty)"),) if flagged is Truth.UNKNOWN else ()
    if kind == "nonaggression":
        return Terms(kind, doubt[0] if doubt else None, _DUTIES[kind])
    trigger = _trigger(kind, is_multilateral, only_attacked=member.flag("neucoatt"))
    parts = (trigger, *doubt, *_limits(_PREFIX[kind], member, codes))
    on_request = kind == "consultation" and member.flag("concoreq") is Truth.TRUE
    return Terms(kind, trigger if len(parts) == 1 else c.All(parts), _ON_REQUEST if on_request else _DUTIES[kind])


@lru_cache(maxsize=64)
def _trigger(kind: Kind, is_multilateral: bool, *, only_attacked: Truth) -> c.Node:  # noqa: FBT001 - a key
    if kind == "consultation":
        return c.Threat(of=("armed_attack", "security"))
    if kind == "defence" or (kind == "neutrality" and only_attacked is Truth.TRUE):
        return _attacked(is_multilateral)
    attacking = _attacking(is_multilateral)
    if kind == "offence":
        return attacking
    if only_attacked is Truth.UNKNOWN:
        attacking = c.All((attacking, c.Unknown("whether neutrality is owed to an attacker (the column is empty)")))
    return c.AnyOf((_attacked(is_multilateral), attacking))


def _attacked(is_multilateral: bool) -> c.Node:  # noqa: FBT001
    """An attack on the beneficiary; whether one by a fellow member counts, ATOP does not say."""
    if not is_multilateral:
        return c.ArmedAttack()
    fellow = c.All((c.ArmedAttack(by="any_party"), c.Unstated("fellow_member")))
    return c.AnyOf((c.ArmedAttack(by="third_state"), fellow))


def _attacking(is_multilateral: bool) -> c.Node:  # noqa: FBT001
    """An attack by the beneficiary; whether one on a fellow member counts, ATOP does not say."""
    kind = ("armed_attack",)
    if not is_multilateral:
        return c.Act(kind, by="beneficiary", toward="any_state")
    fellow = c.All((c.Act(kind, by="beneficiary", toward="any_party"), c.Unstated("fellow_member")))
    return c.AnyOf((c.Act(kind, by="beneficiary", toward="third_state"), fellow))


def _limits(prefix: str, member: Member, codes: Codes) -> Iterator[c.Node]:
    """What the flags confine the promise to; a flag that is empty leaves open whether they do."""
    confined = member.flag(f"{prefix}coadv")
    unnamed = c.Unstated("adversary")
    adversary = {Truth.TRUE: _adversary(member, codes), Truth.UNKNOWN: unnamed}.get(confined)
    if adversary:
        yield adversary
    for suffix, node in _UNSTATED.items():
        if member.flag(f"{prefix}{suffix}") is not Truth.FALSE:
            is_against_named = adversary not in (None, unnamed)
            yield c.Unstated("theatre") if suffix == "coloc" and is_against_named else node
    unprovoked = member.flag(f"{prefix}conpr")
    if unprovoked is Truth.TRUE:
        yield c.Unprovoked()
    elif unprovoked is Truth.UNKNOWN:
        yield c.Unknown("whether provocation matters (the column is empty)")


def _adversary(member: Member, codes: Codes) -> c.Node:
    """The adversaries that the data name; where they do not name all, the rest is not known."""
    numbers = [code for column in ("statthr1", "statthr2") if (code := member.code_of(column)) is not None]
    named = dict.fromkeys(
        stint.state for code in numbers for stint in codes.stints(code, member.since.first, member.until.last)
    )
    if not named:
        return c.Unstated("adversary")
    known = c.AdversaryIs(tuple(named))
    is_all = member.row.values.get("specthrt", "") == _ONE_STATE
    return known if is_all else c.AnyOf((known, c.Unstated("other_adversary")))
