"""How well the reader finds mentions, links and verdicts in the annotated texts, with 95 % intervals (Wilson).

python tests/reader/evaluate.py            both parts, as a table
python tests/reader/evaluate.py open -v    one part, with every difference; add --kind signed_on or a text's id
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import annotated

import foedera
from foedera.dates import Day
from foedera.reader.checks.bench import same_article
from foedera.reader.reading import Discourse, judge, read_passage
from foedera.reader.records import Judged, Mention, Passage

TODAY = Day.parse("2026-01-01")
OVERLAP = 0.5
GROUPS = (
    {"signed_on", "adopted_in"},
    {"contains_duty", "clause_content", "has_article"},
    {"ended", "party_to"},
    {"term", "has_article"},
)
"""Kinds that the guide draws no sharp line between; a claim of one is taken for one of the other."""


@dataclass
class Count:
    """Hits, false alarms and misses."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    def precision(self) -> str:
        return shown(self.hit, self.hit + self.false)

    def recall(self) -> str:
        return shown(self.hit, self.hit + self.missed)


def shown(part: int, whole: int) -> str:
    """A share with its Wilson interval at 95 %."""
    if not whole:
        return "   -"
    z, share = 1.96, part / whole
    middle = (share + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{share:.3f} [{max(0.0, middle - half):.2f}, {min(1.0, middle + half):.2f}] ({part}/{whole})"


@dataclass
class Score:
    """All counts of a part."""

    mentions: Count = field(default_factory=Count)
    links: Count = field(default_factory=Count)
    names: Count = field(default_factory=Count)
    verdicts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    judged_opinions: int = 0
    opinions: int = 0


def read(world: object, text: annotated.Text) -> tuple[list[Mention], list[Judged]]:
    """Mentions and judged claims of a text."""
    day = Day.parse(text.dated) if text.dated else None
    discourse, mentions, claims = Discourse(world, day), [], []
    start = 0
    for line in text.text.split("\n"):
        for found, said in read_passage(discourse, Passage(start, line)):
            mentions += found
            claims += said
        start += len(line) + 1
    return mentions, judge(world, claims, day or TODAY)


def overlap(one: object, other: object) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def same_ids(got: tuple[str, ...], gold: tuple[str, ...]) -> bool:
    return len(got) == len(gold) and all(any(same_id(one, other) for other in gold) for one in got)


def same_id(one: str, other: str) -> bool:
    left, right = one.partition("/"), other.partition("/")
    return left[0] == right[0] and (
        left[2] == right[2] or bool(left[2] and right[2] and same_article(left[2], right[2]))
    )


def score_mentions(text: annotated.Text, got: list[Mention], score: Score, say) -> None:
    wanted = [one for one in got if one.type in ("instrument", "provision")]
    used: set[int] = set()
    for gold in text.mentions:
        clause = any("/" in one for one in gold.ids)
        fitting = [
            (overlap(one, gold), index)
            for index, one in enumerate(wanted)
            if index not in used and overlap(one, gold) > 0 and (not gold.ids or clause == (one.type == "provision"))
        ]
        if not fitting:
            score.mentions.missed += 1
            score.links.missed += bool(gold.ids)
            say(f"MISSED   {text.text[gold.start : gold.end]!r} {gold.ids}")
            continue
        best = wanted[max(fitting)[1]]
        used.add(max(fitting)[1])
        score.mentions.hit += 1
        if same_ids(best.ids, gold.ids):
            score.links.hit += bool(gold.ids)
        else:
            score.links.false += bool(best.ids)
            score.links.missed += bool(gold.ids)
            say(f"LINK     {text.text[gold.start : gold.end]!r} {gold.ids} got {best.ids}")
    for index, one in enumerate(wanted):
        if index not in used:
            score.mentions.false += 1
            score.links.false += bool(one.ids)
            say(f"EXTRA    {one.text!r} {one.ids}")
    score_names(text, got, score)


def score_names(text: annotated.Text, got: list[Mention], score: Score) -> None:
    named = dict(text.names)
    found = [one for one in got if one.type in ("state", "organ", "place")]
    for one in found:
        if one.text in named:
            score.names.hit += named[one.text] in one.ids
            score.names.false += named[one.text] not in one.ids
    seen = {one.text for one in found}
    score.names.missed += sum(1 for wording in named if wording not in seen and not any(wording in one for one in seen))


def related(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in GROUPS)


def matching(gold: annotated.GoldClaim, judged: list[Judged]) -> list[Judged]:
    return [
        one
        for one in judged
        if overlap(one.claim, gold) > 0.25 * min(gold.end - gold.start, one.claim.end - one.claim.start)
        and related(one.claim.kind, gold.kind)
    ]


def score_claims(text: annotated.Text, judged: list[Judged], score: Score, say) -> None:
    """Each annotated claim takes the claim that agrees best; a contradiction that no annotation bears out is false."""
    borne: set[int] = set()
    for gold in text.claims:
        fitting = matching(gold, judged)
        words = {one.verdict.word for one in fitting}
        if gold.kind == "opinion":
            score.opinions += 1
            continue
        right = [one for one in fitting if one.verdict.word == gold.verdict]
        borne |= {id(one) for one in right}
        if right:
            score.verdicts[gold.verdict].hit += 1
        else:
            score.verdicts[gold.verdict].missed += 1
            what = "; ".join(f"{one.verdict.word}: {one.verdict.says}" for one in fitting)
            quote = text.text[gold.start : gold.end]
            say(
                f"CLAIM    {gold.kind} {gold.verdict} {gold.about} {quote!r} got {words or '-'} {what[:300]}", gold.kind
            )
    for one in judged:
        word = one.verdict.word
        if id(one) in borne or word in ("not_checkable", "not_in_corpus"):
            continue
        gold_here = [gold for gold in text.claims if one in matching(gold, [one])]
        opinion = [
            g
            for g in text.claims
            if g.kind == "opinion" and overlap(g, one.claim) > 0.6 * (one.claim.end - one.claim.start)
        ]
        if opinion and word != "definitional":
            score.judged_opinions += 1
        if gold_here and any(gold.verdict == word for gold in gold_here):
            continue
        score.verdicts[word].false += 1
        say(
            f"WRONG    {one.claim.kind} {word} {one.claim.about} {one.claim.text!r} {one.claim.said} "
            f"neg={one.claim.negated} :: {one.verdict.says}",
            one.claim.kind,
        )


def evaluate(part: str, prefix: str, say) -> Score:
    world = foedera.load().world
    score = Score()
    for text in chosen(part, prefix):
        mentions, judged = read(world, text)
        score_mentions(text, mentions, score, lambda line, kind=None, name=text.id: say(name, line, kind))
        score_claims(text, judged, score, lambda line, kind=None, name=text.id: say(name, line, kind))
    return score


def chosen(part: str, prefix: str) -> list[annotated.Text]:
    """The texts of a part whose id starts so."""
    return [text for text in annotated.load(part) if text.id.startswith(prefix)]


def report(part: str, texts: int, score: Score) -> None:
    print(f"{part}: {texts} texts")
    print(f"  {'':26}{'precision':36}recall")
    rows = [("mentions", score.mentions), ("links", score.links), ("names", score.names)]
    rows += [
        (f"verdict {word}", score.verdicts[word])
        for word in ("contradicted", "supported", "partly", "definitional", "not_in_corpus")
    ]
    for name, count in rows:
        print(f"  {name:26}{count.precision():36}{count.recall()}")
    print(f"  opinions wrongly judged   {score.judged_opinions} of {score.opinions}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("frozen", "open"))
    parser.add_argument("text", nargs="?", default="", help="only texts whose id starts so")
    parser.add_argument("-v", action="store_true", help="show every difference")
    parser.add_argument("--kind", default=None, help="show only differences of this kind of claim")
    options = parser.parse_args()

    def say(name: str, line: str, kind: str | None) -> None:
        if options.v and (options.kind is None or options.kind == kind):
            print(f"{name:11} {line}")

    for part in ("frozen", "open") if options.part is None else (options.part,):
        report(part, len(chosen(part, options.text)), evaluate(part, options.text, say))


if __name__ == "__main__":
    main()
