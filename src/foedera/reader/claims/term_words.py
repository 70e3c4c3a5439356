"""Words and numbers that tell how long an instrument runs, how it is renewed and how long the notice is."""

from __future__ import annotations

import re

from foedera.reader.claims.amounts import NUMBER

ANY = tuple(
    (
        "run |last|valid|force|year|month|day|decade|centur|indefinit|unlimited|perpet|prolong|renew|exten|open-ended|"
        "without|no term|"
        "no expir|no end|no fixed|no set|no time|no sunset|no limit|no duration|never expire|expir|laps|limited|"
        "time limit|sunset|runs|until|permanent|forever|for ever"
    ).split("|")
)
UNITS = tuple("year|month|day|decade".split("|"))
RENEWALS = tuple("every|renew|exten|prolong".split("|"))
TIME = (
    rf"(?P<number>half\s+an?|{NUMBER}|an?|every|each)(?:\s*\(\d+\))?[\s-](?:(?:calendar|full|more|further|"
    r"additional|whole)\s+)?(?P<unit>year|month|day|decade)s?['’]?"
)
NOTICE = (
    re.compile(
        rf"(?i)\b{TIME}(?:s)?(?:,|\s+is|\s+was|,\s+which\s+is)?\s+(?:(?:the|written|prior|advance|formal|"
        r"previous|period\s+of)\s+)*(?:notice|"
        r"notification|warning)\b"
    ),
    re.compile(
        r"(?i)\b(?:notice|notification|notice\s+period|period\s+of\s+notice|"
        rf"cancellation\s+period)(?:\s+(?:of|in|under|for)\s+the\s+[^.;:,]{{3,60}}?)?\s*(?:(?:period|"
        r"required|is|was|of|must\s+be|has\s+to\s+be|be|at\s+least|no\s+less\s+than|to\s+leave|given|"
        rf"to\s+be\s+given|for\s+leaving|lasts|runs\s+to|amounts\s+to)\s+)*{TIME}\b"
    ),
    re.compile(
        rf"(?i)\b{TIME}\s+(?:(?:has|have|must|to|after|following|from|upon|since|elapse[sd]?|pass(?:ed)?|"
        rf"on)\s+)*(?:after|from|following|of)\s+(?:[\w’']+\s+){{0,5}}?(?:notice|notification|denunciation|"
        r"notified|notifies|notifying|telling|informing|announcing|denouncing|renouncing|withdrawal\s+was|deposit)\b"
    ),
    re.compile(
        r"(?i)\b(?:denounces?|denouncing|leaves?|leaving|quits?|withdraws?|"
        r"gives?\s+notice)\b[^.;:]{0,60}?\b(?:remains?|stays?|is|are|"
        r"still)\s+(?:still\s+)?(?:bound|tied|a\s+(?:party|member))\s+(?:for\s+)?(?:another|a\s+further|at\s+least|"
        r"a)?\s*"
        rf"{TIME}\b"
    ),
    re.compile(
        r"(?i)\b(?:denounces?|denouncing|leaves?|leaving|quits?|withdraws?|gives?\s+notice)\b[^.;:]{0,60}?\b(?:is|"
        r"are|becomes?|goes)\s+"
        rf"(?:only\s+)?(?:free|released|out|rid\s+of\s+it)\s+(?:only\s+)?{TIME}\s+(?:later|after|on)\b"
    ),
    re.compile(
        rf"(?i)\b(?:has|have|had|must|needs?)\s+to\s+(?:wait|"
        rf"hold\s+out)\s+(?:for\s+)?{TIME}\b(?=[^.;]{{0,60}}\b(?:after|before|until|"
        r"free|rid|leav|out)\b)"
    ),
    re.compile(
        r"(?i)\b(?:notice|notify|notif\w+|announce[sd]?|denounce[sd]?|declare[sd]?|inform\w*|tell\w*|told|"
        rf"warn)\b[^.;:,]{{0,60}}?\b{TIME}\s+(?:in\s+advance|ahead|beforehand|before(?:hand)?|earlier|"
        r"prior)\b"
    ),
    re.compile(
        rf"(?i)\b(?:wait|waits|waiting)\s+(?:for\s+)?(?:out\s+)?{TIME}\b(?=[^.;]{{0,40}}\b(?:notice|leav|"
        r"withdr|notif|denounc|out)\w*)"
    ),
    re.compile(
        r"(?i)\b(?:withdrawal|denunciation|termination|exit|departure|notice)\s+(?:(?:of|from|under|to)\s+"
        r"[^.;:,]{3,60}?\s+)?(?:\w+\s+){0,2}?(?:takes?|took|"
        r"becomes?|comes?|would\s+take|would\s+become|will\s+take)\s+(?:effect|effective|"
        rf"into\s+effect)\s+(?:only\s+)?{TIME}\s+(?:later|after|on)\b"
    ),
    re.compile(
        r"(?i)\b(?:leave|quit|withdraw|denounce|terminate|cancel|walk\s+away|walk\s+out|"
        rf"get\s+out)\b[^.;:]{{0,40}}?\b(?:with|within|on|at|upon|in|after)\s+{TIME}(?=\s*(?:$|[.,;)]|"
        r"of\s+(?:giving|announcing|saying)))"
    ),
)
EVERY = re.compile(
    r"(?i)\b(?:renew\w*|prolong\w*|extend\w*|extension\w*|prolongation\w*|(?:rolls?|rolled|runs?|"
    r"ran)\s+(?:over|on)|continu\w+|"
    rf"expires?|comes?\s+up\s+for\s+(?:renewal|review)|lapses)\b(?P<gap>[^.;:]{{0,60}}?)"
    r"(?:(?:(?P<every>\bevery|\beach)|\b(?:for|by|of|in|to|at)\b)\s+|(?=\b(?:every|each)\s+(?:year|month|day|decade)\b))(?:(?:further|successive|consecutive|"
    r"additional|another|an?\s+additional|an?\s+further|the\s+next|periods?\s+of|terms?\s+of|steps\s+of|"
    r"intervals\s+of|once|up\s+to|new|equal)\s+)*"
    rf"{TIME}(?:[\s-](?:periods?|terms?|steps|intervals|increments))?\b"
)
CYCLE = re.compile(
    rf"(?i)\b(?:every|each)\s+(?:next\s+|further\s+)?{TIME}\b(?=[^.;:]{{0,80}}?\b(?:renew|prolong|extend|"
    rf"rolls?\s+over|comes?\s+up|"
    r"is\s+up|expires?|lapses?|must\s+be\s+re|reaffirm))"
)
"""As in: "Every five years the treaty renews itself"."""
RENEWAL = re.compile(
    rf"(?i)\b{TIME}[\s-](?:automatic\s+|tacit\s+)?(?:renewals?|extensions?|prolongations?|renewal\s+(?:periods?|"
    rf"terms?|cycles?|intervals?))\b"
)
MORE = re.compile(
    r"(?i)\b(?:prolonged|extended|renewed)\s+(?:\w+\s+)?(?:for|"
    rf"by)\s+(?:another\s+)?(?P<number>{NUMBER})\s+(?:more|further|additional)\b(?!\s+(?:year|month|day))"
)
RENEWED = re.compile(
    r"(?i)\b(?:was|were|has\s+been|have\s+been|is)\s+(?:last\s+|again\s+|automatically\s+|tacitly\s+|"
    r"duly\s+){0,2}(?:prolonged|renewed)\b"
    r"(?=\s*(?:$|[.,;)]|(?:in|on|since|last|again|automatically|tacitly|by|every)\b))"
)
AT_A_TIME = re.compile(rf"(?i)\b{TIME}\s+at\s+a\s+time\b")
PERFECT = re.compile(r"(?i)\b(?:has|have|had|having)\s+(?:(?:now|already|been|thus|only|so\s+far)\s+){0,2}$")
SO_FAR = re.compile(
    r"(?i)(?:lasted|run|ran|running|in\s+(?:force|effect|place)|remained|stayed|stood|held|hold|endured|"
    r"binding|bound|applied|valid|good)\b"
)
ONE_OF = re.compile(
    rf"(?i)\b(?:renewal|prolongation|extension)\b[^.;:]{{0,90}}?\b(?:it\s+was\s+one\s+of|was\s+for|is\s+for|"
    rf"was\s+one\s+of|lasts|covers)\s+{TIME}\b"
)
TERM = re.compile(
    r"(?i)\b(?P<cue>(?:runs?|ran|running|bound(?:\s+themselves|\s+itself|\s+each\s+other)?|bind\s+themselves|"
    r"committed(?:\s+themselves)?|drawn\s+up|planned|tied\s+themselves|"
    r"to\s+run|lasts?|lasted|lasting|to\s+last|valid|concluded|agreed|"
    r"signed|in\s+force|remains?|remained|remain|binding|binds|good|stays?|stay|hold|holds|apply|applies|"
    r"set|fixed|endures?|stands?|made|entered\s+into|meant|written|conceived|designed|intended|"
    r"designed\s+to\s+last)(?:\s+on)?"
    r"(?:\s+(?:in\s+(?:force|effect|place|existence)|valid|good|binding|to\s+(?:run|last|hold|"
    rf"be\s+valid))){{0,2}}(?:\s+(?:only|just|initially|at\s+first|originally|first|not|exactly|all\s+of|"
    rf"no\s+more\s+than|"
    r"automatically))?\s+for(?:\s+(?:an?|the|at\s+least|only|just|its))?(?:\s+(?:initial|first|fixed|"
    rf"minimum|term|period|span|duration|of)){{0,4}}|"
    rf"(?:lasts?|lasted|to\s+last|runs|ran)|"
    r"(?:initial|first|original|fixed|basic|its|the|an?)?\s*(?:term|duration|validity|lifespan|lifetime|"
    r"life|period(?:\s+of\s+validity)?)\s*(?:(?:of\s+(?:validity|the\s+(?:treaty|pact|agreement|accord|"
    r"document)|application|this\s+\w+)|is|was|at|of|set|fixed|limited|to|runs|be|would|will|for|only|"
    rf"initially|:|,|first)\s*){{1,4}}|"
    r"(?:expires?|expired|lapses?|ends?|ended|runs?\s+out|to\s+expire|limited\s+to|term\s+of)\s*(?:\w+ly\s+)?(?:after|"
    rf"to)?)\s+(?:only\s+|just\s+|exactly\s+|an?\s+initial\s+|the\s+first\s+)?{TIME}(?![\w-]*\s*(?:ago|old|"
    r"later|before|after\s+the|earlier))\b"
)
SPAN = re.compile(
    r"(?i)\b(?:term|duration|validity|lifespan|lifetime|life|period\s+of\s+validity|shelf\s+life|run)\b"
    r"(?:\s+(?:of|for|in)\s+(?!\d)[^.;:]{3,70}?|,[^,.;:]{3,60},)?\s+(?:is|was|were|at|would\s+be|runs\s+to|ran\s+to|"
    r"amounts?\s+to|"
    r"(?:is|was|has\s+been|had\s+been)\s+(?:initially\s+|originally\s+|first\s+)?(?:set|fixed|put|limited|"
    r"agreed)\s+(?:at|to|as))\s+"
    rf"(?:initially\s+|originally\s+|only\s+|just\s+)?{TIME}\b(?!\s*(?:ago|old|later))"
)
"""As in: "The initial validity of the treaty was twenty years"."""
LENGTHY = re.compile(
    rf"(?i)\b(?P<number>{NUMBER})-(?P<unit>year|month|day|"
    rf"decade)(?!-old)\s+(?=(?:(?-i:[A-Z])[\w’'-]+\s+)*(?:(?!(?:of|on|about|for|"
    r"under|with|to|by|in)\b)[\w-]+\s+){0,3}?(?:treaty|pact|"
    r"agreement|accord|alliance|deal)\b)"
)
"""As in: "the thirty-year Sino-Soviet treaty": part of the name, or right before it."""
UNTIL = re.compile(
    r"(?i)\b(?:(?:expires?|lapses?|runs?\s+out|ends?|(?:is|are)\s+(?:due|set)\s+to\s+(?:expire|lapse|end|run\s+out)|"
    r"will\s+(?:expire|lapse|"
    r"end|run\s+out))\s+(?:only\s+|again\s+)?(?:on|in|at|by|with)|(?:runs?|lasts?|(?:is|are|remains?|"
    r"stays?)\s+(?:valid|in\s+force|in\s+effect|good|"
    r"binding|limited)|is\s+to\s+(?:run|last)|was\s+to\s+(?:run|last|expire|end|lapse)|was\s+(?:concluded|agreed|"
    r"extended|prolonged|renewed)|"
    r"extended|prolonged|concluded)\s+(?:only\s+)?(?:until|till|to|through|"
    r"up\s+to))\s+(?:the\s+)?(?:end\s+of\s+|early\s+|late\s+|beginning\s+of\s+)?"
)
"""What tells the day on which a term ends."""
BOUNDED = re.compile(
    r"(?i)\b(?:carries|has|contains|sets|bears|includes|comes\s+with|came\s+with|had|names|fixes)\s+(?:an?|its\s+own|"
    r"a\s+clear|a\s+fixed)\s+"
    r"(?:expiry|expiration|end|sunset|use-by)\s+(?:date|clause)\b|\b(?:is|"
    r"was)\s+(?P<not>not\s+)?(?:limited\s+in\s+(?:time|duration)|"
    r"time-limited|concluded\s+for\s+a\s+(?:fixed|limited)\s+(?:term|period))\b"
)
"""As in: "has an expiry date", "is not limited in time"."""
COMPOUND = re.compile(
    r"(?i)\b(?:an?|its|the|first|initial)\s+(?:initial\s+|first\s+|"
    rf"fixed\s+)?(?P<number>{NUMBER})-(?P<unit>year|month|day)\s+(?P<noun>(?:initial\s+)?(?:term|duration|"
    r"validity|lifespan|period\s+of\s+validity|period|treaty|pact|agreement|accord|deal|alliance|"
    r"commitment))\b"
)
ENDLESS_NEEDS = tuple(
    "indefinite|unlimited|unspecified|undefined|perpet|forever|for ever|for good|without|permanent|all time|open-ended|"
    "not limited|no |not expire|never expire|cannot expire".split("|")
)
UNTIL_NEEDS = tuple("expir|laps|run out|runs out|ends|end |until|till| to |through|up to".split("|"))
BOUNDED_NEEDS = ("date", "clause", "limited", "fixed")
ENDLESS = re.compile(
    r"(?i)\b(?:(?:for|of|has|have|with|is|are)\s+(?:an?\s+)?(?P<a>indefinite|unlimited|unspecified|"
    r"undefined|perpetual)\s+(?:period|term|duration|time|validity)(?:\s+of\s+time)?|(?:runs?|valid|"
    r"in\s+force|concluded|remains?(?:\s+in\s+force)?|lasts?|extended|applies|binding|continues?|"
    r"stays?\s+in\s+force|signed|made|agreed|good|meant|written|holds?)\s+(?:\w+\s+)?(?P<b>indefinitely|"
    r"in\s+perpetuity|forever|for\s+ever|"
    r"for\s+good|without\s+(?:end|limit|term)|permanently|for\s+all\s+time|permanent)|"
    r"(?:duration|term|validity|period)\s+(?:of\s+[^.;,]{0,40}?)?(?:is|was)\s+(?P<c>unlimited|indefinite|"
    r"open-ended|not\s+limited)|"
    r"(?:has|have|had|sets?|with|contains?|names?|knows?|knew|lays?\s+down|specifies|carries|sees|fixes|bears|"
    r"there\s+is)(?:,[^,;:]{1,40},)?\s+(?P<d>no\s+(?:fixed\s+|set\s+|time\s+|stated\s+)?(?:expiry\s+date|"
    r"expiration\s+date|"
    r"end\s+date|term|expiry|sunset\s+clause|date\s+of\s+expiry|limit\s+in\s+time|time\s+limit|duration|"
    r"limit))\b|(?P<e>no\s+(?:term|expiry\s+date|end\s+date|time\s+limit|duration)\s+(?:was|is|"
    r"has\s+been)\s+(?:set|fixed|agreed|laid\s+down|named))|"
    r"(?:is|are|was|were)\s+(?P<f>open-ended|of\s+(?:unlimited|indefinite)\s+duration|"
    r"without\s+(?:a\s+)?(?:time\s+limit|limit\s+of\s+time|term|end\s+date))|(?P<g>never\s+expires?|"
    r"does\s+not\s+expire|cannot\s+expire)|without\s+(?P<h>limit(?:\s+of\s+time|\s+in\s+time|(?=\s*[.,;]|$))|(?:a\s+|"
    r"any\s+)?time\s+limit|"
    r"an\s+(?:expiry|end)\s+date))\b"
)
INITIAL = re.compile(
    r"(?i)\b(?:initial|first)\s+(?:term|period|span|run)?\s*(?:of|was|is|"
    rf":)?\s*(?P<number>{NUMBER})\b(?!\s*(?:year|month|day|-))"
)
HEADLESS = re.compile(
    r"(?i)[\"“'\s,]*(?:(?:and|but|so|also|then|thus|for|by|initially|originally|automatically|the|its|an?|"
    r"initial|first|which|to|of|it|that|this|with|as|on|"
    r"regarding|concerning|after|was|is|been|be|has|had|are|were|tacitly|each|time|if|unless)\s+)*"
)
QUESTION = re.compile(r"\?\s*[\"”’)]*$")
WISH = re.compile(
    r"(?i)\b(?:should|hopes?|hoped|proposes?|proposed|suggests?|suggested|urges?|draft|perhaps|plans?|"
    r"planned|predicts?|likely)\b"
)
OTHER = re.compile(
    r"(?i)\b(?:lease|loan|prison|sentence|plan|mandate|ceasefire|truce|programme|program|ban|gas|contract|"
    r"tenure|war|conflict|negotiat\w+|talks|took|occupation|presidenc\w+|budget|deliver\w+|visa|moratorium|"
    r"transition|base|bases|troops|garrison)\b"
)
FOR = re.compile(rf"(?i)\s+for\s+(?:an?\s+(?:initial|first)\s+)?{TIME}\b(?!\s*(?:ago|old|now))")
MADE = re.compile(
    r"(?i)\b(?:concluded|signed|agreed(?:\s+on)?|made|entered\s+into|sealed|ratified)\s+(?:the|their|its|this|a)?\s*$"
)
"""As in: "They concluded the treaty for ten years": behind the name, and the verb before it."""
