"""Claims that an article is the one on withdrawal, entry into force, the area covered, and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from foedera.reader.claims import duty_verbs as v
from foedera.reader.claims.anchoring import holder
from foedera.reader.records import Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from foedera.reader.claims.covering import Anchor, Covered
from foedera.reader.records import Claim

_MAY = r"(?:may|can|could|is\s+(?:free|allowed|entitled)\s+to|are\s+(?:free|allowed|entitled)\s+to|to)"


def _topic(name: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(rf"(?i){pattern}")


_TOPICS = (
    _topic(
        "withdrawal",
        r"\b(?:how\s+(?:much\s+|long\s+a?\s*)?notice\b|withdraw(?:al|als|ing|s)?|denunciation|denounc(?:e|ed|es|"
        r"ing)|exit(?:s|ing)?|quit(?:s|ting)?|"
        r"depart(?:ure|ures|ing|s)?|secession|get(?:ting)?\s+out|walk(?:ing)?\s+(?:away|out)|pull(?:ing)?\s+out|"
        r"opt(?:ing)?\s+out|"
        r"leav(?:e|es|ing)(?=\s+(?:the\s+)?(?:Ψ|Φ|pact|treaty|alliance|club|organi|union|bloc)|\s*[,.\"”;]|"
        r"\s+(?:after|on|at|with|by|when|if|as|upon|one|a\s+year|must|has|is|are|may|would)\b)|"
        r"(?:year|month|day)s?['’]?s?\s+(?:of\s+)?(?:written\s+|prior\s+)?notice|notice\s+of\s+(?:withdrawal|"
        r"termination)|terminat(?:e|ion|ed|ing)|opt-?outs?)\b",
    ),
    _topic(
        "entry_into_force",
        r"\b(?:(?:entry|entr(?:y|ance)|coming|enters?|entering|come|comes)\s+in(?:to)?\s+force|ratif(?:ication|"
        r"ications|ied|y)|take\s+effect)\b",
    ),
    _topic(
        "duration",
        r"\b(?:duration|validity|(?:its|the|a|initial|fixed)\s+term(?!s)|length\s+of\s+the|how\s+long|"
        r"prolong(?:ation|ed)|automatic\s+(?:renewal|extension)|renewal|expir(?:y|ation))\b",
    ),
    _topic(
        "accession",
        r"\b(?:accession|acced(?:e|es|ing)|admission|admit(?:s|ted|ting)?|new\s+members|"
        r"join(?:ing)?\s+(?:the\s+)?(?:Ψ+|Φ+|pact|treaty|alliance|organi[sz]ation|club)|enlargement|(?:open|opens|"
        r"invite|invites)\s+(?:to\s+)?(?:other|any|new|further)\s+\w+|open\s+door|"
        r"how\s+(?:a\s+)?(?:\w+\s+)?(?:states?|countr(?:y|ies)|members)\s+joins?)\b",
    ),
    _topic("amendment", r"\b(?:amend(?:ment|ments|ing|ed)?|revision|revising|review\s+of\s+the)\b"),
    _topic(
        "registration",
        r"\b(?:registration|register(?:ed|ing)?)\b(?=[^.;:]{0,60}(?:Secretar|United\s+Nations|UN\b|Φ|Ψ)|"
        r"\s+of\s+treaties)",
    ),
    _topic("reservation", r"\breservations?\b(?!\s+about)"),
    _topic(
        "definition",
        r"\b(?:definitions?\s+of|defines?\s+(?:what\s+)?(?:aggression|an?\s+(?:armed\s+)?attack|assistance|"
        r"the\s+terms?|visiting|nuclear))\b",
    ),
    _topic(
        "organ",
        r"\b(?:(?:set(?:s|ting)?\s+up|creat(?:es|ed|ing|ion\s+of)|establish(?:es|ed|ing|ment\s+of)|institut(?:es|"
        r"ed)|founds?|founded)\s+(?:\w+\s+){0,4}?(?:council|commission|committee|secretariat|organs?|body|bodies)|"
        r"(?:council|commission|committee|Φ+)\b[^.;:]{0,50}?\b(?:creation|establishment|founding|foundation|"
        r"(?:set\s+up|established|created|founded)))\b",
    ),
    _topic(
        "area",
        r"\b(?:(?:which|what)\s+(?:places|territor(?:y|ies)|areas?|islands)\b|(?:where|whether)\s+(?:the\s+"
        r")?(?:Ψ+|treaty|pact|guarantee)\s+"
        r"applies|what\s+(?:counts|qualifies)\s+as\s+an\s+(?:armed\s+)?attack|what\s+is\s+covered|territorial\s+"
        r"(?:scope|reach|"
        r"application|limits)|geographic(?:al)?\s+(?:scope|reach|limits|area|"
        r"range|bounds)|(?:treaty|covered|defined)\s+area|area\s+(?:covered|of\s+application|to\s+which|"
        r"in\s+which)|(?:defin|delimit|describ|fix|nam|list|circumscrib|limit|"
        r"mark)\w*\s+(?:\w+\s+){0,3}?(?:territor(?:y|ies)|area|zone|region)s?\b|north\s+of\s+the\s+Tropic|"
        r"territor(?:y|ies)\s+(?:covered|to\s+which|in\s+question|protected|concerned))\b",
    ),
)
_HINT = tuple(
    "withdr denounc denunc exit quit depart leav get out walk pull terminat secession notice entry entr com "
    "ent force ratif tak duration validity term length how long prolong renewal automatic expir acce admi new "
    "join enlarge open invite amend revis review regist reserv defin set creat establish institut found "
    "council commission committee secretariat organ bod territor geograph treaty area cover which what where "
    "whether delimit describ fix nam list circumscrib limit mark north opt anyone anybody whoever those appl "
    "extend".split()
)
"""A sentence without a word that begins so tells no topic."""
_ABOUT = re.compile(
    r"(?i)\b(?:deals?|dealt|dealing|cover(?:s|ed|ing)?|govern(?:s|ed|ing)?|regulat(?:es?|ed|ing)|concern(?:s|"
    r"ed|ing)?|(?:is|are|was|were)\s+(?:about|on|devoted|the|dealt|covered|governed|regulated|found|addressed|"
    r"settled|set|laid|treated|handled|to\s+be\s+found|provided)|treat(?:s|ed)?|set(?:s|ting)?\s+(?:out|forth|"
    r"up)|handles?|"
    r"address(?:es|ed)?|provid(?:es|ed)\s+for|provision|lay(?:s|ing)?\s+down|laid\s+down|defin(?:es|ed|ing)|"
    r"fix(?:es|ed)|spell(?:s|ed)?\s+out|spelt\s+out|delimit\w*|circumscrib\w*|settl(?:es|ed)|allow(?:s|ed)?|"
    r"permit(?:s|ted)?|lets?|stipulat\w+|prescrib\w+|contains?|contained|demands?|"
    r"requires?|asks?\s+for|describ(?:es|ed)|stands?|stood|rules?\b|ruled|speaks?\s+of|open(?:s|ed)?|names?|"
    r"named|lists?|"
    r"listed|limits?|limited|confin\w+|restrict\w*|says?|states?|creat(?:es|ed)|establish(?:es|ed)|"
    r"institut(?:es|ed)|gives?|gave|grants?|foresees?|envisag\w+|has\s+(?:the|rules)|(?:matter|business|"
    r"subject)\s+of|rests?\s+on|rested\s+on|look\s+(?:in|at|to)|goes\s+back\s+to|owes)\b"
)
_ENABLED = re.compile(
    rf"(?i)\b{_MAY}\s+(?:\w+ly\s+|also\s+|only\s+)?(?:withdraw|leave|quit|denounce|exit|depart|terminate|walk|"
    rf"pull|get\s+out|accede|join|be\s+(?:left|denounced|terminated|amended|ended|admitted))\b|\b(?:anyone|"
    rf"anybody|a\s+(?:party|member|state)|whoever|those)\s+(?:wishing|wanting|who\s+wish\w*|"
    rf"who\s+wants?)\s+to\s+(?:leave|withdraw|quit|exit|join|accede)\b"
)
_FREED = re.compile(
    r"(?i)\b(?:anyone|anybody|a\s+(?:party|member|state)|whoever|those)\s+(?:wishing|wanting|who\s+wish\w*|"
    r"who\s+wants?)\s+to\s+(leave|withdraw|quit|exit)\b"
)
_PLACES = re.compile(
    r"(?i)^\s+(?:covers|covered|extends\s+to|extended\s+to|applies\s+(?:only\s+)?to|applied\s+to)\s+(?:the\s+|"
    r"only\s+)*(?:Ξ+|islands?\b|[Ω]+,?\s+and\s+the\s+(?:[A-Z]\w+|Ξ+)|(?:[A-Z]\w+\s+)?(?:islands|territory|"
    r"peninsula|strait)\b)"
)
_EVENT = re.compile(
    r"(?i)\b(?:invok(?:e|ed|es|ing)|announced|threaten(?:ed|s)?\s+to|decided|notified|withdrew|left|quit\s+the|"
    r"was\s+(?:approved|rejected|violated|breached)|accused|violat\w+|breach\w*)\b"
)
_APPOSED = re.compile(r"(?i)^\s*(?:,|\(|–|—)\s*(?:(?:which|that)\s+is\s+)?(?:the|its|a|an)\s+(?:\w+\s+){0,4}?$")
_CLAUSE = re.compile(r"(?i)\b(?:clause|article|provision|rule)\b")
_FAR, _NEAR, _TAIL = 130, 12, 60


def topics(covered: Covered) -> Iterator[Claim]:
    """Claims about what an article is the article on."""
    frame = covered.frame
    if not any(one.is_article for one in covered.anchors) or not _may_tell(covered):
        return
    done: set[tuple[str, tuple[str, ...]]] = set()
    for topic, start, end, anchor in _told(covered):
        key = (topic, anchor.subject.ids)
        if not anchor.subject.ids or anchor.chained or key in done:
            continue
        done.add(key)
        first, last = min(start, anchor.start), max(end, anchor.end)
        yield frame.claim(
            "has_article",
            frame.base + first,
            frame.base + last,
            anchor.subject,
            Said(word=topic),
            negated=_is_denied(covered, anchor, start, end),
            supposed=covered.text.rstrip('"”’) ').endswith("?"),
        )


def _may_tell(covered: Covered) -> bool:
    """A cheap test before the patterns."""
    return any(word.startswith(_HINT) for word in covered.words)


def _told(covered: Covered) -> Iterator[tuple[str, int, int, Anchor]]:
    """Every topic with the article that it is said to stand in."""
    for topic, pattern in _TOPICS:
        for match in pattern.finditer(covered.text):
            held = holder(covered, match.start(), match.end())
            if (
                held
                and held.anchor
                and held.anchor.is_article
                and _is_said(covered, held.anchor, held.side, *match.span())
            ):
                yield topic, match.start(), match.end(), held.anchor
    for match in _FREED.finditer(covered.text):
        held = holder(covered, match.start(), match.end())
        if held and held.anchor and held.anchor.is_article:
            yield "withdrawal", match.start(), match.end(), held.anchor
    for anchor in covered.anchors:
        if anchor.is_article and (places := _PLACES.match(covered.text[anchor.end :])):
            yield "area", anchor.end, anchor.end + places.end(), anchor


def _is_said(covered: Covered, anchor: Anchor, side: str, start: int, end: int) -> bool:
    """Whether words stand there that make the article one on the topic."""
    text = covered.text
    if side == "right":
        between = text[end : anchor.start]
        is_enabled = bool(_ENABLED.search(text[max(0, start - 40) : end]))
        return (
            len(between) < _FAR
            and not _EVENT.search(text[max(0, start - 60) : anchor.start])
            and (bool(_ABOUT.search(text[start : anchor.start])) or is_enabled or _is_demanded(text, anchor))
        )
    between = text[anchor.end : start]
    if _APPOSED.match(between) and _CLAUSE.search(text[anchor.end : end + _NEAR]):
        return True
    if len(between) > _FAR or _EVENT.search(between):
        return False
    is_prefixed = bool(v.PREFIX.search(text[max(0, anchor.start - _TAIL) : anchor.start]))
    return bool(_ABOUT.search(text[anchor.end : end])) or (
        is_prefixed and bool(_ENABLED.search(text[anchor.end : end]))
    )


def _is_demanded(text: str, anchor: Anchor) -> bool:
    """Whether the article is brought in by "as Article 11 demands"."""
    follows = re.match(
        r"\s+(?:demands|requires|provides|prescribes|lays\s+down|stipulates|has\s+it|says|allows)\b", text[anchor.end :]
    )
    return bool(follows and re.search(r"(?i)\bas\s+$", text[: anchor.start]))


def _is_denied(covered: Covered, anchor: Anchor, start: int, end: int) -> bool:
    low, high = min(start, anchor.end), max(end, anchor.start)
    between = covered.text[low:high] if start < anchor.start else covered.text[anchor.end : start]
    return bool(v.DENIED.search(between)) and not re.search(r"(?i)\b(?:without|nothing\s+(?:less|more))\b", between)
