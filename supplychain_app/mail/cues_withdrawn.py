"""The words that make a date one which was wished, withdrawn, moved, or could not be kept."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re

from supplychain_app.mail.cues import any_of

OUR_WISH = any_of(
    r"^\W*(?:requested|required|asked|wanted|needed)\b", r"(?:sie|ihr) (?:hatten|haben|habt|wollen|wollten|mochten|brauchen|benotigen|braucht)\b(?!.{0,20}\b(?:sie|die teile|die ware|alles)\b)", r"gebeten\b", r"vous (?:nous )?(?:\w+ )?(?:demand|souhait|voul|desir|avez besoin)\w*", r"\b(?:pedis|pides|piden|pediste|pedisteis|pidio|pidieron|(?:habeis|ha|han) pedido|solicitais|queriais|quereis|quieren)\b", r"von ihnen \w+te[nrms]?\b",
    r"\b(?:ci |ce lo |lo )?(?:chiedete|avete chiesto|chiedevate|volete|vorreste|richiedete)\b", r"\b(?:voces?|o cliente|v\. ?sas?\.?) (?:\w+ )?(?:ped|solicit|quer|precis)\w*",
    r"\byou (?:propos|suggest|hop(?:ed|ing)|are (?:asking|looking|after|hoping)|were (?:asking|looking|after|hoping)|put|indicated|gave)", r"(?:need|req|required|requested)[- _]?(?:by[ _])?dates?\b", r"\bprecis(?:a|am|ava) (?:para|em|ate)", r"que (?:necesit|ped)(?:ais|is|an|en|as|es)\b", r"(?:your|you) (?:request|requir|need|want|ask|wish|desired|had asked)\w*", r"(?:shown|mentioned|stated|indicated|printed) (?:in|on) (?:the |your |our )?(?:po|p\.o|order|annex\w*|schedule|portal|system)\b", r"(?:po|order|schedule|system|portal)(?: sheet| date)? (?:asks|says|states|shows|calls|requests|requires|wants|needs)", r"requested (?:delivery )?(?:date|for|by)", r"in (?:ihrer|eurer) bestellung (?:steht|ist|stehen)", r"votre (?:commande|bc) (?:indique|mentionne|demande)", r"(?:su|vuestro|tu) pedido (?:indica|pone|dice)", r"(?:vs\.?|vostro) ordine (?:riporta|indica|dice)", r"(?:seu|vosso) pedido (?:indica|consta|pede)", r"required (?:date|by|on|delivery)", r"need[- ]by", r"desired (?:delivery )?date",
    r"please (?:deliver|ship|send|advise|confirm|expedite|let)", r"\bwe (?:urgently |really |would |do )?(?:need|require)\b(?! (?:your|a|an|more|until|another|about|some|approx|at least|the))", r"we (?:urgently )?need (?:the|these|this|it|them) (?:parts|goods|material|items|delivery|by|on)", r"can you (?:please )?(?:deliver|ship|confirm|send|supply|make)", r"could you", r"would you (?:be able|please)",
    r"wunsch", r"gewunscht", r"gewuenscht", r"von ihnen (?:angefragt|genannt|gefordert|benotigt)", r"ihr (?:bedarf|liefer)?termin\b", r"bedarfstermin", r"angefragt", r"bitte (?:liefern|senden|schicken|bestatigen|um lieferung)", r"wir (?:benotigen|brauchen) (?:die (?:ware|teile)|das material|sie)", r"konnen sie",
    r"souhait", r"demande[er]?\b", r"demandee", r"vous avez besoin", r"merci de (?:livrer|confirmer|nous)", r"pourriez[- ]vous(?! (?:accept|recev|prendre))", r"pouvez[- ]vous(?! (?:accept|recev|prendre))", r"nous avons besoin",
    r"solicitad", r"requerid", r"que (?:ustedes )?(?:piden|necesitan)", r"su fecha", r"por favor (?:entreg|confirm|envi)", r"pueden (?:entregar|confirmar|enviar)", r"podrian", r"necesitamos (?:el|la|los|las) (?:material|mercancia|piezas)",
    r"richiest", r"da voi desiderat", r"si prega di", r"potete", r"potreste", r"vi serve", r"solicitou", r"pedid[oa] por v", r"necessidade", r"favor (?:entregar|confirmar|enviar)", r"podem (?:entregar|confirmar)",
    r"gevraagd", r"gewenst", r"kunt u", r"talep (?:edilen|ettiginiz)", r"istediginiz", r"要求(?:的)?(?:交|日|时)", r"贵司要求", r"您要求", r"您希望", r"(?:贵司|您|你们|贵方)(?:要|需要|想要|提的)", r"请(?:于|在|贵司|尽)", r"ご希望", r"ご要望", r"ご指定", r"希望納期", r"お願いでき",
)  # fmt: skip
YOU_WANT = re.compile(r"\byou(?:[’']ve|[’']d| have| had)? (?:\w+ ){0,2}(?:ask|request|need|want|requir|wish|prefer)\w*")
OUR_WISH_BEFORE = re.compile(
    r"\byou(?: had| have|[’']d|[’']ve)? (?:asked|wanted|inquired|enquired)(?: \w+){0,3} (?:if|whether|for|about)[^.;,]{0,25}$|(?:sie|ihr) (?:hatten|haben|habt)?(?: \w+)? ?(?:gefragt|fragen|fragten),? (?:ob|nach)[^.;]{0,25}$|"
    r"(?:ihre[nm]? (?:wunsch|bedarf|anfrage)|your (?:wish|request|need)|votre (?:demande|souhait|besoin)|(?:su|vuestra) (?:solicitud|peticion|necesidad)|vostra richiesta|sua (?:solicitacao|necessidade)),? [^.;]{0,25}$"
)
OLD_BEFORE = re.compile(
    r"(?<![a-z])(?:since|seit|depuis|instead of|rather than|in place of|replac\w+|original\w*|previous\w*|initial\w*|former\w*|earlier (?:date|promise|confirmed)\w*|old (?:date)?|was|were|had been|had (?:promised|confirmed|planned|said|told you|given you)|(?:first )?(?:promised|confirmed|planned|scheduled|communicated|announced) (?:earlier|before|previously)|"
    r"(?:was|were|been|had|have) (?:promised|confirmed|planned|scheduled|expected|due)|first said|, (?:zugesagt|versprochen|promised|planned|prevue?s?|promise?s?|prometid[oa]s?|previst[oa]s?|promess[oaie])|(?:told|gave|quoted) you|\b(?:i|we) (?:originally |had |first )?(?:promised|said|committed to)|(?:ich|wir) hatten?(?: eigentlich)?|j[’']avais (?:promis|dit|annonce)|nous avions (?:promis|dit|annonce)|habia(?:mos)? (?:prometido|dicho)|os dije|avev(?:o|amo) (?:promesso|detto)|(?:tinha|havia)(?:mos)? (?:prometido|dito)|rather (?:\w+ ){1,7}than|lieber (?:[\w.]+ ){1,6}als|(?:push|mov|shift|chang|slip)\w*(?: \w+){1,3} from|moved from|pushed (?:back )?from|shifted from|postponed from|delayed from|changed? from|slip\w* from|rescheduled from|no longer|not(?! before| earlier| later| until)|forget|ignore|disregard|cancel\w*|withdraw\w*|scratch|scrub|(?:pull|take) back|retract|oubliez|olvid\w+(?: lo)?|dimentic\w+|esque[cç]\w+|vergessen sie|vergiss|"
    r"statt|anstatt|anstelle|ursprunglich\w*|urspruenglich\w*|bisher\w*|alter|alte[rns]?|(?<!noch )vorher\w*|vormals|zunachst|fruher\w*|verschoben vom|verschiebt sich vom|nicht (?:mehr )?(?:am|zum|bis|in)|nicht|entgegen|war|waren|hatten|"
    r"au lieu d[ue’']?|initial\w*|ancien\w*|precedent\w*|prevue? (?:initialement|auparavant)|d[’']abord|etait|etaient|non plus|pas (?:le|au)|plus le|repoussee? du|reportee? du|decalee? du|"
    r"en (?:lugar|vez) de[l]?|inicial\w*|anterior\w*|originalmente|ya no|(?<!como )estaba|(?<!come )(?<!como )era|no (?:el|para)|pasa del|"
    r"anziche|invece (?:del|di)|al posto del|inizial\w*|precedente\w*|originari\w*|non (?:piu(?: il| per)?|il|per)|spostat[ao] dal|slitta dal|"
    r"em vez d[eo]|ao inves d[eo]|antes|nao (?:mais )?(?:em|no dia)|adiad[ao] d[eo]|"
    r"in plaats van|oorspronkelijk\w*|eerder\w*|niet (?:meer )?op|yerine|"
    r"(?<!按)(?:原定(?:于|於)?|原(?:计划|来|交期|本))|之前(?:承诺|说)?(?:的)?|本来(?:为|是)?|从|由|当初(?:の)?|従来|不是)"
    r"(?: (?:(?:as|wie|comme|como|come|conforme) (?:gesagt|angekundigt|genannt|besprochen|mitgeteilt|zugesagt|geplant|said|stated|told|announced|promised|agreed|advised|planned|dit|annonce|prevu|convenu|dicho|dijimos|indicado|acordado|previsto|detto|comunicato|concordato|dito|informado|combinado)|you|ihnen|euch|dir|vous|te|os|le|the|a|our|delivery|date|dates|confirmed|promised|planned|agreed|given|scheduled|expected|due|for|on|by|to|of|from|is|was|our|as|am|auf|den|dem|der|des|zum|zugesagte[rnms]?|bestatigte[rnms]?|genannte[rnms]?|geplante[rnms]?|liefer\w+|termin\w*|vom|fur|date|livraison|prevue?|confirmee?|annoncee?|du|de|la|le|el|fecha|prevista|previsto|confirmada|entrega|data|consegna|di|il|del|dal|per|da|do|dia|em|op|para|o|na|no|au|pour|alla|datum|交期|交货期|是|为|于|的|納期|は))*[ :,“\"(’']*$"
)
OLD_AFTER = re.compile(
    r"^ haben wir (?:leider )?(?:gerissen|verpasst|verfehlt|versaumt)|"
    r"^の(?:ため|為)|^の(?:納期|納入|納品|件)(?:の件)?(?:ですが|でしたが|につき|について|に関し)|"
    r"^[^.;,]{0,40}(?<![a-z])(?:no longer|nicht mehr|nimmer|ya no|non [^.;,]{0,12} piu|n[’']est plus|nao [^.;,]{0,12} mais)(?![a-z])|"
    r"^[^.;,]{0,25}(?<![a-z])(?:annull|annul|cancell?|storn|entfall|hinfall|anulad)|^[^。,、]{0,8}(?:取消|キャンセル|中止)|^[^。、,\d]{0,14}(?:でき(?:ません(?!でしょうか|か)|ない(?!でしょうか)|なく|かね|ず)|間に合(?:わ|いません)|難し|厳し|不可|困難|無理)|"
    r"^ (?:war|ist|wurde|waren)(?: \w+)? (?:nie|niemals)\b|"
    r"^[^.;,]{0,60} (?:was|were) (?:never|not)(?![a-z])|^[ \"”)]{0,2}(?:date |one )?(?:isn[’']t|is not|won[’']t|will not|doesn[’']t|does not|can(?:no|[’'])t|could ?n[o’']t|(?:klappt|geht|passt|reicht|schaff\w+|halt\w*)(?: \w+){0,2} nicht)(?! (?:a |any )?(?:problem|issue))|"
    r"^(?: [\w’']+){0,4} (?:nicht|net|ned|nix|nichts|keine?)(?![a-z])(?! (?:vor|fruher|spater))|^(?: [\w’']+){0,3} (?:not|never)(?![a-z])(?! (?:before|earlier|sooner|later|a problem|only|the|until|on|\d))|^(?: [\w’']+){0,4} (?:pas|plus (?:possible|tenable))(?![a-z])(?! avant)|^(?! per non| para no| para nao| but| aber| mais| pero| ma | mas | and| und| et )(?: [\w’']+){0,2} (?:no|non|nao)(?![a-z])(?! (?:antes|prima|later|earlier|sooner|prob\w*|issue\w*|change\w*|worr\w*|delay\w*|more|hay problem\w*))|"
    r"^(?: date| delivery)? (?:is|are|looks?|seems?|will be|has|have)(?: now| just| simply| looking| \w+ly)? (?:off|out of|gone|dead|too (?:soon|tight|early|ambitious)|unrealistic|impossible|at risk|doubtful|in doubt|ambitious|critical|slipped|in jeopardy)|"
    r"^ (?:ist|wird|sind|ware|scheint)(?: \w+){0,2} (?:unrealistisch|unmoglich|eng|knapp|fraglich|kritisch|gefahrdet|hinfallig|vom tisch|zu fruh|geplatzt)|^ (?:wackelt|platzt|fallt)|^ (?:est|sera|semble|parait)(?: \w+)? (?:compromis|impossible|tendu|trop|exclu|irrealiste|intenable|mort)|"
    r"^ (?:es|esta|sera|queda|parece)(?: \w+)? (?:imposible|inviable|complicad|en (?:el aire|riesgo)|descartad|muy justo)|^ (?:e|sara|sembra)(?: \w+)? (?:impossibile|a rischio|saltat|irrealistic)|^ salta|^ (?:esta|e|fica)(?: \w+)? (?:em risco|impossivel|inviavel|dificil)|^.{0,4}[\u4e00-\u9fff]不(?:了|出|上|及)|^.{0,3}(?:来不及|做不到|有风险|困难|(?<!行)不行|没办法|不可能)|^(?:の納期|の納入)?(?:は|には)?.{0,3}(?:難し|厳し|不可能|無理|困難)|"
    r"^ ?(?:(?:es|est|ist|is|c[’']est|e) )?(?:imposs?ible|unmoglich|mort|nein|no(?! (?:prob|issue|change|worr|delay))|non|nao)(?![a-z])|^の?(?:納期|納入|納品|出荷)?の件|^[\s,)”\"]*(?:[’']s )?(?:(?:delivery|shipment|date|lieferung|livraison|entrega|consegna) )?(?:(?:for|fur|pour|para|per|on|of|voor) (?:the )?(?:[\w.]+ ){1,3})?(?:(?:is|are|was|were|date)? ?(?:no longer|not|unfortunately not|now not)(?: be)? (?:possible|feasible|valid|realistic|achievable|holdable|be|kept|met|hold|tenable)|(?:can(?:not|['’]t| not)|could not|will not|won[’']t) (?:be |we )?(?:kept|met|held|hold|keep|meet|made|achiev\w+|make|work|happen)|"
    r"(?:has|have|had) (?:to be|been) (?:moved|cancel\w*|postponed|pushed|withdrawn)|is (?:cancel\w*|off|withdrawn|void|obsolete|out)|does not (?:work|hold)|won[’']t work|falls through|"
    r"(?:is|are) (?:now |being |hereby )?(?:moved|pushed|postponed|shifted|rescheduled|put back) |(?:wird|wurde|ist|verschiebt sich)(?: \w+){0,2} (?:auf|verschoben)|(?:est|a ete|sera) (?:donc )?(?:reporte|decale|repousse|annule)e?|"
    r"(?:se (?:retrasa|aplaza|pospone|mueve)|pasa(?:ra)?|cambia|queda (?:aplazad|anulad)[oa]) a|(?:passou|passa|mudou|foi (?:adiad|alterad)[oa]) para|(?:slitta|passa|e (?:stat[ao] )?(?:spostat|rinviat)[ao]) al?|"
    r"(?:telefonisch |so )?(?:besprochen|vereinbart|telefoniert|geschrieben|discussed)|(?:の|で)?(?:予定|納期|納入予定)?(?:でした|だった)が|"
    r"(?:ist|sind|war|kann|konnen|lasst sich|wird|haut)(?: \w+){0,3} (?:nicht|hinfallig)|hinfallig|entfallt|konnen wir (?:leider )?nicht|nicht (?:mehr )?(?:haltbar|moglich|zu halten|machbar)|"
    r"(?:ne (?:sera|peut|pourra|tient|peuvent)|n[’']est (?:plus|pas)|n[’']etait)|(?:ya )?no (?:es|sera|se puede|podra|es posible)|non (?:e|sara|puo|si puo|potra)|nao (?:e|sera|pode|podera)|"
    r"(?:无法|不能|不行|取消|已无法|赶不上)|(?:の(?:納品|納入|納期|出荷)?)?(?:は|に|には|での?|までの?)(?:難し\w*|(?:間に合|でき|出荷でき|納入でき)\w{0,8}(?:ません|ない|せん|なく|かね))|niet (?:meer )?(?:haalbaar|mogelijk)|mumkun degil)"
)
CANNOT_BEFORE = re.compile(
    r"\bno (?:chance|way|can do|go|hope|joy|luck)\b[^.;,]{0,20}$|\b(?:keine chance|aucune chance|pas moyen|nessuna possibilita|sem chance|imposible|impossibile|impossivel|unmoglich|ausgeschlossen)\b(?![^.;]*(?:antes|prima|avant|vor |before))[^.;,]{0,20}$|"
    r"(?:don[’']?t|do not|cannot|can[’']t|wouldn[’']t) (?:count|bank|rely|plan) on[^.;]{0,20}$|ne (?:comptez|tablez) pas[^.;]{0,20}$|no (?:conteis|cuente[sn]?|cuenten|contad) con[^.;]{0,20}$|non (?:contate|conti|contare)[^.;]{0,20}$|nao contem?[^.;]{0,20}$|"
    r"(?:isn[’']t|aren[’']t|(?:is|are) not) (?:coming|arriving|going|happening|possible|leaving|shipping)[^.;,]{0,30}$|(?<![a-z])(?:no (?:further |more )?deliver(?:y|ies)|keine (?:an)?liefer\w+|(?:pas|aucune) (?:de )?livraison|(?:no (?:hay|habra)|sin) entregas?|nessuna consegna|nao ha(?:vera)? entregas?)[^.;]{0,30}$|no longer (?:able to |be able to )?(?:keep|hold|meet|make|deliver|ship|guarantee|confirm|offer)[^.;]{0,30}$|nicht (?:mehr )?(?:halten|einhalten|garantieren)[^.,;:]{0,20}$|"
    r"(?:cannot|can not|can[’']t|could not|couldn[’']t|unable to|not able to|not be able to|not going to|will not|won[’']t|impossible to|fail(?:ed)? to|(?<!the )(?<!still )miss(?:ed|ing)?|not possible to)(?: \w+){0,3} (?:deliver|ship|meet|keep|hold|make|supply|achieve|arrive|reach|confirm|maintain|respect|finish|be ready|date)?(?! (?:before|earlier|until|any (?:earlier|sooner)))(?:(?! ?- )[^.;–]){0,40}$|"
    r"(?:konnen|kann|werden|wird)(?: [\w-]+){0,6} nicht(?! (?:vor|fruher))[^.,;:]{0,30}$|nicht (?:einhalten|halten|schaffen)[^.,;:]{0,20}$|ne (?:pouvons|puis|peux)(?: \w+){0,2} (?:pas|plus)(?!.*avant)[^.;]{0,50}$|ne (?:pourrons|peut|pourra|sera)(?: \w+)? (?:pas|plus)(?!.*avant)[^.;]{0,50}$|impossible de[^.;]{0,40}$|no (?:podemos|podremos|es posible|sera posible|se puede|llegamos)(?!.*(?:antes|hasta))[^.;]{0,50}$|"
    r"non (?:possiamo|riusciamo|potremo|e possibile|riusciremo)(?!.*prima)[^.;]{0,50}$|nao (?:podemos|conseguimos|conseguiremos|poderemos|e possivel|sera possivel)(?!.*antes)[^.;]{0,50}$|无法(?:在|于|按)?[^。；,，]{0,12}$|(?<!能)不能(?:在|于|按)?[^。；,，]{0,12}$|赶不上[^。，]{0,12}$|kunnen (?:wij |we )?(?:\w+ ){0,4}niet(?! eerder)[^.;]{0,30}$"
)
NOW = re.compile(  # a date that overrules the one before it: 'orig. 1/30, revised 2/13, now 2/20'
    r"(?<![a-z])(?:now|more likely|plus probable\w*|mas probable|piu probabile|mais provavel|rather(?! than)|eher|plutot|mas bien|piuttosto|jetzt|nun|neu|nunmehr|maintenant|desormais|finalement|ahora|ahora ya|adesso|ora|agora)(?![a-z])|现|現在"
)
NOT_BEFORE = re.compile(
    r"(?:not (?:before|earlier than|until)|no earlier than|nicht (?:vor|fruher als)|pas avant|no antes de[l]?|non prima del(?:l[’'])?|nao antes de|niet (?:voor|eerder dan))(?: the| dem| le| el| il)? ?$"
)
BEFORE = re.compile(
    r"(?<![a-z])(?:before|earlier than|until|hasta|fino al?|vor|fruher als|fruhere\w* (?:\w+ )?als (?:der|den|am)|avant|antes de[l]?|prima (?:dell[’']|del?|di)|voor|eerder dan)(?: the| dem| le| el| il)? ?$"
)
NEGATION = re.compile(
    r"(?<![a-z])(?:not|cannot|unable|imposs?i[bv]\w+|no|nothing|nicht|net|ned|nichts|nix|kein\w*|ne|pas|rien|nada|niente|non|nao|niet|geen)(?![a-z])|n[’']t\b|\b(?:wo|ca|do|did|is|are|could|would|does)nt\b|不|没|難し|でき(?:ません|かね)|無理"
)
TO_NEXT = re.compile(
    r"^\W{0,3}(?:to|auf|au(?! lieu)|al(?! posto)|a|ao(?! inves)|para|naar|nach|verschoben auf|改为|改到|推迟到|延期到|から|->|→|=>|⇒|⟶|➔|>)(?!\w)|^\s*(?:->|→|=>|⇒|>|➔)|^.{0,3}(?:改为|改到|推迟至|推迟到|延期至|延至)"
)
_MOVE = "put back|se corr|gone|become|rutsch|put off|slip|mov|push|postpon|delay|resched|chang|verschieb|verschob|verleg|verzog|decal|report|repouss|recul|retras|aplaz|pospon|reprogram|cambi|slitt|rinvi|spost|posticip|adiad|remarcad|alterad|atras|uitgesteld|verplaatst"
MOVED_TO_NEXT = re.compile(
    rf"^[^.;]{{0,60}}(?<![a-z])(?:{_MOVE})\w* ?$|^ (?:vorgesehene|geplante|zugesagte|angekundigte|bestatigte|vereinbarte)[nrms]? [^.;]*$|^ (?:becomes?|wird|devient|pasa a ser|diventa|vira)(?: \w+){{0,2}} ?$|^[^.;]{{0,60}}(?<![a-z])(?:{_MOVE})\w*(?: \w+){{0,6}} (?:to|until|till|auf|au|a|al|alla|para|naar|tot)(?: (?:the|den|le|el|il|dia|o|now))?[ :]*$|"
    r"^[^,。]{0,20}(?:改|推迟|延期|延后|変更|遅れ|ずれ)(?:为|到|至)?.{0,6}$"
)
