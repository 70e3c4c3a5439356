"""Words that tell what a text rests on: manners, ties, mentions; laws and constitutions."""

from __future__ import annotations

import re

STEMS = (
    "charter",
    "chapter vi",
    "law",
    "legislation",
    "constitution",
    "article",
    "treaty",
    "un ",
    "u.n.",
    "declaration",
    "resolution",
    "pact",
    "agreement",
)
_MANNER = (
    r"(?:in|with)\s+(?:(?:full|strict|close|accordance|the|exact)\s+)?(?:accordance|line|conformity|keeping|"
    r"compliance|agreement|harmony|consonance)\s+(?:with|to)|"
    r"(?:fully\s+|wholly\s+)?consistent(?:ly)?\s+with|compatible\s+with|pursuant\s+to|"
    r"on\s+the\s+(?:legal\s+)?(?:basis|strength|ground|grounds|footing)\s+of|by\s+virtue\s+of|as\s+(?:provided|"
    r"foreseen|envisaged|required|allowed|permitted|recogni[sz]ed)\s+(?:for\s+)?(?:in|by|under)|"
    r"within\s+the\s+(?:framework|limits|bounds|meaning|scope|confines|terms)\s+of|according\s+to|"
    r"in\s+the\s+exercise\s+of|with\s+(?:due\s+)?(?:regard|respect)\s+(?:to|for)|"
    r"(?:made\s+|expressly\s+|explicitly\s+|only\s+)?subject\s+to|conditional\s+(?:up)?on|conditioned\s+on|"
    r"in\s+exercise\s+of"
)
_LOOSE = r"under|by|through|via|following|after|within|in\s+terms\s+of|as\s+per|given"
_TIES = (
    r"(?:tied|linked|bound|anchored|grounded|rooted|based|founded|built|predicated|premised|moored|hinged|pegged|"
    r"embedded)\s+(?:[\w-]+ly\s+)?(?:to|in|on|upon)|(?:rests?|rested|relies|relied|rely|hinges?|hangs?|hung|turns?|leans?|depends?|draws?|"
    r"drew|resting|relying|building|builds?)"
    r"[\s,]+(?:(?:[\w-]+ly|in\s+part|above\s+all|among\s+others?|inter\s+alia)[,\s]+)?(?:up)?on|tak(?:es?|"
    r"ing)\s+its\s+(?:authority|basis)\s+from"
)
_NAMES = (
    r"(?:profess|express|affirm|reaffirm|pledge?|declare?|proclaim)(?:s|es|ed)?\s+(?:[\w-]+\s+){0,2}(?:respect|faith|loyalty|"
    r"fidelity|commitment|allegiance|adherence)\s+(?:for|in|to)|(?:refer(?:s|red|ring)?|allude[sd]?|appeal(?:s|ed)?|defer(?:s|red)?|point(?:s|ed)?|link(?:s|"
    r"ed)?\s+itself)\s+(?:\w+ly\s+|back\s+|in\s+(?:so\s+many|as\s+many)\s+words\s+)?to|"
    r"(?:invok|cit|mention|nam|quot|referenc|recall|reaffirm|respect)(?:es|ed|ing|e|s)?|mak(?:es?|ing)\s+(?:no|"
    r"any|express|explicit|direct|a|not\s+the\s+slightest)?\s*(?:explicit\s+|express\s+|direct\s+)?(?:mention|"
    r"reference|allusion)\s+(?:of|to)|"
    r"say(?:s|ing)?\s+nothing\s+(?:about|of|on)|(?:is|was|stays|remains)\s+silent\s+(?:on|about|as\s+to)|omits?|"
    r"ignor(?:es|ed|ing)|leav(?:es|ing)\s+out|without\s+(?:so\s+much\s+as\s+)?(?:any\s+)?(?:mention(?:ing)?|"
    r"a\s+word|reference|referring|citing|invoking|regard)\s*(?:of|to|about|for)?|"
    r"(?:with|contains?|includes?|has|have|lacks?|makes?)\s+(?:(?:no|a|an|any|the|explicit|express|clear|direct|"
    r"customary|usual)\s+){0,3}(?:reference|mention|references|link|nod)\s+(?:to|of)"
)
_AGAINST = (
    r"regardless\s+of|irrespective\s+of|without\s+regard\s+(?:to|for)|notwithstanding|independent(?:ly)?\s+of|"
    r"in\s+disregard\s+of|overrid(?:es|ing)|trump(?:s|ing)?|takes?\s+precedence\s+over|stands?\s+above|"
    r"prevails?\s+over|whatever"
)
CUE = re.compile(
    rf"(?i)\b(?:(?P<against>{_AGAINST})|(?P<manner>{_MANNER})|(?P<ties>{_TIES})|(?P<names>{_NAMES})|"
    rf"(?P<loose>{_LOOSE}))(?=[\s,])"
)
_PARTIES = (
    r"(?:the\s+)?(?:two|both|each|either|respective|contracting|signatory|its|their|those|member|all|"
    r"every)?\s*(?:of\s+the\s+)?(?:states?|countr(?:y|ies)|part(?:y|ies)|sides?|signator(?:y|ies)|governments?|"
    r"members?|nations?|allies|capitals?|partners?)"
)
LAW = re.compile(
    r"(?i)(?:(?:and|or|as well as|the|both|also|with|of|on|to|in|its|their|each|any|all|upon|under|,|’s|'s)\s+){0,4}?"
    rf"(?P<law>(?:(?:the|its|their|his|our|own|each|every|either|both|other|all|any|respective|existing|relevant|"
    rf"applicable|two|party['’]s|side['’]s|state['’]s|country['’]s|countries['’]|states['’]|parties['’]|sides['’]|"
    rf"nation['’]s|ally['’]s|[A-Z][\w-]+(?:['’]s)?|and|of)\s+){{0,5}}"
    r"(?:(?:national|domestic|internal|municipal|home)\s+(?:laws?|legislation|legal\s+(?:order|orders|systems?|"
    r"rules|procedures)|rules|procedures|statutes)|(?:laws?|legislation|statutes)\b(?!\s+of\s+(?:nations|war|"
    r"peoples|the\s+sea|armed|treaties)))"
    rf"(?:\s+of\s+(?:{_PARTIES}|(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:and|of|the|[A-Z][\w’'-]+)){{0,8}}))?)"
)
CONSTITUTION = re.compile(
    r"(?i)(?:(?:and|or|the|its|their|own|each|both|with|to|of|on|in|respective|party['’]s|country['’]s|side['’]s|"
    r"[A-Z][\w-]+(?:['’]s)?|existing|relevant|any|applicable|two|all|every|other|democratic|,|national|internal|"
    r"by|upon)\s+){0,7}"
    r"(?P<constitution>(?:(?:national|own|respective)\s+)?constitution(?:s\b|al\s+(?:process(?:es)?|procedures?|"
    r"requirements?|provisions?|rules?|norms?|order|practice|limits?|methods?|means|arrangements?)|\b(?!al)))"
)
CHAPTER = re.compile(r"(?i)(?:(?:the|and|of|,)\s+){0,2}Chapter\s+(?:VI{1,2}|VIII|six|seven|eight|[678])\b")
FORMAL = re.compile(
    r"(?i)\b(?:ratif\w+|approv\w+|signed|concluded|terminated|denounced|published|registered|"
    r"adopted|passed|voted|in(?:to)?\s+force)\b[^,;:]{0,50}$"
)
TIED = re.compile(
    r"(?i)\b(?:refer|mention|cit(?:es|ed|ing)|invok|appeal|recall|reaffirm|quot|nam(?:es|ed|ing)\b|rest(?:s|ed|ing)?\b|"
    r"bas(?:ed|es|is|ing)\b|ground|found(?:ed|ation)|anchor|root|link|tie[sd]\b|tied\b|tying|bound\b|binds?\b|subject|"
    r"subordinat|condition|limit|qualif|hedg|restrict|circumscrib|govern|accord(?:ance|ing)|line\s+with|keeping|conform|"
    r"compl(?:y|ies|ied|iance)|consistent|compatible|respect|exercise\s+of|authority|deriv|draws?\b|lean|relie|rely|bows?\b|"
    r"defer|reserv|proviso|safeguard|room\s+for|framework|within\b|strength\s+of|pursuant|speaks?\s+of|carries|"
    r"through\b|leaves?\b|left\b|sets?\b|pays?\b|pass(?:es|ed)\s+over|silen|ignor|omit|disregard|overrid|overlook|neglect|depend|"
    r"st(?:ands?|ood)\b|hides?\b|shelters?\b|reckon|brush|push|owes?\b|borrow|takes?\b|took\b|authori[sz]|"
    r"regardless|irrespective|notwithstanding|no\s+matter|whatever|despite|in\s+spite|fails?\b|failed\b|lacks?\b|"
    r"about\b|without\s+(?:any|a|so|reference|mention|regard)|nothing\s+(?:of|about|on)|trump)"
)
"""What ties an article to what it rests on, or cuts it loose, if it stands between them."""
CUT = re.compile(
    r"(?i)\b(?:silen|ignor|omit|disregard|overrid|overlook|neglect|regardless|irrespective|notwithstanding|no\s+matter|"
    r"whatever|despite|in\s+spite|fail(?:s|ed)?\s+to|lack|pass(?:es|ed)\s+over|unmentioned|aside\b|in\s+vain|absent|"
    r"missing|trump|leaves?\s+out|"
    r"(?:kept|keeps?|left|leaves?)\b.*\bout\s+of\b)"
)
"""What denies it without a word of denial. ``no matter`` has one, so it is told apart here."""
APART = re.compile(
    r"(?i)[;.?]|\b(?:ratif\w+|signed|concluded|adopted|denounced|invoked|registered|published|voted|debated)\b|"
    r",\s(?:and|while|whereas)\s(?!(?:in|with|is|was|rests?|refers?|cites?|only|subject)\b)"
)
"""What keeps an article and a text apart: another act or another subject."""
OF_HELP = re.compile(
    r"(?i)(?:^|\b(?:help|aid|assistance|support|action|duty|obligation|pledge|promise|commitment|guarantee|nowhere|nothing|"
    r"not\s+once|words?|trace|hint|syllable|authors|drafters|framers|makers)\b[^,;:.]{0,24})"
    r"\s*\b(?:in|under|of|by)\s+(?:the\s+)?$"
)
ASIDE = re.compile(
    r"(?i)[\s,]+(?:notwithstanding|(?:(?:is|are|being|left|even)\s+)?(?:mentioned|cited|named|invoked|referred\s+to|"
    r"unmentioned|in\s+silence|aside|out\s+of\s+account|be\s+damned)|(?:or|and)\s+no\s+law\b)"
)
"""As in "national laws notwithstanding", "passes over Article 51 in silence"."""
SAID = re.compile(r"(?i)\b(?:mentioned|cited|named|invoked|referred)\b")
BASIS_OF = re.compile(
    r"(?i),?\s*(?:(?:is|was|kept|left|forms|formed|remains|provides?|provided|serves?\s+as|nowhere|also|limits?|nor|"
    r"are|were|has|had|"
    r"not|never|no|plays?|played)\s+){0,3}(?:(?:the|a|its|sole|legal|very|explicitly|expressly|even|only|once)\s+){0,4}"
    r"(?:out|basis|foundation|footing|ground|cornerstone|bedrock|anchor|mentioned|cited|named|invoked|quoted|referred\s+to|"
    r"underlies|underlay|underpins?|underpinned|unmentioned|absent|missing|govern(?:s|ed)|part|role|place|limits?|"
    r"recalled|reaffirmed|goes\s+unmentioned|limited)\s+(?:(?:of|for|in|from|by)\s+)?"
    r"(?:(?:what|the|help|promise|pledge|duty|clause|whole|under|of|in|text|wording)\s+){0,4}"
)
MENTION_OF = re.compile(
    r"(?i)\b(?:references?|mentions?|links?|appeals?|allusions?|nods?|word|trace|looks?|search(?:es)?|seeks?)\s+(?:to|of|about|for)\s+(?:the\s+)?$"
)
IS_MADE = re.compile(
    r"(?i)\s*(?:(?:is|was|are|to|be|can|could|anywhere)\s+){0,4}(?:made|found|contained|included|given|lacking|absent|missing|"
    r"discovered)?\s*(?:anywhere\s+)?(?:in|from|by)\s+(?:(?:the|text|wording|of|whole)\s+){0,4}"
)
CITING = re.compile(
    r"(?i)^\W*(?:in|by|while)?\s*(?:invoking|citing|naming|mentioning|quoting|recalling)\s+(?:the\s+)?$"
)
