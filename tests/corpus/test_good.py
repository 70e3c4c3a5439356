"""A clean corpus that uses every field: no problem, and the same again out of the cache."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from foedera.corpus import cache, compiled
from foedera.corpus.load import builtin_directory, load_checked, load_world
from foedera.model import conditions
from foedera.model.questions import Question

GOOD = Path(__file__).parent / "good"
NOT_WRITTEN = {"Mark", "Span", "Corpus", Question.__name__}


def parts_of(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from parts_of(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from parts_of(item)
    elif hasattr(value, "values"):
        yield from parts_of(tuple(value.values()))


def test_good_corpus_is_clean_and_its_cases_hold(foedera):
    run = foedera("check", GOOD, "--cases")
    assert run.out.endswith(", 4 cases: 0 errors, 0 warnings\n")
    assert (run.status, run.out.count("\n"), run.err) == (0, 1, "")


@pytest.mark.parametrize("form", [("gnu", ""), ("json", "[]\n")], ids=lambda form: form[0])
def test_good_corpus_prints_nothing_for_programs(foedera, form):
    run = foedera("check", GOOD, "--format", form[0])
    assert (run.status, run.out, run.err) == (0, form[1], "")


def test_good_corpus_uses_every_field_of_every_record():
    loaded = load_checked(GOOD, cases=True)
    used: dict[type, set[str]] = defaultdict(set)
    for part in parts_of((loaded.corpus, loaded.cases)):
        for field in dataclasses.fields(part):
            if getattr(part, field.name) != field.default:
                used[type(part)].add(field.name)
    missing = {
        f"{record.__name__}.{field.name}"
        for record in compiled._CLASSES
        if record.__name__ not in NOT_WRITTEN
        for field in dataclasses.fields(record)
        if field.name not in used[record]
    }
    assert missing == set()


def test_good_corpus_uses_every_condition():
    seen = {type(part) for part in parts_of(load_checked(GOOD).corpus) if isinstance(part, conditions.Node)}
    assert seen == set(conditions.NODES.values())


@pytest.mark.parametrize("directory", [GOOD, builtin_directory()], ids=["good", "built-in"])
def test_cached_corpus_equals_the_decoded_one(directory):
    decoded = load_checked(directory).corpus
    cache.write_cache("digest", decoded)
    read = cache.read_cache("digest")
    assert read is not None
    for part in dataclasses.fields(decoded):
        assert getattr(read, part.name) == getattr(decoded, part.name)
    assert parts_with_types(read) == parts_with_types(decoded)


def parts_with_types(corpus: Any) -> list[str]:
    """What equality does not tell: 1 from True from 1.0, a tuple from a list."""
    return [repr(part) for part in parts_of(corpus) if type(part) is not type(corpus)]


def test_world_from_the_cache_equals_the_world_that_filled_it():
    first, second = load_world(GOOD), load_world(GOOD)
    assert first is not second
    for field in dataclasses.fields(first):
        assert getattr(first, field.name) == getattr(second, field.name)


def test_world_from_the_cache_answers_alike(foedera):
    question = ("ask", "BRA", "ARD", "--on", "1960-01-01", "--corpus", GOOD, "--all", "--why")
    first, second = foedera(*question), foedera(*question)
    assert first == second
    assert "Culm must help Arden" in first.out
