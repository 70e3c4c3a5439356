"""Words for how many take part, and for what that many do."""

from __future__ import annotations

import re

from foedera.reader.claims.amounts import NUMBER

NOUN = (
    r"(?P<noun>member[\s-]?(?:states|countries|nations|governments)|members|allies|(?:contracting\s+|state\s+)?parties|"
    r"signator(?:ies)|(?:signatory|founding)\s+(?:states|countries|nations|powers)|founders|partners|participants|"
    r"nations|states|"
    r"countries|governments|capitals|powers|democracies|republics|(?:foreign\s+)?ministers|signatures|names|"
    r"heads\s+of\s+state)"
)
COUNT_NEEDS = tuple(
    (
        "member|allies|parties|signator|founders|partners|participants|nations|states|countries|governments|"
        "capitals|powers|democracies|republics|ministers|signatures|names|heads of"
    ).split("|")
)
COUNT = re.compile(
    rf"(?i)\b(?P<number>{NUMBER})\s+(?P<kind>(?:(?:original|founding|full|current|present|remaining|communist|"
    rf"socialist|"
    rf"European|sovereign|independent|different|West\s+African|"
    rf"\w+-(?-i:[A-Z])\w+|[A-Z][\w.]*)\s+){{0,2}}?){NOUN}\b(?!\s+of\s+(?:parliament|congress|"
    r"staff))"
)
BLOC_NEEDS = tuple("-member|-nation|-state|-country|-party|-strong|-power|strong".split("|"))
BLOC = re.compile(
    rf"(?i)\b(?P<number>{NUMBER})(?:-(?P<noun>member|nation|state|country|party|strong|power)|"
    rf"\s+(?:members?|countries|states|nations|allies|parties)\s+(?P<strong>strong))\b"
    r"(?:\s+(?:defen[cs]e|military|security|regional|western|atlantic))?(?:\s+(?P<head>alliance|bloc|pact|treaty|"
    r"organi[sz]ation|"
    r"club|grouping|group|agreement|accord|arrangement|charter|body|union))?"
)
_SIZE = (
    r"(?:membership|(?:total\s+)?number\s+of\s+(?:its\s+)?(?:members?|parties|allies|partners|member\s+states|"
    r"signatories|states|"
    r"countries|founders|NATO\s+\w+)|its\s+members|(?:roll|list)\s+of\s+(?:members|parties))"
)
STANDS_NEEDS = tuple("member|number|roll|list".split("|"))
STANDS = re.compile(
    rf"(?i)\b{_SIZE}\s+(?:[\w’'-]+\s+){{0,8}}?(?:(?:to|at|by)\s+)?(?:stands?\s+at|stood\s+at|is|was|rose\s+to|"
    rf"grew\s+to|reached|"
    rf"number(?:s|ed)?|to|at|comes\s+to|came\s+to)\s+(?:now\s+|only\s+|just\s+|"
    rf"exactly\s+)?(?P<number>{NUMBER})\b(?!\s*(?:%|percent|per\s+"
    r"cent|years|january|february|march|april|may|june|july|august|september|october|november|december))"
)
_BEEN = r"(?:(?:always|never|only|ever|long|so\s+far|at\s+no\s+time|now)\s+){0,2}"
_HAS = (
    rf"\b(?:(?:has|have|had)(?:\s+{_BEEN}(?:had|counted|numbered|included|comprised))?|counts?|counted|number(?:s|"
    rf"ed)?|numbering|"
    r"unites?|united|comprises?|comprised|binds?|bound|ties?|tied|groups?|grouped|brings\s+together|brought\s+together|"
    r"consists\s+of|consisted\s+of|is\s+made\s+up\s+of|includes|links|involves?|between|among|of|joins|covers|embraces|"
    r"embraced|boasts|"
    r"boasted|(?P<first>(?:start(?:ed|s)|began|begins|set)\s+(?:out\s+|off\s+|life\s+)?(?:with|as)|opened\s+with)|with|"
    r"(?:(?:has|had)\s+)?(?:grown|grew|swelled|swollen|expanded|risen|rose|shrunk|doubled|tripled|shrank)(?:\s+in\s+size)?\s+to|is\s+down\s+to|"
    r"was\s+reduced\s+to|"
    r"stands\s+at|bears?|bore|carries|carried|needs?|needed|took)"
)
ADVERB = (
    r"(?:(?:now|today|only|just|then|currently|exactly|precisely|more\s+than|over|at\s+least|about|around|some|"
    r"nearly|almost|"
    r"roughly|initially|originally|at\s+first|no\s+fewer\s+than|no\s+less\s+than|as\s+many\s+as|no\s+more\s+than|the|"
    r"its|a\s+total\s+of|"
    r"all|of)\s+){0,2}"
)
VERB = re.compile(rf"(?i)(?P<verb>{_HAS})\s+{ADVERB}$")
LONE_NEEDS = tuple("has |have |had |count|number|stands|grown|grew|swelled|rose|risen".split("|"))
LONE = re.compile(
    rf"(?i)\b(?:(?:has|have|had)(?:\s+{_BEEN}had)?|counts?|numbers?|numbered|stands\s+at|(?:has\s+)?(?:grown|grew|"
    rf"swelled|rose|risen)\s+to)"
    rf"\s+(?:(?:no\s+more\s+than|only|just|exactly|now|today|some)\s+)?(?P<number>{NUMBER})(?=\s*(?:$|[.;)]|,\s|"
    rf"(?:today|now|then|at\s+present)\b))"
)
"""A number without a noun: "It has had no more than three"."""
CIRCLE_NEEDS = (" of ",)
CIRCLE = re.compile(
    r"(?i)\b(?:an?|the|this|that|its|as)\s+(?:\w+\s+)?(?:pact|club|circle|group|alliance|bloc|band|family|league|"
    r"treaty|partnership|trio|"
    rf"arrangement|affair|union)\s+of\s+(?:just\s+|only\s+|now\s+)?(?P<number>{NUMBER})\b(?!\s+(?:[a-z]{{3,}}|[A-Z]))"
)
"""As in: "a club of twelve"."""
ALL = re.compile(
    r"(?i)\b(?P<det>all|the|its|their|each\s+of\s+the|each\s+of\s+its|of\s+(?:the|its)|all\s+of\s+the|all\s+the|"
    r"['’]s|['’])\s+$"
)
PART = re.compile(
    r"(?i)\b(?:half|most|some|many|few|none|several|majority|minority|fifth|quarter|third|thirds|percent|per\s+cent|"
    r"one|two|"
    r"three|four|five|rest|share|number)\s+of\s+(?:the\s+|its\s+|\w+['’]s?\s*)?$|\bof\s+\w+['’]$"
)
"""As in: "a fifth of NATO's 32 members": what is told is told of some."""
BY = re.compile(
    r"(?i)\b(?:signed|concluded|founded|ratified|agreed|joined|established|formed|set\s+up|issued|adopted|announced|"
    r"launched|created|"
    rf"made)\s+(?:\w+\s+){{0,3}}?(?:by|between|among)\s+(?:all\s+)?{ADVERB}$"
)
SIGN = re.compile(
    r"(?i)\s+(?:(?:have|had|then|first|also|originally|ever|actually|finally|together)\s+){0,2}(?:(?:met|gathered|"
    r"came\s+together|assembled|agreed|"
    r"sat\s+down|needed)\s+"
    r"[^;:.]{0,60}?to\s+)?(?:to\s+)?(?P<verb>sign(?:ed)?|ratified|put\s+their\s+(?:names?|signatures?|"
    r"hands?)\s+(?:to|under|on)|found(?:ed)?|"
    r"concluded|set\s+up|establish(?:ed)?|form(?:ed)?|create[d]?|issued|adopted|launched|announced|make|made)\b"
)
BOUND = re.compile(
    r"(?i)\s+(?:(?:are|were|have\s+been)\s+(?:now\s+|today\s+|still\s+)?(?:bound\s+by|part(?:y|ies)\s+to|"
    r"members\s+of|signatories\s+"
    r"(?:to|of)|in)|(?:now\s+|today\s+|still\s+)?belong(?:ed)?\s+to|have\s+joined|(?:take|took)\s+part\s+in|make\s+up|"
    r"(?:stand|stood)\s+(?:under|behind)|participate\s+in|share\s+in)\b"
)
OTHERS = re.compile(
    r"(?i)\b(?:other|another|new|further|more|additional|first|last|next|these|those|remaining|non-eu|eastern|"
    r"neutral|small|smaller|"
    r"large|largest|neighbou?ring|third|candidate)\b"
)
AT_FIRST = re.compile(
    r"(?i)\b(?:at\s+(?:its\s+|the\s+)?(?:founding|foundation|birth|creation|outset|start|launch|beginning|inception|"
    r"first)|originally|"
    r"initially|in\s+the\s+beginning|when\s+it\s+was\s+(?:founded|signed|formed|created)|from\s+the\s+(?:start|"
    r"outset))\b"
)
NOW = re.compile(r"(?i)\b(?:today|now|no\s+more\s+than|only|just|currently|at\s+present|these\s+days|exactly)\b")
THERE = re.compile(r"(?i)\b(?:there|we|they|you)\s+(?:are|were)\s+(?:now\s+|today\s+|then\s+)?$")
