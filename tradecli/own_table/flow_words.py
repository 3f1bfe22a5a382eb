"""Words for flows in cells and in the names of columns: exports, their parts, and what is no flow. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from tradecli.own_table.sniffing_names import is_flow, plain

Kind = Literal[
    "export", "import", "domestic exports", "re-exports", "re-imports", "special imports", "neither", ""
]
#: Parts of flows, by words and codes for them.
_PARTS: tuple[tuple[Kind, str], ...] = (
    (
        "re-exports",
        r"rx|re ?exports?|foreign exports?|reexporta\w+|wiederausfuhr\w*|復出口|复出口|再輸出|재수출",
    ),
    ("re-imports", r"rm|re ?imports?|reimporta\w+|wiedereinfuhr\w*|復進口|复进口|再輸入|재수입"),
    (
        "domestic exports",
        r"dx|(domestic|national) exports?|exports? of domestic (goods|merchandise|origin)|"
        r"國產品出口|国产品出口",
    ),
    ("special imports", r"fm|foreign imports?|imports? for (home )?(consumption|use)|retained imports?"),
)
#: What stands beside both flows and is neither: their difference and their sum.
_NEITHER = re.compile(
    r"(trade |merchandise |goods |commercial |net )*(balance|surplus|deficit)( of trade)?|"
    r"net (trade|exports)|(total|two way|overall) (merchandise )?trade|trade (volume|turnover|total)|"
    r"exports? (and|plus) imports?|"
    r"saldo( comercial)?|balan[zc]a comercial|balance commerciale|handelsbilanz\w*|aussenhandelssaldo|"
    r"intercambio comercial|corrente de comercio|dis ticaret (dengesi|hacmi)|neraca( perdagangan)?|"
    r"(внешнеторговыи )?оборот|сальдо|товарооборот|"
    r"出超|入超|出入超|出\(入\)超|順差|顺差|逆差|(貿易|贸易)(差額|差额|收支|總[額值]|总[额值]|差)|差引額?|"
    r"(進出口|进出口|輸出入)(總[額值]|总[额值]|額|额|差額|差额|值|合計)?|무역(수지|액|총액)|수지|교역액|수출입(액|총액)?"
)
#: What may stand beside a word for a flow without making it a part of it.
_BESIDE = re.compile(
    r"\b(fob|cif|fas|c i f|f o b|free on board|cost insurance( and)?( freight)?|values?|valor|amount|total|"
    r"general|goods|merchandise|commodities|of|all|insgesamt|gesamt|us dollars?|usd|customs basis|basis|"
    r"statistical)\b|"
    r"^[a-z0-9] (?=\w)|總額|总额|総額|總值|总值|合計|合计|金額|金额|金额|총액|額|额|值|액"
)


#: What says that a flow is all of it; codes are no longer than so many signs.
_TOTAL, _CODE = re.compile(r"\b(total|general|all|overall|gesamt|insgesamt)\b|總|总|総|총"), 2


class Flows(NamedTuple):
    """What the words of a column of flows mean; `within` are those that are added to nothing."""

    exports: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@cache
def kind_of(text: str) -> Kind:
    """What a word for a flow means, in some language.

    Examples:
        >>> [kind_of(text) for text in ("Exports, FOB", "X - Exports", "Value of Imports (CIF)", "輸入")]
        ['export', 'export', 'import', 'import']
        >>> [kind_of(text) for text in ("Re-export", "Domestic exports", "Imports for consumption", "RX")]
        ['re-exports', 'domestic exports', 'special imports', 're-exports']
        >>> [kind_of(text) for text in ("Trade balance", "出超", "Exports of services", "1")]
        ['neither', 'neither', '', '']
    """
    word = plain(text)
    if flow := is_flow(word):
        return flow
    bare = " ".join(_BESIDE.sub(" ", word).split())
    for kind, form in _PARTS:
        if re.fullmatch(form, word) or re.fullmatch(form, bare):
            return kind
    if _NEITHER.fullmatch(word):
        return "neither"
    # A letter left over is no word.
    return is_flow(bare) if len(bare) > 1 else ""


def flow_word(text: str) -> str:
    """The flow that a word means in some language; empty where it means none, or both, or a part of one.

    Examples:
        >>> [flow_word(word) for word in ("Exportación", "輸入", "Re-export", "1", "M")]
        ['export', 'import', '', '', 'import']
    """
    kind = kind_of(text)
    return kind if kind in {"export", "import"} else ""


def meant(texts: Collection[str]) -> Flows:
    """What the words of a column of flows mean together.

    Parts lie within a flow that is said to be the total, or beside which both parts stand; domestic exports
    and re-exports alone are exports. Whether re-exports lie within exports that are called no more than
    that, nobody knows; and words for a whole flow that differ in more than their language or code are
    nobody's to add.

    Examples:
        >>> meant(["Domestic exports", "Re-exports", "Imports"])[:3]
        (('Domestic exports', 'Re-exports'), ('Imports',), ())
        >>> meant(["Domestic exports", "Re-exports", "Total exports", "Imports", "Balance"])[2]
        ('Domestic exports', 'Re-exports', 'Balance')
        >>> meant(["X", "RX", "M"]).within, meant(["Exports", "Re-exports", "Imports"]).unknown
        (('RX',), ('Re-exports',))
        >>> meant(["Exports", "Imports, FOB", "Imports, CIF"]).unknown
        ('Imports, FOB', 'Imports, CIF')
    """
    of = {text: kind_of(text) for text in texts}
    sides = {
        "export": _side(of, "export", "domestic exports", "re-exports"),
        "import": _side(of, "import", "special imports", "re-imports"),
    }
    exports, imports = (sides[side][0] for side in ("export", "import"))
    within = {*sides["export"][1], *sides["import"][1], *(text for text in of if of[text] == "neither")}
    known = {*exports, *imports, *within}
    return Flows(
        exports,
        imports,
        tuple(text for text in of if text in within),
        tuple(text for text in of if text not in known),
    )


def _side(
    of: Mapping[str, Kind], flow: str, first: Kind, second: Kind
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for a flow, and those for parts that lie within it.

    Args:
        of: What each word means.
        flow: `export` or `import`.
        first: The part of which the rest is the second, or none.
        second: What is traded once more.
    """
    whole = tuple(text for text in of if of[text] == flow)
    parts = tuple(text for text in of if of[text] in {first, second})
    # A code beside a word, or two languages, say the same; two valuations do not.
    if len(whole) > 1 and not all(is_flow(plain(text)) for text in whole):
        return (), ()
    if not whole:
        return (parts if any(of[text] == first for text in parts) else ()), ()
    codes = all(len(text.strip()) <= _CODE for text in (*whole, *parts))
    if codes or _TOTAL.search(plain(whole[0])) or any(of[text] == first for text in parts):
        return whole, parts
    return whole, ()


def columns_of(flow: str, names: Sequence[str]) -> tuple[str, ...]:
    """Of columns that could each be the values of a flow those that are: the whole, or all of its parts.

    Examples:
        >>> columns_of("export", ["Domestic exports", "Foreign exports"])
        ('Domestic exports', 'Foreign exports')
        >>> columns_of("import", ["General imports (US$)", "Imports for consumption (US$)"])
        ('General imports (US$)',)
        >>> columns_of("export", ["Exports of oil", "Other exports"])
        ()
    """
    of = {name: kind_of(name) for name in names}
    whole = [name for name in names if of[name] == flow]
    if len(whole) == 1 and all(of.values()):
        return (whole[0],)
    both = [of[name] for name in names]
    return tuple(names) if sorted(both) == ["domestic exports", "re-exports"] and flow == "export" else ()
