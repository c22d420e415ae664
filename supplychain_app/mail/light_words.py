"""Words that add nothing to a date: 'the best I can do is …', 'das wäre dann wohl …'. Folded, as the text is."""

import re

_WORDS = {
    "english": """
        whole lot somewhere first thing
                a able about absolute absolutely acknowledgement actually afraid again agreed all also am an and another
        any are around as asap asked at be become becomes becoming been being best better between but by can
        case certainly close closest come comes confirmation confirmed could crossed date day definitely
        delivery desired do doable does down earliest early either end expected fairly feasible fine fingers
        finished first for from get gets give gives go goes going gone good goods great have having he hello hi
        hit hold holding holds honest honestly hope hopefully how however i i'd i'll i'm i've if in indeed
        instead is it it'll it's items its just keep keeps know late latest least let let's like likely likes
        look looking looks make makes making manage mate may maybe me mean means might mind mine more most move
        moved moving my need needs no not now of off ok okay on one ones only or order our out parts perhaps
        plan planned please possible possibly pretty principle probably promised push pushed pushing put quite
        rather re realistic realistically really reckon requested right safe same say says schedule see seems
        set shall shipment should show shows sir slip slipped slipping slips so somewhere sooner soonest sorry
        stand standing stands stay stays stick sticking still suppose sure system take thank thanks that that'll
        that's the them then there therefore these they they'll they're things think thinking thinks this those
        thought till time to today told too try trying unfortunately until up us use very want wanted was we
        we'd we'll we're we've weds week well were what when which will wished with work working works would yep
        yes yet you your yours
    """,
    "german": """
        beides
                ab aber alles also am an auch auf aus ausgehen besser bestatige bestatigen bestatigt bis bleibe bleiben
        bleibt braucht da damit dann daraus das dass davon dem den denke denken der des deshalb die dies diese
        diesem diesen dieser dir doch du durfte eben eher ein eine einem einen einer einplanen erst erstmal es
        etwa euch evtl fest fruh fruhest fruhestens fur ganz geben gegen gehe gehen geht gemacht genau geplant
        gerade gern gerne gesetzt gilt glaube grundsatzlich gut habe haben halte halten hat hier hin ich ihm ihn
        ihnen ihr ihre im immer in ist ja jetzt kalkulieren kann knapp konnen konnte konnten lassen lasst leider
        leute lieferung liegt los mache machen macht mal man material mehr mein mit mochte moglich moin muss
        mussen musste muste na nach nein neu neue neuer nichts nikolaus noch nun nur ob ok okay ostern passt
        pfingsten planen prinzip problem raum realistisch rechne rechnen rechnet sage sagen sagt schaffe
        schaffen schafft schatze schaut schon sehe sehr sein sendung sich sicher sie sieht sind so sofort soll
        sollen sollte sollten sonst sorry spat spater spatestens statt stehe stehen steht tag teile tut uber
        ubrigens um und uns unser unsere vermutlich viel vielleicht voll vom von vor voraussichtlich
        wahrscheinlich war ware waren was weihnachten weiter welche wenn werde werden wie wieder wir wird wo
        woche wohl wolle wollen wurd wurde wurden zu zugesagt zum zur zwischen
    """,
    "french": """
        a ai ainsi alors apres as au aurai aussi autour aux avant avec avez avons beaucoup bien bon bonjour
        bonne c'est ca car ce cela cette chez chose commande comme compte comptez confirme confirmons d'accord d'ici
        dans de debut delai des desole desolee deux devrait devrions dirais dire dit donc du elle elles en
        encore environ espere est et etre eux faire faisable fait ferai fin finalement garder gardons il ils
        impossible je jouable jour jusqu'a l'on la le les leur livraison lui ma maintenant maintenir maintenu
        mais malheureusement marchandise me meilleur meme merci mieux moi moins mon n'est ne non nos notre nous
        nouveau nouvelle on ont ou oui par partons pas pense pensons peu peut peut-etre peux pieces plus plutot
        possible pour pourrai pourrait pouvoir pouvons premier prevoir prevoyez prevu principe prochain puis
        puisse qu'il qu'on quand que qui respecter reste restons sa sans sera serait serons si soit sommes son
        sont souci sur ta tard tenir tenons tient tot toujours tous tout tres tu un une va vais valable vers
        vise visons vos votre vous
    """,
    "spanish": """
        falta primera hora temprano
                a acuerdo ahora al algo anda antes aproximadamente aproximado apuntamos aqui asi aun aunque bien bueno
        calculo casi como con confirmado confirmamos creo cual cuando cuenta cuente da de debe deberia decir
        definitiva definitivo del desde desgraciadamente despues dia digamos disculpa disculpe dos el ella ellos
        en entonces entre entrega era es esa ese eso esta estaba estamos estan estar estara este esto estos
        factible final firme fue ha haber hacemos hacer hacia han hasta hay haya hola hoy igual la las le les
        limite listo lo los luego lunes mantenemos mantiene mas material me mediados mejor menos mercancia mi
        mismo mucho muy nada ni no nos nosotros nuestra nuestro nueva nuevo o ofrecer os otra para parece pedido
        pena perdon perdona pero piezas poco podamos podemos podria podriamos ponga pongamos por posible
        principio prometo pronto puede puedo pues puesta que queda quedamos quedan realista saludos se seguimos
        segun seguro semana ser sera seran seria si sido sigue sin sino sobre solo somos son su sus tal tambien
        tarde te tendra teneis tenemos tener tiene todavia todo todos tu un una unas unos va vale vamos van veo
        vez viable vosotros vuestra vuestro y ya yo
    """,
    "italian": """
        abbiamo ad adesso ai al alla alle allora anche ancora appena avanti avra avremo bene buon buongiorno c'e
        certo che chi ci ciao circa come con confermato confermiamo confermo consegna contare contate conti
        contiamo cosi credo cui da dai dal dalla data date dei del dell della delle di dica dico dire direi
        dobbiamo dopo dovrebbe dovrei dovremmo due e ecco entro era essere fa facciamo farcela fare faremo
        fattibile fatto fermo fino fra gia giorno gli ha ho i il in indicativamente intorno invece io l la le
        lei li lo loro ma mantenere manteniamo massimo materiale mattina meglio meno merce mi migliore minimo
        molto nei nel nella no noi non nostra nostro nulla nuova nuovo o offrire oggi ok ora ordine per pero
        pezzi piu piuttosto poi possiamo possibile possibilmente posso potra potrebbe potremmo prevediamo
        prevista previsto prima primi primo principio probabile probabilmente puntiamo puo pure purtroppo
        qualche quale quando questa questo qui quindi realistica realistico resta restiamo riesco rimane
        riusciamo riusciremo sara saranno sarebbe saremo scusa scusate se sei sembra sempre senz'altro servita
        serviti servito si sia siamo sicuro siete slitta solo sono speriamo spero stessa stesso su sul sulla suo
        tardi tempo tra troppo tutti tutto un una utile va verso vi voi vorrei vostra vostro
    """,
    "portuguese": """
        acho acredito agora ainda alias amanha antes ao aos apenas ate bem boa bom cedo certo com como
        conseguimos conseguir consigo contamos conte cumprir dar das de depois desculpa desculpe dessa desse
        deste deve devemos deveria dia diria do dois e em entao entre entrega era espero essa esse esta estamos
        estao estar este eu fazemos fazer feito fica ficamos ficou firme foi garantido garantimos ha hoje
        infelizmente isso isto ja la logo mais mantemos manter mantido mas material maximo melhor menos
        mercadoria mesmo meu minha muito na nada nao nas nem no nos nossa nosso nova novo num o obrigado
        oferecer ok os ou para pecas pedido pela pelo perto pode podemos poder poderia poderiamos podia por
        porque possiveis possivel posso pra prazo prevemos prevista previsto primeiro provavel provavelmente
        qual quando que quem realista sao se seguro sem semana sempre ser sera serao seria seu sim sinto so sob
        sua tal talvez tambem tarde te tem temos ter teremos tudo um uma vai vamos viavel voce voces vossa vosso
    """,
}
LIGHT = frozenset(word for words in _WORDS.values() for word in words.split())
LIGHT_CJK = re.compile(
    r"我们|我司|我方|弊社|只能|做到|能|可以|最快|最早|大概|估计|应该|左右|没问题|没有问题|好的|确定|肯定|就|是|为|在|会|了|的|不好意思|抱歉|改|到|吧|要|才|再|还|也|都|都可|按|期|如|期|时间|日期|定|安排|交|货|送|先|后|前|请|知悉|谢谢|您好|你好|"
    r"お願い|いたします|致します|いたし|となります|になります|となり|なり|予定|です|ます|でした|ました|見込み|可能|対応|させて|いただき|いただけ|たく|には|では|頃|ごろ|まで|存じ|こちら|で|の|は|を|に|が|と|も|か|へ|より|ませ|ください|申し訳|ございません|ござい|納期|確定|回答|変更|遅れ|延期|希望|待ち|つきまして|つき|問題|大丈夫|差し支え"
)
