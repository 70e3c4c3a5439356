"""Verbs and nouns by which a text says that a clause obliges, forbids, allows or contains; and how that is denied."""

from __future__ import annotations

import re

ONLY = re.compile(
    r"(?i)\b(?:no|nothing|little|not\s+much)\s+(?:more|less|other|else|but)\b(?:\s+than)?|\bnothing\s+but\b"
)
"""What sounds like a denial and is none: "demands no more than consultations"."""
_PARTIES = (
    r"(?:sides?|part(?:y|ies)|signator(?:y|ies)|members?|member\s+states|governments?|states|countries|partners?|"
    r"allies|ally|of\s+(?:them|us|the\s+\w+)|two|three|four|five|Ω+)"
)

MUST = re.compile(
    r"(?i)\b(?:oblig(?:e|es|ed|ing|ates?|ated|ation|ations|atory)|requir(?:e|es|ed|ing)|bind(?:s|ing)?|bound|"
    r"compel(?:s|led|ling)?|forc(?:es|ed|ing)|must(?!\s+not)|shall(?!\s+not)|"
    r"dut(?:y|ies)|ha(?:s|ve|d)\s+to|owe[sd]?|mandatory|mandat(?:es?|ed)|demand(?:s|ed)?|impos(?:e|es|ed|ing)|"
    r"enjoin(?:s|ed)?|force\s+(?=Ω|the\b))\b"
)
"""Words for what is owed."""
PLEDGE = re.compile(
    r"(?i)\b(?:commit(?:s|ted|ting|ments?)?|pledg(?:e|es|ed|ing)|undert(?:ake|akes|ook|aken|aking|akings)|"
    r"promis(?:e|es|ed|ing)|guarante(?:e|es|ed|eing)|vow(?:s|ed)?|agree(?:s|d)?\s+(?:to|that|on)|"
    r"engag(?:e|es|ed)\s+(?:to|them|it)|assur(?:e|es|ed)|resolv(?:e|es|ed)\s+to|swor(?:e|n)|swears?)\b"
)
"""Words for what is promised; of political texts as well."""
CONTAIN = re.compile(
    r"(?i)\b(?:silent\s+(?:on|about)|shuts?|clos(?:es|ed)|lacks?|lacked|lacking|devoid\s+of|free\s+of|"
    r"short\s+of|says\s+nothing|"
    r"there\s+(?:is|was)\s+(?:no|not)|provid(?:e|es|ed|ing)\s+(?:only\s+|merely\s+|solely\s+|also\s+)?(?:for|"
    r"that)|provision|stipulat\w+|prescrib\w+|"
    r"lay(?:s|ing)?\s+down|laid\s+down|lays?\b|contain(?:s|ed|ing)?|includ(?:e|es|ed|ing)|envisag\w+|"
    r"contemplat\w+|foresees?|foresaw|foreseen|"
    r"call(?:s|ed|ing)?\s+(?:for|on|upon)|stat(?:es|ed|ing)(?=\s+(?:\w+ly\s+)?(?:that|[\"“:]))|say(?:s|ing)?|"
    r"said|speak(?:s|ing)?\s+of|spoke\s+of|"
    r"declar(?:e|es|ed)|proclaim\w*|enshrin\w+|establish(?:es|ed)|creat(?:es|ed)|deal(?:s|t)?\s+with|"
    r"concern(?:s|ed)|cover(?:s|ed)|regulat(?:es|ed)|govern(?:s|ed)|(?:is|are|was|were)\s+(?:about|devoted|"
    r"dedicated)|set(?:s|"
    r"ting)?\s+(?:out|up|forth)|spell(?:s|ed)?\s+out|spelt\s+out|reaffirm\w*|restat\w+|confin(?:es|ed)|"
    r"counts?|counted|treat(?:s|ed)?|regard(?:s|ed)?|deem(?:s|ed)?|consider(?:s|ed)|holds?\s+(?:that|any?|"
    r"an?)\b|held\s+(?:that|an?)\b|defin(?:es|"
    r"ed)|ha(?:s|d|ve)\s+(?:Ω+|each|both|them|us|the\s+(?:two|part\w+|sides|members|signator\w+)|every|all|one|"
    r"an?\s+(?:\w+\s+){0,2}(?:clause|pledge|duty|promise|guarantee|ban))|"
    r"entail(?:s|ed)?|amounts?\s+to|is\s+(?:the|an?)\b|was\s+(?:the|an?)\b|"
    r"ensur(?:es|ed)|leav(?:es|ing)|left|recogni[sz](?:es|ed)|preserv(?:es|ed)|uphold\w*|upheld|confirm(?:s|"
    r"ed)|keeps?|kept|secur(?:es|ed)|settl(?:es|ed)|mentions?|mentioned|extend(?:s|ed)|offer(?:s|ed)?|"
    r"arrang(?:es|ed))\b"
)
"""Words by which a clause is said to have a content."""
LOOSE = re.compile(
    r"(?i)\b(?:asks?\b|asked|urg(?:es|ed)|expect(?:s|ed)?|(?:is|are|was|were)\s+to\b|needs?\s+to|will|would|"
    r"drag(?:s|ged)?|sends?\b|sent|draws?\b|drew|pulls?\b|plung(?:es|ed)|brings?\b|brought|mak(?:es|ing)|made|"
    r"mean(?:s|t)|gives?\b|gave|puts?\b|tells?\b|told|turn(?:s|ed)?|keeps?\b|kept|stop(?:s|ped)?|appl(?:y|ies|"
    r"ied)|reserv(?:es|ed)|spar(?:es|ed)|"
    r"sets?\b|triggers?|instructs?|directs?|orders?|ordered|repeats?|repeated|reiterat\w+|adds?\b|added|"
    r"shields?|protects?|runs?|"
    r"reads?)\b"
)
"""Words that say so of an article, or right behind the name of an instrument."""
FORBID = re.compile(
    r"(?i)\b(?:forbid(?:s|den|ding)?|forbade|prohibit(?:s|ed|ing|ion|ions)?|bar(?:s|red|ring)?|ban(?:s|ned|"
    r"ning)?|rul(?:e|es|ed|ing)\s+out|outlaw(?:s|ed|ing)?|renounc\w+|preclud\w+|exclud(?:e|es|ed|ing)|"
    r"den(?:y|ies|ied)|disallow\w*|refrain\w*|abstain\w*|desist\w*|stop(?:s|ped)?|halt(?:s|ed|ing)?|"
    r"prevent(?:s|ed|ing)?|(?:keep|stay|bar|lock|shut)(?:s|red)?\s+(?:[\wΩ]+\s+){0,4}?(?:from|out\s+of|away\s+"
    r"from)|forswear\w*|foreswear\w*|condemn\w*|interdict\w*|"
    r"suspend(?:s|ed)?|restrict(?:s|ed)?|"
    r"neither|never|no\s+(?:party|side|member|state|signatory|one|country)|nor|cease[sd]?|put\s+an\s+end|"
    r"(?:must|shall|may|can|will|would|should|do|does|are|is|were|was|to|and|pledge[sd]?|promise[sd]?|"
    r"commit\w*|undert\w+|agree[sd]?)\s+not(?!\s+only)|not\s+(?:to|be|let|allow|permit|join|enter|use|help|"
    r"attack|conclude|take|sign)|cannot|avoid\w*|safe\s+from|free\s+(?:of|from)|against\s+(?:joining|using|"
    r"letting))\b"
)
"""Words by which something is not to be done."""
PERMIT = re.compile(
    r"(?i)\b(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|permission|let(?:s|ting)?|authori[sz]\w+|entitl\w+|"
    r"grant(?:s|ed|ing)?|right|rights|(?:legal\s+)?(?:basis|ground|title)|licen[cs]\w+|may|can|could|free\s+to|"
    r"leav(?:es|ing)\s+open|left\s+open|"
    r"open(?:s|ed|ing)?|"
    r"enabl(?:es|ed|ing)|giv(?:es|ing)|gave|pav(?:es|ed)|concede[sd]?|accept(?:s|ed)?|consent(?:s|ed)?|"
    r"provid(?:es|ed)\s+for|door)\b"
)
"""Words by which something may be done."""
RESTRICT = re.compile(
    r"(?i)\b(?:(?:fall|come)s?\s+under|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|forbid\w*|forbade|prohibit\w*|"
    r"embargo\w*|cap(?:s|ped|"
    r"ping)?|limit(?:s|ed|ing)?|restrict\w*|outlaw\w*|freez\w+|froze\w*|block(?:s|ed)?|halt\w*|expel\w*|"
    r"send\w*\s+home|sent\s+home|repatriat\w*|inspect\w*|seiz\w+|cut(?:s)?\s+off|rul(?:es|ed)\s+out|prevent\w*|"
    r"den(?:y|ies|ied)|extend(?:s|ed)|no\s+longer|tells?|order(?:s|ed)|sanction(?:s|ed)|tighten\w*|clos(?:es|ed|"
    r"ing)|stop(?:s|ped)?|ceiling|"
    r"keeps?\s+(?:\w+\s+){1,3}(?:from|out)|put(?:s)?\s+an?\s+(?:cap|end|ceiling)|may\s+not|must\s+not|shall\s+"
    r"not|no\s+\w+\s+may)\b"
)
"""What sanctions do."""
DENIED = re.compile(
    r"(?i)\bno\s+(?:[\w-]+\s+){0,2}$|,\s+not\s+(?!only|just|merely|least)(?:[\w-]+\s+){0,4}$|\b(?:not|"
    r"without)\s+(?:an?|any)\s+(?:[\w-]+\s+){0,2}$|\b(?:(?:does|did|do|"
    r"has|have|had|is|are|was|were|need|would|will|can|could|must|shall|may|should|to)\s*(?:not|"
    r"n['’]t)\b(?!\s+(?:only|just|merely))|(?:does|did|do|is|are|was|were|has|have|need|would|could|"
    r"must)n['’]t\b|cannot|can['’]t|won['’]t|"
    r"not\s+(?:a|any|one|so\s+much|even|oblig\w+|bound|required|committed|about|by|in|to|automatic\w*|bind\w*|"
    r"forc\w+|promis\w+)\b|no\s+(?:\w+[\s-]+){0,4}?(?:dut|oblig|clause|promise|pledge|guarantee|mention|"
    r"provision|commitment|ban|article|paragraph|line|word|requirement|prohibition|undertaking|rule|defen[cs]e|"
    r"help|aid|assistance|state|party|side|member|military|mutual|consult|automatic)\w*|"
    r"nothing|nowhere|never|nobody|none|neither|nor|without|lack(?:s|ed|ing)?|stops?\s+short\s+of|stopp(?:ed|"
    r"ing)\s+short\s+of|falls?\s+short\s+of|fell\s+short\s+of|far\s+from|rather\s+than|instead\s+of|fail(?:s|"
    r"ed)?\s+to|silent\s+(?:on|about)|silence\s+(?:on|about)|free\s+of|devoid\s+of|omit(?:s|ted)?|absence\s+of|"
    r"avoids?|avoided|refus(?:es|ed)|exempt\w*|hardly|scarcely|says?\s+nothing|far\s+cry|short\s+of|spares?|spared)\b"
)
"""Words by which a duty is denied."""
AFTER_DENIED = re.compile(
    r"(?i)^(?:\s+(?!(?:if|when|once|that|who|members?|party|side|whose|until|unless|"
    r"but)\b)[^\s.;:,]+){0,8}?,?\s+(?:(?:is|are|was|were)\s+(?:nowhere\b|never\b|not\s+(?:automatic\w*|"
    r"promised|mentioned|"
    r"provided|required|foreseen|obligatory|guaranteed|part|included|there|envisaged|laid|found|owed|mandatory|"
    r"in\b|a\s+duty|covered))|there\s+(?:is|was)\s+(?:no|not|nothing)\b|(?:is|are|was|were)\s+(?:absent|"
    r"missing|lacking|left\s+out|excluded|ruled\s+out)|"
    r"(?:(?:one|it|the\s+(?:text|document|paper|treaty))\s+)?(?:finds?|found|makes?|contains?|sees?|reads?|"
    r"says?)\s+(?:no\s+(?:mention|word|trace|line)|nothing)|(?:not\s+a|no)\s+(?:word|line|trace|mention|"
    r"syllable))"
)
"""A denial that follows what is denied: "Of help there is no mention"."""
BLOCKED = re.compile(
    r"(?i)\b(?:invok\w+|trigger\w+|cit(?:es|ed|ing)|breach\w*|violat(?:es|ed|ing)|debat\w+|negotiat\w+|"
    r"amend\w*|revis\w+|discuss\w*|critici[sz]\w*|ignor\w+|vot(?:ed|ing)|ratif\w+|expired|lapsed|denounced|"
    r"withdr\w+|signed|applauded|welcomed|hailed|dismissed|read(?:s)?|copi(?:es|ed)|similar|resembl\w+|"
    r"identical|the\s+same\s+as|compared|refers?|referred|rests?|relies|based|in\s+line|in\s+accordance|"
    r"consistent)\b"
)
"""Words after which a verb of duty must follow anew for a clause to be said to contain something."""
STRICT = re.compile(
    rf"(?i)\b(?:(?:it|they|this|that|which|the\s+(?:text|document|paper|wording|communiqu\S{1, 2}|statement|"
    rf"clause|provision|promise|arrangement))\s+(?:\w+\s+){{0,3}}?(?:oblig\w+|commit\w*|binds?|bound|requir\w+|"
    rf"compel\w*|promis\w+|guarant\w+|forbid\w*|forbade|prohibit\w*|pledg\w+|provid\w+|contain\w*|rul\w+\s+out|"
    rf"outlaw\w*|bans?|banned|bars?|barred|caps?|capped|limits?|limited|restrict\w*|freezes|froze|demand\w*|"
    rf"allow\w*|permit\w*|impos\w+|stipulat\w+|drag\w*|sends?|calls?\s+for|spoke|speaks|envisag\w+|"
    rf"lays?\s+down|grants?|lets?|gives?|has\s+(?:each|both|the))"
    rf"|(?:both|each|either|neither|every|all|any|no|the(?:\s+\w+)?|its|their|"
    rf"one)\s+(?:\w+\s+)?{_PARTIES}\s+(?:\w+\s+){{0,2}}?(?:must|shall|may|will|undert\w+|pledg\w+|promis\w+|"
    rf"(?:are|is|was|were)\s+(?:\w+\s+)?(?:obliged|bound|required|committed|to)|agreed|ha(?:s|ve|d)\s+(?:to\b|"
    rf"undertaken|pledged|promised|committed)|renounc\w+|commit\w*|owes?)"
    r"|\b(?:if|when|once|should|"
    r"whenever)\b[^.;:]{1,80}\battack[^.;:]{0,80}?\bthe\s+others?\s+(?:\w+\s+)?(?:helps?|must|gives?|assists?|"
    r"comes?|renders?|has\s+to|is\s+to|shall)|\bWhat\b[^.;]{0,120}?\b(?:provides|obliges|commits|contains|"
    r"requires)|its\s+(?:ceiling|cap|limit|ban|embargo)|all\s+are\s+to|thereby|under\s+it|by\s+it|in\s+it|"
    r"(?:follows?|comes?|is|are)\s+automatic(?:ally)?|(?:there\s+is|with)\s+(?:no|not\s+a)\s+(?:mention|word|"
    r"duty|obligation)|what\s+the\s+(?:two|three|parties|sides)"
    r"|(?:are|is|was|were)\s+(?:obliged|required|bound)\s+to|(?:is|are|was|were)\s+(?:not\s+|nowhere\s+|"
    r"never\s+)?(?:automatic|promised|foreseen|mentioned|envisaged|provided\s+for|required))\b"
)
"""What must stand in a sentence that names no instrument, for it to speak of the one spoken of."""
STATE_BOUND = re.compile(
    r"(?i)(?P<state>Ω+)\s+(?:\w+\s+){0,2}?(?:undert(?:ook|aken)|committed\s+itself|(?:is|was|are|"
    r"were)\s+(?:\w+\s+)?(?:obliged|bound|required|committed)|owes?|bound\s+itself)\b"
)
"""A state that has bound itself: enough, if it is a party of the instrument spoken of."""
APART = re.compile(
    r"(?i)\b(?:despite|before|after|notwithstanding|regardless\s+of|in\s+spite\s+of|violat\w+\s+of|breach\s+of|"
    r"not|rather\s+than|instead\s+of)\s+(?:the\s+)?$"
)
"""What stands before an instrument or article that the sentence sets aside."""
CALLED = re.compile(
    r"(?i)\b(?:called(?!\s+(?:for|on|upon)\b)|dubbed|described\s+as|known\s+as|seen\s+as|likened\s+to|"
    r"compared\s+(?:to|with)|branded|styled|nicknamed|mistaken\s+for|taken\s+for|touted\s+as|sold\s+as|"
    r"read\s+as|interpreted\s+as|portrayed\s+as)\s+(?:an?\s+|the\s+|its\s+)?(?:\w+\s+)?$"
)
"""That something is only called so."""
UNTRUE = re.compile(
    r"(?i)\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|(?:is|"
    r"was)\s+(?:an?\s+)?(?:\w+\s+)?(?:myth|untrue|not\s+true|false|wrong|nonsense|misconception|fallacy|"
    r"mistake|rumou?r|lie|legend)|no\s+truth|(?:not|n['’]t)\s+(?:true|"
    r"the\s+case))\b[^.;:,]{0,50}?\bthat\s+(?:the\s+)?$"
)
"""What stands before a statement that is denied as a whole."""
UNTRUE_AFTER = re.compile(
    r"(?i)\b(?:is|was|are)\s+(?:simply\s+|plainly\s+|quite\s+)?(?:an?\s+)?(?:false|wrong|untrue|myth|nonsense|"
    r"mistaken|misconception|fallacy|legend|lie|unfounded|baseless)\b"
)
CLAIMED = re.compile(
    r"(?i)\b(?:claim|idea|notion|belief|view|assertion|allegation|suggestion|story|report|"
    r"assumption)s?\s+that\s+(?:the\s+)?$"
)
"""What stands before a statement of which the sentence then says what it is worth."""
REFERRED = re.compile(
    r"(?i)\b(?:building\s+up?on|based\s+(?:up)?on|in\s+line\s+with|in\s+(?:full\s+)?accordance\s+with|"
    r"in\s+accord\s+with|in\s+conformity\s+with|tied\s+to|refer(?:s|ring|red)?\s+to|reference\s+to|invok\w+|"
    r"consistent\s+with|subject\s+to|like|unlike|"
    r"as\s+in|similar\s+to|copi(?:es|ed)|same\s+as|model+ed\s+(?:on|after)|echo(?:es|ing|ed)?|recall(?:s|ing)?|"
    r"mention(?:s|ed|ing)?|compar(?:ed|able)\s+(?:to|with)|than|identical\s+(?:to|with)|resembl(?:es|ing)|"
    r"matches|mirrors?|"
    r"in\s+contrast\s+(?:to|with)|contrary\s+to|as\s+well\s+as|without\s+prejudice\s+to|"
    r"in\s+exercise\s+of\s+(?:\w+\s+){1,8}(?:under|by|in)|right\s+(?:(?!(?:is|was|are|were)\b)\w+\s+"
    r"){1,8}(?:under|by|in)|and\s+upon|"
    r"alongside|in\s+keeping\s+with|pursuant\s+to|within\s+the\s+meaning\s+of|founded\s+on|resting\s+on|"
    r"rests\s+on|relies\s+on|citing|cites?|cited)\s+(?:the\s+|its\s+|of\s+|to\s+)?$"
)
"""What stands before an instrument or article that is only referred to."""
PREFIX = re.compile(
    r"(?i)\b(?:under|by|through|in|according\s+to|pursuant\s+to|thanks\s+to|because\s+of|by\s+virtue\s+of|"
    r"on\s+the\s+basis\s+of|in\s+(?:terms|the\s+(?:words|language|wording|text))\s+of|with|as\s+per|per|from|"
    r"by\s+the\s+(?:terms|text|wording|"
    r"effect)\s+of|by\s+means\s+of|on\s+the\s+strength\s+of|as|where)\s+(?:the\s+terms\s+of\s+|"
    r"the\s+text\s+of\s+|the\s+)?$"
)
"""What stands before an instrument or article under which something is owed."""
LOCATED = re.compile(
    r"(?i)^\s*(?:clause|provision|pledge|promise|guarantee|obligation|commitment|duty|article)s?,?\s*(?:\(|"
    r"of\s+|is\s+|—\s*|–\s*|,\s*|in\s+)(?:the\s+)?$|^\s+(?:\(|of\s+|is\s+|in\s+)(?:the\s+)?$|"
    r"^[^;:()]{0,90}\((?:see\s+|under\s+|in\s+|cf\.\s+)?$|^[^;:]{0,90}?(?::|\s[–—-])\s+(?:see\s+)?$|"
    r"^[^;:]{0,90}?,\s+(?:so\s+|thus\s+)?(?:says?|said|reads?|runs?|states?|provides?|goes|according\s+to|under|"
    r"in)\s+(?:the\s+)?"
    r"(?:famous\s+|key\s+|very\s+)?$|"
    r"^[^;:]{0,140}?\b(?:(?:is|was|are|were|been|"
    r"being)\s+(?:\w+\s+){0,3}?|stands?\s+|stood\s+|lies?\s+|lay\s+|sits?\s+|comes?\s+|came\s+|found\s+|"
    r"appears?\s+|appeared\s+|follows?\s+|flows?\s+|springs?\s+|derives?\s+|stems?\s+|arises?\s+|rests?\s+|"
    r"figures?\s+|rested\s+|based\s+|made\s+|(?:can|"
    r"may)\s+be\s+\w+\s+|"
    r"laid\s+down\s+|set\s+out\s+|provided\s+for\s+|enshrined\s+|contained\s+|prescribed\s+|"
    r"required\s+)(?:only\s+|already\s+)?"
    r"(?:in|by|under|from|at|of|to|on)\s+(?:the\s+)?$"
)
"""What stands between a content and the article that it "is found in"."""
POINTED = re.compile(
    r"(?i)^[^;:]{0,110}?[,;:–—-]\s*(?:(?:but|and|yet)\s+)?(?:(?:that|this|it|such|so|these|both|as\s+much|all\s+"
    r"(?:of\s+)?this)"
    r"(?:\s+(?:right|duty|rule|pledge|promise|obligation|provision|commitment|guarantee|ban|at\s+least))?|the\s+"
    r"(?:rule|duty|pledge|promise|"
    r"right|provision|clause|obligation))\s+(?:is|was|are|were|stands?|stood|follows?|comes?|runs?|ran|reads?|"
    r"says?|said|flows?|rests?)\b"
    r"[^;:]{0,50}$"
)
"""What stands between a content and the article when a word points back: "; that is the rule of", ": so ran"."""
ADVERBIAL = re.compile(
    r"(?i)^[^;:]{0,110}?(?:^|\s|,)(?:under|in|by|by\s+virtue\s+of|pursuant\s+to|according\s+to|thanks\s+to|via|"
    r"because\s+of|on\s+the\s+strength\s+of|in\s+the\s+(?:words|language|wording)\s+of|as\s+(?:\w+\s+"
    r"){0,3}?(?:in|by|under)|as|per|from|through|"
    r"on\s+the\s+basis\s+of)\s+(?:the\s+)?$"
)
"""What stands between a content and the article by which it is owed."""
FORBID_VERB = re.compile(
    r"(?i)\b(?:forbid(?:s|den|ding)?|forbade|prohibit(?:s|ed|ing)?|bars?|barred|bans?|banned|rul(?:es|ed|"
    r"ing)\s+out|outlaw(?:s|ed)?|preclud(?:es|ed)|exclud(?:es|ed))\b"
)
"""Verbs that turn words for what is owed into their contrary."""
BARRED = re.compile(
    r"(?i)\b(?:must\s+not|shall\s+not|may\s+not|neither\s+(?:\w+\s+){1,3}?(?:may|shall|must)|no\s+\w+\s+(?:may|"
    r"shall|must)|not\s+to)\b"
)
FORBID_AFTER = re.compile(
    r"(?i)^[^.;:]{0,70}?\b(?:(?:is|are|was|were|be|been|stands?)\s+(?:\w+ly\s+|thereby\s+|"
    r"strictly\s+)?(?:forbidden|prohibited|banned|barred|ruled\s+out|outlawed|excluded|renounced|"
    r"out\s+of\s+bounds|off\s+limits|taboo|illegal|inadmissible)|(?:must|shall|may|can)\s+not|cannot)\b"
)
"""A ban that follows what is forbidden."""
NOT_INSIDE = re.compile(r"(?i)\b(?:not|no(?![\s-]+first)|never|neither|cannot)\b")
NO_BAN = re.compile(
    r"(?i)\b(?:(?:does|did|do|would|is|are)(?:\s+not|n['’]t)\s+(?:\w+ly\s+)?(?:forbid|forbidden|bar|barred|ban|"
    r"banned|prohibit\w*|rule\s+out|preclude\w*|prevent\w*|stop|keep|mention|contain|oblige|exclude|restrict)|"
    r"nothing\b[^.;:]{0,60}?\b(?:forbids?|prohibits?|bars?|bans?|prevents?|stops?|keeps?|precludes?|"
    r"rules?\s+out|against)|"
    r"no\s+(?:clause|ban|bar|provision|article|prohibition|promise|pledge|mention|rule|word)\b|nowhere|"
    r"says\s+nothing|silent\s+(?:on|about)|lacks?|without\s+(?:forbidding|barring|ruling\s+out))\b"
)
"""That a ban is not there."""
PERMIT_VERB = re.compile(
    r"(?i)\b(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|authori[sz](?:es|ed)|entitl(?:es|ed)|lets?|opens?|"
    r"opened|grants?|granted|free\s+to|the\s+right|licenses)\b"
)
"""Verbs and nouns that permit."""
AUTOMATIC_TAIL = re.compile(
    r"(?i)\b(?:follows?|comes?|happens?|is|are)\s+(?:not\s+)?automatic(?:ally)?\b|\bautomatically\b"
)
"""That something comes by itself: as good as a word for what is owed."""
NOT_EXCLUDED = re.compile(
    r"(?i)(?:\bnot|n['’]t|\bcannot)\s+(?:\w+\s+)?(?:rul(?:e|ed|ing)\s+out|exclude|preclude|forbid|prohibit|"
    r"bar)\w*\b"
)
"""Neither laid down nor denied."""
FINITE = re.compile(
    r"(?i)[,)]\s+(?:\w+ly\s+|also\s+|does\s+|did\s+|merely\s+|nevertheless\s+|still\s+)?(?:obliges|obliged|"
    r"commits|committed|requires|required|binds|provides|provided|contains|contained|promises|promised|"
    r"guarantees|forbids|forbade|calls|called|bars|bans|"
    r"prohibits|rules|says|states|lays|treats|regards|considers|compels|imposes|has|speaks|allows|permits|lets|"
    r"grants|gives|oblige)\b|(?:^|[,)])\s*Ψ+"
)
"""A new verb of duty or a new subject after a comma: what is denied before it is something else."""
