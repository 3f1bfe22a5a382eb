"""Traditional Chinese: claims, verdicts, and what would make a claim true."""

from __future__ import annotations

from fractions import Fraction

from tradecli.render.style import MISSING, Style
from tradecli.render.words import sentence
from tradecli.render.zh.terms import FLOW, Facts, Sentences, money, month, window
from tradecli.report import Amount, Statement
from tradecli.rounding import half_up

VERDICT = {
    "true": "屬實",
    "true_when_published": "發布時屬實",
    "as_stated": "發布機關如此載明",
    "false": "不實",
    "unknown": "無從判定",
}
SCOPE = {
    "month": "歷年單月",
    "same_month": "歷年同月",
    "quarter": "歷年單季",
    "year_to_date": "歷年同期",
    "year": "歷年全年",
    "rolling_12": "歷來12個月",
}
SPAN = {
    "month": "單月",
    "quarter": "單季",
    "year_to_date": "累計",
    "year": "全年",
    "rolling_12": "12個月合計",
}
WORD = {"doubled": "2倍", "tripled": "3倍", "quadrupled": "4倍"}
REASON = {
    "not_held": "當日無收錄資料",
    "missing": "未發布或未收錄",
    "currency": "僅收錄美元值，不作換算",
    "too_coarse": "發布值位數不足",
    "sign_change": "正負號改變，不計百分比",
    "zero_base": "基期為零",
    "no_mom": "月增率僅用於單月",
    "no_share": "出入超無占比",
    "short_history": "歷史資料過短",
    "open_streak": "連續月數起點無資料",
}


def _number(value: Fraction, digits: int) -> str:
    return f"{half_up(value.numerator, value.denominator, digits):,}"


def _word(word: str) -> str:
    before = {"nearly": "近", "more": "超過"}.get(word.split()[0], "")
    return f"{before}{WORD[word.split()[-1]]}"


def written(facts: Facts, style: Style) -> str:
    """A claimed number with the digits it was claimed with."""
    measure, quantity = facts["measure"], facts["quantity"]
    if facts["word"]:
        return _word(facts["word"])
    if measure == "record":
        return f"{SCOPE[facts['scope']]}新高"
    value, half = quantity.value * facts["side"], quantity.half
    if measure in {"level", "base"}:
        amount = Amount(round(value), max(1, int(2 * half)))
        return money(amount, style.of(facts["currency"]))
    if measure == "rank":
        return f"{SCOPE[facts['scope']]}第{int(value)}高"
    if measure == "streak":
        return f"連續{abs(int(value))}個月{'增' if value > 0 else '減'}"
    digits = 0
    while 2 * half * 10**digits < 1:
        digits += 1
    return _percent(measure, value, digits)


def _percent(measure: str, value: Fraction, digits: int) -> str:
    if measure == "multiple":
        return f"{_number(value, digits)}倍"
    if measure == "share":
        return f"占比{_number(value, digits)}%"
    return f"{'年' if measure == 'yoy' else '月'}{'增' if value >= 0 else '減'}{_number(abs(value), digits)}%"


def _claimed_line(facts: Facts, style: Style) -> str:
    direction = {"export": "對", "import": "自", "balance": "對"}[facts["flow"]]
    where = "" if facts["partner"].code == "WORLD" else f"{direction}{facts['partner'].name_zh}"
    goods = f"（{facts['commodity']}）" if facts["commodity"] else ""
    against = {"through": facts["against"], "span": facts["against_span"]}
    than = (
        f"（相較{window(against)}）" if facts["against"] and facts["measure"] in {"multiple", "base"} else ""
    )
    office = "" if facts["reporter"].code == "TW" else f"（{facts['reporter'].name_zh}統計）"
    base = "基期" if facts["measure"] == "base" else ""
    return f"{where}{FLOW[facts['flow']]}{goods}{office}{window(facts)}{base}：{written(facts, style)}{than}"


def _measured(facts: Facts, style: Style) -> str:
    value: Fraction = facts["value"]
    measure = facts["measure"]
    if measure in {"level", "base"}:
        return money(Amount(round(value), facts["precision"] or 1), style)
    if measure in {"record", "rank"}:
        return f"第{int(value)}高"
    if measure == "streak":
        return f"{int(value)}個月"
    return _percent(measure, value, 2)


def _spoken(statement: Statement | None, style: Style) -> str:
    return MISSING if statement is None else sentence(statement, style)


BASIS = {"published": "發布值", "sum": "合計", "sum_across_vintages": "跨版合計", "difference": "相減"}


def _rows(rows: list[dict[str, object]], style: Style) -> str:
    told = []
    for row in rows:
        value = row["value"]
        if isinstance(value, Amount):
            told.append(
                f"{FLOW[str(row['flow'])]}{window(row)}{money(value, style)}"
                f"（{row['source']}，{row['vintage']}版，{BASIS[str(row['basis'])]}）"
            )
    return "；".join(told)


def _verdict_line(facts: Facts, style: Style) -> str:
    rows = _rows(facts["rows_then"], style)
    telling = _TELLING[facts["verdict"]](facts, style)
    start = f"{facts['number']}. {_spoken(facts['claimed'], style)}——{VERDICT[facts['verdict']]}"
    return f"{start}{telling}{f'〔{rows}〕' if rows else ''}"


def _true(facts: Facts, style: Style) -> str:
    like = f"；同期相比{_spoken(facts['like'], style)}" if facts["like"] else ""
    if facts["reason"] == "only_today":
        return f"（依現有資料{_spoken(facts['now'], style)}，當日發布值未收錄）{like}。"
    return f"{'（在發布值進位範圍內）' if facts['reason'] == 'rounding' else ''}{like}。"


def _true_then(facts: Facts, style: Style) -> str:
    if facts["reason"] == "passed":
        passed = facts["rows_now"][1]
        return f"，其後已為{month(passed['through'])}的{money(passed['value'], style)}超越。"
    then, now = (_spoken(facts[name], style) for name in ("then", "now"))
    return f"，當時{then}，其後修正，現為{now}。"


def _stated(facts: Facts, style: Style) -> str:
    said = facts["stated"]
    then, now = (_spoken(facts[name], style) for name in ("then", "now"))
    unit = "個月" if facts["claimed"].facts["measure"] == "streak" else "%"
    return f"：發布時屬實，財政部{said.day}載明{said.value}{unit}；依當日數據計算{then}，現為{now}。"


def _false(facts: Facts, style: Style) -> str:
    then = _spoken(facts["then"], style)
    if facts["clash"]:
        return f"，與同一說法的{written(facts['clash'].facts, style)}不符，依其計算{then}。"
    is_ = f"，{facts['made']}當時為{then}。" if facts["made"] else f"，應為{then}。"
    if not facts["mistakes"]:
        return f"{is_}無單一更動可使其屬實。"
    told = [
        f"{'且'.join(_spoken(one, style) for one in changes)}（{_spoken(value, style)}）"
        for changes, value in facts["mistakes"]
    ]
    pair = len(facts["mistakes"][0][0]) > 1
    return f"{is_}{'需兩項更動方屬實' if pair else '若改為下列則屬實'}：{'；或'.join(told)}。"


def _unknown(facts: Facts, style: Style) -> str:
    now = f"，現有數據為{_spoken(facts['now'], style)}" if facts["now"] else ""
    return f"：{REASON[facts['reason']]}{now}。"


_TELLING = {
    "true": _true,
    "true_when_published": _true_then,
    "as_stated": _stated,
    "false": _false,
    "unknown": _unknown,
}


def _scaled(facts: Facts, _: Style) -> str:
    factor: Fraction = facts["detail"]
    return f"{'縮小' if factor > 1 else '放大'}{int(max(factor, 1 / factor)):,}倍"


def _ytd(period: object) -> str:
    return window({"through": period, "span": "year_to_date"})


SENTENCES: Sentences = {
    "title_check": lambda f, _s: f"查核{f['claims']}則說法，{f['false']}項不實",
    "claim_number": lambda _f, _s: "#",
    "claimed": lambda _f, _s: "說法",
    "verdict": lambda _f, _s: "判定",
    "then": lambda _f, _s: "當時",
    "now": lambda _f, _s: "現在",
    "verdict_word": lambda f, _s: VERDICT[f["verdict"]],
    "claimed_line": _claimed_line,
    "measured": _measured,
    "verdict_line": _verdict_line,
    "mistake_vintage": lambda f, _s: f"採{f['detail']}所知數據",
    "mistake_office": lambda f, _s: f"採{f['detail'].name_zh}統計",
    "mistake_china": lambda f, _s: f"改為{f['detail'].name_zh}",
    "mistake_span": lambda f, _s: f"改為{SPAN[f['detail']]}",
    "mistake_part_year": lambda f, _s: f"改為{_ytd(f['detail'])}",
    "mistake_unequal": lambda f, _s: f"與{f['detail'].year}年全年12個月相比（期間不等）",
    "mistake_rate": lambda f, _s: "改為月增率" if f["detail"] == "mom" else "改為年增率",
    "mistake_flow": lambda f, _s: f"改為{FLOW[f['detail']]}",
    "mistake_sign": lambda f, _s: f"改為{'入超' if f['side'] < 0 else '出超'}",
    "mistake_scale": _scaled,
    "mistake_hundred_million": lambda _f, _s: "億與十億互換（差10倍）",
    "mistake_fold": lambda f, _s: (
        "以增加倍數論（增加1.3倍即為2.3倍、增130%）" if f["detail"] > 0 else "以總額倍數論（2.3倍即增130%）"
    ),
    "mistake_currency": lambda f, _s: f"以新臺幣計（1美元兌{_number(f['detail'], 1)}元）",
    "mistake_period": lambda f, _s: f"改為{window({'through': f['detail'], 'span': f['span']})}",
    "mistake_partner": lambda f, _s: f"改為{f['detail'].name_zh}",
    "check_tolerance": lambda _f, _s: "數字在其末位半個單位內即屬實",
    "check_vintages": lambda _f, _s: "以說法當日已發布的數據判定",
}
