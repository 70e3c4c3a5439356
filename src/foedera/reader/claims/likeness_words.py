"""Words that compare: what is like, the same, unlike, and the turns in which a sentence says so."""

from __future__ import annotations

import re

from foedera.reader.claims.subjects import DENIAL

STEMS = (
    *"""
    akin alike analog anticipat antithesis blueprint borrow clone compar contrar contrast copied copies copy
    correspond counterpart cousin deriv descend differ distinct diverg duplicat echo emulat equal equat
    equivalent foreshadow identical image imitat import inherit inspir lifted like match mimic mirror model
    opposite owes parallel paraphras pattern prefigur reappear recall recur rehash reinstat relative reminiscent
    repeat replica replicat reproduc resembl restor resurface resurrect return reviv same separat shares similar
    styled taken template tracks transcri transplant twin verbatim version worded""".split(),
    "word for word",
    "word-for-word",
    "translation",
    "same family",
    " apart",
    "close to",
    "in common",
    "far cry",
    "its cue",
    "lines of",
    " a par",
    "answer to",
    "same cloth",
    " took ",
    "depart",
    "word by word",
    "follow",
    "restat",
    "back to",
    "brings back",
    "brought back",
    "nothing to do",
    "way into",
    "as in",
    "as with",
    "just as",
    "much as",
    "interchang",
    "recogni",
    "coincid",
    "overlap",
    "lives on",
    "survives in",
    "roots in",
    "rooted in",
    "nicknamed",
    "dubbed",
    "sibling",
    "basically",
    "essentially",
    "practically",
)
"""Letters of which some stand in every sentence that compares."""
SAME = re.compile(
    r"(?i)\b(?:identical(?:ly)?|the\s+(?:very\s+)?same(?!\s+(?:logic|idea|spirit|principle|family|cloth|purpose|kind|"
    r"sort|category|approach|structure|pattern|lines?|vein|tradition)\b)|word[\s-](?:for|by)[\s-]word|verbatim|"
    r"letter[\s-](?:for|by)[\s-]letter|carbon[\s-]cop(?:y|ies)|exact(?:\s+\w+)?\s+(?:copy|replica)|duplicates?|"
    r"to\s+the\s+(?:letter|comma)|indistinguishable|clones?|no\s+different|copy[\s-](?:and[\s-])?paste|unchanged|"
    r"unaltered|wholesale|no\s+difference|(?:not|nor)\s+a\s+(?:comma|word|syllable)|in\s+no\s+way\s+differs?)\b"
)
UNLIKE = re.compile(
    r"(?i)\b(?:unlike|differ(?:s|ed|ent|ently|ing|ence|ences)?|dissimilar|in\s+contrast|contrasts?|contrary|"
    r"opposite|antithesis|apart|far\s+cry|depart(?:s|ed|ure)?|diverge[sd]?|deviate[sd]?|distinct|separate[sd]?|"
    r"distinguish(?:es|ed)?|nothing\s+to\s+do|break(?:s|ing)?\s+with|broke\s+with|far\s+removed|long\s+way|"
    r"nothing\s+like)\b"
)
_PAIRING = (
    r"(?:resembl|mirror|echo|parallel|match|imitat|mimic|duplicat|replicat|reproduc|emulat|foreshadow|prefigur|anticipat|"
    r"reviv|resurrect|reinstat|restor|reinstitut|paraphras)"
)
VERB = re.compile(
    r"(?i)\b(?:(?:word[\s-]for[\s-]word|verbatim|letter[\s-]for[\s-]letter),?\s+)?(?:"
    rf"{_PAIRING}(?:e|es|ed|s|ing)?|cop(?:y|ies|ied|ying)|repeat(?:s|ed|ing)?|transcrib(?:es|ed)|tracks|tracked|"
    r"follow(?:s|ed)|restat(?:es|ed)|recalls|(?:brings?|brought)\s+back|"
    r"(?:bears?|bore|has|had|shows?)\s+(?:(?:no|little|some|a|any|"
    r"great|close|strong|striking|obvious|more\s+than\s+a\s+passing)\s+){0,3}(?:resemblance|similarity|"
    r"likeness|similarities)\s+(?:\w+\s+)?(?:to|with)|"
    r"(?:(?:serve[sd]?\s+)?as\s+|(?:suppl|provid|furnish|offer)(?:ies|ied|es|ed|s)\s+)?(?:the|a)\s+(?:model|template|blueprint|inspiration|pattern)\s+(?:for|of)|"
    r"ha(?:s|ve|d)\s+(?:nothing|little|much|a\s+lot|everything)\s+(?:in\s+common\s+with|to\s+do\s+with)|"
    r"belong(?:s|ed)?\s+(?:to|in)\s+the\s+same\s+[\w-]+\s+as|(?:shares?|shared)\s+(?:[\w-]+\s+){1,3}with|correspond(?:s|ed|ing)?\s+(?:\w+\s+)?(?:to|with)|"
    r"(?:reads?|looks?|sounds?|works?|looked|sounded)\s+(?:[\w-]+\s+){0,4}(?:like|as\s+if\s+(?:copied|taken|"
    r"lifted)\s+from)|(?:comes?|came)\s+(?:\w+\s+)?close\s+to|(?:owes?|owed)\s+(?:[\w-]+\s+){1,3}to|"
    r"(?:takes?|took|taking)\s+(?:its|their)\s+(?:cue|wording|language|inspiration)\s+from|"
    r"(?:goes|went|harks?|harked|hearkens|reaches)\s+back\s+to|(?:a\s+)?return(?:s|ed)?\s+to|"
    r"differ(?:s|ed|ing)?\s+(?:[\w-]+\s+){0,4}from|contrasts?\s+(?:\w+\s+)?with|"
    r"(?:depart|diverge|deviate)(?:s|d|ed)?\s+(?:\w+\s+)?from|(?:breaks?|broke)\s+with|"
    r"(?:model(?:l?ed)|patterned|styled|fashioned|templated|drafted|written|drawn\s+up|built|worded|framed|cast)\s+"
    r"(?:[\w-]+\s+){0,2}(?:after|upon|along\s+the\s+lines\s+of|on\s+the\s+(?:model|pattern|lines)\s+of|"
    r"in\s+the\s+image\s+of)|(?:model(?:l?ed)|patterned|styled|fashioned|templated)\s+(?:[\w-]+\s+){0,2}on|"
    r"(?:copied|lifted|taken|borrowed|cribbed|transcribed|reproduced|inspired|adapted|derived|borrows|borrowing|"
    r"transplanted|derives|descends|descended|stems|cloned|imported|inherited)\s+(?:[\w-]+\s+){0,4}?(?:from|by)|"
    r"(?:compar(?:ed|able)|liken(?:ed|s)|equat(?:ed|es)|akin|reminiscent|on\s+a\s+par|on\s+par)\s+(?:\w+\s+)?"
    r"(?:to|with|of)|cop(?:y|ies)\s+and\s+paste[sd]?|"
    r"(?:identical|similar|equivalent|analogous|comparable|close|parallel|equal|tantamount|related)\s+"
    r"(?:in\s+(?:\w+\s+){1,4})?(?:to|with)|"
    r"(?:the\s+(?:very\s+)?same\s+(?:in\s+\w+\s+)?(?:as|(?:[\w-]+\s+){1,3}?as)|(?:different|distinct|far\s+removed|apart|worlds\s+apart|a\s+far\s+cry|a\s+long\s+way)\s+"
    r"(?:in\s+\w+\s+)?(?:from|to|than)|indistinguishable\s+from|nothing\s+like)|"
    r"(?:(?:the\s+)?(?:[\w-]+\s+){0,2}[\w-]+['’]s|an?|the|another|its|his|their|as|no|any)\s+(?:[\w-]+\s+){0,4}?(?:copy|replica|clone|twin|"
    r"equivalent|counterpart|mirror[\s-]image|image|version|rehash|echo|repetition|imitation|reproduction|"
    r"paraphrase|analogue|analog|remake|translation|relative|cousin|sibling|descendant|revival|resurrection|"
    r"copy[\s-](?:and[\s-])?paste|adaptation|reincarnation|opposite|antithesis|answer)\s+(?:of|to)|"
    r"(?:is|are|was|were|be|much|just|exactly|almost|very|little|quite|rather|nearly)\s+(?:like|unlike))\b"
)
PASSIVE = re.compile(
    r"(?i)\b(?:mirrored|echoed|copied|reproduced|repeated|duplicated|replicated|paralleled|matched|imitated|"
    r"found\s+again|taken\s+up\s+again|taken\s+over|taken\s+up)\s+(?:[\w-]+\s+(?:for\s+word\s+)?){0,2}?(?:in|by)\b"
)
RETURNS = re.compile(
    r"(?i)\b(?:return(?:s|ed)?|recur(?:s|red)?|reappear(?:s|ed)?|resurface[sd]?|re-?emerge[sd]?|(?:crops?|cropped|"
    r"turns?|turned|shows?|showed)\s+up)\s+(?:[\w-]+\s+){0,3}?(?:in|as)\b"
)
NOUN = (
    r"(?:article|clause|provision|pledge|promise|commitment|duty|obligation|rule|wording|language|formula|"
    r"guarantee|passage|undertaking|stipulation|text|phrase|mechanism|paragraph|assurance)s?"
)
FOUND = re.compile(
    rf"(?i)\b(?:an?|the|much\s+the|almost\s+the|exactly\s+the|virtually\s+the|no|any)\s+(?P<how>(?:(?:very|almost|"
    rf"nearly|virtually|word[\s-]for[\s-]word|broadly|roughly|largely|strikingly|remarkably|somewhat|practically|"
    rf"substantially)\s+){{0,2}}(?:similar|same|identical|comparable|analogous|equivalent|matching|like|parallel|"
    rf"corresponding|different))\s+(?:[\w-]+\s+){{0,3}}?{NOUN}\s+"
    r"(?:(?:is|was|are|were|can|could|may|might|also|already|to|be|again|not|has|had|been|that|"
    r"which)\s+){0,5}(?:contained|found|included|enshrined|present|laid\s+down|written|set\s+out|appears?|"
    r"appeared|stands?|stood|exists?|existed|figures?|features?|featured|occurs?|part|in\s+place|in\s+force|"
    r"known)\s+"
    r"(?:(?:also|already|too|inside|of|as\s+well|elsewhere|namely)\s+){0,2}(?:in|by|from|under|within|of)?\s*"
)
HAS = re.compile(
    rf"(?i)\b(?:contain|ha[sd]|have|include|feature|carr(?:y|ie)|hold|use|employ|ha)(?:s|d|ed|"
    rf"es)?\s+(?P<how>(?:an?|the|much\s+the|almost\s+the|exactly\s+the|virtually\s+the|no)\s+(?:(?:very|almost|"
    rf"nearly|virtually|strikingly|broadly|word[\s-]for[\s-]word)\s+)?(?:similar|same|identical|comparable|"
    rf"analogous|equivalent|matching|parallel|corresponding))\s+(?:[\w-]+\s+){{0,2}}?{NOUN}\b(?P<tail>\s+(?:to|"
    rf"as|in|like)\s)?"
)
LIKE = re.compile(
    r"(?i)(?:^\W*|,\s|—\s|\(|\b(?:much|just|exactly|almost|rather|and|but)\s)(?P<word>like|unlike|as\s+in|"
    r"(?:much|just)\s+as(?:\s+in)?|as\s+with|similar(?:ly)?\s+to|in\s+contrast\s+(?:to|with)|"
    r"by\s+contrast\s+with|in\s+common\s+with|different(?:ly)?\s+from|contrary\s+to|as\s+opposed\s+to)\s"
)
EQUAL = re.compile(
    r"(?i)\b(?:(?:word[\s-]for[\s-]word\s+|almost\s+|virtually\s+|nearly\s+|practically\s+|exactly\s+|"
    r"all\s+but\s+)?(?:identical|the\s+same|alike|similar|interchangeable|indistinguishable|near-identical|"
    r"equivalent|differ|resemble\s+(?:each\s+other|one\s+another)|different|mirror\s+(?:each\s+other|"
    r"one\s+another)))\b(?!\s+(?:to|with|from|as|[a-z]+\s+(?:as|to|from))\b)"
)
LAYS_DOWN = re.compile(
    r"(?i)\b(?:(?:treat|provide|oblige|obligate|contain|promise|require|call|pledge|guarantee|demand|allow|consider|"
    r"regard|offer|impose|refer|mention|state|stipulate|declare|name|rest)(?:s|d|ed)?|(?:commit|permit)(?:s|ted)?|"
    r"bar(?:s|red)?|prohibit(?:s|ed)?|binds?|bound|makes?|made|lays?|laid|forbids?|forbade|leaves?|left|has|had|does|"
    r"did|do|is|was|says?|said|speaks?|spoke|gives?|gave|sets?|goes|went|sends?)\b"
)
LITTLE = re.compile(r"(?i)\bdiffer\w*\s+(?:(?:very|but|only|from\w*)\s+)?(?:little|hardly|barely|slightly|in\s+no)\b")


IDLE = re.compile(
    r"(?i)[\s,)]*(?:(?:is|was)(?!\s+(?:not\s+)?(?:\w+ly\s+)?(?:automatic|about|mandatory|conditional|limited|"
    r"triggered|silent|"
    r"unconditional|reciprocal|mutual|binding)\b)|has|makes?|do(?:es)?(?!\s+(?:not\s+)?(?:\w+ly\s+)?(?:commit|"
    r"oblige|obligate|contain|"
    r"provide|require|promise|bind|guarantee|include|leave|make|mention|say|refer|speak)\b))\b"
)
_ALIKE = (
    r"(?:mirror|echo|resembl|parallel|similar|akin\b|analog|identical|equivalent|counterpart|twin|template|blueprint|verbatim|"
    r"word[\s-](?:for|by)[\s-]word|inspir|borrow|lift(?:s|ed)\b|transplant|cop(?:y|ied|ies)\b|repeat|reproduc|reviv|resurrect|"
    r"reinstat|restor|reminiscent|prefigur|foreshadow|anticipat|liken|differ|unlike\b|contrast|opposite|far\s+cry|"
    r"worlds?\s+apart|diverg|nothing\s+to\s+do|interchangeable|alike\b|match|coincide|overlap|recogni[sz]|in\s+common|"
    r"same\s+cloth|template|siblings?\b|cousins?\b|relatives?\b|imitat|emulat|duplicat|replica|clone|model(?:l?ed|s)?\b)"
)
BETWEEN = re.compile(
    rf"(?i)\b(?:{_ALIKE}|lines\s+of|cut\s+from|bring\w*\s+back|answer\s+to|own\s+version|on\s+a\s+par|way\s+into|"
    r"(?:basically|essentially|practically|virtually|in\s+effect|nicknamed|dubbed|called)\s+(?:(?:the|an?|[\w-]+['’]s?)\s+)*$|"
    r"compar\w+\s+(?:to|with)|depart|return\s+to|patterned|draws?\b|drew\b|owes\b|takes\s+its|"
    r"(?:lives?|lived|survives?|survived|returns?|returned|reappears?)\s+(?:on\s+)?in\b|roots\s+in|rooted\s+in|"
    r"heir\s+to|descend|taken\s+over\s+from|the\s+same\s+(?:[\w-]+\s+){1,3}as\b)"
)
"""What compares two articles if it stands between them."""
INTO = re.compile(r"(?i)\b(?:in|refer(?:s|red|ring)?\s+to|(?:much|most|all|parts?|elements|some)\s+of)\s+(?:the\s+)?$")
"""Words before an article that do not keep it from being compared: "one finds in", "refer to", "much of"."""
JOINED = re.compile(
    r"(?i),?\s*(?:and|with|to|from|or|as well as|as in|in|of|by)\s*(?:(?:that|the|those|both|in|of|wording|text|"
    r"language)\s+){0,4}"
)
"""What joins two articles of which something before or after them is said."""
BEFORE = re.compile(
    r"(?i)\b(?:(?:parallel|similarit|resemblance|likeness|analog|differences?|contrast|equivalence|no\s+comparison)\w*\s+"
    r"(?:is\s+|exists?\s+)?between|(?:same|similar|identical|comparable|like)\s+(?:[\w-]+\s+){1,4}(?:in|by|to)|"
    r"separates|distinguish(?:es)?|common\s+to|shared\s+by|tells?)\s+(?:(?:the|both|of|in|text|wording)\s+){0,3}$"
)
TO = re.compile(
    r"(?i)\b(?:compar(?:e|es|ed|ing)|liken(?:s|ed|ing)?|equat(?:e|es|ed|ing)|tak(?:e|es|ing)|took|borrow(?:s|ed|ing)?|"
    r"cop(?:y|ies|ied|ying)|lift(?:s|ed|ing)?|model(?:s|l?ed|l?ing)|pattern(?:s|ed)|bas(?:e|es|ed|ing)|deriv(?:es|ed)|"
    r"adapt(?:s|ed)|drafted|wrote)\s+(?:(?:the|wording|text|of|language)\s+){0,4}$"
)
"""As in "likened Article 4 to", "took Article 4 from"."""
WHERE_TO = re.compile(
    r"(?i)\s*(?:(?:\w+ly|verbatim)\s+)?(?:to|from|on|upon|after|along\s+the\s+lines\s+of)\s+(?:that\s+of\s+)?"
)
SUCH = re.compile(
    r"(?i)(?:^\W*|\b(?:an?|the|any)\s+)(?:[\w-]+\s+){0,3}(?:like|similar\s+to|identical\s+to|akin\s+to|close\s+to|"
    r"comparable\s+to|equivalent\s+to|analogous\s+to|resembling|unlike|different\s+from)\s+(?:that\s+of\s+)?$"
)
"""As in "a clause like Article 5 of X stands in Article 4 of Y"."""
STANDS = re.compile(
    r"(?i)\s*(?:(?:is|was|can|could|be|also|may)\s+){0,3}(?:found|contained|included|enshrined|laid\s+down|set\s+out|"
    r"stands?|stood|appears?|appeared|figures?|features?|exists?|existed|occurs?|repeated)\s+(?:\w+\s+)?in\s+"
)
OWN = re.compile(
    r"(?i)['’]s\s+(?:[\w-]+\s+){0,2}(?:equivalent|counterpart|version|answer|mirror[\s-]image|twin|copy|variant|analogue)\s+"
    r"(?:of|to)\s+"
)
"""As in "the Warsaw Treaty's version of Article 5"."""
AFTER = re.compile(
    rf"(?i)\s*(?:finds?|found|has|have|had|are|were|as|say|says|do|does|bear|share|read|reads|its|both|there|turn|{_ALIKE}|"
    rf"look|sound|prove|proved|seem|appear|could|can|could|might|cannot|hardly|barely|,)\s+(?:[\w’'-]+\s+){{0,7}}?"
    rf"(?:{_ALIKE}|each\s+other|one\s+another|as\s+their\s+model|same\s+(?:thing|wording|words|language|formula|promise|pledge)|"
    r"apart|be\s+compared)\w*(?!\s+(?:circumstances|times?|reasons|debates?|fates?|ways?|conditions|years|months)\b)"
)
_NO_DIFFERENCE = re.compile(
    r"(?i)\b(?:no|not\s+(?:a|any)|hardly\s+any|little|scarcely\s+any|nothing)\b(?:\s+[\w-]+){0,3}?\s+(?:different|"
    r"difference|differs?|separates?|distinguish(?:es)?|apart)\b|\bindistinguishable\b|\bnot\s+differ\b"
)
_NOTHING = re.compile(
    r"(?i)\b(?:nothing|little|not\s+much|hardly\s+anything)\s+(?:like|in\s+common|to\s+do)\b|"
    r"\blittle\s+(?:resembl|similar|like)"
)


def sense(words: str, cue: str) -> tuple[str, bool]:
    """What a comparison says, ``like``, ``same`` or ``unlike``, and whether that is denied.

    Args:
        words: the cue with what leads to it from the subject.
        cue: the words that compare.
    """
    if _NO_DIFFERENCE.search(words):
        return "unlike", True
    if _NOTHING.search(words):
        return "like", True
    word = "unlike" if UNLIKE.search(cue) and not LITTLE.search(cue) else "same" if SAME.search(cue) else "like"
    return word, DENIAL.search(words) is not None
