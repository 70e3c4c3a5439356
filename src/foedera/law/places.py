"""Where: regions, administration and sovereignty of a place on a day, as recorded and as views have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedera.law.who import in_words, matches
from foedera.model.answers import Dispute, Step, conjunction, disjunction
from foedera.model.states import METROPOLITAN
from foedera.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from foedera.law.setting import Case
    from foedera.model.conditions import InArea, Who
    from foedera.model.facts import Spell
    from foedera.model.states import Extent, Place

_EXTENT = {"true": Truth.TRUE, "false": Truth.FALSE, "part": Truth.UNKNOWN}


def home_state(place: str) -> str | None:
    """The state whose implied home territory this is, if it is one."""
    state, _, rest = place.partition("/")
    return state if rest == METROPOLITAN else None


def in_area(case: Case, area: InArea) -> Step:
    """Whether the event takes place in the area: at one of its places, every test that is given holds."""
    where = case.event.at
    if not where:
        return Step(
            Truth.UNKNOWN,
            "it happens in the area (the question does not say where)",
            (),
            (),
            (),
            None,
            "place",
            case.event.id,
        )
    tests = tuple(_at(case, area, place) for place in where)
    return tests[0] if len(tests) == 1 else disjunction("it happens in the area", tests)


def _at(case: Case, area: InArea, place: str) -> Step:
    parts: list[Step] = []
    if area.regions:
        parts.append(_in_regions(case, area.regions, place))
    if area.places:
        parts.append(_is_place(case, area.places, place))
    if area.metropolitan is not None:
        parts.append(_is_metropolitan(case, place, wanted=area.metropolitan))
    if area.territory_of:
        recognised = area.recognised_by
        parts.append(
            recognised_as(case, recognised, area.territory_of, place)
            if recognised
            else sovereign(case, area.territory_of, place)
        )
    if area.administered_by:
        parts.append(administered(case, area.administered_by, place))
    return parts[0] if len(parts) == 1 else conjunction("{0} is in the area", tuple(parts), case.name(place))


def _in_regions(case: Case, regions: tuple[str, ...], place: str) -> Step:
    records = case.setting.world.records
    home = home_state(place)
    holder = records.states.get(home) if home else records.places.get(place)
    known = (holder.regions if holder else None) or {}
    truth = max(_extent(case, known, region) for region in regions)
    records_of = case.setting.world.records.regions
    words = " or ".join(records_of[region].name if region in records_of else region for region in regions)
    says = "{0} lies in {1}" + (" (not settled)" if truth is Truth.UNKNOWN else "")
    return Step(
        truth,
        says,
        (case.name(place), words),
        (),
        holder.sources if holder else (),
        holder.mark if holder else None,
        "region",
        place,
    )


def _extent(case: Case, known: dict[str, Extent], region: str) -> Truth:
    """Whether a place lies in a region; not recorded is UNKNOWN, unless it lies outside all that contain it."""
    if region in known:
        return _EXTENT[known[region]]
    record = case.setting.world.records.regions.get(region)
    outside = record is not None and record.within and all(known.get(wider) == "false" for wider in record.within)
    return Truth.FALSE if outside else Truth.UNKNOWN


def _is_place(case: Case, places: tuple[str, ...], place: str) -> Step:
    names = " or ".join(map(case.name, places))
    return Step(Truth.of(place in places), "the place, {0}, is {1}", (case.name(place), names))


def _is_metropolitan(case: Case, place: str, *, wanted: bool) -> Step:
    record = case.setting.world.records.places.get(place)
    is_home = home_state(place) is not None or (record is not None and record.metropolitan)
    says = "{0} is metropolitan territory" if wanted else "{0} is outside metropolitan territory"
    return Step(Truth.of(is_home == wanted), says, (case.name(place),))


def _held(case: Case, spells: tuple[Spell, ...], fits: Callable[[str], Truth]) -> tuple[Truth, Truth]:
    """How true it is that a state that fits, and that one that does not fit, stands in the relation that day."""
    day = case.setting.day
    mine = other = Truth.FALSE
    if not any(spell.span.contains(day) is not Truth.FALSE for spell in spells):
        return Truth.UNKNOWN, Truth.UNKNOWN
    for spell in spells:
        held, fit = spell.span.contains(day), fits(spell.state)
        mine = max(mine, min(held, fit))
        if fit is not Truth.TRUE:
            other = max(other, held)
    return mine, other


def administered(case: Case, who: Who, place: str) -> Step:
    """Whether the place is under the administration of ``who`` on the day asked."""
    words, day = in_words(case, who), str(case.setting.day)
    home = home_state(place)
    if home:
        return Step(matches(case, who, home), "{0} is under the administration of {1}", (case.name(place), words))
    record = case.setting.world.records.places.get(place)
    if record is None or not record.administered_by:
        return Step(
            Truth.UNKNOWN,
            "{0} is under the administration of {1} (not on record)",
            (case.name(place), words),
            (),
            (),
            None,
            "administration",
            place,
        )
    mine, other = _held(case, record.administered_by, lambda state: matches(case, who, state))
    truth = mine if mine is Truth.FALSE or other is Truth.FALSE else Truth.UNKNOWN
    says = "{0} is under the administration of {1} on {2}"
    if truth is Truth.UNKNOWN:
        says += " (divided or doubtful)"
    return Step(truth, says, (record.name, words, day), (), record.sources, record.mark, "administration", place)


def sovereign(case: Case, who: Who, place: str) -> Step:
    """Whether the place is the territory of ``who``: undisputed, by the view adopted, or UNKNOWN."""
    home = home_state(place)
    words = in_words(case, who)
    if home:
        return Step(matches(case, who, home), "{0} is territory of {1}", (case.name(place), words))
    record = case.setting.world.records.places.get(place)
    if record is None:
        return Step(
            Truth.UNKNOWN,
            "{0} is territory of {1} (not on record)",
            (place, words),
            (),
            (),
            None,
            "territory",
            place,
        )
    mine, other = _held(case, record.claimed_by, lambda state: matches(case, who, state))
    dispute = _claims(case, record, who)
    held = _as_viewed(case, record)
    if held is not None:
        truth = matches(case, who, held)
    elif mine is Truth.FALSE or other is Truth.FALSE:
        truth = mine
    else:
        truth = Truth.UNKNOWN
    says = "{0} is territory of {1}" + (" (disputed)" if truth is Truth.UNKNOWN else "")
    return Step(truth, says, (record.name, words), (), record.sources, record.mark, "territory", place, dispute)


def _as_viewed(case: Case, place: Place) -> str | None:
    """Whose the place is in the view adopted: its own by its claim, else as it last recognised."""
    setting = case.setting
    view = setting.question.view
    if view is None:
        return None
    if any(claim.state == view and claim.span.contains(setting.day) is Truth.TRUE for claim in place.claimed_by):
        return view
    known = [r for r in place.recognised if r.by == view and r.since.on_or_before(setting.day) is Truth.TRUE]
    return max(known, key=lambda r: r.since.last).recognised_as if known else None


def _claims(case: Case, place: Place, who: Who) -> Dispute:
    """Who holds that the place is the territory of ``who``, and who holds that it is another's."""
    setting = case.setting
    asserted: list[str] = []
    denied: list[str] = []
    holders = [
        (claim.state, claim.state) for claim in place.claimed_by if claim.span.contains(setting.day) > Truth.FALSE
    ]
    holders += [(r.by, r.recognised_as) for r in place.recognised if r.since.on_or_before(setting.day) is Truth.TRUE]
    for by, whose in holders:
        target = asserted if matches(case, who, whose) is Truth.TRUE else denied
        if by not in target:
            target.append(by)
    return Dispute(tuple(asserted), tuple(denied))


def recognised_as(case: Case, by: str, who: Who, place: str) -> Step:
    """Whether the state ``by`` recognises the place as the territory of ``who``."""
    undisputed = sovereign(case, who, place)
    record = case.setting.world.records.places.get(place)
    if record is None or undisputed.truth is Truth.FALSE:
        return undisputed
    day = case.setting.day
    known = [r for r in record.recognised if r.by == by and r.since.on_or_before(day) is Truth.TRUE]
    args = (case.name(by), record.name, in_words(case, who))
    if known:
        latest = max(known, key=lambda r: r.since.last)
        truth = matches(case, who, latest.recognised_as)
        return Step(truth, "{0} recognises {1} as territory of {2}", args, (), latest.sources, record.mark)
    if not undisputed.dispute.denied_by and undisputed.truth is Truth.TRUE:
        return undisputed
    says = "{0} recognises {1} as territory of {2} (not on record)"
    return Step(Truth.UNKNOWN, says, args, (), (), record.mark, "recognition", place)


def theirs(case: Case, who: str, place: str, test: str) -> Step:
    """Whether an attack at the place is an attack on ``who``, by sovereignty, administration, or either."""
    if test == "sovereign":
        return sovereign(case, who, place)
    if test == "administered":
        return administered(case, who, place)
    either = (administered(case, who, place), sovereign(case, who, place))
    return disjunction("{0} is held or claimed by {1}", either, case.name(place), in_words(case, who))
