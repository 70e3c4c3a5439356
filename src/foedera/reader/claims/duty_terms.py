"""On what terms a duty is said to be owed: how freely, how soon, how far, on request, against whom, about what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.checks.matters import matters_in
from foedera.reader.claims.duty_parts import STATE, TROOPS, WORD
from foedera.reader.records import DutySaid

if TYPE_CHECKING:
    from foedera.reader.claims.covering import Covered
    from foedera.reader.claims.duty_parts import Content

_AUTOMATIC = re.compile(
    r"(?i)\bautomatic(?:ally|ity)?\b|\bwithout\s+(?:a\s+|any\s+)?(?:vote|debate|further\s+ado|choice)\b|"
    r"\bno\s+choice\b|\bwhether\s+(?:it|they)\s+(?:\w+\s+){1,3}or\s+not\b|"
    r"\bgo(?:es|ing)?\s+to\s+war\b|\bof\s+(?:its|their)\s+own\s+accord\b|\bleav\w+\s+(?:\S+\s+){0,2}?no\s+"
    r"(?:option|choice|discretion|"
    r"room)\b|\bunconditional(?:ly)?\b|\binto\s+(?:war|battle)\b|\bby\s+itself\b"
)
_FREE = re.compile(
    rf"(?i)\bleav\w+\s+(?:it\s+|the\s+\w+\s+)?(?:up\s+)?to\s+(?:each|every|the|its|individual|member|{STATE})|"
    r"\bas\s+(?:it|they|each)\s+(?:\w+\s+)?(?:deems?|sees?|thinks?|considers?|judges?)\b|"
    r"\b(?:deems?|sees?|thinks?|considers?|finds?)\s+(?:it\s+)?(?:fit|necessary|appropriate|best|proper)\b|"
    r"\bfree\s+to\s+(?:choose|decide|determine|act)|\bdiscretion\b|\bof\s+(?:its|"
    r"their)\s+(?:own\s+)?choosing\b|"
    r"\b(?:decides?|chooses?|judges?|determines?)\s+(?:for\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|"
    r"itself|how|"
    r"what|whether)\b|\bup\s+to\s+(?:each|every|the\s+individual)\b"
)
_WHETHER = re.compile(
    rf"(?i)\bwhether\s+(?:or\s+not\s+)?(?:(?:it|they|to|each)\s+)(?:\w+\s+)?(?:helps?|assists?|acts?|responds?|"
    rf"reacts?|aids?|"
    rf"do(?:es)?\s+anything|com(?:e|es)\s+to|defends?)\b|\bwhether\s+{STATE}+\s+(?:helps|acts|comes|responds)\b|"
    rf"\bif\s+at\s+all\b|"
    r"\bwhether\s+(?:it|they)\s+(?:\w+\s+)?at\s+all\b"
)
_IMMEDIATE = re.compile(
    r"(?i)\b(?:at\s+once|immediate(?:ly)?|without\s+(?:any\s+)?delay|prompt(?:ly)?|forthwith|straight\s*away|"
    r"right\s+away|"
    r"instant(?:ly)?|speed(?:y|ily)|swift(?:ly)?|urgent(?:ly)?|on\s+the\s+spot|delay)\b"
)
_ALL_MEANS = re.compile(
    r"(?i)\b(?:(?:by|with|using)\s+all\s+(?:the\s+|its\s+|their\s+|our\s+|available\s+|possible\s+|"
    r"of\s+its\s+)*means|all\s+(?:the\s+)?means|every\s+(?:\w+\s+)?means|everything\s+(?:\w+\s+"
    r"){0,3}(?:disposal|has|have|power|"
    r"possesses?)|all\s+(?:its|their|our)\s+(?:might|means|forces)|(?:full|whole|entire)\s+(?:weight|strength|"
    r"might))\b"
)
_TROOPS = re.compile(rf"(?i)\b(?:send|dispatch|despatch|commit)\w*\s+(?:of\s+)?(?:{WORD}\s+){{0,4}}?{TROOPS}")
_REQUESTED = re.compile(
    r"(?i)\b(?:(?:only|solely)\s+(?:on|upon|after|if|when|at)\s+(?:\w+\s+){0,4}?(?:request\w*|ask\w*)|(?:on|"
    r"upon|at|after|"
    r"following)\s+(?:an?\s+|the\s+|its\s+)?(?:\w+\s+){0,2}?request|must\s+(?:first\s+)?(?:ask|request)|has\s+to\s+"
    r"(?:ask|request)|(?:if|when|once)\s+(?:\w+\s+){0,3}?(?:asks?|requests?|asked|requested)\b(?!\s+about))"
)
_UNREQUESTED = re.compile(
    r"(?i)\b(?:(?:without|needs?\s+no|requires?\s+no|no)\s+(?:being\s+asked|(?:any\s+|an?\s+|so\s+much\s+as\s+"
    r"an?\s+|prior\s+)*"
    r"(?:\w+\s+)?request)|unasked|unbidden|(?:nobody|no\s+one)\s+(?:having|has)\s+to\s+ask|"
    r"whether\s+(?:or\s+not\s+)?(?:it|they|anyone)\s+(?:asks?|has\s+asked)\b)"
)
_ANYBODY = re.compile(
    r"(?i)\b(?:against|attacked\s+by|by|from)\s+(?:any|whatever|whichever|all)\s+(?:\w+\s+)?(?:aggressors?|"
    r"attackers?|states?|"
    r"powers?|country|countries|enem\w+|quarter|foes?|assailants?)\b|\bagainst\s+(?:whomever|whoever|anybody|"
    r"anyone)\b|"
    r"\bwhoever\s+(?:the\s+(?:attacker|aggressor|enemy)|attacks)\b|\b(?:no\s+matter|regardless\s+of|"
    r"irrespective\s+of)\s+"
    r"(?:who|which\s+(?:state|country|power))\b"
)
_NAMED = re.compile(
    rf"(?i)\b(?:(?:help|aid|assist\w*|defen\w+|protect\w*|act\w*|support)\b(?:\s+(?!and\b){WORD}){{0,3}}?\s+"
    rf"against|attacked\s+by|"
    rf"(?:attacks?|aggression|invasion)\s+by)\s+(?:an?\s+|the\s+)?(?P<foe>{STATE}+)(?!['’])"
)
_EXCEPTED = re.compile(r"(?i)\b(?:except|apart\s+from|other\s+than|save\s+for|exempt\w*|but\s+not)\b.*")
_REPEATED = re.compile(
    r"(?i)\b(?:tighten|widen|broaden|extend|reaffirm|repeat|confirm|reiterat|strengthen|renew|recall|toughen)\w*"
)
_TIMED = ("defence", "consultation", "diplomatic_assistance")
_ABOUT = 60


def duty_said(
    covered: Covered, content: Content, place: tuple[int, int], scope: tuple[int, int], modality: str | None
) -> DutySaid:
    """The duty of a content whose words stand at a place, on the terms that the stretch around it tells."""
    text, kind = covered.text[scope[0] : scope[1]], content.kind
    is_help = kind == "defence"
    discretion = _discretion(text) if is_help else None
    if (kind == "consultation" or discretion in ("free", "whether")) and modality == "may":
        modality = None
    return DutySaid(
        kind,
        modality,  # type: ignore[arg-type]
        discretion,  # type: ignore[arg-type]
        "immediate" if kind in _TIMED and _IMMEDIATE.search(text) else None,
        _extent(text) if is_help else None,  # type: ignore[arg-type]
        _request(text) if is_help else None,  # type: ignore[arg-type]
        _against(covered, scope) if is_help else (),
        _matters(covered, kind, place, scope),
    )


def _discretion(text: str) -> str | None:
    if ("whether" in text or "at all" in text) and _WHETHER.search(text):
        return "whether"
    return "free" if _FREE.search(text) else "automatic" if _AUTOMATIC.search(text) else None


def _extent(text: str) -> str | None:
    if _ALL_MEANS.search(text):
        return "all_means"
    return "troops" if _TROOPS.search(text) else None


def _request(text: str) -> str | None:
    if not any(letters in text for letters in ("request", "ask", "unbidden", "unsolicited")):
        return None
    return "none" if _UNREQUESTED.search(text) else "required" if _REQUESTED.search(text) else None


def _against(covered: Covered, scope: tuple[int, int]) -> tuple[str, ...]:
    """The attackers named, or any state whatever."""
    if not any(letters in covered.text for letters in ("against", " by ", "from", "whoever", "regardless", "matter")):
        return ()
    if _ANYBODY.search(covered.text, *scope):
        return ("any_state",)
    named = _NAMED.search(covered.text, *scope)
    if named is None:
        return ()
    since, until = covered.frame.base + named.start("foe"), covered.frame.base + named.end("foe")
    return tuple(one.id for one in covered.frame.named("state", since=since, until=until) if one.id)


def _matters(covered: Covered, kind: str, place: tuple[int, int], scope: tuple[int, int]) -> tuple[str, ...]:
    """What the duty is about more closely; words that only extend an older ban name nothing new."""
    since, until = scope
    if kind == "sanction":
        text = _EXCEPTED.sub("", covered.text[since:until])
        return () if _REPEATED.search(text) else matters_in(text, kind)
    return matters_in(covered.text[max(since, place[0] - _ABOUT) : min(until, place[1] + _ABOUT)], kind)
