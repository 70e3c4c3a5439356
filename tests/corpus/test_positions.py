"""Text to values: scalars stay text, and what is refused is refused at its place, at once and without a traceback."""

from __future__ import annotations

import time

import pytest
import yaml

from foedera.corpus import positions
from foedera.corpus.positions import MAX_BYTES, MAX_DEPTH, lines_of, read_bytes, read_file
from foedera.problems import Mark, Problem
from foedera.render.problems import gnu

DEEP = 100_000
NESTED = {
    "flow sequences": "[" * DEEP,
    "spaced flow sequences": "[ " * DEEP,
    "flow mappings": "{a: " * DEEP,
    "quoted flow mappings": '{"a":' * DEEP,
    "sequences after an item": "[a, " * DEEP,
    "mixed flow": "[{a: " * DEEP,
    "flow with comments": "[#\n" * DEEP,
    "complex keys": "? " * DEEP + "x",
    "complex keys in flow": "[? " * DEEP,
    "dashes": "- " * DEEP + "x",
    "wide dashes": "-  " * DEEP + "x",
    "dashes and complex keys": "- ? " * DEEP + "x",
    "block mappings": "".join(f"{' ' * level}a:\n" for level in range(1_900)),
    "block sequences": "".join(f"{' ' * level}-\n" for level in range(1_900)),
    "deep below valid text": "kind: group\nid: a\nname: b\nnote: " + "[" * DEEP,
    "closed": "[" * DEEP + "]" * DEEP,
}


def read(text: str | bytes) -> tuple[object, tuple[Problem, ...]]:
    data = text.encode() if isinstance(text, str) else text
    document, problems = read_bytes(data, "a.yaml")
    return document.value, problems


def only(problems: tuple[Problem, ...]) -> Problem:
    (problem,) = problems
    return problem


def refused(text: str | bytes) -> tuple[str, int, int]:
    """The code, line and column of the one problem; nothing was read."""
    value, problems = read(text)
    assert value is None
    mark = only(problems).mark
    assert mark is not None
    return only(problems).code, mark.line, mark.column


@pytest.fixture(params=["libyaml", "pure Python"])
def _either_loader(request, monkeypatch):
    if request.param == "pure Python":
        monkeypatch.setattr(positions, "_Loader", yaml.SafeLoader)


pytestmark = pytest.mark.usefixtures("_either_loader")


@pytest.mark.parametrize(
    "word",
    ["NO", "no", "on", "off", "yes", "y", "true", "False", "5.10", "1_000", "0x1F", "010", "1e3",
     ".inf", ".nan", "12:30", "2024-12-04", "2024-12-04 10:00:00", "=", "<<", "-1", "NULL2"],
)  # fmt: skip
def test_scalar_stays_the_text_that_was_written(word):
    assert read(f"key: {word}") == ({"key": word}, ())


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_read_as_nothing(word):
    assert read(f"key: {word}") == ({"key": None}, ())


@pytest.mark.parametrize("word", ["''", '""', "'~'", '"null"', "'null'"])
def test_quoted_nothing_is_text(word):
    assert read(f"key: {word}") == ({"key": word[1:-1]}, ())


def test_key_stays_text_too():
    assert read("NO: 1\n5.10: 2\non: 3\n") == ({"NO": "1", "5.10": "2", "on": "3"}, ())


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n", "\ufeff", "\ufeff# comment"])
def test_file_without_content_holds_no_record_and_is_no_problem(text):
    assert read(text) == (None, ())


def test_key_given_twice_is_a_problem_at_the_second_with_the_first_in_the_note():
    value, problems = read("a: 1\nb: {c: 1, d: 2, c: 3}\na: 4\n")
    assert value == {"a": "1", "b": {"c": "1", "d": "2"}}
    assert [(p.code, p.mark, p.notes) for p in problems] == [
        ("E103", Mark("a.yaml", 2, 17, 2, 17), ("it stands first at line 2",)),
        ("E103", Mark("a.yaml", 3, 1, 3, 1), ("it stands first at line 1",)),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: &x b\n", 1, 4),
        ("a: b\nc: &x [d]\n", 2, 4),
        ("&x a: b\n", 1, 1),
        ("a: *x\n", 1, 4),
        ("- &x [*x]\n", 1, 3),
        ("&x {a: *x}\n", 1, 1),
        ("a: {<<: *x}\n", 1, 9),
        ("a: !!str b\n", 1, 4),
        ("a: !mine b\n", 1, 4),
        ("a: ! b\n", 1, 4),
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4),
        ("- !<tag:example.org,2000:x> {}\n", 1, 3),
    ],
)
def test_anchor_alias_or_tag_is_refused_at_its_place(text, line, column):
    assert refused(text) == ("E104", line, column)


def test_alias_bomb_is_refused_at_its_first_anchor():
    bomb = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))
    assert refused(bomb) == ("E104", 1, 4)


def test_merge_key_without_alias_is_a_plain_key():
    assert read("<<: {a: b}\nc: d\n") == ({"<<": {"a": "b"}, "c": "d"}, ())


@pytest.mark.parametrize("text", ["a: b\n---\nc: d\n", "--- a\n--- b\n"])
def test_second_document_is_refused_where_it_begins(text):
    value, problems = read(text)
    assert value is None
    assert (only(problems).code, only(problems).message) == ("E101", "a second document begins here")
    assert only(problems).mark == Mark("a.yaml", text.count("\n", 0, text.rindex("---")) + 1, 1, *_end(problems))


def _end(problems: tuple[Problem, ...]) -> tuple[int, int]:
    mark = only(problems).mark
    assert mark is not None
    return mark.end_line, mark.end_column


def test_one_document_may_be_marked():
    assert read("%YAML 1.1\n---\na: b\n...\n") == ({"a": "b"}, ())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a:\n\tb: c\n", 2, 1),
        ("a: b\n  c: d\n", 2, 4),
        ("a: [b\nc: d\n", 2, 2),
        ('a: "b\n', 2, 1),
        ("a: b: c\n", 1, 5),
        ("a: }\n", 1, 4),
        ("[", 1, 2),
        ("a: [b,", 1, 7),
    ],
)
def test_broken_syntax_is_refused_near_its_place(text, line, column):
    code, found_line, found_column = refused(text)
    assert (code, found_line) == ("E101", line)
    assert abs(found_column - column) <= 4


@pytest.mark.parametrize(
    "bad", ["\x00", "\x07", "\x0b", "\x0c", "\x1b", "\x1c", "\x7f", "\x80", "\x9f", "\ufeff", "\ufffe", "\uffff"]
)
def test_control_character_is_refused_at_its_place(bad):
    text = f"name: Ærø\nnote: aé\U0001f30d{bad}b\n"
    value, problems = read(text)
    assert value is None
    assert only(problems).mark == Mark("a.yaml", 2, 10, 2, 10)
    assert only(problems).message.endswith(f"U+{ord(bad):04X}")


@pytest.mark.parametrize(
    "good", ["\x85", "\xa0", "\u2028", "\ud7ff", "\ue000", "\ufefe", "\ufffd", "\U0010ffff", "\U0001f30d"]
)
def test_character_that_yaml_allows_is_read(good):
    assert read(f'a: "x{good}y"')[1] == ()


@pytest.mark.parametrize("escape", [r"\ud800", r"\uDFFF", r"\U00110000", r"\UFFFFFFFF", r"\xg0", r"\q"])
def test_escape_that_is_no_character_is_refused_or_stays_printable(escape):
    value, problems = read(f'a: "{escape}"')
    if problems:
        assert (value, only(problems).code) == (None, "E101")
    else:
        assert gnu(Problem("E401", f"no '{value['a']}'")).encode()


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff\xfea\x00", 1, 1, "0xff"),
        (b"a: b\nc: caf\xe9\n", 2, 7, "0xe9"),
        ("a: Ærø ".encode() + b"\x80", 1, 8, "0x80"),
        (b"\xef\xbb\xbfa: \xc3", 1, 4, "0xc3"),
        (b"a: \xed\xa0\x80", 1, 4, "0xed"),
    ],
    ids=["UTF-16", "Latin-1", "stray byte after letters", "cut after a byte order mark", "surrogate"],
)
def test_text_that_is_not_utf_8_is_refused_at_its_place(data, line, column, byte):
    assert refused(data) == ("E102", line, column)
    assert f"(byte {byte} cannot be read)" in only(read(data)[1]).message


def test_byte_order_mark_is_skipped_and_shifts_no_column():
    assert read("\ufeffa: b\n") == ({"a": "b"}, ())
    assert refused("\ufeffa: *x\n") == ("E104", 1, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_systems_count_alike(end):
    assert read(f"a: b{end}c: d{end}") == ({"a": "b", "c": "d"}, ())
    assert refused(f"a: b{end}c: d{end}e: *x{end}") == ("E104", 3, 4)
    assert refused(f"a: b{end}c: d{end}e: \x07{end}") == ("E101", 3, 4)


def test_lines_are_counted_as_yaml_counts_them():
    assert lines_of("a\r\nb\rc\nd\x85e\u2028f\u2029g\x0bh") == ["a", "b", "c", "d", "e", "f", "g\x0bh"]
    assert len(lines_of("")) == 1


@pytest.mark.parametrize("text", ["[a]: b\n", "{a: b}: c\n", "? - a\n: b\n"])
def test_key_that_is_not_text_is_a_problem_and_hides_nothing(text):
    _, problems = read(text)
    assert only(problems).code == "E107"
    value, problems = read(f"z: 1\nz: 2\n{text}")
    assert (value, [p.code for p in problems]) == ({"z": "1"}, ["E103", "E107"])


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_refused_at_the_level_that_is_too_deep(name):
    begun = time.perf_counter()
    value, problems = read(NESTED[name])
    assert time.perf_counter() - begun < 2
    assert value is None
    assert only(problems).code == "E106"
    mark = only(problems).mark
    assert mark is not None
    assert mark.line <= MAX_DEPTH + 1
    assert mark.column <= 6 * (MAX_DEPTH + 1)


def test_nesting_up_to_the_limit_is_read():
    value, problems = read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert problems == ()
    depth = 0
    while isinstance(value, list):
        value, depth = (value[0] if value else None), depth + 1
    assert depth == MAX_DEPTH
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == ("E106", 1, MAX_DEPTH + 1)


def test_file_of_the_greatest_size_is_read_and_a_byte_more_is_refused(tmp_path):
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: b\n#" + b"x" * (MAX_BYTES - 6))
    assert read_file(path, "big.yaml")[1] == ()
    path.write_bytes(path.read_bytes() + b"x")
    document, problems = read_file(path, "big.yaml")
    assert (document.value, only(problems).code, only(problems).mark) == (None, "E105", Mark("big.yaml", 1, 1, 1, 1))
