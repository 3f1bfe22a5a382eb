"""Traditional Chinese: how figures were revised, and how sure a first one is."""

from __future__ import annotations

from tradecli.render.style import Style, points
from tradecli.render.zh.terms import FLOW, Facts, Sentences, money, month, window
from tradecli.rounding import half_up

SIDES = {"export": "對{}出口", "import": "自{}進口", "balance": "對{}出入超"}
RATES = {"mom": "月增減", "yoy": "年增減"}
SPANS = {"month": "單月", "quarter": "單季", "year_to_date": "累計", "year": "全年", "rolling_12": "12個月"}


def decimals(number: float, digits: int) -> str:
    """A number half up, halves away from zero."""
    return str(half_up(*number.as_integer_ratio(), digits))


def _title(facts: Facts, _: Style) -> str:
    whose = f"{facts['reporter'].name_zh}{SIDES[facts['flow']].format(facts['partner'].name_zh)}"
    if facts["one"]:
        return f"{whose}，{window(facts)}歷次發布值"
    return f"{whose}{SPANS[facts['span']]}數字之初次發布值與其後修正，截至{month(facts['through'])}"


def _range(facts: Facts) -> str:
    unmoved = facts["n"] - facts["down"] - facts["up"]
    low, high = (f"{decimals(facts[end], 2)}%" for end in ("low", "high"))
    return (
        f"通常修正幅度{decimals(facts['median'], 2)}%，九成介於{low}與{high}；"
        f"下修{facts['down']}次、上修{facts['up']}次、進位範圍內{unmoved}次"
    )


def _counted(facts: Facts) -> str:
    kind = "" if facts.get("span", "month") == "month" else SPANS[facts["span"]]
    return f"{month(facts['since'])}以來{FLOW[facts['flow']]}{kind}初次發布值{facts['n']}筆"


def _usual(facts: Facts, _: Style) -> str:
    return f"{_counted(facts)}：{_range(facts)}。"


def _unusual(facts: Facts, style: Style) -> str:
    percent = f"（{points(facts['percent'])}%）" if facts["percent"] else ""
    times = f"為通常幅度的{decimals(facts['usual'], 0)}倍"
    others = f"、其他各筆平均的{decimals(facts['others'], 0)}倍" if facts["others"] else ""
    return f"異常修正：{window(facts)}修正{money(facts['revised'], style)}{percent}，{times}{others}。"


def _turned(facts: Facts, _: Style) -> str:
    when = "、".join(month(period) for period in facts["periods"])
    counted = f"{facts['n']}筆中{len(facts['periods'])}筆{f'（{when}）' if when else ''}"
    return f"初次發布之{RATES[facts['rate']]}方向，{counted}與現值不同。"


def _margin(facts: Facts, style: Style) -> str:
    if facts["times"] < 1:
        sure = "不及一次通常修正，紀錄未必站穩"
    else:
        sure = f"為通常修正的{decimals(facts['times'], 0)}倍"
    return f"{window(facts)}創紀錄，領先{money(facts['margin'], style)}，{sure}。"


def _how_sure(facts: Facts, _: Style) -> str:
    few = "出入超修正筆數過少；" if facts["flow"] != facts["shown"] else ""
    first = f"{month(facts['through'])}{FLOW[facts['shown']]}為初次發布值"
    return f"可靠程度：{first}；{few}{_counted(facts)}，{_range(facts)}。"


SENTENCES: Sentences = {
    "title": _title,
    "first": lambda _f, _s: "初次發布",
    "now": lambda _f, _s: "現值",
    "published": lambda _f, _s: "發布日",
    "step": lambda _f, _s: "修正",
    "since_first": lambda _f, _s: "較初次發布",
    "percent": lambda _f, _s: "%",
    "mark": lambda _f, _s: "",
    "figures": lambda _f, _s: "發布次數",
    "day": lambda f, _s: f"{'~' if f['inferred'] else ''}{f['day']}",
    "usual": _usual,
    "too_few": lambda f, _s: f"{_counted(f)}：筆數過少，不論通常修正幅度。",
    "unusual": _unusual,
    "turned": _turned,
    "made": lambda f, _s: f"修正後成為紀錄：{window(f)}初次發布時非紀錄，現為紀錄。",
    "unmade": lambda f, _s: f"修正後失去紀錄：{window(f)}初次發布時為紀錄，現已不是。",
    "margin": _margin,
    "none": lambda f, _s: f"現有版本中，{FLOW[f['flow']]}初次發布值均未再發布，無從得知修正幅度。",
    "how_sure": _how_sure,
    "not_sure": lambda f, _s: (
        f"可靠程度：{month(f['through'])}{FLOW[f['shown']]}為初次發布值；"
        f"同類數字曾經修正者{f['n']}筆，不足以判斷。"
    ),
    "oldest_held": lambda _f, _s: "無初次發布值者，所列為現有最早版本，不計入初次發布值",
    "inferred": lambda _f, _s: "~ 為推定日：檔案中最新月份的發布日",
    "difference": lambda _f, _s: "出入超為發布值，或以當日所知出口減進口計算",
    "marked": lambda f, _s: f"{f['mark']} 表示修正幅度逾通常的{f['limit']}倍",
    "matrix": lambda _f, _s: "各欄為當日所知數字；空白表示當日尚無資料",
}
