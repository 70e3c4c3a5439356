"""Words for the end of an instrument, for its being in force, and for those who end or suspend it."""

from __future__ import annotations

import re

_AUX = r"(?:was|were|is|are|been|being|lies|lay|got)\s+(?:(?!not\b)[\w-]+\s+)?"
OVER_NEEDS = tuple(
    (
        "terminat|dissol|disband|wound|scrap|abolish|cancel|discontinu|buried|dismantl|shelved|allowed to|dead|"
        "defunct|no more|laid to rest|no longer|null and void|repeal|rescind|history|past|gone|out of|archive|"
        "without|not in force|extinct|expir|laps|ended|ceased|an end|its end|run|ran |died|collaps|fall|fell|"
        "vanish|disappear|surviv|passed|broke up|disintegrat|crumbl|lost|dust"
    ).split("|")
)
OVER = re.compile(
    rf"(?i)\b(?:{_AUX}(?:terminated|dissolved|disbanded|wound\s+(?:up|down)|scrapped|abolished|cancell?ed|discontinued|"
    r"buried|dismantled|shelved|allowed\s+to\s+(?:expire|lapse|die|run\s+out)|dead(?:\s+and\s+buried)?|defunct|"
    r"no\s+more|"
    r"laid\s+to\s+rest|no\s+longer\s+(?:in\s+(?:force|effect|operation)|valid|binding|alive|on\s+the\s+books)|"
    r"null\s+and\s+void|"
    r"a\s+dead\s+letter|repealed|rescinded|history|a\s+thing\s+of\s+the\s+past|long\s+gone|gone|out\s+of\s+force|"
    r"ancient\s+history|(?:dead\s+)?in\s+the\s+archives?|without\s+(?:legal\s+)?(?:force|effect)|not\s+in\s+force|"
    r"extinct)|"
    r"(?:has|have|had)\s+(?:(?!not\b)\w+\s+)?(?:expired|lapsed|ended|ceased\s+to\s+(?:exist|apply|bind|operate|"
    r"be\s+(?:in\s+force|valid))|come\s+to\s+an\s+end|run\s+(?:out|its\s+course)|gone\s+out\s+of\s+force|died|"
    r"collapsed|"
    r"fallen\s+(?:away|apart)|vanished|disappeared|not\s+survived|passed\s+(?:away|into\s+history)|no\s+longer\s+been\s+(?:in\s+(?:force|effect)|valid|binding))|"
    r"expired|lapsed|ended|came\s+to\s+(?:an|its)\s+end|met\s+its\s+end|ran\s+(?:out|its\s+course)|died|"
    r"fell\s+(?:away|apart)|"
    r"ceased\s+to\s+(?:exist|apply|bind|operate|be\s+(?:in\s+force|valid)|have\s+effect)|went\s+out\s+of\s+(?:force|"
    r"existence)|"
    r"passed\s+(?:into\s+history|away)|(?:collapsed|broke\s+up|disintegrated|crumbled|disappeared|vanished|terminated)"
    r"(?=\s*(?:$|[.,;]|(?:in|on|by|with)\s))|lost\s+(?:its|all|any)\s+(?:legal\s+|binding\s+)?(?:force|validity|"
    r"effect)|"
    r"no\s+longer\s+(?:binds?|applies|apply|exists?|stands?|holds|runs|has\s+(?:any\s+)?(?:legal\s+)?(?:force|effect))|"
    r"belongs?\s+(?:now\s+)?to\s+(?:the\s+)?(?:archives?|history|past)|belongs?\s+in\s+the\s+archives?|"
    r"gathers?\s+dust|rests?\s+in\s+the\s+archives?)\b"
)
NOW_DEAD_NEEDS = tuple(
    ("dead|defunct|expired|lapsed|abrogated|terminated|dissolved|extinct|gone|no longer in").split("|")
)
NOW_DEAD = re.compile(
    r"(?i),?\s*\(?(?:which\s+is\s+)?(?:now|long|since|long\s+since|today|meanwhile|by\s+now)\s+(?:dead|defunct|"
    r"expired|lapsed|"
    r"abrogated|terminated|dissolved|extinct|gone|no\s+longer\s+in\s+force)\b"
)
_STILL = (
    r"(?:(?:still|today|now|currently|formally|technically|legally|fully|nominally|as\s+of\s+today|already|both|"
    r"very\s+much|to\s+this\s+day)\s+){0,2}"
)
RUNS_NEEDS = tuple(
    (
        "force|effect|operation|valid|operative|alive|books|being|existence|with us|still|stands|continues|"
        "lives on|surviv|ended|expired|lapsed|terminat|denounc|repeal|abrogat|revok|rescind|annul|cancel|dissolv|"
        "wound"
    ).split("|")
)
RUNS = re.compile(
    r"(?i)\b(?:(?P<be>(?:is|are)(?:\s+not|n['’]t)?|remains?|remained|stays?|stayed|continues?(?:\s+to\s+be)?|"
    r"stands?)\s+"
    rf"{_STILL}(?:in\s+(?:full\s+)?(?:force|effect|operation)|valid|operative|(?:(?<=still )|(?<=remains )|"
    rf"(?<=remain ))binding|alive(?:\s+and\s+(?:well|kicking))?|"
    r"on\s+the\s+books|in\s+being|in\s+existence|with\s+us)\b(?!\s+(?:for\s+(?!the\b|(?-i:[A-Z]))|until|till|through|"
    r"since|"
    r"from)\b)|"
    r"still\s+(?:stands|applies|holds|binds|governs|runs|exists)\b|stands\s+to\s+this\s+day|"
    r"continues\s+(?:in\s+force|to\s+"
    r"(?:apply|bind|stand|operate|exist))|(?:lives\s+on|survives|(?:has|have)\s+survived)(?=\s*(?:$|[.,;]|(?:to|"
    r"until)\s+(?:this\s+day|today|the\s+present)))|"
    r"(?:has|have)\s+(?:never|not)\s+(?:been\s+)?(?P<ended>ended|expired|lapsed|terminated|denounced|repealed|"
    r"abrogated|"
    r"revoked|rescinded|annulled|cancell?ed|dissolved|wound\s+up)|(?:was|"
    r"were)\s+never\s+(?:\w+ly\s+)?(?P<past>terminated|"
    r"denounced|repealed|abrogated|revoked|rescinded|annulled|cancell?ed|dissolved))\b"
)
UNTIL_NEEDS = tuple("until|till |up to| to ".split("|"))
UNTIL = re.compile(
    r"(?i)\b(?:survived|existed|lived(?:\s+on)?|endured|(?:was|were|remained|stayed|stood|"
    r"had\s+been)\s+(?:\w+\s+)?(?:in\s+(?:force|being|effect|"
    r"existence)|valid|alive)|lasted|held|ran|applied|bound\s+them)(?:\s+(?:only|on|"
    r"from\s+[^.;:]{4,40}?))?\s+(?:until|till|to|up\s+to)\s+"
    r"(?:early\s+|late\s+|the\s+end\s+of\s+)?"
)
ENDING_NEEDS = tuple(
    (
        "end|demise|dissolution|disband|expir|lapse|termination|collapse|break|death|disappear|passing|aboli|"
        "abrogation|fall|winding"
    ).split("|")
)
ENDING = re.compile(
    r"(?i)\b(?:end|demise|dissolution|disbandment|expiry|expiration|lapse|termination|collapse|break-?up|death|"
    r"disappearance|"
    r"passing|abolition|abrogation|fall|winding[\s-]up)\b"
)
CAME = re.compile(
    r"(?i)\s*(?:(?:,\s*which\s+)?(?:came|was\s+(?:agreed|announced|sealed|signed|completed|declared|decided)|"
    r"followed|took\s+(?:effect|"
    r"place)|arrived|dates?\s+(?:from|to)))?\s*(?:only\s+)?(?:in|on|of|with)?\s*(?:early\s+|late\s+)?"
)
DENOUNCED = (
    r"denounc(?:ed|ing)|abrogat(?:ed|ing)|terminat(?:ed|ing)|scrapp(?:ed|ing)|t(?:ore|orn|earing)\s+up|dissolv(?:ed|"
    r"ing)|disband(?:ed|ing)|wound\s+up|buried|abolish(?:ed|ing)|annull?(?:ed|"
    r"ing)|"
    r"cancell?(?:ed|ing)|renounc(?:ed|ing)|repudiat(?:ed|ing)|revok(?:ed|ing)|rescind(?:ed|ing)|nullif(?:ied|ying)|"
    r"void(?:ed|ing)|ditch(?:ed|ing)|discard(?:ed|ing)|junk(?:ed|ing)|binn(?:ed|ing)|ripped\s+up|"
    r"put\s+(?:an\s+)?(?:end|paid)\s+to|"
    r"(?:pulled|pulling)\s+the\s+plug\s+on|did\s+away\s+with|killed\s+(?:off\s+)?|dropped|shredded|"
    r"gave\s+(?:formal\s+)?notice\s+(?:of\s+termination|to\s+terminate)"
)
SUSPENDED = r"suspend(?:ed|ing|s)|froze|frozen|freezing|put\s+on\s+(?:hold|ice)|halted"
LET_NEEDS = tuple("let |allowed".split("|"))
LET = re.compile(r"(?i)\b(?:let|allowed)\s+(?P<what>[^.;:]{3,80}?)\s+(?:to\s+)?(?:lapse|expire|die|run\s+out|end)\b")
CURTAIN = re.compile(
    r"(?i)\b(?:curtain\s+(?:fell|came\s+down|had\s+fallen)\s+on|end\s+(?:came|had\s+come)\s+for|"
    r"(?:the\s+)?bell\s+tolled\s+for|"
    r"it\s+was\s+(?:all\s+)?over\s+for|(?:brought|rang)\s+down\s+the\s+curtain\s+on)\b"
)
"""As in: "The curtain fell on the pact in 1991"."""
