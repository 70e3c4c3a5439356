"""Every cell of a panel of days, and of years, is what the law says on those very days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from panel_worlds import clause, covered, panel, party, state, treaty, world

from foedera.dates import Day
from foedera.law.force import bound, in_force
from foedera.law.leading import KINDS
from foedera.law.setting import Case, open_setting
from foedera.law.status import between, clause_grounds, standing
from foedera.law.timeline import Timeline
from foedera.model import conditions as c
from foedera.model.events import Event
from foedera.model.instruments import Duty, Suspension
from foedera.model.questions import Question
from foedera.runs import at
from foedera.truth import Truth, all_of

if TYPE_CHECKING:
    import polars as pl

    from foedera.model.instruments import Instrument, Provision
    from foedera.model.world import World

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
FIRST, LENGTH = dt.date(1899, 12, 16), 34
DAYS = [FIRST + dt.timedelta(days=number) for number in range(LENGTH)]
LAST = DAYS[-1]
NAMES = ("A", "B", "C", "D")
_UNIVERSAL = {"any_state", "any_actor", "un_member", "third_state"}

# --- invented worlds ---

_EDGES = ("1899-12-18", "1899-12-25", "1899-12-31", "1900-01-01", "1900-01-02", "1900-01-15")
some_day = st.sampled_from(_EDGES)  # few, so that ends meet beginnings, some of them at the turn of the year
doubtful = st.tuples(some_day, some_day).map(lambda two: f"[{min(two)}..{max(two)}]")
dates = st.one_of(some_day, doubtful, st.just("1899-12"), st.just("1900"), st.just("1890-05-05"))


@st.composite
def spans(draw: st.DrawFn) -> tuple[str | None, str | None]:
    since = draw(st.none() | dates)
    until = draw(st.none() | dates)
    if since and until and Day.parse(since).first >= Day.parse(until).first:
        until = None
    return since, until


@st.composite
def parties(draw: st.DrawFn) -> list[Any]:
    found = []
    for name in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)):
        since, until = draw(spans())
        found.append(party(name, since, until, status=draw(st.sampled_from(["party"] * 4 + ["signatory"]))))
    return found


@st.composite
def clauses(draw: st.DrawFn, number: int) -> Provision:
    since, until = draw(spans())
    who = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
    duty = draw(
        st.sampled_from([
            (Duty(must="consult", discretion="how"),), (Duty(must_not="use_force", discretion="none"),),
            (Duty(may="give_aid"),), (Duty(should="consult", discretion="unknown"),),
            (Duty(may="give_aid"), Duty(must="consult", discretion="whether_and_how")),
        ])
    )  # fmt: skip
    return clause(
        *draw(st.lists(st.sampled_from([*KINDS, "cooperation"]), min_size=1, max_size=2, unique=True)),
        article=str(number),
        since=since,
        until=until,
        obligors=draw(who | st.just(())),
        beneficiaries=draw(who | st.just(()) | st.just(("any_state",))),
        binding=draw(st.sampled_from([None, None, None, "political"])),
        duties=duty,
        when=draw(st.sampled_from([None, c.ArmedAttack(), c.All((c.ArmedAttack(), c.Unstated("location")))])),
    )


@st.composite
def instruments(draw: st.DrawFn, number: int) -> Instrument:
    since, until = draw(spans())
    suspended = draw(st.booleans())
    begun = Day.parse(draw(some_day))
    return treaty(
        f"t{number}",
        draw(parties()),
        *(draw(clauses(at)) for at in range(draw(st.integers(1, 3)))),
        since=since,
        until=until,
        binding=draw(st.sampled_from(["legal", "legal", "political", "disputed"])),
        suspensions=(Suspension(begun, obligor=draw(st.sampled_from([*NAMES, "any_party"]))),) if suspended else (),
    )


@st.composite
def worlds(draw: st.DrawFn) -> World:
    edge, other = draw(some_day), draw(some_day)
    known = [
        state("A", codes=[(1, None, edge), (2, edge, None)]),
        state("B", ("1800-01-01", other), codes=[(3, None, None)]),
        state("C", (other, None), codes=[(3, None, None)], continues=("B", other) if draw(st.booleans()) else None),
        state("D", draw(st.sampled_from([("1800-01-01", None), (edge, None), ("1800-01-01", edge)]))),
    ]
    coverage = [
        covered(*draw(spans()), states=draw(st.sampled_from([(), (), ("A", "B"), ("A", "B", "C")])), complete=complete)
        for complete in draw(st.lists(st.sampled_from([True, True, False]), max_size=2))
    ]
    return world(known, [draw(instruments(number)) for number in range(draw(st.integers(0, 3)))], coverage)


# --- what the law says on one day ---


def is_promise(instrument: Instrument, provision: Provision) -> bool:
    political = (provision.binding or instrument.binding) == "political"
    obliges = any(one.must or one.must_not or (one.should and political) for one in provision.duties)
    return obliges and not _UNIVERSAL & {*provision.obligors, *provision.beneficiaries}


def operates(one: World, on: int, instrument: Instrument, provision: Provision, obligor: str, other: str) -> Truth:
    setting = open_setting(one, Question((), Day.exact(on)))
    event = Event("nothing", "armed_attack", "nothing happens", {}, setting.day)
    case = Case(setting, event, instrument, provision, obligor, other, ())
    return all_of([
        in_force(setting, instrument).truth,
        *(step.truth for step in clause_grounds(case)),
        standing(case, provision.obligors, obligor, "obligor").truth,
        standing(case, provision.beneficiaries, other, "beneficiary").truth,
        between(case),
    ])  # fmt: skip


def is_covered(one: World, on: int, pair: tuple[str, str]) -> bool:
    return any(
        record.complete
        and record.span.contains(Day.exact(on)) is Truth.TRUE
        and (not record.states or {*pair} <= {*record.states})
        for record in one.records.coverage.values()
    )


def exists(one: World, name: str, on: int) -> bool:
    spans = one.records.states[name].exists
    return any(span.since.first <= on and (span.until is None or on < span.until.last) for span in spans)


def cell(one: World, on: int, pair: tuple[str, str]) -> dict[str, Any]:
    """What the law says of a pair on a day: flags, treaties with statuses."""
    flags: dict[str, Truth] = dict.fromkeys(KINDS, Truth.FALSE)
    found: dict[str, int] = {}
    for instrument in one.records.instruments.values():
        for provision in instrument.provisions:
            kinds = [kind for kind in provision.kind if kind in KINDS]
            if not kinds or not is_promise(instrument, provision):
                continue
            truth = operates(one, on, instrument, provision, *pair)
            if truth is Truth.FALSE:
                continue
            political = (provision.binding or instrument.binding) == "political"
            status = 2 if truth is Truth.UNKNOWN else int(political)
            found[instrument.id] = min(found.get(instrument.id, 2), status)
            for kind in kinds if not political else ():
                flags[kind] = max(flags[kind], truth)
    nothing = 0 if is_covered(one, on, pair) else None
    values = {Truth.TRUE: 1, Truth.UNKNOWN: None, Truth.FALSE: nothing}
    words = ("binding", "political", "doubtful")
    return {
        **{kind: values[truth] for kind, truth in flags.items()},
        "treaty_ids": ";".join(sorted(found)) or None,
        "statuses": ";".join(words[found[name]] for name in sorted(found)) or None,
    }


def law_by_day(one: World) -> dict[tuple[str, str, dt.date], dict[str, Any]]:
    return {
        (obligor, other, day): cell(one, day.toordinal(), (obligor, other))
        for day in DAYS
        for obligor in NAMES
        for other in NAMES
        if obligor != other and exists(one, obligor, day.toordinal()) and exists(one, other, day.toordinal())
    }


def keyed(table: pl.DataFrame, *key: str) -> dict[tuple[Any, ...], dict[str, Any]]:
    found = {tuple(row[name] for name in key): row for row in table.iter_rows(named=True)}
    assert len(found) == len(table), "a key stands in the panel once"
    return found


def assert_same(expected: dict[Any, dict[str, Any]], found: dict[Any, dict[str, Any]]) -> None:
    assert set(found) == set(expected)
    for key, row in expected.items():
        assert {name: found[key][name] for name in row} == pytest.approx(row), key


# --- the properties ---


@settings(max_examples=60, deadline=None, derandomize=True)
@given(worlds())
def test_every_day_is_what_the_law_says_on_it(one: World) -> None:
    table = panel(one, "directed-dyad-day", FIRST.isoformat(), LAST.isoformat(), expand=True)
    assert_same(law_by_day(one), keyed(table, "obligor", "beneficiary", "day"))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(worlds())
def test_bonds_over_time_are_the_bonds_of_each_day(one: World) -> None:
    timeline = Timeline(one, (FIRST.toordinal(), LAST.toordinal() + 1))
    for instrument in one.records.instruments.values():
        for name in NAMES:
            runs = timeline.bond(instrument, name)
            for day in DAYS:
                setting = open_setting(one, Question((), Day.exact(day.toordinal())))
                assert at(runs, day.toordinal()) is bound(setting, instrument, name).step.truth


@settings(max_examples=30, deadline=None, derandomize=True)
@given(worlds())
def test_runs_are_longest_and_unbroken_spells_begin_where_the_law_says(one: World) -> None:
    runs = panel(one, "directed-dyad-day", FIRST.isoformat(), LAST.isoformat())
    content = [name for name in runs.columns if name not in ("since", "until")]
    previous: dict[str, Any] | None = None
    for row in runs.iter_rows(named=True):
        assert row["since"] < row["until"]
        if previous and previous["until"] == row["since"]:
            assert any(previous[name] != row[name] for name in content)
        previous = row
        pair = (row["obligor"], row["beneficiary"])
        obliged = [
            all(exists(one, name, on) for name in pair) and 1 in (cell(one, on, pair)[kind] for kind in KINDS)
            for on in range(row["since"].toordinal() - 60, row["until"].toordinal())
        ]
        assert (row["obligated_since"] is not None) == obliged[-1]
        if obliged[-1] and not all(obliged):
            first = row["until"].toordinal() - obliged[::-1].index(False)
            assert row["obligated_since"].toordinal() == first


@settings(max_examples=30, deadline=None, derandomize=True)
@given(worlds())
def test_years_say_what_holds_on_any_of_their_days(one: World) -> None:
    days = law_by_day(one)
    table = panel(one, "directed-dyad-year", FIRST.isoformat(), LAST.isoformat(), columns="basic")
    assert_same(_by_year(days, _any), keyed(table, "obligor", "beneficiary", "year"))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(worlds())
def test_years_say_what_share_of_their_days(one: World) -> None:
    days = law_by_day(one)
    table = panel(one, "directed-dyad-year", FIRST.isoformat(), LAST.isoformat(), aggregate="share", columns="basic")
    assert_same(_by_year(days, _share), keyed(table, "obligor", "beneficiary", "year"))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(worlds(), st.sampled_from(["12-16", "12-31", "01-01", "01-15", "06-01"]))
def test_years_say_what_holds_on_one_day(one: World, on: str) -> None:
    days = {key: row for key, row in law_by_day(one).items() if f"{key[2]:%m-%d}" == on}
    table = panel(
        one, "directed-dyad-year", FIRST.isoformat(), LAST.isoformat(), aggregate="on", on_day=on, columns="basic"
    )
    assert_same(_by_year(days, _any), keyed(table, "obligor", "beneficiary", "year"))


@settings(max_examples=30, deadline=None, derandomize=True)
@given(worlds())
def test_undirected_years_combine_both_directions(one: World) -> None:
    days: dict[Any, dict[str, Any]] = {}
    law = law_by_day(one)
    for (obligor, other, day), row in law.items():
        if obligor < other:
            back = law[other, obligor, day]
            days[obligor, other, day] = {kind: _any([row[kind], back[kind]]) for kind in KINDS}
    for aggregate, rule in (("any", _any), ("share", _share)):
        table = panel(one, "dyad-year", FIRST.isoformat(), LAST.isoformat(), aggregate=aggregate, columns="basic")
        assert_same(_by_year(days, rule), keyed(table, "state", "partner", "year"))


def _by_year(days: dict[Any, dict[str, Any]], rule: Any) -> dict[Any, dict[str, Any]]:
    grouped: dict[Any, list[dict[str, Any]]] = {}
    for (obligor, other, day), row in days.items():
        grouped.setdefault((obligor, other, day.year), []).append(row)
    return {key: {kind: rule([row[kind] for row in found]) for kind in KINDS} for key, found in grouped.items()}


def _any(values: list[int | None]) -> int | None:
    return 1 if 1 in values else None if None in values else 0


def _share(values: list[int | None]) -> float | None:
    return None if None in values else sum(value or 0 for value in values) / len(values)
