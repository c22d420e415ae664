"""The words around a date that tell what it is: a delivery, a departure, a wish, an old date, something else."""

# ruff: noqa: E501 - word lists are easier to read and compare unbroken

import re


def _any(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


# All are matched against folded text: small letters, no accents.
DELIVERY = _any(
    r"deliver", r"arriv", r"\byou (?:should|will|can) see\b", r"vous (?:les |l[’'])?aurez", r"\briceve", r"\byou(?:[’']ll| will| should| can| would| may)? (?:receive|get)\b", r"with you\b", r"at your (?:dock|site|plant|warehouse|door|gate|premises)", r"\breach(?:es)? you", r"reception", r"\bin your (?:hands|warehouse|plant)",
    r"liefer", r"eintreffen", r"anlief", r"bei ihnen", r"zustell", r"ankunft", r"ankomm", r"livr", r"arriv", r"chez vous", r"recevr", r"entreg", r"recibi", r"receb", r"llega", r"chega",
    r"consegn", r"da voi", r"presso di voi", r"lever(?:ing|dat|en|tijd)", r"teslim", r"交货", r"交貨", r"到货", r"到貨", r"送达", r"交期", r"交付", r"納期", r"納入", r"納品", r"お届け", r"着荷", r"到着", r"\beta\b",
)  # fmt: skip
SHIP = _any(
    r"\bship(?!ping address|ment of)", r"despatch", r"dispatch", r"ex[- ]works", r"\bexw\b", r"\betd\b", r"\bleav(?:e|es|ing)\b", r"depart", r"sail", r"pick[- ]?up", r"collect(?:ion|ed)?\b", r"\bready\b", r"\bgoing out\b", r"\bgo(?:es)? out\b", r"hand(?:ed)? over to (?:the )?(?:carrier|forwarder|dhl|ups)",
    r"\b(?:raus|rausgeh|hinausgeh|das haus verl)", r"versand", r"versend", r"verschick", r"abgang", r"ab werk", r"abhol", r"versandbereit", r"\bfertig", r"verladen", r"verlass", r"expedi", r"expedie", r"\bpart(?:ent|iront)\b", r"enlevement", r"depart usine", r"mise a disposition", r"envi(?:o|ar|amos|ado|aremos)", r"embarqu", r"despach", r"salida", r"saldra", r"\bsalen?\b", r"salimos", r"recogida", r"listo", r"lista para",
    r"spedi", r"ritiro", r"franco fabbrica", r"partenza", r"\bpart(?:e|ono|ira|iranno)\b", r"pront[aoie]\b", r"expedicao", r"embarque", r"saida", r"coleta", r"verzend", r"verzonden", r"afhal", r"sevk", r"yukle", r"发货", r"發貨", r"出货", r"出貨", r"装船", r"出荷", r"発送", r"船积", r"船積", r"起运",
)  # fmt: skip
PORT = _any(
    r"\bport\b", r"\beta (?!your|our|factory|plant|site|dock|warehouse|dap|ddp|door)[a-z]{4,}", r"\bairport\b", r"\bpod\b", r"hafen", r"flughafen", r"\baeroport", r"\bau port\b", r"puerto", r"aeropuerto", r"\bporto\b", r"aeroporto", r"haven\b", r"liman", r"港", r"空港", r"机场",
)  # fmt: skip
PORT_NOT = _any(r"\bsupport|\breport|\btransport|\bimport|\bexport")

# What a date is not: a promise. Looked for in the date's own clause.
NOT_A_PROMISE = _any(
    r"invoice", r"payment", r"\bpay(?:able)?\b", r"\bdue date of", r"net \d+ days", r"rechnung", r"zahlung", r"faktur", r"zahlbar", r"skonto", r"facture", r"paiement", r"factura", r"\bpago\b", r"vencimiento", r"fattura", r"pagamento", r"vencimento", r"fatura(?! .*teslim)", r"betaal", r"factuur", r"发票", r"付款", r"請求書", r"支払",
    r"price", r"preis", r"\bprix\b", r"tarif", r"precio", r"prezz", r"\bpreco", r"listino", r"价格", r"価格", r"surcharge", r"teuerung",
    r"valid (?:until|till|to|through|from)", r"validity", r"gultig", r"gueltig", r"valable", r"validite", r"valid[oa] (?:hasta|fino|ate)", r"validez", r"valido", r"validade", r"geldig", r"有效", r"有効",
    r"offer\b(?!ed)", r"quot(?:e|ation)", r"angebot", r"offerte", r"\bdevis\b", r"oferta", r"offerta", r"cotiza", r"cotac", r"preventivo", r"orcamento", r"报价", r"見積", r"teklif",
    r"\b(?:zum|zur) (?:hart|beschicht|verzink|galvan|lackier|veredel)", r"\bto (?:the |our )?(?:plat(?:er|ing)|heat[- ]treat|coat(?:er|ing)|harden|anodi[sz])", r"echeance", r"(?:will|shall|[’']ll) (?:advise|update)\b", r"keep you (?:posted|informed)", r"closed", r"\bclos(?:e|es|ing)\b(?! to)", r"closure", r"holiday", r"shut ?down", r"vacation", r"annual leave", r"out of (?:the )?office", r"away (?:from|until)", r"not in the office", r"back (?:in the office )?on", r"maintenance", r"stocktak", r"inventur", r"geschlossen", r"betriebsferien", r"betriebsurlaub", r"betriebsruhe", r"urlaub", r"feiertag", r"abwesen", r"nicht im (?:buro|haus)", r"ferme(?:e|ture)?\b", r"conges", r"vacances", r"absen[tc]", r"cerrad", r"vacaciones", r"festivo", r"chius", r"ferie\b", r"fechad", r"ferias", r"recesso", r"gesloten", r"vakantie", r"放假", r"春节", r"休み", r"休業", r"休暇", r"休假", r"不在", r"tatil", r"\bizin",
    r"meeting", r"\bcall\b(?!-)", r"visit", r"audit", r"conference", r"trade fair", r"webinar", r"besprechung", r"termin(?:vorschlag)? fur (?:ein|das|den|die) (?:gesprach|telefonat|treffen)", r"\btreffen\b(?!.{0,60}\bein\b)", r"besuch", r"telefonat", r"\bmesse\b", r"reunion", r"rendez-vous", r"visite", r"salon\b", r"riunione", r"incontro", r"visita", r"reuniao", r"vergadering", r"会议", r"会議", r"打ち合わせ", r"拜访", r"toplanti",
    r"certificat", r"certificate", r"zertifikat", r"iso ?9\d\d\d", r"iso ?14\d\d\d", r"\brohs\b", r"\breach (?:regul|decl|cert)", r"calibrat", r"kalibr", r"prufbericht", r"test report", r"证书", r"証明書", r"sertifika",
    r"drawing", r"\brev(?:ision|\.)? ?[a-z0-9]?\b", r"zeichnung", r"anderungsindex", r"\bindex [a-z]\b", r"\bplan (?:rev|indice)", r"\bdessin", r"\bplano\b", r"disegno", r"desenho", r"图纸", r"図面", r"specification (?:dated|of)", r"datasheet",
    r"warrant", r"garanti", r"shelf life", r"expiry", r"best before", r"\bmhd\b", r"mindesthaltbar", r"date code", r"batch (?:of|date)", r"manufactured (?:on|in)", r"hergestellt am", r"born|founded|since (?:19|20)\d\d",
    r"(?:reply|answer|respond|response|feedback|let (?:us|me) know|get back to (?:you|us)|come back to (?:you|us)|revert|inform you|update you|more (?:information|news|details)|further (?:information|news)|approv\w+|decision|confirm(?:ation)? (?:to us )?(?:by|until|before|latest)|sign(?:ed)? (?:and return)?|return (?:it|this|the form))",
    r"antwort", r"ruckmeldung", r"rueckmeldung", r"melden (?:wir )?uns", r"bescheid", r"freigabe", r"bestatigen sie", r"teilen sie uns", r"informieren wir", r"reponse", r"repondre", r"retour de votre part", r"revenir vers vous", r"reviendrons vers", r"tiendrons informe", r"respuesta", r"responder", r"contestar", r"les informaremos", r"risposta", r"rispondere", r"riscontro", r"aggiorner", r"resposta", r"retorno (?:ate|da)", r"antwoord", r"laten weten", r"回复", r"回覆", r"答复", r"ご返信", r"ご回答", r"回答(?:致|いた)", r"ご連絡", r"cevap", r"geri donus",
    r"forecast", r"prognose", r"price list", r"catalog", r"katalog", r"newsletter", r"registr", r"anmeldung", r"new (?:contact|address|phone|bank)", r"bank details", r"deadline", r"frist\b",
)  # fmt: skip
OUR_WISH = _any(
    r"(?:your|you) (?:request|requir|need|want|ask|wish|desired|had asked)\w*", r"as requested", r"requested (?:delivery )?(?:date|for|by)", r"required (?:date|by|on|delivery)", r"need[- ]by", r"desired (?:delivery )?date",
    r"please (?:deliver|ship|send|advise|confirm|expedite|let)", r"\bwe (?:urgently |really |would |do )?(?:need|require)\b(?! (?:your|a|an|more|until|another|about|some|approx|at least|the))", r"we (?:urgently )?need (?:the|these|this|it|them) (?:parts|goods|material|items|delivery|by|on)", r"can you (?:please )?(?:deliver|ship|confirm|send|supply|make)", r"could you", r"would you (?:be able|please)",
    r"wunsch", r"gewunscht", r"gewuenscht", r"von ihnen (?:angefragt|genannt|gefordert|benotigt)", r"ihr (?:bedarf|liefer)?termin\b", r"bedarfstermin", r"angefragt", r"bitte (?:liefern|senden|schicken|bestatigen|um lieferung)", r"wir (?:benotigen|brauchen) (?:die (?:ware|teile)|das material|sie)", r"konnen sie",
    r"souhait", r"demande[er]?\b", r"demandee", r"vous avez besoin", r"merci de (?:livrer|confirmer|nous)", r"pourriez[- ]vous", r"pouvez[- ]vous", r"nous avons besoin",
    r"solicitad", r"requerid", r"que (?:ustedes )?(?:piden|necesitan)", r"su fecha", r"por favor (?:entreg|confirm|envi)", r"pueden (?:entregar|confirmar|enviar)", r"podrian", r"necesitamos (?:el|la|los|las) (?:material|mercancia|piezas)",
    r"richiest", r"da voi desiderat", r"si prega di", r"potete", r"potreste", r"vi serve", r"solicitou", r"pedid[oa] por v", r"necessidade", r"favor (?:entregar|confirmar|enviar)", r"podem (?:entregar|confirmar)",
    r"gevraagd", r"gewenst", r"kunt u", r"talep (?:edilen|ettiginiz)", r"istediginiz", r"要求(?:的)?(?:交|日|时)", r"贵司要求", r"您要求", r"您希望", r"请(?:于|在|贵司|尽)", r"ご希望", r"ご要望", r"ご指定", r"希望納期", r"お願いでき",
)  # fmt: skip
OLD_BEFORE = re.compile(
    r"(?<![a-z])(?:since|seit|depuis|instead of|rather than|in place of|replac\w+|original\w*|previous\w*|initial\w*|former\w*|earlier (?:date|promise|confirmed)\w*|old (?:date)?|was|were|had been|had (?:promised|confirmed|planned|said|told you|given you)|(?:first )?(?:promised|confirmed|planned|scheduled|communicated|announced) (?:earlier|before|previously)|"
    r"(?:was|were|been|had|have) (?:promised|confirmed|planned|scheduled|expected|due)|first said|moved from|pushed (?:back )?from|shifted from|postponed from|delayed from|changed? from|slip\w* from|rescheduled from|no longer|not(?! before| earlier| later| until)|forget|ignore|disregard|cancel\w*|withdraw\w*|"
    r"statt|anstatt|anstelle|ursprunglich\w*|urspruenglich\w*|bisher\w*|alter|alte[rns]?|vorher\w*|vormals|zunachst|fruher\w*|verschoben vom|verschiebt sich vom|nicht (?:mehr )?(?:am|zum|bis|in)|nicht|entgegen|war|waren|hatten|"
    r"au lieu d[ue’']?|initial\w*|ancien\w*|precedent\w*|prevue? (?:initialement|auparavant)|d[’']abord|etait|etaient|non plus|pas (?:le|au)|plus le|repoussee? du|reportee? du|decalee? du|"
    r"en (?:lugar|vez) de[l]?|inicial\w*|anterior\w*|originalmente|ya no|estaba|era|no (?:el|para)|pasa del|"
    r"anziche|invece (?:del|di)|al posto del|inizial\w*|precedente\w*|originari\w*|non (?:piu(?: il| per)?|il|per)|spostat[ao] dal|slitta dal|"
    r"em vez d[eo]|ao inves d[eo]|antes|nao (?:mais )?(?:em|no dia)|adiad[ao] d[eo]|"
    r"in plaats van|oorspronkelijk\w*|eerder\w*|niet (?:meer )?op|yerine|"
    r"原定(?:于|於)?|原(?:计划|来|交期|本)|之前(?:承诺|说)?(?:的)?|本来(?:为|是)?|从|由|当初(?:の)?|従来|不是)"
    r"(?: (?:(?:as|wie|comme|como|come|conforme) (?:gesagt|angekundigt|genannt|besprochen|mitgeteilt|zugesagt|geplant|said|stated|told|announced|promised|agreed|advised|planned|dit|annonce|prevu|convenu|dicho|dijimos|indicado|acordado|previsto|detto|comunicato|concordato|dito|informado|combinado)|the|a|our|delivery|date|dates|confirmed|promised|planned|agreed|given|scheduled|expected|due|for|on|by|to|of|from|is|was|our|as|am|auf|den|dem|der|des|zum|zugesagte[rnms]?|bestatigte[rnms]?|genannte[rnms]?|geplante[rnms]?|liefer\w+|termin\w*|vom|fur|date|livraison|prevue?|confirmee?|annoncee?|du|de|la|le|el|fecha|prevista|previsto|confirmada|entrega|data|consegna|di|il|del|dal|per|da|do|dia|em|op|datum|交期|交货期|是|为|于|的|納期|は))*[ :,“\"(’']*$"
)
OLD_AFTER = re.compile(
    r"^[\s,)”\"]*(?:(?:for|fur|pour|para|per|on|of|voor) (?:the )?(?:[\w.]+ ){1,3})?(?:(?:is|are|was|were|date)? ?(?:no longer|not|unfortunately not|now not)(?: be)? (?:possible|feasible|valid|realistic|achievable|holdable|be|kept|met|hold|tenable)|(?:can(?:not|['’]t| not)|could not|will not|won[’']t) (?:be |we )?(?:kept|met|held|hold|keep|meet|made|achiev\w+|make|work|happen)|"
    r"(?:has|have|had) (?:to be|been) (?:moved|cancel\w*|postponed|pushed|withdrawn)|is (?:cancel\w*|off|withdrawn|void|obsolete|out)|does not (?:work|hold)|won[’']t work|falls through|"
    r"(?:is|are) (?:now |being |hereby )?(?:moved|pushed|postponed|shifted|rescheduled|put back) |(?:wird|wurde|ist|verschiebt sich)(?: \w+){0,2} (?:auf|verschoben)|(?:est|a ete|sera) (?:donc )?(?:reporte|decale|repousse|annule)e?|"
    r"(?:se (?:retrasa|aplaza|pospone|mueve)|pasa(?:ra)?|cambia|queda (?:aplazad|anulad)[oa]) a|(?:passou|passa|mudou|foi (?:adiad|alterad)[oa]) para|(?:slitta|passa|e (?:stat[ao] )?(?:spostat|rinviat)[ao]) al?|"
    r"(?:telefonisch |so )?(?:besprochen|vereinbart|telefoniert|geschrieben|discussed)|(?:の|で)?(?:予定|納期|納入予定)?(?:でした|だった)が|"
    r"(?:ist|sind|war|kann|konnen|lasst sich|wird|haut)(?: \w+){0,3} (?:nicht|hinfallig)|hinfallig|entfallt|konnen wir (?:leider )?nicht|nicht (?:mehr )?(?:haltbar|moglich|zu halten|machbar)|"
    r"(?:ne (?:sera|peut|pourra|tient|peuvent)|n[’']est (?:plus|pas)|n[’']etait)|(?:ya )?no (?:es|sera|se puede|podra|es posible)|non (?:e|sara|puo|si puo|potra)|nao (?:e|sera|pode|podera)|"
    r"(?:无法|不能|不行|取消|已无法|赶不上)|(?:は|に|には|での?|までの?)(?:間に合|でき|難し|出荷でき|納入でき)\w*(?:ません|ない|せん)?|niet (?:meer )?(?:haalbaar|mogelijk)|mumkun degil)"
)
CANNOT_BEFORE = re.compile(
    r"no longer (?:able to |be able to )?(?:keep|hold|meet|make|deliver|ship|guarantee|confirm|offer)[^.;]{0,30}$|nicht (?:mehr )?(?:halten|einhalten|garantieren)[^.,;:]{0,20}$|"
    r"(?:cannot|can not|can[’']t|could not|couldn[’']t|unable to|not able to|not be able to|will not|won[’']t|impossible to|fail(?:ed)? to|miss(?:ed|ing)?|not possible to)(?: \w+){0,3} (?:deliver|ship|meet|keep|hold|make|supply|achieve|arrive|reach|confirm|maintain|respect|finish|be ready|date)?(?! (?:before|earlier|until|any (?:earlier|sooner)))[^.;]{0,40}$|"
    r"(?:konnen|kann|werden|wird)(?: [\w-]+){0,6} nicht(?! (?:vor|fruher))[^.,;:]{0,30}$|nicht (?:einhalten|halten|schaffen)[^.,;:]{0,20}$|ne pouvons (?:pas|plus)(?!.*avant)[^.;]{0,50}$|ne (?:pourrons|peut|pourra|sera)(?: \w+)? (?:pas|plus)(?!.*avant)[^.;]{0,50}$|impossible de[^.;]{0,40}$|no (?:podemos|podremos|es posible|sera posible|se puede|llegamos)(?!.*(?:antes|hasta))[^.;]{0,50}$|"
    r"non (?:possiamo|riusciamo|potremo|e possibile|riusciremo)(?!.*prima)[^.;]{0,50}$|nao (?:podemos|conseguimos|conseguiremos|poderemos|e possivel|sera possivel)(?!.*antes)[^.;]{0,50}$|无法(?:在|于|按)?[^。；,，]{0,12}$|不能(?:在|于|按)?[^。；,，]{0,12}$|赶不上[^。，]{0,12}$|kunnen (?:wij |we )?(?:\w+ ){0,4}niet(?! eerder)[^.;]{0,30}$"
)
DOCUMENT_DATE = re.compile(
    r"(?:order\w*|\bp\.?o\.?\b|mail|letter|message|request|inquiry|enquiry|phone|telephone|confirmation|note|schedule|agreement|contract|report|list|version|status|as at|as of|stand|bestell\w*|auftrag\w*|schreiben|anfrage|nachricht|bestatigung|lieferschein|abruf|vertrag|commande|courrier|message|demande|confirmation|contrat|pedido|orden|correo|mensaje|consulta|confirmacion|contrato|ordine|conferma|richiesta|contratto|encomenda|ordem|bestelling|siparis\w*)"
    r"\s?:?[^,;:.|]{0,30}?(?: |\()(?:dated?|issued|placed|received|sent|of|from|vom|v\.|du|del|de|dal|do|van|tarihli|datata|datiert)(?: (?:the|on|le|el|il|den|dia))?[ :]*$|(?:\bdated|\bas of|\bas at|\bstatus|\bstand|\bdatiert|\bdated:|下单日|注文日)[ :]*(?:vom |the |on )?$"
)
PAST = _any(
    r"(?:was|were|has been|have been|already|had been) (?:already )?(?:successfully )?(?:delivered|received|arrived)", r"(?:we|they) delivered", r"delivered (?:already|to you on|yesterday)", r"signed for", r"proof of delivery", r"\bpod attached", r"wurden? .{0,40}(?:geliefert|zugestellt|angeliefert)", r"(?:a|ont) ete (?:livre|receptionne)", r"(?:fue|fueron|ha sido|han sido) (?:entregad|recibid)", r"(?:e stat|sono stat)\w+ consegnat", r"(?:foi|foram) entreg", r"已(?:经)?(?:交货|送达|到货|交付|签收)", r"(?:納品|納入|お届け)(?:済|しました|いたしました)",
)  # fmt: skip
OFFERED = _any(
    r"would .{0,60}(?:ok|okay|acceptable|suit|work|fine|convenient|possible)", r"(?:is|are) .{0,60}(?:ok|okay|acceptable|fine) (?:for|with) you", r"can we (?:deliver|ship|supply)", r"may we (?:deliver|ship|supply)", r"could we (?:deliver|ship|supply)", r"can you (?:accept|live with|receive)", r"could you (?:accept|live with|receive)", r"ware .{0,60}(?:in ordnung|ok|recht|moglich)", r"passt .{0,40}(?:ihnen|das)", r"(?:cela )?vous (?:convient|conviendrait)", r"les (?:parece|conviene|viene) bien", r"va bene", r"vi andrebbe", r"tudo bem", r"可以(?:吗|嗎)", r"よろしいでしょうか", r"いかがでしょうか",
)  # fmt: skip
PROMISE = _any(
    r"confirm", r"promis", r"commit", r"expect", r"estimat", r"new date", r"revised", r"delay", r"postpon", r"schedul", r"plan", r"will be", r"available", r"best (?:we can do|date|possible)", r"earliest", r"bestatig", r"zusag", r"neuer termin", r"voraussicht", r"verschieb", r"verzog", r"fruhestens", r"spatestens", r"termin", r"delai", r"retard", r"nouvelle date", r"prevu", r"report", r"nueva fecha", r"fecha", r"retras", r"previst", r"nuova data", r"ritard", r"slitt", r"nova data", r"atras", r"prazo", r"previs", r"确认", r"预计", r"延", r"推迟", r"予定", r"遅", r"なり", r"tahmini", r"gecik", r"yeni", r"verwacht", r"vertrag",
)  # fmt: skip
NOT_BEFORE = re.compile(
    r"(?:not (?:before|earlier than|until)|no earlier than|nicht (?:vor|fruher als)|pas avant|no antes de[l]?|non prima del?|nao antes de|niet (?:voor|eerder dan))(?: the| dem| le| el| il)? ?$"
)
CANNOT_SHIP = _any(
    r"(?:cannot|can[’']t|unable to|not able to|not be able to) (?:deliver|ship|supply|meet|keep)", r"discontinu", r"out of stock", r"force majeure", r"(?:konnen|kann) .{0,60}nicht (?:liefern|geliefert|versenden|einhalten|halten)", r"nicht lieferbar", r"ne (?:pouvons|pourrons) (?:pas|plus) (?:livrer|expedier)", r"rupture", r"no (?:podemos|podremos) (?:entregar|enviar|suministrar)", r"agotad", r"non (?:possiamo|riusciamo a) (?:consegnare|spedire)", r"nao (?:podemos|conseguimos) (?:entregar|enviar)", r"无法(?:按|发|交)", r"缺货", r"(?:納入|出荷)でき(?:ません|ない)", r"欠品",
)  # fmt: skip
OUT_OF_OFFICE = _any(
    r"out of (?:the )?office", r"automatic reply", r"auto(?:matic)?[- ]?(?:reply|response|matische antwort)", r"abwesenheit", r"ich bin .{0,60}nicht im (?:buro|haus)", r"absence du bureau", r"reponse automatique", r"je suis absent", r"fuera de la oficina", r"respuesta automatica", r"fuori ufficio", r"risposta automatica", r"resposta automatica", r"fora do escritorio", r"afwezig", r"自动回复", r"自動返信", r"on (?:annual )?leave until", r"otomatik (?:yanit|cevap)",
)  # fmt: skip
