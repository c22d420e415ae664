"""Invented EDI messages: one acknowledgement and one despatch in each standard."""


def isa(body: str, *, element: str = "*", segment: str = "~", component: str = ">", newline: str = "\n") -> bytes:
    """An X12 interchange around segments written with * and ~."""
    head = (
        "ISA*00*          *00*          *ZZ*SUPPLIER       *ZZ*BUYER          *261120*1015*U*00401*000000001*0*P*>~"
        f"{newline}GS*PR*SUPPLIER*BUYER*20261120*1015*1*X*004010~{newline}"
    )
    text = head + body + f"GE*1*1~{newline}IEA*1*000000001~{newline}"
    text = text.replace("*", "\x01").replace("~", "\x02").replace(">", "\x03")
    return text.replace("\x01", element).replace("\x02", segment).replace("\x03", component).encode("latin-1")


X12_855 = (
    "ST*855*0001~\nBAK*00*AC*4500012345*20261101****SO-778*20261120~\nREF*CO*SO-778~\n"
    "N1*SU*Invented Castings Ltd*92*100234~\n"
    "PO1*10*100*EA*9.5**BP*R-4711*VP*S-901~\nPID*F****Bracket~\nACK*IA*100*EA*069*20261204~\n"
    "PO1*20*50*EA*3.1**BP*R-4712~\nACK*IC*20*EA*067*20261210~\nACK*IC*30*EA*067*20261218~\n"
    "PO1*30*5*EA*80**BP*R-4713~\nACK*IR*5*EA~\n"
    "PO1*40*7*EA*8**BP*R-4714~\nACK*IA*7*EA*068*20261201~\n"
    "CTT*4~\nSE*16*0001~\n"
)
X12_856 = (
    "ST*856*0002~\nBSN*00*ASN-5501*20261121*1200*0001~\nDTM*011*20261121~\nDTM*017*20261204~\n"
    "HL*1**S~\nTD1*CTN25*4****G*120*KG~\nTD5*B*2*HLCU*S*Hapag-Lloyd~\nTD3*CN*CSQU*3054383~\nREF*BM*HLCUHAM261199~\n"
    "N1*SF*Invented Castings Ltd~\n"
    "HL*2*1*O~\nPRF*4500012345~\n"
    "HL*3*2*I~\nLIN*10*BP*R-4711*VP*S-901~\nSN1*10*100*EA~\n"
    "HL*4*2*I~\nLIN*20*BP*R-4712~\nSN1*20*20*EA~\n"
    "CTT*4~\nSE*20*0002~\n"
)
ORDRSP = (
    "UNB+UNOC:3+5012345000015:14+4098765000010:14+261120:1015+77'\n"
    "UNH+1+ORDRSP:D:96A:UN:EAN005'\nBGM+231+SO-778+9+AC'\nDTM+137:20261120:102'\nRFF+ON:4500012345'\n"
    "NAD+SU+100234::92++Gießerei O?'Neill'\n"
    "LIN+1+5+4012345000011:EN'\nPIA+5+R-4711:BP'\nQTY+21:100'\nQTY+113:100'\nDTM+69:20261204:102'\nRFF+ON:4500012345:10'\n"
    "LIN+2+3'\nPIA+5+R-4712:IN'\nQTY+21:50'\n"
    "SCC+1'\nQTY+113:20'\nDTM+67:20261210:102'\nSCC+1'\nQTY+113:30'\nDTM+67:20261218:102'\n"
    "LIN+3+7'\nPIA+5+R-4713:IN'\n"
    "LIN+4+5'\nPIA+5+R-4714:IN'\nQTY+21:7'\nDTM+133:20261201:102'\n"
    "UNS+S'\nUNT+28+1'\nUNZ+1+77'\n"
)
DESADV = (
    "UNA:+.? '\nUNB+UNOC:3+5012345000015:14+4098765000010:14+261121:1015+78'\n"
    "UNH+1+DESADV:D:01B:UN:EAN007'\nBGM+351+ASN-5501+9'\nDTM+137:20261121:102'\nDTM+11:20261121:102'\nDTM+132:20261230:102'\n"
    "RFF+ON:4500012345'\nRFF+BM:HLCUHAM261199'\nNAD+SU+100234::92'\n"
    "TDT+20++10++HLCU:172::HAPAG LLOYD'\nLOC+9+DEHAM'\nLOC+11+USNYC'\nEQD+CN+CSQU3054383+42G1'\n"
    "CPS+1'\nPAC+4++CT'\n"
    "LIN+1++4012345000011:EN'\nPIA+5+R-4711:BP'\nQTY+12:100'\nRFF+ON:4500012345:10'\n"
    "LIN+2'\nPIA+5+R-4712:BP'\nQTY+12:20'\nRFF+ON:4500012345:20'\n"
    "UNT+23+1'\nUNZ+1+78'\n"
)
