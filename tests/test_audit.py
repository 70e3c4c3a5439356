"""The audit of a corpus against ATOP: agreement, every kind of difference, what stays unknown, what one side has."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from foedera.audit.audit import audit, open_ground
from foedera.audit.days import Stay, compare, compare_ends, stays
from foedera.cli.app import main
from foedera.datasets.codes import FOREVER
from foedera.datasets.imported import DatasetError
from foedera.datasets.store import install
from foedera.engine.lookup import QuestionError
from foedera.truth import Truth

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
COLUMNS = (
    "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase,defense,offense,neutral,nonagg,consul,"
    "defcoadv,defcoloc,defconpr,concoreq,statthr1,statthr2,specthrt,version"
)
CODES = {"GBR": 200, "FRA": 220, "ESP": 230, "PRT": 235}
HEAD = "kind: treaty\nbinding: legal\nconfidence: memory\nsources: [gazette]\nreferences: {gazette: {type: press}}\n"
DEFENCE = """  - article: '1'
    kind: [defence]
    summary: Help.
    when: {armed_attack: {}}
    duties: [{must: give_military_assistance}]
"""
CONSULTATION = """  - article: '2'
    kind: [consultation]
    summary: They consult.
    duties: [{must: consult}]
"""


@pytest.fixture(autouse=True)
def nothing_imported(home, treaties):
    """Keep the compiled corpus of this run, and no data."""
    assert treaties
    shutil.rmtree(home / "data", ignore_errors=True)
    yield
    shutil.rmtree(home / "data", ignore_errors=True)


def pact(
    name: str = "pact",
    number: int | None = 9100,
    parties: str = "[{state: GBR}, {state: FRA}]",
    clauses: str = DEFENCE,
    in_force: str = "1921-03-01",
    more: str = "",
) -> str:
    given = f"atop_id: {number}\n" if number else ""
    begin = f"in_force: {{on: '{in_force}'}}\n" if in_force else ""
    return (
        f"{HEAD}id: {name}\ntitle: The {name}\nsigned: {{on: '1921-01-01'}}\n{begin}{given}{more}"
        f"parties: {parties}\nprovisions:\n{clauses}"
    )


def row(state: str, entry: str = "1921-03-01", leave: str = "0-0-0", number: int = 9100, **flags: int) -> str:
    values = {"defense": 1, **flags}
    named = COLUMNS.split(",")[9:-1]
    days = ",".join(str(int(part)) for part in (*entry.split("-"), *leave.split("-")))
    return f"{number},{CODES[state]},{days},0,{','.join(str(values.get(name, 0)) for name in named)},4.invented"


@pytest.fixture
def ground(tmp_path, treaties):
    def make(instruments, rows):
        folder = tmp_path / "corpus"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(instruments):
            (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
        file = tmp_path / "atop-invented.csv"
        file.write_text("\n".join((COLUMNS, *rows)) + "\n", encoding="utf-8")
        install("atop", file, treaties.world.records.states)
        return open_ground(folder)

    return make


def seen(found) -> set[tuple[str, ...]]:
    return {(one.member, one.what, one.corpus.text, one.atop.text, one.why or "") for one in found}


def tally(result, what, kind):
    return next(one for one in (*result.kinds, *result.conditions) if (one.what, one.kind) == (what, kind))


def dates(result, what):
    return next(one for one in result.dates if one.what == what)


def test_the_same_record_on_both_sides_agrees(ground) -> None:
    text = pact(more="ended: {on: '1935-07-01'}\n")
    result = audit(ground([text], [row("GBR", leave="1935-06-30"), row("FRA", leave="1935-06-30")]))
    assert (result.differences, result.unknown) == ((), ())
    (match,) = result.matches
    assert (match.instrument, match.alliance) == ("pact", "atop-9100")
    assert (match.corpus_members, match.atop_members, match.common_members) == (2, 2, 2)
    assert tally(result, "kind", "defence").both == tally(result, "kind", "offence").neither == 2
    assert tally(result, "condition", "defence").neither == 2
    assert dates(result, "entry").same == dates(result, "exit").same == 2
    assert (result.since, result.last) == ("1815-01-01", "2016-12-31")


def test_both_still_in_force_is_counted_apart(ground) -> None:
    result = audit(ground([pact()], [row("GBR"), row("FRA")]))
    assert (dates(result, "exit").running, dates(result, "exit").agreement) == (2, None)


def test_a_day_of_signature_is_told_from_another_day(ground) -> None:
    result = audit(ground([pact()], [row("GBR", "1921-01-01"), row("FRA", "1921-03-30")]))
    assert seen(result.differences) == {
        ("GBR", "entry", "1921-03-01", "1921-01-01", "signature"),
        ("FRA", "entry", "1921-03-01", "1921-03-30", ""),
    }
    assert (dates(result, "entry").other, dates(result, "entry").within_31_days) == (1, 1)
    assert dates(result, "signature").same == 1
    first = next(one for one in result.differences if one.member == "GBR")
    assert first.corpus.sources == ("pact#gazette",)
    assert first.corpus.at == "corpus/0.yaml:1"
    assert (first.atop.sources, first.atop.at) == (("atop-4.invented",), "atop-invented.csv line 2")


def test_ends_differ_and_the_reason_is_told(ground) -> None:
    suspended = "suspensions: [{since: '1930-01-15', obligor: FRA, toward: GBR}]\n"
    old = pact("old", 9100, more="ended: {on: '1935-07-01'}\n")
    new = pact("new", None, more="supersedes: [old]\n").replace("1921-01-01", "1934-05-05")
    new = new.replace("1921-03-01", "1935-07-01")
    kept = pact("kept", 9200, "[{state: ESP}, {state: FRA}]", more=suspended)
    rows = [row("GBR", leave="1934-05-05"), row("FRA", leave="1935-07-01")]
    rows += [row("ESP", number=9200), row("FRA", leave="1930-01-10", number=9200)]
    result = audit(ground([old, new, kept], rows))
    assert seen(result.differences) == {
        ("GBR", "exit", "1935-07-01", "last day 1934-05-05", "successor"),
        ("FRA", "exit", "1935-07-01", "last day 1935-07-01", "last_day"),
        ("FRA", "exit", "in force at the end of the data", "last day 1930-01-10", "suspended"),
    }


def test_doubtful_days_are_unknown_and_no_difference(ground) -> None:
    text = pact(in_force="1921", more="ended: {on: '[1934-01-01,1936-01-01]'}\n")
    result = audit(ground([text], [row("GBR", leave="1935-06-30"), row("FRA", leave="1935-06-30")]))
    assert result.differences == ()
    assert {(one.what, one.verdict) for one in result.unknown} == {("entry", "unknown"), ("exit", "unknown")}
    assert dates(result, "entry").unknown == dates(result, "exit").unknown == 2
    assert dates(result, "entry").agreement is None


def test_a_doubtful_day_that_cannot_be_the_other_is_a_difference(ground) -> None:
    result = audit(ground([pact(in_force="1922")], [row("GBR"), row("FRA")]))
    assert {one.corpus.text for one in result.differences} == {"1922-01-01..1922-12-31"}


def test_members_that_one_side_alone_has(ground) -> None:
    text = pact(parties="[{state: GBR}, {state: FRA}, {state: ESP}]")
    result = audit(ground([text], [row("GBR"), row("FRA"), row("PRT", "1925-01-01")]))
    assert seen(result.differences) == {
        ("ESP", "member", "member from 1921-03-01", "no member", ""),
        ("PRT", "member", "no member", "member from 1925-01-01", ""),
    }
    (match,) = result.matches
    assert (match.corpus_members, match.atop_members, match.common_members) == (3, 3, 2)


def test_a_member_that_may_never_have_been_one_is_unknown(ground) -> None:
    text = pact(parties="[{state: GBR}, {state: FRA}, {state: ESP, since: '[1950-01-01..]'}]")
    result = audit(ground([text], [row("GBR"), row("FRA")]))
    assert result.differences == ()
    assert [(one.member, one.what) for one in result.unknown] == [("ESP", "member")]


def test_a_break_in_the_membership_is_told_once(ground) -> None:
    parties = "[{state: GBR}, {state: FRA, until: '1930-01-01'}, {state: FRA, since: '1932-01-01'}]"
    result = audit(ground([pact(parties=parties)], [row("GBR"), row("FRA")]))
    assert seen(result.differences) == {
        ("FRA", "member", "no member from 1930-01-01 to 1932-01-01", "member in those days", "")
    }


def test_a_break_on_the_side_of_atop_and_a_state_that_returns(ground) -> None:
    rows = [row("GBR"), row("FRA", leave="1930-01-01"), row("FRA", "1932-01-02")]
    result = audit(ground([pact()], rows))
    assert [one.atop.text for one in result.differences] == ["no member from 1930-01-02 to 1932-01-02"]
    assert dates(result, "exit").running == 2


def test_kinds_that_one_side_alone_has(ground) -> None:
    text = pact(clauses=DEFENCE + CONSULTATION)
    result = audit(ground([text], [row("GBR", nonagg=1), row("FRA", consul=1)]))
    assert {(one.member, one.kind, one.corpus.text, one.atop.text) for one in result.differences} == {
        ("GBR", "consultation", "promised", "not promised"),
        ("GBR", "nonaggression", "not promised", "promised"),
    }
    found = tally(result, "kind", "consultation")
    assert (found.both, found.only_corpus, found.agreement) == (1, 1, 0.5)
    clause = next(one for one in result.differences if one.kind == "consultation")
    assert clause.corpus.at.startswith("corpus/0.yaml:")
    assert clause.corpus.at != "corpus/0.yaml:1"


def test_a_clause_of_later_years_differs_on_the_days_before_it(ground) -> None:
    text = pact(clauses=DEFENCE + CONSULTATION.replace("    summary", "    since: '1930-01-01'\n    summary"))
    result = audit(ground([text], [row("GBR", consul=1), row("FRA", consul=1)]))
    assert {one.corpus.text for one in result.differences} == {"promised in 1930-01-01..2016-12-31"}


def test_a_liberty_is_no_promise(ground) -> None:
    text = pact(clauses=DEFENCE.replace("{must: give", "{may: give"))
    assert tally(audit(ground([text], [row("GBR"), row("FRA")])), "kind", "defence").only_atop == 2


def test_conditions(ground) -> None:
    confined = DEFENCE.replace(
        "{armed_attack: {}}", "{all: [{armed_attack: {}}, {attack_in_area: {regions: [europe]}}]}"
    )
    rows = [row("GBR", defcoloc=1), row("FRA")]
    result = audit(ground([pact(clauses=confined)], rows))
    assert {(one.member, one.what, one.corpus.text, one.atop.text) for one in result.differences} == {
        ("FRA", "condition", "on conditions: place", "without conditions")
    }
    found = tally(result, "condition", "defence")
    assert (found.both, found.only_corpus) == (1, 1)


def test_an_open_question_in_a_clause_leaves_its_condition_unknown(ground) -> None:
    doubtful = DEFENCE.replace("{armed_attack: {}}", "{all: [{armed_attack: {}}, {unknown: what else}]}")
    result = audit(ground([pact(clauses=doubtful)], [row("GBR"), row("FRA")]))
    assert result.differences == ()
    assert tally(result, "condition", "defence").unknown == 2


def test_consultation_that_may_have_to_be_asked_for_is_unknown(ground) -> None:
    for request, count in (("unknown", "unknown"), ("none", "only_atop"), ("required", "both")):
        clause = CONSULTATION.replace("{must: consult}", f"{{must: consult, request: {request}}}")
        opened = ground([pact(clauses=clause)], [row("GBR", consul=1, concoreq=1), row("FRA", consul=1, concoreq=1)])
        assert getattr(tally(audit(opened), "condition", "consultation"), count) == 2


def test_consultation_that_nobody_need_ask_for_agrees_with_a_flag_that_is_not_set(ground) -> None:
    clause = CONSULTATION.replace("{must: consult}", "{must: consult, request: none}")
    opened = ground([pact(clauses=clause)], [row("GBR", consul=1), row("FRA", consul=1)])
    assert tally(audit(opened), "condition", "consultation").neither == 2


def test_what_one_side_alone_has_is_told_with_its_reason(ground) -> None:
    instruments = [
        pact(),
        pact("later", None, in_force="2017-01-01"),
        pact("words", None).replace("binding: legal", "binding: political"),
        pact("law", None).replace("kind: treaty", "kind: customary_law"),
        pact("trade", None, clauses=CONSULTATION.replace("[consultation]", "[cooperation]")),
        pact("unnumbered", None),
        pact("elsewhere", 9999),
    ]
    result = audit(ground(instruments, [row("GBR"), row("FRA"), row("ESP", number=9300), row("PRT", number=9300)]))
    assert {(one.side, one.id): one.reason for one in result.singles} == {
        ("corpus", "later"): "after",
        ("corpus", "words"): "political",
        ("corpus", "law"): "no_alliance",
        ("corpus", "trade"): "no_kind",
        ("corpus", "unnumbered"): "no_number",
        ("corpus", "elsewhere"): "not_in_file",
        ("atop", "atop-9300"): "selection",
    }


def test_one_instrument_by_its_id_on_either_side(ground) -> None:
    rows = [row("GBR"), row("FRA"), row("ESP", number=9300), row("PRT", number=9300)]
    opened = ground([pact(), pact("other", 9300, "[{state: ESP}, {state: PRT}]")], rows)
    for name in ("pact", "atop-9100", "The pact"):
        result = audit(opened, name)
        assert ([one.instrument for one in result.matches], result.singles) == (["pact"], ())
    with pytest.raises(QuestionError):
        audit(opened, "nothing of the kind")


def test_states_that_continue_one_another_are_one_member(ground, monkeypatch) -> None:
    monkeypatch.setitem(CODES, "SUN", 365)
    text = pact(parties="[{state: SUN}, {state: FRA}]", in_force="1985-01-01")
    result = audit(ground([text], [row("SUN", "1985-01-01"), row("FRA", "1985-01-01")]))
    assert (result.differences, result.matches[0].common_members) == ((), 2)


def test_without_import_the_error_says_what_to_do(capsys, monkeypatch) -> None:
    with pytest.raises(DatasetError, match="atop is not imported"):
        open_ground()
    monkeypatch.setattr("sys.argv", ["foedera", "audit", "atop"])
    assert main() == 2
    assert "foedera data fetch atop, or foedera import atop FILE" in capsys.readouterr().err


def test_the_command_prints_text_json_and_csv(ground, tmp_path, capsys, monkeypatch) -> None:
    ground([pact(clauses=DEFENCE + CONSULTATION)], [row("GBR", "1921-01-01"), row("FRA", "1921-01-01")])

    def printed(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["foedera", "audit", "atop", "--corpus", str(tmp_path / "corpus"), *words])
        assert main() == 0
        return capsys.readouterr().out

    text = printed()
    assert "1 instruments in both, 2 members in both; 4 differences, 0 comparisons unknown" in text
    assert "  entry, GBR, FRA (signature)\n    corpus  1921-03-01  [pact#gazette] corpus/0.yaml:1\n" in text
    assert "ATOP    1921-01-01  [atop-4.invented] atop-invented.csv line 2; atop-invented.csv line 3" in text
    data = json.loads(printed("--format", "json"))
    assert (data["format"], len(data["differences"])) == ("foedera.audit/1", 4)
    rows = list(csv.DictReader(io.StringIO(printed("--format", "csv"))))
    assert [(one["member"], one["what"], one["kind"]) for one in rows[:2]] == [
        ("GBR", "entry", ""),
        ("GBR", "kind", "consultation"),
    ]
    assert {one["atop_at"] for one in rows} == {"atop-invented.csv line 2", "atop-invented.csv line 3"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ((10, 10), (10, 10), "same"),
        ((10, 10), (41, 41), "within_31_days"),
        ((10, 10), (42, 42), "other"),
        ((10, 12), (12, 12), "unknown"),
        ((10, 12), (14, 41), "within_31_days"),
        ((10, 12), (14, 60), "other"),
        ((10, 12), (10, 12), "unknown"),
    ],
)
def test_days_compare_in_three_values(one, other, verdict) -> None:
    assert compare(one, other) == compare(other, one) == verdict


def test_an_end_and_none() -> None:
    assert compare_ends(None, None) == "same"
    assert compare_ends((10, 10), None) == "other"
    assert compare_ends(None, (10, FOREVER)) == "unknown"


def test_stays_from_runs() -> None:
    unknown, true = Truth.UNKNOWN, Truth.TRUE
    assert stays(((5, 9, unknown), (9, 20, true), (20, 25, unknown)), 100) == (Stay((5, 9), (20, 25)),)
    assert stays(((5, 9, true), (30, 100, true)), 100) == (Stay((5, 5), (9, 9)), Stay((30, 30), None))
    assert stays(((5, 100, unknown),), 100) == (Stay((5, FOREVER), (5, FOREVER)),)
    assert stays(((5, 50, true), (50, 100, unknown)), 100) == (Stay((5, 5), (50, FOREVER)),)


@pytest.mark.skipif(not DATA.is_dir(), reason="the research data (../shared/data) are not here")
def test_the_built_in_corpus_against_the_real_data(treaties) -> None:
    install("atop", DATA / "atop-4.01-members.csv", treaties.world.records.states)
    result = audit(open_ground())
    assert len(result.matches) >= 24
    assert not [one.id for one in result.singles if one.reason == "not_in_file"]
    assert tally(result, "kind", "defence").agreement > 0.95
    assert tally(result, "kind", "consultation").agreement > 0.9
    assert all(match.common_members >= 2 for match in result.matches)
    parts = [one for match in result.matches for one in (match.differences, match.unknown)]
    assert sum(parts) == len(result.differences) + len(result.unknown)
