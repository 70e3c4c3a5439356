"""Verbs and nouns by which a text says that a clause obliges, forbids, allows or contains; and how that is denied."""

from __future__ import annotations

import re

_PARTIES = r"(?:sides?|part(?:y|ies)|signator(?:y|ies)|members?|member\s+states|governments?|states|countries|partners?|allies|ally|of\s+(?:them|us|the\s+\w+)|two|three|four|five|Ω+)"

MUST = re.compile(
    r"(?i)\b(?:oblig(?:e|es|ed|ing|ates?|ated|ation|ations|atory)|requir(?:e|es|ed|ing)|bind(?:s|ing)?|bound|compel(?:s|led|ling)?|forc(?:es|ed|ing)|must(?!\s+not)|shall(?!\s+not)|"
    r"dut(?:y|ies)|ha(?:s|ve|d)\s+to|owe[sd]?|mandatory|mandat(?:es?|ed)|demand(?:s|ed)?|impos(?:e|es|ed|ing)|enjoin(?:s|ed)?|force\s+(?=Ω|the\b))\b"
)
"""Words for what is owed."""
PLEDGE = re.compile(
    r"(?i)\b(?:commit(?:s|ted|ting|ments?)?|pledg(?:e|es|ed|ing)|undert(?:ake|akes|ook|aken|aking|akings)|promis(?:e|es|ed|ing)|guarante(?:e|es|ed|eing)|vow(?:s|ed)?|agree(?:s|d)?\s+(?:to|that|on)|"
    r"engag(?:e|es|ed)\s+(?:to|them|it)|assur(?:e|es|ed)|resolv(?:e|es|ed)\s+to|swor(?:e|n)|swears?)\b"
)
"""Words for what is promised; of political texts as well."""
CONTAIN = re.compile(
    r"(?i)\b(?:silent\s+(?:on|about)|lacks?|lacked|lacking|devoid\s+of|free\s+of|short\s+of|says\s+nothing|there\s+(?:is|was)\s+(?:no|not)|provid(?:e|es|ed|ing)\s+(?:for|that)|provision|stipulat\w+|prescrib\w+|lay(?:s|ing)?\s+down|laid\s+down|lays?\b|contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|envisag\w+|contemplat\w+|foresees?|foresaw|foreseen|"
    r"call(?:s|ed|ing)?\s+(?:for|on|upon)|stat(?:es|ed|ing)|say(?:s|ing)?|said|speak(?:s|ing)?\s+of|spoke\s+of|declar(?:e|es|ed)|proclaim\w*|enshrin\w+|establish(?:es|ed)|creat(?:es|ed)|deal(?:s|t)?\s+with|"
    r"concern(?:s|ed)|cover(?:s|ed)|regulat(?:es|ed)|govern(?:s|ed)|(?:is|are|was|were)\s+about|set(?:s|ting)?\s+(?:out|up|forth)|spell(?:s|ed)?\s+out|spelt\s+out|reaffirm\w*|restat\w+|confin(?:es|ed)|"
    r"counts?|counted|treat(?:s|ed)?|regard(?:s|ed)?|deem(?:s|ed)?|consider(?:s|ed)|holds?\b|held|defin(?:es|ed)|ha(?:s|d|ve)\s+(?:each|both|them|us|the\s+(?:two|part\w+|sides|members|signator\w+)|every|all|one|an?\s+(?:\w+\s+){0,2}(?:clause|pledge|duty|promise|guarantee|ban))|"
    r"mak(?:es|ing)|made|entail(?:s|ed)?|mean(?:s|t)|amounts?\s+to|is\s+(?:the|an?)\b|was\s+(?:the|an?)\b|asks?\b|asked|urg(?:es|ed)|expect(?:s|ed)?|(?:is|are|was|were)\s+to\b|needs?\s+to|will|would|drag(?:s|ged)?|sends?\b|sent|draws?\b|drew|"
    r"pulls?\b|plung(?:es|ed)|brings?\b|brought|ensur(?:es|ed)|leav(?:es|ing)|left|recogni[sz](?:es|ed)|preserv(?:es|ed)|uphold\w*|upheld|confirm(?:s|ed)|keeps?|kept|secur(?:es|ed)|settl(?:es|ed)|mentions?|mentioned|extend(?:s|ed)|offer(?:s|ed)?|arrang(?:es|ed)|gives?\b|gave|puts?\b|tells?\b|told)\b"
)
"""Words by which a clause is said to have a content."""
FORBID = re.compile(
    r"(?i)\b(?:forbid(?:s|den|ding)?|forbade|prohibit(?:s|ed|ing|ion|ions)?|bar(?:s|red|ring)?|ban(?:s|ned|ning)?|rul(?:e|es|ed|ing)\s+out|outlaw(?:s|ed|ing)?|renounc\w+|preclud\w+|exclud(?:e|es|ed|ing)|"
    r"den(?:y|ies|ied)|disallow\w*|refrain\w*|abstain\w*|desist\w*|stop(?:s|ped)?|halt(?:s|ed|ing)?|prevent(?:s|ed|ing)?|keep(?:s)?\s+(?:\w+\s+){1,3}from|forswear\w*|foreswear\w*|condemn\w*|interdict\w*|suspend(?:s|ed)?|restrict(?:s|ed)?|"
    r"neither|never|no\s+(?:party|side|member|state|signatory|one|country)|nor|cease[sd]?|put\s+an\s+end|(?:must|shall|may|can|will|would|should|do|does|are|is|were|was|to|and|pledge[sd]?|promise[sd]?|commit\w*|undert\w+|agree[sd]?)\s+not(?!\s+only)|not\s+(?:to|be|let|allow|permit|join|enter|use|help|attack|conclude|take|sign)|cannot|avoid\w*|safe\s+from|free\s+(?:of|from)|against\s+(?:joining|using|letting))\b"
)
"""Words by which something is not to be done."""
PERMIT = re.compile(
    r"(?i)\b(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|permission|let(?:s|ting)?|authori[sz]\w+|entitl\w+|grant(?:s|ed|ing)?|right|rights|licen[cs]\w+|may|can|could|free\s+to|leav(?:es|ing)\s+open|left\s+open|open(?:s|ed|ing)?|"
    r"enabl(?:es|ed|ing)|giv(?:es|ing)|gave|pav(?:es|ed)|concede[sd]?|accept(?:s|ed)?|consent(?:s|ed)?|provid(?:es|ed)\s+for|door)\b"
)
"""Words by which something may be done."""
RESTRICT = re.compile(
    r"(?i)\b(?:ban(?:s|ned|ning)?|bar(?:s|red|ring)?|forbid\w*|forbade|prohibit\w*|embargo\w*|cap(?:s|ped|ping)?|limit(?:s|ed|ing)?|restrict\w*|outlaw\w*|freez\w+|froze\w*|block(?:s|ed)?|halt\w*|expel\w*|"
    r"send\w*\s+home|sent\s+home|repatriat\w*|inspect\w*|seiz\w+|cut(?:s)?\s+off|rul(?:es|ed)\s+out|prevent\w*|den(?:y|ies|ied)|extend(?:s|ed)|sanction(?:s|ed)|tighten\w*|clos(?:es|ed|ing)|stop(?:s|ped)?|ceiling|keeps?\s+(?:\w+\s+){1,3}(?:from|out)|may\s+not|must\s+not|shall\s+not|no\s+\w+\s+may)\b"
)
"""What sanctions do."""
DENIED = re.compile(
    r"(?i)\bno\s+(?:[\w-]+\s+){0,2}$|\b(?:not|without)\s+(?:an?|any)\s+(?:[\w-]+\s+){0,2}$|\b(?:(?:does|did|do|has|have|had|is|are|was|were|need|would|will|can|could|must|shall|may|should|to)\s*(?:not|n['’]t)\b(?!\s+(?:only|just|merely))|(?:does|did|do|is|are|was|were|has|have|need|would|could|must)n['’]t\b|cannot|can['’]t|won['’]t|"
    r"not\s+(?:a|any|one|so\s+much|even|oblig\w+|bound|required|committed|about|by|in|to|automatic\w*|bind\w*|forc\w+|promis\w+)\b|no\s+(?:\w+[\s-]+){0,4}?(?:dut|oblig|clause|promise|pledge|guarantee|mention|provision|commitment|ban|article|paragraph|line|word|requirement|prohibition|undertaking|rule|defen[cs]e|help|aid|assistance|state|party|side|member|military|mutual|consult|automatic)\w*|"
    r"nothing|nowhere|never|nobody|none|neither|nor|without|lack(?:s|ed|ing)?|stops?\s+short\s+of|stopp(?:ed|ing)\s+short\s+of|falls?\s+short\s+of|fell\s+short\s+of|far\s+from|rather\s+than|instead\s+of|fail(?:s|ed)?\s+to|silent\s+(?:on|about)|silence\s+(?:on|about)|free\s+of|devoid\s+of|omit(?:s|ted)?|absence\s+of|"
    r"avoids?|avoided|refus(?:es|ed)|exempt\w*|hardly|scarcely|says?\s+nothing|far\s+cry|short\s+of|spares?|spared)\b"
)
"""Words by which a duty is denied."""
AFTER_DENIED = re.compile(
    r"(?i)^(?:\s+(?!(?:if|when|once|that|who|members?|party|side|whose|until|unless|but)\b)[^\s.;:,]+){0,8}?,?\s+(?:(?:is|are|was|were)\s+(?:nowhere\b|never\b|not\s+(?:automatic\w*|promised|mentioned|"
    r"provided|required|foreseen|obligatory|guaranteed|part|included|there|envisaged|laid|found|owed|mandatory|in\b|a\s+duty|covered))|there\s+(?:is|was)\s+(?:no|not|nothing)\b|(?:is|are|was|were)\s+(?:absent|missing|lacking|left\s+out|excluded|ruled\s+out)|"
    r"(?:(?:one|it|the\s+(?:text|document|paper|treaty))\s+)?(?:finds?|found|makes?|contains?|sees?|reads?|says?)\s+(?:no\s+(?:mention|word|trace|line)|nothing)|(?:not\s+a|no)\s+(?:word|line|trace|mention|syllable))"
)
"""A denial that follows what is denied: "Of help there is no mention"."""
BLOCKED = re.compile(
    r"(?i)\b(?:invok\w+|trigger\w+|cit(?:es|ed|ing)|breach\w*|violat(?:es|ed|ing)|debat\w+|negotiat\w+|amend\w*|revis\w+|discuss\w*|critici[sz]\w*|ignor\w+|vot(?:ed|ing)|ratif\w+|expired|lapsed|denounced|"
    r"withdr\w+|signed|applauded|welcomed|hailed|dismissed|read(?:s)?|copi(?:es|ed)|similar|resembl\w+|identical|the\s+same\s+as|compared|refers?|referred|rests?|relies|based|in\s+line|in\s+accordance|consistent)\b"
)
"""Words after which a verb of duty must follow anew for a clause to be said to contain something."""
STRICT = re.compile(
    rf"(?i)\b(?:(?:it|they|this|that|which|the\s+(?:text|document|paper|wording|communiqu\S{1,2}|statement|clause|provision|promise|arrangement))\s+(?:\w+\s+){{0,3}}?(?:oblig\w+|commit\w*|binds?|bound|requir\w+|compel\w*|promis\w+|guarant\w+|forbid\w*|forbade|prohibit\w*|pledg\w+|provid\w+|contain\w*|rul\w+\s+out|outlaw\w*|bans?|banned|bars?|barred|caps?|capped|limits?|limited|restrict\w*|freezes|froze|demand\w*|allow\w*|permit\w*|impos\w+|stipulat\w+|drag\w*|sends?|calls?\s+for|spoke|speaks|envisag\w+|lays?\s+down|grants?|lets?|gives?|has\s+(?:each|both|the))"
    rf"|(?:both|each|either|neither|every|all|any|no|the(?:\s+\w+)?|its|their|one)\s+(?:\w+\s+)?{_PARTIES}\s+(?:\w+\s+){{0,2}}?(?:must|shall|may|will|undert\w+|pledg\w+|promis\w+|(?:are|is|was|were)\s+(?:\w+\s+)?(?:obliged|bound|required|committed|to)|agreed|ha(?:s|ve|d)\s+(?:to\b|undertaken|pledged|promised|committed)|renounc\w+|commit\w*|owes?)"
    r"|\b(?:if|when|once|should|whenever)\b[^.;:]{1,80}\battack[^.;:]{0,80}?\bthe\s+others?\s+(?:\w+\s+)?(?:helps?|must|gives?|assists?|comes?|renders?|has\s+to|is\s+to|shall)|^What\b[^.;]{0,120}?\b(?:provides|obliges|commits|contains|requires)|its\s+(?:ceiling|cap|limit|ban|embargo)|all\s+are\s+to|thereby|under\s+it|by\s+it|in\s+it|(?:follows?|comes?|is|are)\s+automatic(?:ally)?|(?:there\s+is|with)\s+(?:no|not\s+a)\s+(?:mention|word|duty|obligation)|what\s+the\s+(?:two|three|parties|sides)"
    r"|(?:are|is|was|were)\s+(?:obliged|required|bound)\s+to|(?:is|are|was|were)\s+(?:not\s+|nowhere\s+|never\s+)?(?:automatic|promised|foreseen|mentioned|envisaged|provided\s+for|required))\b"
)
"""What must stand in a sentence that names no instrument, for it to speak of the one spoken of."""
STATE_BOUND = re.compile(
    r"(?i)(?P<state>Ω+)\s+(?:\w+\s+){0,2}?(?:undert(?:ook|aken)|committed\s+itself|(?:is|was|are|were)\s+(?:\w+\s+)?(?:obliged|bound|required|committed)|owes?|bound\s+itself)\b"
)
"""A state that has bound itself: enough, if it is a party of the instrument spoken of."""
REFERRED = re.compile(
    r"(?i)\b(?:building\s+up?on|based\s+(?:up)?on|in\s+line\s+with|in\s+(?:full\s+)?accordance\s+with|in\s+accord\s+with|in\s+conformity\s+with|tied\s+to|refer(?:s|ring|red)?\s+to|reference\s+to|invok\w+|consistent\s+with|subject\s+to|like|unlike|"
    r"as\s+in|similar\s+to|copi(?:es|ed)|same\s+as|model+ed\s+(?:on|after)|echo(?:es|ing|ed)?|recall(?:s|ing)?|mention(?:s|ed|ing)?|compar(?:ed|able)\s+(?:to|with)|than|identical\s+(?:to|with)|resembl(?:es|ing)|matches|mirrors?|"
    r"in\s+contrast\s+(?:to|with)|contrary\s+to|as\s+well\s+as|without\s+prejudice\s+to|in\s+exercise\s+of\s+(?:\w+\s+){1,8}(?:under|by|in)|right\s+(?:\w+\s+){1,8}(?:under|by|in)|and\s+upon|alongside|in\s+keeping\s+with|pursuant\s+to|within\s+the\s+meaning\s+of|founded\s+on|resting\s+on|rests\s+on|relies\s+on|citing|cites?|cited)\s+(?:the\s+|its\s+|of\s+|to\s+)?$"
)
"""What stands before an instrument or article that is only referred to."""
PREFIX = re.compile(
    r"(?i)\b(?:under|by|through|in|according\s+to|pursuant\s+to|thanks\s+to|because\s+of|by\s+virtue\s+of|on\s+the\s+basis\s+of|in\s+terms\s+of|with|as\s+per|per|from|by\s+the\s+(?:terms|text|wording|effect)\s+of|by\s+means\s+of|on\s+the\s+strength\s+of|as|where)\s+(?:the\s+terms\s+of\s+|the\s+text\s+of\s+|the\s+)?$"
)
"""What stands before an instrument or article under which something is owed."""
LOCATED = re.compile(
    r"(?i)^\s*(?:clause|provision|pledge|promise|guarantee|obligation|commitment|duty|article)?s?,?\s*(?:\(|of\s+|is\s+|—\s*|–\s*|,\s*|in\s+)(?:the\s+)?$|^[^;:]{0,140}?\b(?:(?:is|was|are|were|been|being)\s+(?:\w+\s+){0,3}?|stands?\s+|stood\s+|lies?\s+|lay\s+|sits?\s+|comes?\s+|came\s+|found\s+|appears?\s+|appeared\s+|follows?\s+|flows?\s+|rests?\s+|figures?\s+|made\s+|(?:can|may)\s+be\s+\w+\s+|laid\s+down\s+|set\s+out\s+|provided\s+for\s+|enshrined\s+|contained\s+|prescribed\s+|required\s+)(?:only\s+|already\s+)?"
    r"(?:in|by|under|from|at|of|to|on)\s+(?:the\s+)?$"
)
"""What stands between a content and the article that it "is found in"."""
ADVERBIAL = re.compile(
    r"(?i)^[^;:]{0,110}?(?:^|\s|,)(?:under|in|by|by\s+virtue\s+of|pursuant\s+to|according\s+to|thanks\s+to|via|because\s+of|on\s+the\s+strength\s+of|as\s+(?:\w+\s+){0,3}?(?:in|by|under)|as|per|from|through|on\s+the\s+basis\s+of)\s+(?:the\s+)?$"
)
"""What stands between a content and the article by which it is owed."""
FORBID_VERB = re.compile(
    r"(?i)\b(?:forbid(?:s|den|ding)?|forbade|prohibit(?:s|ed|ing)?|bars?|barred|bans?|banned|rul(?:es|ed|ing)\s+out|outlaw(?:s|ed)?|preclud(?:es|ed)|exclud(?:es|ed))\b"
)
"""Verbs that turn words for what is owed into their contrary."""
FORBID_AFTER = re.compile(
    r"(?i)^[^.;:]{0,70}?\b(?:(?:is|are|was|were|be|been|stands?)\s+(?:\w+ly\s+|thereby\s+|strictly\s+)?(?:forbidden|prohibited|banned|barred|ruled\s+out|outlawed|excluded|renounced|out\s+of\s+bounds|off\s+limits|taboo|illegal|inadmissible)|(?:must|shall|may|can)\s+not|cannot)\b"
)
"""A ban that follows what is forbidden."""
NOT_INSIDE = re.compile(r"(?i)\b(?:not|no|never|neither|cannot)\b")
NO_BAN = re.compile(
    r"(?i)\b(?:(?:does|did|do|would|is|are)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:forbid|forbidden|bar|barred|ban|banned|prohibit\w*|rule\s+out|preclude\w*|prevent\w*|stop|keep|mention|contain|oblige|exclude|restrict)|nothing\b[^.;:]{0,60}?\b(?:forbids?|prohibits?|bars?|bans?|prevents?|stops?|keeps?|precludes?|rules?\s+out|against)|"
    r"no\s+(?:clause|ban|bar|provision|article|prohibition|promise|pledge|mention|rule|word)\b|nowhere|says\s+nothing|silent\s+(?:on|about)|lacks?|without\s+(?:forbidding|barring|ruling\s+out))\b"
)
"""That a ban is not there."""
PERMIT_VERB = re.compile(
    r"(?i)\b(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|authori[sz](?:es|ed)|entitl(?:es|ed)|lets?|opens?|opened|grants?|granted|free\s+to|the\s+right|licenses)\b"
)
"""Verbs and nouns that permit."""
AUTOMATIC_TAIL = re.compile(
    r"(?i)\b(?:follows?|comes?|happens?|is|are)\s+(?:not\s+)?automatic(?:ally)?\b|\bautomatically\b"
)
"""That something comes by itself: as good as a word for what is owed."""
NOT_EXCLUDED = re.compile(r"(?i)(?:\bnot|n['’]t|\bcannot)\s+(?:\w+\s+)?(?:rul(?:e|ed|ing)\s+out|exclude|preclude|forbid|prohibit|bar)\w*\b")
"""Neither laid down nor denied."""
FINITE = re.compile(
    r"(?i)[,)]\s+(?:\w+ly\s+|also\s+|does\s+|did\s+|merely\s+|nevertheless\s+|still\s+)?(?:obliges|obliged|commits|committed|requires|required|binds|provides|provided|contains|contained|promises|promised|guarantees|forbids|forbade|calls|called|bars|bans|"
    r"prohibits|rules|says|states|lays|treats|regards|considers|compels|imposes|has|speaks|allows|permits|lets|grants|gives|oblige)\b|(?:^|[,)])\s*Ψ+"
)
"""A new verb of duty or a new subject after a comma: what is denied before it is something else."""
