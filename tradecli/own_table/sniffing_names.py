"""What the name of a column says: what it holds, in which unit and currency. In many languages. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal, NamedTuple

#: Letters that stand for a plain one and have no accent of their own.
_PLAIN = str.maketrans("đłıøæ", "dlioa")
#: Accents of European letters; the marks of Japanese ones are part of them.
_ACCENT = re.compile("[\u0300-\u036f]")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class _Words(NamedTuple):
    """What a role is called: words of letters, and signs that stand within longer words."""

    role: str
    letters: str
    signs: str = "^$"


_EXPORT = _Words(
    "export",
    r"export(s|ed)?|expo?|exportac\w*|exportaciones|exportations?|exportatie|ausfuhr\w*|versand\w*|eksport\w*|"
    r"wywoz\w*|ihracat\w*|xuat khau|xuat|ekspor|esportazioni|uitvoer|"
    r"dispatch(es)?|expeditions?|экспорт\w*|вывоз\w*|експорт\w*|vyvoz\w*|kivitel|vienti|utforsel",
    "出口|輸出|输出|수출|ส่งออก",
)
_IMPORT = _Words(
    "import",
    r"import(s|ed)?|impo?|importac\w*|importaciones|importations?|importatie|einfuhr\w*|eingang\w*|"
    r"przywoz\w*|ithalat\w*|nhap khau|nhap|impor|importazioni|invoer|"
    r"arrivals?|импорт\w*|ввоз\w*|імпорт\w*|dovoz\w*|behozatal|tuonti|innforsel",
    "進口|进口|輸入|输入|수입|นําเข้า|นำเข้า",
)
#: Words for flows in cells alone: what is German for imports is an amount in Spanish names of columns.
_LETTERS = {
    "export": ("e", "x", "ex", "xk", "exporte", "эк", "txg fob usd", "xg fob usd"),
    "import": ("i", "m", "im", "nk", "importe", "им", "tmg cif usd", "mg cif usd"),
}
#: Names with the words of both flows, or of goods that only pass through.
_NEITHER = re.compile(
    r"進出口|进出口|出進口|輸出入|输出入|수출입|復出口|復進口|复出口|复进口|(?<!\w)re ?(ex|im)port|"
    r"xuat nhap|exp imp|imp exp|(ex|im)port (ex|im)port"
)
#: No value of a month and flow: running sums, charges, prices, shares, counts, balances.
_ASIDE = _Words(
    "other",
    r"cum\w*|ytd|yr|year to date|acum\w*|kumul\w*|freight|frete|flete|fret|insurance|seguro|assurance|"
    r"dut(y|ies)|tax\w*|tariff rate|rate|price|unit value|precio|preco|prix|preis|cena|share|percent|pct|"
    r"balance|saldo|growth|change|count|cards?|records?|flags?|estimat\w*|status|index|rank|dis(t|tance)|"
    r"previous|prev|prior|last year|yoy|y y|mom|m m|variaci\w*|variation\w*|ver[aä]nderung\w*",
    "累計|累计|누계|運費|运费|保險|保险|稅額|税额|關稅|关税|單價|单价|単価|단가|出入超|順差|顺差|逆差|수지|比重|比率|"
    "增減|增减|年增率|成長率|增長率|增长率|增幅|%|％|건수|件數|件数|去年|上年|同期",
)
_QUANTITY = _Words(
    "quantity",
    r"quantit\w*|qty\w*|qt|weight|wgt|wt|netwgt|grosswgt|kgs?|kilos?|kilograms?|kilogramos?|tons?|tonnes?|"
    r"toneladas?|net ?mass|mass|masa|masse|menge|eigenmasse|rohmasse|gewicht|cantidad|peso|quantidade|poids|"
    r"volume|ilosc|miktar|agirlik|khoi luong|so luong|luong|berat|jumlah|количество|вес|масса|netto|"
    r"suppl? unit|litros?",
    "數量|数量|重量|公斤|公噸|淨重|净重|毛重|중량|물량|수량",
)
_OTHER = _Words(
    "other",
    r"unit\w*|unidad|unidade|unid|einheit|uom|jednostka|birim|don vi( tinh)?|satuan|unite|"
    r"mode|transport\w*|medio|via|mot|mos|customs|aduanas?|ports?|puertos?|porto|districts?|"
    r"state|states|province|estado|entidad|uf|urf|region|incoterms?|notes?|remarks?|observac\w*|"
    r"procedure|suppression\w*|sitc|bec\d*|cpa\d*|section|naics|lvl|level|end use|classification|aggregate|"
    r"version|hafen|type|freq|frequency|publication|published|updated?|released?|effective|expired|created|modified",
    "備註|备注|^註$|運輸|运输|單位|单位|単位|단위|税関|海關|海关|关别|세관|항구|^港$|비고|방식|方式",
)
_DESCRIPTION = _Words(
    "other",
    r"desc\w*|designation|bezeichnung|ten hang|opis|tanim\w*|uraian",
    "說明|说明|描述|品名|名稱|名称|품명|품목명|中文名|英文名|貨名",
)
_GOODS = _Words(
    "commodity",
    r"hs\s?(code|\d\d?)?|hs.*|cn\s?8?|nc\s?8?|ncm|nandina|ccc|cmd|commodit\w*|product\w*|produit\w*|prodott\w*|"
    r"goods|ware\w*|code|codigo|tariff.*|taric|fraccion.*|partida.*|arancel\w*|subpartida.*|mercancia\w*|"
    r"mercadoria\w*|towar\w*|gtip\w*|fasil|mat hang|ma hs|ma hang|barang|товар\w*|(код )?тн вэд|merce|"
    r"merci|item\w*|k",
    "稅則|税则|貨品|货品|商品|品目|號列|号列|税番|품목|hs부호|세번",
)
_PARTNER = _Words(
    "partner",
    r"partner\w*|countr(y|ies)|ctry|cty|cntry|counterpart\w*|destination\w*|origin|destino|origen|origem|"
    r"pais(es)?|pays|partenaire|land|lander|bestimmungsland|ursprungsland|kraj\w*|panstw\w*|kontrahent|ulke\w*|"
    r"nuoc|quoc gia|thi truong|doi tac|negara|страна\w*|страны|paese|paesi|area|economy|market|"
    r"zeme|orszag\w*|maa|країна|handelspartner|"
    r"geo|nation|iso ?[23]?( code)?",
    "國家|国家|國別|国别|國名|国名|夥伴|伙伴|相手国|国コード|地域名|地區|地区|目的地|原產地|原产地|국가|상대국|교역국|나라|"
    "^國$|^国$|対手国|国・地域|ประเทศ",
)
_REPORTER = _Words(
    "reporter",
    r"reporter|reporting (country|economy|partner)|declarant|declaring country|(pais )?informante|"
    r"meldeland|berichtsland|declarante",
    "報告國|报告国|申報國|보고국",
)
_SIDES = (
    _Words(
        "exporter", r"exporter\w*|exporting (country|economy)|pais exportador", "出口國|出口国|輸出国|수출국"
    ),
    _Words(
        "importer", r"importer\w*|importing (country|economy)|pais importador", "進口國|进口国|輸入国|수입국"
    ),
)
_CURRENCY = _Words(
    "currency", r"currency|moneda|moeda|monnaie|wahrung|waluta|curr", "幣別|币种|币别|通貨|통화"
)
_FLOW = _Words(
    "flow",
    r"flow|flow ?type|trade ?flow|ie|i e|exim|exp imp|imp exp|import export|export import|direction|"
    r"trade type|type of trade|flujo|fluxo|flux|sens|richtung|(verkehrs|fluss|handels|waren)richtung|"
    r"warenstrom|warenverkehr\w*|przeplyw|"
    r"kierunek\w*|rodzaj|akis|yon|luong hang|huong|loai hinh|xuat nhap( khau)?|arus|поток|направление\w*|"
    r"flusso|tipo( de)? (operacion|comercio|trade|flujo|operacao)|operacion|operacao|regime?n?|rgm|movement|"
    r"trade regime|stroom|handelsstrom",
    "(進出口|进出口|出進口|輸出入|输出入|輸入出|수출입|貿易|贸易)(別|别|區分|区分|구분|類別|类别|類型|类型|流向|方向)|"
    "^(進出口|进出口|輸出入|수출입)$|^別$",
)
_VALUE = _Words(
    "value",
    r"value\w*|val|v|amount|usd|eur|fob|cif|fas|(customs|primary|trade|fob|cif|stat\w*) ?value\w*|valor\w*|"
    r"vl|importe|monto|valeur|montant|wert|statistischer wert|wartosc\w*|kwota|deger|tutar|bedeli?|tri gia|"
    r"gia tri|kim ngach|nilai|стоимость|сумма|valore|waarde|dolares|dollars?|rupees?|total trade|"
    r"hodnota|ertek|arvo|varde|verdi|valoare|вартість",
    "金額|金额|價值|价值|貿易值|贸易额|貿易額|總值|总值|總額|总额|価額|価格|금액|千元|美元|人民币|円|^值$|^額$|มูลค่า",
)
_YEAR = _Words(
    "year",
    r"year|yr|yyyy|anio|ano|annee|jahr|rok|yil|nam|tahun|год|anno|jaar|ev|vuosi|ref ?year",
    "^(年|年度|年份|西元年|연도|년도|해)$",
)
_PERIOD = _Words(
    "period",
    r"periods?|months?|year( and|) ?months?|yyyy ?mm|ym|mm|date|time|time period|ref ?period\w*|trade ?date|"
    r"day|mth|mon|m|t|fecha|mes|periodo|data|competencia|mois|periode|monat|zeitraum|datum|miesiac|okres|ay|"
    r"donem|tarih|thang|ky|thoi gian|ngay|bulan|tanggal|месяц|период|дата|mese|maand|month ?id|"
    r"obdobi|mesic|idoszak|honap|kuukausi|ajanjakso|manad|maned|luna|perioada|період|місяць|"
    r"ref ?month|quarter|quartal|trimestre|observation date",
    "年月|月份|期間|期间|日期|月別|時間|时间|^月$|기간|년월|연월|^월$|เดือน|ช่วงเวลา",
)
#: The first whose word a name is wins; else the first whose word is in it.
_ORDER = (
    *(_REPORTER, *_SIDES, _CURRENCY, _FLOW, _DESCRIPTION, _QUANTITY, _OTHER, _ASIDE),
    *(_VALUE, _YEAR, _PERIOD, _PARTNER, _GOODS),
)


#: What stands beside a word for countries in one name.
_AND_REGION = re.compile(r"\b(or |and )?(regions?|territor(y|ies)|groups?)( or| and)?\b")
#: Who is the partner outright, where another country stands beside it.
_OUTRIGHT = re.compile(r"partner|counterpart|socio|partenaire|kontrahent|doi tac|夥伴|伙伴|相手|상대|교역국")
#: Which of two countries a country is, but not whose records they are.
_SIDE = re.compile(
    r"ori[gj]|dest|proced|ursprung|bestimm|pochodz|dispatch|consign|ship|proven|versend|transit|"
    r"compra|venta|adquis|purchas|vessel|carrier|flag|原產|原产|原産|目的|起運|启运|運抵|运抵|轉口|仕向|積出"
)


class Named(NamedTuple):
    """What a name says: the role, whether it is just that word, and the one flow its values are of."""

    role: str = ""
    whole: bool = False
    flow: str = ""


def plain(name: str) -> str:
    """A name in small letters without accents, its words apart by one blank, what is in brackets left out.

    Examples:
        >>> plain("Trade Value (US$)"), plain("partnerISO"), plain("País_de_Destino"), plain("VL_FOB")
        ('trade value', 'partner iso', 'pais de destino', 'vl fob')
    """
    bare = re.sub(r"[(（\[【].*?[)）\]】]", " ", name).strip() or name
    return worded(bare)


def worded(text: str) -> str:
    """A text in small letters without accents, its words apart by one blank."""
    apart = _CAMEL.sub(" ", unicodedata.normalize("NFKC", text)).casefold()
    accents = unicodedata.normalize("NFKD", apart) if not re.search("[\u2e80-\uffff]", apart) else apart
    letters = _ACCENT.sub("", accents).translate(_PLAIN)
    # The marks of Thai letters are part of words.
    return " ".join(re.findall(r"[\w\u0e31-\u0e4e]+", letters.replace("_", " ")))


@cache
def named(name: str) -> Named:
    """What the name of a column says of what it holds.

    Examples:
        >>> named("Trade Value (US$)").role, named("CTY_CODE").role, named("País de destino").role
        ('value', 'partner', 'partner')
        >>> named("수출금액").flow, named("進出口別").role, named("NetMass").role, named("港口").role
        ('export', 'flow', 'quantity', '')
    """
    text = plain(name)
    if _AND_REGION.search(text) and _is(_PARTNER, _AND_REGION.sub("", text).strip()):
        return Named("partner", whole=True)
    role = next((words.role for words in _ORDER if _is(words, text)), "")
    flow = _flow_in(text)
    if role:
        return Named(role, whole=True, flow=flow if role == "value" else "")
    inside = next((words.role for words in _ORDER if _has(words, text)), "")
    if inside == "other" and _has(_PARTNER, text) and not (_has(_OTHER, text) or _has(_ASIDE, text)):
        # The description of a country is its name; that of a good is no code.
        inside = "partner"
    if flow and inside in {"", "value", "year", "commodity"}:
        return Named("value", flow=flow)
    return Named(inside)


def is_outright(name: str) -> bool:
    """Whether a name says that a column is of partners, and of nobody else.

    Examples:
        >>> is_outright("COUNTERPART_COUNTRY"), is_outright("Country")
        (True, False)
    """
    return bool(_OUTRIGHT.search(plain(name)))


def is_side(name: str) -> bool:
    """Whether a country of this name is where goods are from or go to.

    Examples:
        >>> is_side("País de origen"), is_side("country")
        (True, False)
    """
    return bool(_SIDE.search(plain(name)))


@cache
def is_measure(name: str) -> bool:
    """Whether a column of this name counts something: values, quantities, prices, shares, numbers of cases.

    Examples:
        >>> is_measure("NetMass"), is_measure("unit price"), is_measure("port"), is_measure("單價")
        (True, True, False, True)
    """
    role, text = named(name).role, plain(name)
    aside = _is(_ASIDE, text) or (_has(_ASIDE, text) and not _is(_OTHER, text))
    return role in {"value", "quantity"} or (role == "other" and aside)


def is_flow(word: str) -> Literal["export", "import", ""]:
    """The flow that a word is outright, as `plain` writes it; empty where it is none, or both.

    Examples:
        >>> [is_flow(word) for word in ("exportacion", "m", "exports fob")]
        ['export', 'import', '']
    """
    found = [words.role for words in (_EXPORT, _IMPORT) if _is(words, word) or word in _LETTERS[words.role]]
    return ("export" if found == ["export"] else "import") if len(found) == 1 else ""


@cache
def _is(words: _Words, text: str) -> bool:
    return bool(re.fullmatch(rf"{words.letters}|{words.signs}", text))


@cache
def _has(words: _Words, text: str) -> bool:
    # A word of one letter says something only where it stands alone.
    letters = re.findall(r"(?:[^|(]|\((?:[^()]|\([^()]*\))*\))+", words.letters)
    long = "|".join(word for word in letters if not re.fullmatch("[a-z]", word))
    return bool(re.search(rf"(?<!\w)(?:{long})(?!\w)|{words.signs}", text))


def _flow_in(text: str) -> str:
    """The only flow that a name speaks of."""
    found = [words.role for words in (_EXPORT, _IMPORT) if _has(words, text)]
    return found[0] if len(found) == 1 and not _NEITHER.search(text) else ""
