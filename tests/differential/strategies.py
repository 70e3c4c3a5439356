"""Small random worlds and questions: few states and places, instruments with random conditions, recorded events.

Acts, kinds of events, regions and rules of doctrine are those of the built-in corpus.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from foedera.corpus.load import load_checked
from foedera.dates import Day
from foedera.model import conditions as c
from foedera.model.doctrine import Coverage
from foedera.model.events import Event
from foedera.model.facts import Dated, Position, Spell
from foedera.model.instruments import Area, Denunciation, Duty, Instrument, Party, Provision, Suspension
from foedera.model.questions import Ask, Scenario, ScenarioEvent
from foedera.model.states import Actor, Continuation, Existence, Place, Recognition, State
from foedera.model.world import Corpus, World, assemble

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

STATES = ("AAA", "BBB", "CCC", "DDD")
"""DDD may continue the extinct OLD."""
PLACES = ("isle", "rock")
HOMES = tuple(f"{state}/metropolitan" for state in STATES)
REGIONS = ("pacific", "far_east", "west_pacific", "asia", "europe")
INSTRUMENTS = ("un-charter", "pact", "accord", "decision", "statement")
_EXACT = ("2000-01-01", "2002-03-04", "2004-05-06", "2006-07-08", "2008-09-10")
_DOUBTFUL = ("[2001-01-01..2005-12-31]", "[2003-01-01,2007-01-01]", "2006", "[2004-05-06..]")
ASKED = ("2001-06-15", "2004-05-06", "2006-07-08", "2009-01-01")
_ATTACKS = ("armed_attack", "nuclear_attack")
_KINDS = (
    *("armed_attack",) * 6, "nuclear_attack", "threat_of_attack", "arms_transfer",
    "military_cooperation", "coercive_measures", "trade", "military_assistance", "hostile_agreement",
)  # fmt: skip
_ACTS = (
    "give_military_assistance", "aid_and_assist", "send_forces", "join_attack", "use_force_in_collective_defence",
    "transfer_arms", "consult", "form_mechanism", "cooperate_militarily", "report_to_council",
)  # fmt: skip
_FORBIDDEN = (
    "use_force", "aid_aggressor", "transfer_arms", "give_military_assistance", "join_hostile_agreement",
    "provide_training_or_technical_help", "use_nuclear_weapons",
)  # fmt: skip
_SWITCHES = (
    "armed_attack", "self_defence", "proportionate", "state_of_war", "request", "unprovoked", "prior_attack", "invoked",
)  # fmt: skip
KNOWN = st.sampled_from(("true", "false", "unknown"))


@lru_cache(maxsize=1)
def builtin() -> Corpus:
    """The built-in corpus, from which the law is taken."""
    return load_checked().corpus


def maybe(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """The thing or None."""
    return st.none() | strategy


def seldom(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """None, and the thing once in a while."""
    return st.sampled_from((False,) * 7 + (True,)).flatmap(lambda rare: strategy if rare else st.none())


def some(values: tuple[str, ...], most: int = 2, least: int = 1) -> SearchStrategy[tuple[str, ...]]:
    """A few of some values, each once."""
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


exact_days = st.sampled_from(_EXACT).map(Day.parse)
days = st.sampled_from((*_EXACT, *_EXACT, *_DOUBTFUL)).map(Day.parse)
early_days = st.sampled_from((*("1990-01-01",) * 24, *_EXACT, *_DOUBTFUL)).map(Day.parse)
roles = st.sampled_from(("obligor", "beneficiary", "adversary"))
sets = st.sampled_from(
    ("any_state", "any_actor", "third_state", "any_party", "un_member", "group", "class:western", "party:pact")
)
states = st.sampled_from(STATES)
anyone = roles | roles | sets | states


def positions(*of: str) -> SearchStrategy[tuple[Position, ...]]:
    """A few positions, no two of one actor on one proposition and day."""
    one = st.builds(
        Position, by=states | st.just("council"), says=st.sampled_from(("asserts", "denies", "open")),
        since=exact_days, of=st.sampled_from(of),
    )  # fmt: skip
    unique = st.lists(one, max_size=3, unique_by=lambda p: (p.by, p.of, p.since.text))
    return st.just(()) | unique.map(tuple)


# ---- conditions ------------------------------------------------------------------------------------------------------

_targets = st.sampled_from(("territory", "forces", "vessels"))


def atoms() -> SearchStrategy[c.Node]:
    """Every kind of atom."""
    return st.one_of(_about_attacks(), _about_attacks(), _about_places(), _about_acts(), _about_context())


def _about_attacks() -> SearchStrategy[c.Node]:
    return st.one_of(
        st.builds(
            c.ArmedAttack, on=roles | sets | states, by=anyone,
            covers=maybe(st.lists(_targets, min_size=1, max_size=2, unique=True).map(tuple)),
            territory=st.sampled_from(("sovereign", "administered", "any")),
            source=st.sampled_from(("any", "any", "external", "internal")),
        ),
        st.builds(
            c.Threat, to=anyone, by=anyone, of=st.sampled_from((("armed_attack",), ("security", "armed_attack"))),
            imminent=st.booleans(),
        ),
        st.builds(c.StateOfWar, of=anyone),
        st.builds(c.TargetIs, one_of=st.lists(_targets, min_size=1, max_size=2, unique=True).map(tuple)),
        st.builds(c.Unprovoked),
        st.builds(c.AdversaryIs, one_of=st.tuples(anyone)),
        st.builds(c.AdversaryCount, at_least=st.sampled_from((1, 2)), at_most=maybe(st.just(1))),
    )  # fmt: skip


def _about_places() -> SearchStrategy[c.Node]:
    area = st.fixed_dictionaries(
        {},
        optional={
            "regions": some(REGIONS),
            "places": some((*PLACES, *HOMES)),
            "territory_of": anyone,
            "administered_by": anyone,
            "metropolitan": st.booleans(),
        },
    )
    return st.one_of(area.map(lambda tests: c.InArea(**tests)), st.just(c.InDefinedArea(area="zone")))


def _about_acts() -> SearchStrategy[c.Node]:
    return st.one_of(
        st.builds(c.Act, kind=some(_KINDS), by=anyone, toward=anyone),
        st.builds(c.Act, kind=some(_KINDS), by=st.just("obligor"), toward=st.just("beneficiary")),
        st.builds(c.After, kind=st.sampled_from(_KINDS), by=anyone, toward=anyone),
        st.builds(c.Attribute, key=st.just("item"), one_of=some(("heavy", "small"))),
        st.builds(c.Attribute, key=st.just("quantity"), at_least=maybe(st.just(10.0)), at_most=maybe(st.just(99.5))),
        st.builds(c.Unknown, about=st.just("something")),
        st.builds(c.Unstated, topic=st.sampled_from(("adversary", "location", "ongoing_conflict", "ongoing_conflict"))),
    )


def _about_context() -> SearchStrategy[c.Node]:
    attackers = roles | states
    return st.one_of(
        st.builds(c.Invoked, by=anyone),
        st.builds(c.Request, by=anyone),
        st.builds(c.OngoingAttack, by=attackers, on=attackers, or_helped_by=st.booleans()),
        st.just(c.LawfulSelfDefence()),
        st.builds(c.OrganAct, organ=st.just("council"), kind=some(("enforcement", "authorisation")), about=anyone),
        st.builds(c.InForce, instrument=st.sampled_from(("un-charter", "pact")), party=maybe(roles | states)),
        st.builds(c.Statehood, of=roles | states),
        st.builds(c.OnOrAfter, day=days),
    )


def trees() -> SearchStrategy[c.Node]:
    """Condition trees up to a depth of three."""
    return st.recursive(atoms(), _wider, max_leaves=5)


def _wider(inner: SearchStrategy[c.Node]) -> SearchStrategy[c.Node]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(several.map(c.All), several.map(c.All), several.map(c.AnyOf), inner.map(c.Not))


# ---- records ---------------------------------------------------------------------------------------------------------


@st.composite
def state_records(draw: Any) -> dict[str, State]:
    """Three or four states; the last may continue OLD, which ended in 2002."""
    found = [draw(_state(name)) for name in STATES[:3]]
    if draw(st.booleans()):
        continues = draw(maybe(st.just(Continuation("OLD", Day.parse("2002-03-04")))))
        found.append(_plain("DDD", continues=continues))
        found.append(_plain("OLD", exists=(Existence(Day.parse("1900"), Day.parse("2002-03-04")),)))
    else:
        found.append(_plain("DDD"))
    return {state.id: state for state in found}


def _plain(name: str, **more: Any) -> State:
    given = {"exists": (Existence(Day.parse("1900")),), **more}
    return State(id=name, name=name, official_name=name, sources=(), confidence="memory", **given)


@st.composite
def _state(draw: Any, name: str) -> State:
    disputed = draw(st.sampled_from((False, False, True)))
    return _plain(
        name,
        classes=draw(st.sampled_from(((), ("western",)))),
        regions=draw(_regions()),
        statehood="disputed" if disputed else "undisputed",
        positions=draw(positions("statehood")) if disputed else (),
    )


def _regions() -> SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(REGIONS), st.sampled_from(("true", "false", "part")), max_size=4)


def actor_records() -> SearchStrategy[dict[str, Actor]]:
    """An organ that decides, a command of AAA (perhaps disputed), and an armed group."""
    return st.builds(
        lambda attribution: {
            "council": Actor("council", "organ", "council"),
            "command": Actor("command", "organ", "command", attributed_to=("AAA",), attribution=attribution),
            "band": Actor("band", "group", "band"),
        },
        st.sampled_from(("settled", "disputed")),
    )


_spells = st.lists(st.builds(Spell, state=states, since=maybe(days), until=maybe(days)), max_size=2).map(tuple)


@st.composite
def place_records(draw: Any) -> dict[str, Place]:
    """Two places with claims, holders, regions and recognitions."""
    found = {}
    for name in PLACES:
        recognised = st.lists(
            st.builds(Recognition, by=states, recognised_as=states, since=exact_days),
            max_size=2,
            unique_by=lambda one: (one.by, one.since.text),
        )
        found[name] = Place(
            id=name, name=name, sources=(), confidence="memory", metropolitan=draw(st.booleans()),
            regions=draw(_regions()), administered_by=draw(_spells), claimed_by=draw(_spells),
            recognised=tuple(draw(recognised)),
        )  # fmt: skip
    return found


@st.composite
def event_records(draw: Any) -> dict[str, Event]:
    """Up to four recorded events: attacks first."""
    found = {}
    kinds = st.sampled_from(
        (*_ATTACKS, "armed_attack", "invocation", "request_for_help", "declaration_of_war", "enforcement",
         "authorisation", "arms_transfer")
    )  # fmt: skip
    for number in range(draw(st.integers(0, 4))):
        record = draw(_recorded(f"record-{number}", draw(kinds)))
        found[record.id] = record
    return found


@st.composite
def _recorded(draw: Any, ident: str, kind: str) -> Event:
    record = builtin().event_kinds[kind]
    actor = "council" if record.actor == "organ" else draw(states)
    target = draw(states.filter(lambda name: name != actor))
    roles_of = {record.actor: (actor,), record.target: (target,)}
    if kind in _ATTACKS and draw(st.sampled_from((False, False, True))):
        roles_of["on_behalf_of"] = (draw(states.filter(lambda name: name not in {actor, target})),)
    since = draw(days)
    return Event(
        id=ident, type=kind, title=ident, roles=roles_of, since=since,
        until=draw(maybe(st.just(Day.parse("2008-09-10")))),
        at=draw(_places()), target=draw(maybe(_targets)), about=draw(some(("pact", "accord/1", "decision/2"), 2, 0)),
        positions=draw(positions("characterisation", "self_defence", "proportionate", "request")),
    )  # fmt: skip


def _places() -> SearchStrategy[tuple[str, ...]]:
    return some((*PLACES, *HOMES), 2, 0)


# ---- instruments -----------------------------------------------------------------------------------------------------


@st.composite
def instrument_records(draw: Any) -> dict[str, Instrument]:
    """A text like the Charter, and two or three others."""
    names = ("un-charter", "pact", *draw(some(INSTRUMENTS[2:], 2, 0)))
    return {name: draw(_instrument(name)) for name in names}


@st.composite
def _instrument(draw: Any, name: str) -> Instrument:
    kind, binding = {
        "un-charter": ("charter", "legal"),
        "decision": ("resolution", "legal"),
        "statement": ("declaration", draw(st.sampled_from(("political", "disputed")))),
    }.get(name, ("treaty", "legal"))
    parties = () if name == "decision" else tuple(draw(_parties()))
    superior = name in {"un-charter", "decision"}
    return Instrument(
        id=name, kind=kind, title=name, binding=binding, parties=parties, sources=(), confidence="memory",
        signed=draw(maybe(early_days.map(Dated))),
        in_force=None if draw(st.integers(0, 9)) == 9 else draw(early_days.map(Dated)),
        ended=draw(seldom(days.map(Dated))),
        ends_when=draw(seldom(trees())),
        denunciation=draw(maybe(_denunciations())),
        binding_positions=draw(positions("binding")),
        suspensions=(suspension,) if (suspension := draw(seldom(_suspensions()))) else (),
        areas=draw(_areas()),
        provisions=tuple(draw(_provision(name, str(number), superior=superior)) for number in (1, 2)),
    )  # fmt: skip


def _parties() -> SearchStrategy[list[Party]]:
    names = st.sampled_from((*STATES, *STATES, "OLD", "command"))
    status = st.sampled_from(("party",) * 6 + ("provisional", "signatory"))
    one = st.builds(
        Party, state=names, since=maybe(early_days), until=seldom(days), status=status,
        positions=seldom(positions("in_force")).map(lambda found: found or ()),
    )  # fmt: skip
    return st.lists(one, min_size=3, max_size=5, unique_by=lambda party: party.state)


def _denunciations() -> SearchStrategy[Denunciation]:
    return st.builds(
        Denunciation, excluded=KNOWN, months=maybe(st.sampled_from((6, 12))), days=maybe(st.just(30)),
        earliest=maybe(exact_days), ends_for=st.sampled_from(("withdrawing", "all")),
    )  # fmt: skip


def _suspensions() -> SearchStrategy[Suspension]:
    who = states | st.just("any_party")
    return st.builds(
        Suspension, since=days, until=maybe(days), obligor=who, toward=who, provisions=some(("1",), 1, 0),
        positions=positions("in_force"),
    )  # fmt: skip


@st.composite
def _areas(draw: Any) -> tuple[Area, ...]:
    tree = st.one_of(_about_places().filter(lambda node: not isinstance(node, c.InDefinedArea)), _about_attacks())
    span = {"since": draw(maybe(early_days)), "until": draw(seldom(days))}
    return (Area(id="zone", article="9", summary="", when=draw(tree), **span),)


@st.composite
def _provision(draw: Any, instrument: str, article: str, *, superior: bool) -> Provision:
    duties = _prohibitions() if superior and article == "1" else _duties() | _duties() | _prohibitions()
    return Provision(
        article=article, kind=("defence",), summary="", id=f"{instrument}/{article}",
        duties=tuple(draw(st.lists(duties, min_size=1, max_size=2))),
        when=draw(_conditions()),
        obligors=draw(st.just(()) | st.just(()) | _named(2)), beneficiaries=draw(st.just(()) | st.just(()) | _named(1)),
        since=draw(seldom(days)), until=draw(seldom(days)),
        binding=draw(st.sampled_from((None,) * 8 + ("political", "disputed"))),
        limits=draw(st.sampled_from(((), ("un-charter/51",), ("domestic_law",)))),
        reaches_prior_attack=draw(KNOWN),
    )  # fmt: skip


def _named(most: int) -> SearchStrategy[tuple[str, ...]]:
    """Whom a clause names: states and organs, or sets of them."""
    ids = some((*STATES, "OLD", "command"), most)
    return ids | st.sampled_from(
        (("any_state",), ("un_member",), ("class:western",), ("any_party",), ("un_member", "class:western"))
    )


def _conditions() -> SearchStrategy[c.Node | None]:
    """Typical conditions, typical ones joined with or replaced by random trees, or none."""
    joined = st.builds(lambda usual, tree: c.All((usual, tree)), _typical(), trees())
    either = st.builds(lambda usual, tree: c.AnyOf((usual, tree)), _typical(), trees())
    return st.one_of(_typical(), _typical(), joined, either, trees(), st.none())


def _typical() -> SearchStrategy[c.Node]:
    """Conditions as treaties have them, so that many duties fall due."""
    own = c.Act(kind=("armed_attack", "threat_of_attack"), by="obligor", toward="beneficiary")
    return st.sampled_from(
        (
            c.ArmedAttack(),
            c.All((c.ArmedAttack(), c.StateOfWar())),
            c.All((own, c.Statehood(), c.Not(c.LawfulSelfDefence()))),
            c.OngoingAttack(by="adversary", on="beneficiary", or_helped_by=True),
            c.Act(kind=("arms_transfer",), by="obligor", toward="any_actor"),
            c.Act(kind=("military_assistance", "arms_transfer"), by="obligor", toward="beneficiary"),
            c.Threat(of=("armed_attack", "security")),
        )
    )


def _duties() -> SearchStrategy[Duty]:
    request = st.sampled_from(("required", "none", "unknown"))
    act = st.sampled_from(_ACTS)
    return st.one_of(
        st.builds(Duty, must=act, request=request),
        st.builds(Duty, may=act, request=request),
        st.builds(Duty, should=act, request=request),
    )


def _prohibitions() -> SearchStrategy[Duty]:
    return st.builds(Duty, must_not=st.sampled_from(_FORBIDDEN))


@st.composite
def coverage_records(draw: Any) -> dict[str, Coverage]:
    """Perhaps a gap in the list of the parties to the pact."""
    if draw(st.booleans()):
        return {}
    return {"gap": Coverage(id="gap", subject="parties", complete=False, why="", instrument="pact")}


@st.composite
def worlds(draw: Any) -> World:
    """A small world."""
    law = builtin()
    corpus = Corpus(
        states=draw(state_records()), actors=draw(actor_records()), places=draw(place_records()), regions=law.regions,
        instruments=draw(instrument_records()), events=draw(event_records()), event_kinds=law.event_kinds,
        acts=law.acts, doctrine=law.doctrine, coverage=draw(coverage_records()),
    )  # fmt: skip
    return assemble((corpus,), "random")


# ---- questions -------------------------------------------------------------------------------------------------------

_assumed = st.dictionaries(st.sampled_from(_SWITCHES), KNOWN, max_size=2)
_attributes = st.fixed_dictionaries(
    {},
    optional={
        "scale": st.sampled_from(("large", "limited")),
        "item": st.sampled_from(("heavy", "other")),
        "quantity": st.sampled_from(("5", "50", "500", "many")),
        "imminent": st.sampled_from(("yes", "no")),
        "source": st.sampled_from(("internal", "external")),
    },
)


@st.composite
def asks(draw: Any) -> Ask:
    """A question in short form."""
    actor, target = draw(st.permutations(STATES))[:2]
    kind = draw(st.sampled_from(_KINDS))
    return Ask(
        actor=draw(st.sampled_from((actor, actor, actor, "band"))) if kind == "armed_attack" else actor,
        target=target, on=Day.parse(draw(st.sampled_from(ASKED))), event=kind,
        at=draw(maybe(st.sampled_from((*PLACES, *HOMES)))), view=draw(st.none() | states),
        attacked=draw(maybe(_targets)) if kind in _ATTACKS else None, attributes=draw(_attributes),
        assume=draw(_assumed), without=draw(some(("pact", "un-charter/1"), 1, 0)),
    )  # fmt: skip


@st.composite
def scenarios(draw: Any) -> Scenario:
    """A scenario of one to three events."""
    on = draw(st.sampled_from(ASKED))
    kinds = st.sampled_from(
        (*_KINDS, "invocation", "request_for_help", "declaration_of_war", "withdrawal_notice", "authorisation")
    )
    events = [draw(_stipulated(on, draw(kinds))) for _ in range(draw(st.integers(1, 3)))]
    return Scenario(on=Day.parse(on), events=tuple(events), view=draw(st.none() | states), assume=draw(_assumed))


@st.composite
def _stipulated(draw: Any, on: str, kind: str) -> ScenarioEvent:
    record = builtin().event_kinds[kind]
    actor, target, third = draw(st.permutations(STATES))[:3]
    roles_of = {record.actor: ("council" if record.actor == "organ" else actor,), record.target: (target,)}
    attributes = draw(_attributes)
    if kind == "armed_attack":
        _vary(draw, roles_of, attributes, third)
    since = draw(st.just(on) | st.sampled_from(("1999-01-01", "2000-06-01", on)))
    return ScenarioEvent(
        type=kind, roles=roles_of, since=Day.parse(since), at=draw(_places()),
        target=draw(maybe(_targets)) if kind in _ATTACKS else None, attributes=attributes,
        about=draw(some(INSTRUMENTS[:2], 1, 1)) if kind in {"withdrawal_notice", "invocation"} else (),
        positions=draw(positions("characterisation", "self_defence", "proportionate", "request")),
    )  # fmt: skip


def _vary(draw: Any, roles_of: dict[str, tuple[str, ...]], attributes: dict[str, str], third: str) -> None:
    """Several attackers, an attack for another, or an attack by a group that a state may have sent."""
    form = draw(st.sampled_from(("plain", "plain", "joint", "behalf", "group", "sent")))
    if form == "joint":
        roles_of["attacker"] = (*roles_of["attacker"], third)
    elif form == "behalf":
        roles_of["on_behalf_of"] = (third,)
    elif form in {"group", "sent"}:
        roles_of["attacker"] = ("band",)
        if form == "sent":
            attributes["sent_by"] = third
