"""Traditional Chinese: parts of a total, what they carried, and where they rank."""

from __future__ import annotations

from tradecli.render.style import Style, points
from tradecli.render.zh.terms import FLOW, Facts, Sentences, money, plain, rate_of, window
from tradecli.report import Amount, Points, Statement

PARTS = {"partner": "貿易夥伴", "commodity": "貨品類別"}
BY = {"partner": "按貿易夥伴", "commodity": "按貨品"}
SIDES = {"export": "對{}出口", "import": "自{}進口", "balance": "對{}出入超"}
REASONS = {"sign_change": "出入超正負號改變", "zero_base": "上年同期為零", "no_trade": "兩期均無貿易"}


def _title_drivers(facts: Facts, _: Style) -> str:
    side = SIDES[facts["flow"]].format(facts["partner"].name_zh)
    return f"{facts['reporter'].name_zh}{side}變動來源，{window(facts)}，{BY[facts['by']]}"


def _rest(facts: Facts, _: Style) -> str:
    return "其他貿易夥伴" if facts["by"] == "partner" else "其他貨品"


def _named(name: Statement) -> str:
    return SENTENCES[name.key.rpartition(".")[2]](name.facts, Style("zh"))


def _moved(change: Amount, style: Style) -> str:
    return f"{'增加' if (change.value or 0) > 0 else '減少'}{plain(change, style)}"


def _carried(facts: Facts, style: Style) -> str:
    change = facts["change"]
    rate = rate_of(facts["rate"])
    side = "增額" if change.value > 0 else "減額"
    told = []
    for name, moved, carried, share in facts["led"]:
        more = [f"貢獻{points(carried)}個百分點"] if carried else []
        more += [f"占{side}{points(share)}%"] if share else []
        told.append(f"{_named(name)}{_moved(moved, style)}" + (f"（{'，'.join(more)}）" if more else ""))
    begin = f"{FLOW[facts['flow']]}較上年同期{_moved(change, style)}{f'（{rate}）' if rate else ''}"
    return f"{begin}，主要來自{'；'.join(told)}。"


def _unmoved(facts: Facts, style: Style) -> str:
    begin = f"{FLOW[facts['flow']]}{window(facts)}"
    if not facts["change"].value:
        return f"{begin}與上年同期持平。"
    return f"{begin}較上年同期{_moved(facts['change'], style)}，所列各項無同向變動者。"


def _against(facts: Facts, style: Style) -> str:
    most = f"{_named(facts['name'])}{_moved(facts['change'], style)}"
    return f"{facts['count']}個{PARTS[facts['by']]}反向變動，以{most}最多。"


def _rest_is(facts: Facts, _: Style) -> str:
    kept = "地區不列，因其成員已列" if facts["by"] == "partner" else "互不重疊"
    return (
        f"{_rest(facts, Style('zh'))}：發布總額減兩期均有資料的{facts['n']}個{PARTS[facts['by']]}（{kept}），"
        "以未四捨五入數字計算"
    )


def _title_partners(facts: Facts, _: Style) -> str:
    growth = "增減率" if facts["measure"] == "growth" else ""
    return f"{facts['reporter'].name_zh}貿易夥伴排名（{FLOW[facts['flow']]}{growth}），{window(facts)}"


def _first(facts: Facts, style: Style) -> str:
    before = {None: "", 1: "（與上年同期相同）"}.get(facts["before"], f"（上年同期第{facts['before']}名）")
    if facts["measure"] == "growth":
        told = rate_of(facts["rate"])
    else:
        told = money(facts["value"], style)
        told += f"，占總額{points(facts['share'])}%" if facts["share"] else ""
    return f"{_named(facts['name'])}居首{before}：{told}。"


def _last(facts: Facts, style: Style) -> str:
    return f"最大入超來源為{_named(facts['name'])}，{plain(facts['value'], style)}。"


def _climbed(facts: Facts, _: Style) -> str:
    return f"{_named(facts['name'])}上升最多，由第{facts['before']}名升至第{facts['rank']}名。"


def _ranked_among(facts: Facts, _: Style) -> str:
    share: Points | None = facts["share"]
    cover = f"，合計占總額{points(share)}%" if share else ""
    return f"排名限{window(facts)}有資料的{facts['n']}個貿易夥伴{cover}；其他夥伴可能介於其間"


SENTENCES: Sentences = {
    "title_drivers": _title_drivers,
    "title_partners": _title_partners,
    "part": lambda f, _s: str(f["name_zh"]),
    "rest": _rest,
    "total": lambda _f, _s: "總額",
    "commodity": lambda _f, _s: "",
    "partner": lambda _f, _s: "",
    "contribution": lambda _f, _s: "貢獻（百分點）",
    "share_of_change": lambda _f, _s: "占增減額%",
    "share": lambda _f, _s: "占比%",
    "rank_before": lambda _f, _s: "上年名次",
    "area": lambda f, _s: f"（{f['name_zh']}）",
    "carried": _carried,
    "unmoved": _unmoved,
    "against": _against,
    "first": _first,
    "last": _last,
    "climbed": _climbed,
    "mixed_vintages": lambda f, _s: f"資料版本{f['oldest']}至{f['newest']}；其他項亦含版本間的修正",
    "rest_is": _rest_is,
    "ranked_among": _ranked_among,
    "other_set": lambda f, _s: f"所列{f['n']}個中上年同期有資料者{f['before']}個，上年名次限於其間",
    "areas_apart": lambda _f, _s: "地區另列，不排名，亦不與其成員相加",
    "negative_rest": lambda _f, _s: "其他項為負：各項與總額版本不同，或有重疊",
    "of_the_deficit": lambda _f, _s: "百分點指對入超增減幅度的貢獻，正者使入超擴大",
    "no_points": lambda f, _s: f"不計百分點貢獻：{REASONS.get(f['reason'], f['reason'])}；請看增減金額",
    "small_total_change": lambda _f, _s: "總額變動不及0.5%，不計占增減額比重",
    "rounding": lambda _f, _s: "因四捨五入，各項之和未必等於總數；未四捨五入者相等",
}
