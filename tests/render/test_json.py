"""The JSON forms are what their schemas say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml

from foedera.corpus.decode import KINDS, record_schema
from foedera.corpus.load import builtin_directory, corpus_files
from foedera.render import jsonable
from foedera.render.schemas import answer_schema

if TYPE_CHECKING:
    from foedera.api import Treaties

QUESTIONS = [
    {"actor": "UKR", "target": "RUS", "on": "2024-12-10", "at": "kursk"},
    {"actor": "RUS", "target": "PRK", "on": "2025-01-01", "event": "arms_transfer"},
    {"actor": "CHN", "target": "JPN", "on": "2020-01-01", "at": "senkaku", "view": "USA", "every": True},
    {"actor": "al-qaida", "target": "USA", "on": "2001-09-12"},
]


@pytest.mark.parametrize("asked", QUESTIONS)
def test_an_answer_is_valid_against_its_schema(treaties: Treaties, asked: dict[str, object]) -> None:
    answer = jsonable.answer(treaties.world, treaties.ask(**asked))  # type: ignore[arg-type]
    validator = jsonschema.Draft202012Validator(answer_schema())
    errors = [error.message for error in validator.iter_errors(answer)]
    assert not errors
    assert answer["findings"]
    broken = {**answer, "findings": [{**answer["findings"][0], "status": "perhaps"}]}
    assert list(validator.iter_errors(broken))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_valid_json_schema(kind: str) -> None:
    schema = record_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["kind"] == {"const": kind}
    assert "mark" not in schema["properties"]


def test_every_record_of_the_corpus_is_valid_against_the_published_schema() -> None:
    validators = {kind: jsonschema.Draft202012Validator(record_schema(kind)) for kind in KINDS}
    wrong = []
    for path, name in corpus_files(builtin_directory(), cases=True):
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_AsWritten)  # noqa: S506 - text values only
        for record in content if isinstance(content, list) else [content]:
            errors = validators[record["kind"]].iter_errors(record)
            wrong += [
                f"{name} {record.get('id')}: {'/'.join(map(str, e.absolute_path))} {e.message[:80]}" for e in errors
            ]
    assert not wrong[:10]


class _AsWritten(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: ``on`` is a key, a day is text."""


_AsWritten.yaml_implicit_resolvers = {}
_AsWritten.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_AsWritten.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|~|)$"), ["n", "~", ""])
_AsWritten.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?[0-9]+$"), list("-0123456789"))
_AsWritten.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))


def test_steps_are_numbered_by_their_path(treaties: Treaties) -> None:
    answer = jsonable.answer(treaties.world, treaties.ask("UKR", "RUS", on="2024-12-10", at="kursk"))
    root = next(f for f in answer["findings"] if f["provision"] == "rus-prk-2024/4")["derivation"]
    assert root["id"] == "1"
    assert [child["id"] for child in root["children"]] == [f"1.{n}" for n in range(1, len(root["children"]) + 1)]
