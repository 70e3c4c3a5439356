"""The annotated texts: loading and checking them. Run as a script it checks files: ``annotated.py FILE...``."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import yaml

from foedera.reader.records import ClaimKind, VerdictWord

HERE = Path(__file__).parent / "annotated"
KINDS = frozenset(get_args(ClaimKind))
VERDICTS = frozenset(get_args(VerdictWord))
PLANTED = frozenset(("date", "article", "party", "name", "duty", "status", "relation", "number"))
STANCES = frozenset(("for", "against", "neutral"))


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A stretch of the text and the ids that it stands for; none if the corpus lacks them."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A stretch of the text, the claim that it makes and the verdict."""

    start: int
    end: int
    kind: str
    about: str | None
    speaker: str
    verdict: str
    planted: str | None


@dataclass(frozen=True, slots=True)
class Text:
    """One annotated text."""

    id: str
    text: str
    dated: str | None
    stance: str
    mentions: tuple[GoldMention, ...]
    names: tuple[tuple[str, str], ...]
    claims: tuple[GoldClaim, ...]


def load(part: str) -> list[Text]:
    """The texts of ``frozen`` or ``open``."""
    return [text for path in sorted((HERE / part).glob("*.yaml")) for text in load_file(path)]


def load_file(path: Path) -> list[Text]:
    """The texts of a file.

    Raises:
        ValueError: an annotation does not fit its text; the message lists all faults.
    """
    faults: list[str] = []
    texts = [_text(record, faults) for record in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)]  # noqa: S506 - text only
    if faults:
        raise ValueError(f"{path.name}:\n  " + "\n  ".join(faults))
    return texts


def _text(record: dict[str, Any], faults: list[str]) -> Text:
    name, text = record.get("id", "?"), record["text"]
    if unknown := set(record) - {"id", "style", "stance", "dated", "text", "mentions", "names", "claims"}:
        faults.append(f"{name}: unknown keys {sorted(unknown)}")
    if record.get("stance") not in STANCES:
        faults.append(f"{name}: stance {record.get('stance')!r}")
    strange = (wording for wording in record.get("names") or {} if wording not in text)
    faults += [f"{name}: name {wording!r} is not in the text" for wording in strange]
    return Text(
        name,
        text,
        record.get("dated"),
        record.get("stance", ""),
        tuple(_mention(name, text, one, faults) for one in record.get("mentions") or ()),
        tuple((record.get("names") or {}).items()),
        tuple(_claim(name, text, one, faults) for one in record.get("claims") or ()),
    )


def _find(name: str, text: str, wording: str, nth: int, faults: list[str]) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.find(wording, start + 1)
        if start < 0:
            faults.append(f"{name}: {wording!r} does not stand {nth} times in the text")
            return 0, 0
    return start, start + len(wording)


def _mention(name: str, text: str, one: dict[str, Any], faults: list[str]) -> GoldMention:
    if unknown := set(one) - {"text", "id", "ids", "nth"}:
        faults.append(f"{name}: unknown keys {sorted(unknown)}")
    ids = tuple(one["ids"]) if "ids" in one else () if one["id"] in ("null", "", "~") else (one["id"],)
    return GoldMention(*_find(name, text, one["text"], int(one.get("nth", 1)), faults), ids)


def _claim(name: str, text: str, one: dict[str, Any], faults: list[str]) -> GoldClaim:
    if unknown := set(one) - {"quote", "kind", "about", "speaker", "verdict", "planted", "nth"}:
        faults.append(f"{name}: unknown keys {sorted(unknown)}")
    kind, verdict, planted = one.get("kind", ""), one.get("verdict", ""), one.get("planted")
    for value, known in ((kind, KINDS), (verdict, VERDICTS), (planted, PLANTED)):
        if value is not None and value not in known:
            faults.append(f"{name}: {value!r} is none of {', '.join(sorted(known))}")
    if (verdict == "contradicted") and planted is None:
        faults.append(f"{name}: say what is planted in {one['quote']!r}")
    about = one.get("about")
    span = _find(name, text, one["quote"], int(one.get("nth", 1)), faults)
    return GoldClaim(
        *span, kind, None if about in ("null", "") else about, one.get("speaker", "author"), verdict, planted
    )


def check_ids(texts: list[Text]) -> list[str]:
    """Ids that the corpus does not know; an article need not be on record."""
    import foedera  # noqa: PLC0415

    records = foedera.load().world.records
    known = {*records.instruments, *records.states, *records.actors, *records.places}
    used = [(t.id, i) for t in texts for m in t.mentions for i in m.ids]
    used += [(t.id, c.about) for t in texts for c in t.claims if c.about]
    used += [(t.id, i) for t in texts for _, i in t.names]
    return [f"{text}: no record is called {one!r}" for text, one in used if one.partition("/")[0] not in known]


if __name__ == "__main__":
    status = 0
    for argument in sys.argv[1:]:
        try:
            found = load_file(Path(argument))
        except ValueError as error:
            print(error)
            status = 1
            continue
        for fault in check_ids(found):
            print(fault)
            status = 1
        false = sum(claim.verdict == "contradicted" for text in found for claim in text.claims)
        print(f"{argument}: {len(found)} texts, {sum(len(t.claims) for t in found)} claims, {false} contradicted")
    sys.exit(status)
