"""Who says it: the author, somebody in quotation marks, or somebody whose words are reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from foedera.reader.records import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.reader.records import Mention
    from foedera.reader.tokens import Sentence

_VERBS = (
    "say|tell|claim|argue|stress|assure|insist|state|write|declare|add|note|announce|maintain|believe|warn|complain|"
    "concede|deny|recall|explain|report|"
    "reply|answer|assert|suggest|remind|observe|remark|contend|boast|emphasise|emphasize|underline|reiterate|repeat|"
    "allege|acknowledge|admit|confirm|promise|"
    "vow|pledge|protest|counter|object|interrupt|shout|fear|expect|predict|think|find|conclude|affirm|signal|hint|"
    "comment|lament|agree|describe|call|counts?|"
    "notice|point out|go on|interject|quip|mutter|swear|hope|estimate|hold|charge|accuse|protest"
)
_PAST = (
    "said|told|wrote|went on|thought|found|held|swore|had it|pointed out|says|tells|goes on|has it|denied|denies|"
    "replied|replies|counted"
)


def _forms() -> str:
    made = []
    for verb in _VERBS.split("|"):
        stem = verb.removesuffix("e")
        made += [verb, f"{verb}s", f"{stem}ed", f"{verb}d"]
        if verb.endswith("it"):
            made.append(f"{verb}ted")
    return "|".join(sorted({*made, *_PAST.split("|")}, key=len, reverse=True))


_NOUNS = frozenset(
    """state notice hope note call report answer protest charge comment estimate find hold swear count counts add
    tell promise pledge vow notices holds""".split()
)
_SAYING = "|".join(form for form in _forms().split("|") if form not in _NOUNS)
_ASSURING = re.compile(r"assur|promis|vow|den[iy]|pledg|reiterat|swor|swear")
_ADVERBS = (
    r"(?:(?:has|have|had|also|publicly|repeatedly|later|then|now|once|likewise|openly|rightly|wrongly|even|still|"
    r"never|always|often|\w+ly)\s+){0,3}"
)
_WHO = (
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Oo]ur|[Yy]our|[Mm]y|[Tt]heir|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Tt]wo|"
    r"[Aa]nother|[Oo]ne|[Bb]oth)\s[^,;:“”\"()]{2,70}?|[A-Z][^,;:“”\"()]{1,60}?|he|she|they|He|She|They"
)
_NO_DEAL = r"(?!conclud\w*\s+(?:the|an?|its|their|this|it|two|[A-Z]))"
"""What tells "concluded that ..." from "concluded their treaty"."""
_FRONT = re.compile(
    rf"^(?P<lead>(?:[A-Z]{{3,}}\s+[-–—]\s+|(?:[^,;:“”\"]{{0,70}},\s+){{1,2}}|(?:[Ss]ir|[Dd]ear "
    rf"\w+),\s*)?)(?P<who>{_WHO})(?P<gap>,[^,;:“”\"]{{2,70}},)?\s+{_ADVERBS}{_NO_DEAL}(?P<verb>{_SAYING})\b"
    rf"(?P<rest>\s+(?:\w+\s+){{0,5}}?that\b|\s*[,:]\s|\s*\(|\s+(?:the|an?|reporters|journalists|parliament|lawmakers|"
    rf"deputies|me|us|him|her|it|they|its|in|on|this|to|how|those|his|their)\b|\s+[“\"A-Z])"
)
_MIDDLE = re.compile(
    rf"(?:^As\s+|(?:,|[”\"])\s+(?:as\s+)?)(?P<who>{_WHO})\s+{_ADVERBS}{_NO_DEAL}(?P<verb>{_SAYING})\b(?P<rest>[^,;:“”\"]{{0,45}})(?:[,.;]|$)"
)
_INVERTED = re.compile(
    r"[,”\"]\s+(?P<verb>said|says|wrote|writes|added|adds|argued|noted|insisted|warned|"
    r"explained)\s+(?P<who>[^,;:“”\"]{3,80}?)(?:[,.]|$)"
)
_ACCORDING = re.compile(
    r"(?i)\b(?:according to|in the words of|in the (?:view|opinion|reading) of|for(?= (?:many|some|most) (?:\w+ )?"
    r"(?:analysts|writers|critics|experts|historians|lawyers|observers|officials|scholars)))\s+(?P<who>[^,;.“\"]{3,80})"
)
_OWN = re.compile(r"\b(?:[Ii]n|[Tt]o)\s+(?P<who>his|her|their)\s+(?:own\s+)?(?:view|opinion|reading|words|mind|eyes)\b")
_LABEL = re.compile(
    r"^\W*(?P<who>(?:[A-Z][\w.’'-]*\s+){0,4}?(?:Q|A|Question|Answer|Reporter|Journalist|Correspondent|Moderator|"
    r"Interviewer|Host|Spokes(?:person|man|woman)|"
    r"(?:\w+\s)?Secretary|(?:\w+\s)?Minister|President|Ambassador|Chair(?:man|woman)?|Senator|Deputy|Delegate|"
    r"General|Professor|Speaker|QUESTION|ANSWER|REPORTER|JOURNALIST|CORRESPONDENT|MODERATOR|INTERVIEWER|HOST|"
    r"SPOKES(?:PERSON|MAN|WOMAN)|SECRETARY|MINISTER|PRESIDENT|AMBASSADOR|CHAIR(?:MAN|WOMAN)?|SENATOR|PROFESSOR|SPEAKER)"
    r"(?:\s+[A-Z][\w’'-]+){0,2})\s*:\s+(?=[“\"A-Z])"
)
_NOBODY = re.compile(
    r"(?i)^(?:if|in|on|under|at|by|with|when|while|signed|concluded|perhaps|since|after|before|as|to|from|during|of|"
    r"we|i|one|nobody|somebody|which|that|it|what|whether|should|members|article|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|several|all|no|"
    r"according|there|here|this|these|those|both|neither|for)\b(?!\s+\w+\s+official)"
)
_TEXTS = re.compile(
    r"(?i)\b(articles?\s?[\dIVX()]*|paragraphs?\s?\d*|treaty|treaties|pact|accord|agreement|text|document|"
    r"declaration|clause|charter|resolution|it|which|that|instrument|memorandum|preamble|"
    r"footnote|signatures?|parties|party|provision|article \w+)\s*$"
)
_OPEN, _CLOSE = "“«", "”»"
_PRONOUNS = frozenset(("he", "she", "they", "his", "her", "their"))
_MOST = 0.6


@dataclass(slots=True)
class Voices:
    """Who is heard in a passage: open quotation marks and the last speaker carry on from sentence to sentence."""

    quoting: bool = False
    speaker: Speaker | None = None
    label: Speaker | None = None
    spans: list[tuple[int, int]] = field(default_factory=list)
    reported: tuple[int, int, Speaker] | None = None

    def hear(self, sentence: Sentence, mentions: Iterable[Mention]) -> None:
        """Take in the next sentence."""
        named = tuple(mentions)
        self.spans = self._quotes(sentence)
        self.reported = None
        if label := _LABEL.match(sentence.text):
            self.label = self.speaker = _speaker(sentence, label, named)
        for pattern in (_ACCORDING, _MIDDLE, _FRONT, _INVERTED, _OWN):
            match = pattern.search(sentence.text)
            if match and _is_somebody(match["who"]) and self._is_outside(sentence.start + match.start("who")):
                self.reported = self._report(sentence, match, named, front=pattern is _FRONT)
                break

    def _is_outside(self, place: int) -> bool:
        return not any(since < place < until for since, until in self.spans)

    def _report(
        self, sentence: Sentence, match: re.Match[str], named: tuple[Mention, ...], *, front: bool
    ) -> tuple[int, int, Speaker]:
        verb = match.groupdict().get("verb") or ""
        if match["who"].lower() in _PRONOUNS and self.speaker:
            speaker = replace(self.speaker, assures=bool(_ASSURING.match(verb)))
        else:
            speaker = _speaker(sentence, match, named)
        self.speaker = speaker
        since = sentence.start + match.end("verb") if front else sentence.start
        return since, sentence.end, speaker

    def at(self, start: int, end: int) -> Speaker:
        """Who says the words from one place to another."""
        if any(min(until, end) - max(since, start) > _MOST * (end - start) for since, until in self.spans):
            who = self.reported[2] if self.reported else self.speaker
            return replace(who, manner="quoted") if who else Speaker("quoted", "a quoted speaker")
        if (
            self.reported
            and self.reported[0] <= end
            and start < self.reported[1]
            and (start + end) // 2 >= self.reported[0]
        ):
            return self.reported[2]
        return self.label or Speaker()

    def _quotes(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Stretches in quotation marks; an open mark quotes on into the next sentences of the passage."""
        spans: list[tuple[int, int]] = []
        since = sentence.start if self.quoting else None
        for index, letter in enumerate(sentence.text):
            here = sentence.start + index
            if letter in _OPEN or (letter == '"' and since is None):
                since = here if since is None else since
            elif since is not None and (letter in _CLOSE or letter == '"'):
                spans.append((since, here + 1))
                since = None
        self.quoting = since is not None
        if since is not None:
            spans.append((since, sentence.end))
        return spans


def _is_somebody(who: str) -> bool:
    return not _TEXTS.search(who) and not _NOBODY.match(who)


def _speaker(sentence: Sentence, match: re.Match[str], mentions: tuple[Mention, ...]) -> Speaker:
    since, until = sentence.start + match.start("who"), sentence.start + match.end("who")
    inside = [one for one in mentions if since <= one.start < until and one.type in ("state", "organ", "person")]
    verb = match.groupdict().get("verb") or ""
    who = re.sub(r"^(?:and|but|while|as|yet|still)\s+", "", match["who"].strip(), flags=re.IGNORECASE)
    return Speaker("reported", who, inside[0].id if inside else None, bool(_ASSURING.match(verb)))
