"""Who says it: the author, somebody in quotation marks, or somebody whose words are reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from foedera.reader.records import Speaker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from foedera.reader.records import Mention
    from foedera.reader.tokens import Sentence

_SAYING = (
    r"said|says|say|told|tells|claimed|claims|claim|argued|argues|argue|stressed|stresses|assured|assures|insisted|insists|insist|stated|states|"
    r"wrote|writes|declared|declares|added|adds|noted|notes|announced|announces|maintained|maintains|maintain|believes|believe|warned|warns|warn|complained|"
    r"complains|conceded|concedes|denied|denies|recalled|recalls|explained|explains|reported|reports|report|replied|replies|answered|answers|pointed out|"
    r"points out|asserted|asserts|assert|suggested|suggests|suggest|reminded|reminds|observed|observes|remarked|contended|contends|contend|boasted|boasts|"
    r"emphasi[sz]ed|emphasi[sz]es|underlined|underlines|reiterated|repeated|repeats|alleged|alleges|allege|acknowledged|admitted|admits|went on|continued|confirmed|confirms|"
    r"promised|promises|vowed|pledged|describes?|described|calls?|called|likes? to report|like to say|protested|corrected|countered|quipped|hold|holds"
)
_ASSURING = frozenset(("assured", "assures", "promised", "promises", "vowed", "denied", "denies", "pledged", "reiterated"))
_FRONT = re.compile(
    rf"^(?P<who>[^,;:“\"]{{2,90}}?(?:,[^,;:“\"]{{2,60}},)?)\s+(?:(?:has|have|had|also|publicly|repeatedly|later|then|now|once|likewise|openly|rightly|wrongly|even|still)\s+){{0,3}}"
    rf"(?P<verb>{_SAYING})\b(?:\s+(?:\w+\s+){{0,3}}?that\b|\s*[,:]|\s+(?:the|a|reporters|journalists|parliament|lawmakers|deputies|members|colleagues|us|me|him|it|they|its|in|on|this|[“\"])\b|\s+[“\"])"
)
_ACCORDING = re.compile(r"(?i)\b(?:according to|in the words of|in the view of|in the opinion of)\s+(?P<who>[^,;.“\"]{3,80})")
_BACK = re.compile(
    rf"[,”\"’]\s*[”\"]?\s*(?P<who>(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Ii]ts |[A-Z])[^,;:“”\"]{{1,80}}?)\s+(?:has |have |had |also |publicly |repeatedly |later |then )?(?P<verb>{_SAYING})\b[^“\"]{{0,50}}[.!?,]?\s*$"
)
_BACK_INVERTED = re.compile(rf"[,”\"]\s*(?P<verb>{_SAYING})\s+(?P<who>[^,;:“”\"]{{3,80}})[,.]")
_LABEL = re.compile(r"^(?P<who>(?:THE |The |Q\b|A\b)?[A-Z][\w.’' -]{0,40})\s*[:.]\s+(?=[“\"A-Z])")
_OPEN, _CLOSE = "“«", "”»"


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
        text = sentence.text
        named = tuple(mentions)
        self.spans = self._quotes(sentence)
        self.reported = None
        if (label := _LABEL.match(text)) and len(label["who"]) > 1 and label["who"].upper() == label["who"]:
            self.label = _speaker(sentence, label, named, "reported")
        for pattern, begins, ends in ((_ACCORDING, 0, 0), (_BACK, 0, 1), (_BACK_INVERTED, 0, 1), (_FRONT, 1, 0)):
            match = pattern.search(text)
            if match is None or _is_text(match["who"]):
                continue
            speaker = _speaker(sentence, match, named, "reported")
            since = sentence.start + match.end("verb") if begins else sentence.start
            until = sentence.start + match.start("who") if ends else sentence.end
            self.reported = (since, until, speaker)
            self.speaker = speaker
            break

    def at(self, start: int, end: int) -> Speaker:
        """Who says the words from one place to another."""
        if any(since <= start and end <= until or _mostly(since, until, start, end) for since, until in self.spans):
            who = self.reported[2] if self.reported else self.speaker
            return Speaker("quoted", who.text, who.id, who.assures) if who else Speaker("quoted", "a quoted speaker")
        if self.reported and self.reported[0] <= start < self.reported[1]:
            return self.reported[2]
        return self.label or Speaker()

    def _quotes(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Stretches in quotation marks; of an odd straight mark the rest of the passage is taken as quoted."""
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


def _mostly(since: int, until: int, start: int, end: int) -> bool:
    return min(until, end) - max(since, start) > 0.6 * (end - start)


def _is_text(who: str) -> bool:
    """Whether what "says" it is a text ("Article 4 states that"), not somebody."""
    return bool(re.search(r"(?i)\b(article|paragraph|treaty|pact|accord|agreement|text|document|declaration|clause|charter|resolution|it|which|that|instrument|memorandum|preamble)\b\s*$", who))


def _speaker(sentence: Sentence, match: re.Match[str], mentions: tuple[Mention, ...], manner: str) -> Speaker:
    since, until = sentence.start + match.start("who"), sentence.start + match.end("who")
    inside = [one for one in mentions if since <= one.start < until and one.type in ("state", "organ", "person")]
    verb = match.groupdict().get("verb") or ""
    who = re.sub(r"^(?:and|but|while|as|yet|still)\s+", "", match["who"].strip(), flags=re.IGNORECASE)
    return Speaker(manner, who, inside[0].id if inside else None, verb in _ASSURING)  # type: ignore[arg-type]
