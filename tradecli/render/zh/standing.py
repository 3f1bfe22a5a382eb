"""Traditional Chinese: records, ties, ranks and streaks."""

from __future__ import annotations

from datetime import date

from tradecli.render.style import Style, share
from tradecli.render.zh.terms import FLOW, Facts, Sentences, called, money, month, plain, rate_of, window

SCOPE = {
    "month": "歷年單月",
    "same_month": "歷年同月",
    "quarter": "歷年單季",
    "year_to_date": "歷年同期",
    "year": "歷年全年",
    "rolling_12": "歷來12個月",
}


def _scope(facts: Facts) -> str:
    if facts["kind"] == "year_to_date" and facts["through"].month == 12:
        return SCOPE["year"]
    return SCOPE[facts["kind"]]


def _when(facts: Facts, period: date) -> str:
    if facts["kind"] in {"year_to_date", "year", "same_month"}:
        return f"{period.year}年"
    if facts["kind"] == "quarter":
        return f"{period.year}年第{period.month // 3}季"
    return month(period)


def _since(facts: Facts) -> str:
    gaps = f"，現有資料缺{facts['missing']}筆" if facts["missing"] else ""
    return f"自{_when(facts, facts['since'])}起{gaps}"


def _record(facts: Facts, style: Style) -> str:
    if facts["turned"]:
        last = facts["last_of_sign"]
        since = f"{_when(facts, last)}以來" if last else f"現有資料（{_since(facts)}）中"
        return f"{since}{_scope(facts)}首見{called(facts)}。"
    high = "最大入超" if facts["deficit"] else "新高"
    before = f"前次為{_when(facts, facts['previous_period'])}的{money(facts['previous'], style)}"
    return f"創{_scope(facts)}{high}（{_since(facts)}），{before}。"


def _tie(facts: Facts, _: Style) -> str:
    return f"平{_when(facts, facts['previous_period'])}的{_scope(facts)}紀錄（{_since(facts)}）。"


def _rank(facts: Facts, style: Style) -> str:
    record = f"{_when(facts, facts['previous_period'])}的{money(facts['previous'], style)}"
    if facts["turned"] and facts["last_of_sign"]:
        last = _when(facts, facts["last_of_sign"])
        return f"{last}以來{_scope(facts)}首見{called(facts)}，紀錄為{record}（{_since(facts)}）。"
    if facts["deficit"] and facts["previous"].value >= 0:
        return f"非{_scope(facts)}紀錄（{_since(facts)}）。"
    high = "大入超" if facts["deficit"] else "高"
    return f"{_scope(facts)}第{facts['rank']}{high}（{_since(facts)}），紀錄為{record}。"


def _short_history(facts: Facts, _: Style) -> str:
    return f"歷史資料過短（先前{facts['earlier']}筆），不論{_scope(facts)}紀錄。"


def _run(facts: Facts) -> str:
    """How long a balance kept its sign, or a flow grew (紅) or fell (黑)."""
    length, least = abs(facts["length"]), "至少" if facts["at_least"] else ""
    if facts["flow"] == "balance":
        return f"{least}連續{length}個月{'出超' if facts['length'] > 0 else '入超'}。"
    colour = "紅" if facts["length"] > 0 else "黑"
    return f"年增率{least}連{length}{colour}。"


def _streak(facts: Facts, _: Style) -> str:
    return f"{'' if facts['flow'] == 'balance' else FLOW[facts['flow']]}{_run(facts)}"


def _line(facts: Facts) -> str:
    return f"{facts['partner'].name_zh}{FLOW[facts['flow']]}"


def _records_line(facts: Facts, style: Style) -> str:
    standing = facts["standing"]
    told = SENTENCES[standing.key](standing.facts, style)
    value = plain(standing.facts["value"], style)
    return f"{_line(facts)}{window(standing.facts)}{value}：{told}"


def _growth_line(facts: Facts, _: Style) -> str:
    begin = f"{_line(facts)}{month(facts['through'])}{rate_of(facts['rate'])}"
    if facts["record"] is None:
        return f"{begin}，歷史資料過短。"
    place = "增幅新高" if facts["record"] else f"增幅第{facts['rank']}高"
    return f"{begin}，{month(facts['since'])}以來{place}。"


def _share_line(facts: Facts, _: Style) -> str:
    begin = f"{_line(facts)}{month(facts['through'])}占比{share(facts['part'], facts['total'])}%"
    if facts["record"] is None:
        return f"{begin}，歷史資料過短。"
    place = "新高" if facts["record"] else f"第{facts['rank']}高"
    return f"{begin}，{month(facts['since'])}以來{place}。"


def _streak_line(facts: Facts, _: Style) -> str:
    begin = f"{_line(facts)}{month(facts['through'])}："
    return f"{begin}與上年同月持平。" if facts["length"] == 0 else f"{begin}{_run(facts)}"


SENTENCES: Sentences = {
    "record": _record,
    "tie": _tie,
    "rank": _rank,
    "short_history": _short_history,
    "streak": _streak,
    "records_line": _records_line,
    "growth_line": _growth_line,
    "share_line": _share_line,
    "streak_line": _streak_line,
}
