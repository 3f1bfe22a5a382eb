"""Sentences of Chinese news: what each number says, and of what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import examples
from tests.taking import least, takes_at_most
from tradecli.model.figure import Window
from tradecli.reading import read
from tradecli.reading.model import Reading

MADE = date(2025, 11, 8)


def row(reading: Reading) -> str:
    """A statement in short: measure, flow, reporter if not Taiwan, partner, goods, window, value."""
    if reading.claim is None:
        return reading.kind
    claim, [said] = reading.claim, reading.claim.assertions
    names = [said.measure, claim.flow + {1: "+", -1: "-"}.get(claim.side, "")]
    names += [claim.reporter] if claim.reporter != "TW" else []
    names += [name for name in (claim.partner, claim.commodity) if name not in _USUAL]
    window = Window(claim.span, claim.period)
    names.append(window.label + (" to date" if window.span == "year_to_date" else ""))
    if said.quantity is not None:
        value = said.quantity.value / (10**9 if said.measure in ("level", "difference") else 1)
        names.append(f"{float(value):g}")
    return " ".join([*names, *filter(None, (said.word, said.of, said.scope))])


_USUAL = ("WORLD", "TOTAL")


def rows(text: str, made: date = MADE) -> list[str]:
    return [row(one) for one in read(text, made)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "10月出口618.0億美元，較上月增加13.9%，較上年同月增49.7%；進口392.2億美元，月減6.3%。",
            [
                *("level export 2025-10 61.8", "mom export 2025-10 13.9", "yoy export 2025-10 49.7"),
                *("level import 2025-10 39.22", "mom import 2025-10 -6.3"),
            ],
        ),
        (
            "出進口相抵，出超225.8億美元，較上年同月增加163.0億美元。",
            ["level balance+ 2025-10 22.58", "difference balance+ 2025-10 16.3"],
        ),
        (
            "累計1至10月出口5,144.5億美元，年增31.8%，提前改寫歷年紀錄。",
            [
                *("level export 2025-10 to date 514.45", "yoy export 2025-10 to date 31.8"),
                "record export 2025-10 to date exceeds_year year_to_date",
            ],
        ),
        (
            "10月對美國、歐洲出口各增1.4倍、26.2%，同為歷年單月新高。",
            [
                *("yoy export US 2025-10 140", "yoy export EUROPE 2025-10 26.2"),
                *("record export US 2025-10 month", "record export EUROPE 2025-10 month"),
            ],
        ),
        (
            "前9月進口2,000億美元、出口3,000億美元，年增率分別是10.8%及20.9%。",
            [
                *("level import 2025-09 to date 200", "level export 2025-09 to date 300"),
                *("yoy import 2025-09 to date 10.8", "yoy export 2025-09 to date 20.9"),
            ],
        ),
        (
            "資通與視聽產品出口275.2億美元，占總出口44.5%；電子零組件年增36.3％、機械則減2.1%。",
            [
                *("level export ICT_AV 2025-10 27.52", "share export ICT_AV 2025-10 44.5"),
                *("yoy export ELECTRONIC_COMPONENTS 2025-10 36.3", "yoy export MACHINERY 2025-10 -2.1"),
            ],
        ),
        (
            "10月出口618億美元，高於9月的542.5億美元，也高於南韓的595.7億美元。",
            ["level export 2025-10 61.8", "level export 2025-09 54.25", "level export KR 2025-10 59.57"],
        ),
        (
            "出口年增率由第1季的17.5%擴大到第2季的34.1%。",
            ["yoy export 2025-Q1 17.5", "yoy export 2025-Q2 34.1"],
        ),
        (
            "以占比來看，10月對美國出口為34.2%，對中國則降至23.2%，為民國90年2月以來新低。",
            [
                *("share export US 2025-10 34.2", "share export CN+HK 2025-10 23.2"),
                "record export CN+HK 2025-10 low_share month",
            ],
        ),
        (
            "不含香港，10月對中國大陸出口100億美元。",
            ["level export CN 2025-10 10"],
        ),
        (
            "10月總出口的成長有8成來自資通與視聽產品。",
            ["contribution export ICT_AV 2025-10 80"],
        ),
        ("前10月對美國出超1,000億美元，美國成為最大出超國。", [
            "level balance+ US 2025-10 to date 100",
            "rank balance+ US 2025-10 to date 1 partners year_to_date",
        ]),
        ("10月出口首度突破600億美元，連24紅。", [
            "level export 2025-10 60 first_above", "streak export 2025-10 24",
        ]),
        ("第3季出口1,694.2億美元，季增10.2%，創單季新高。", [
            "level export 2025-Q3 169.42", "growth export 2025-Q3 10.2", "record export 2025-Q3 quarter",
        ]),
        ("對美國、南韓出口分別為211.4、45.2億美元。", [
            "level export US 2025-10 21.14", "level export KR 2025-10 4.52",
        ]),
        ("台湾10月份出口618亿美元，同比增长49.7%，环比增长13.9%，顺差225.8亿美元。", [
            *("level export 2025-10 61.8", "yoy export 2025-10 49.7", "mom export 2025-10 13.9"),
            "level balance+ 2025-10 22.58",
        ]),
        ("南韓產業部公布，10月出口年增3.6%，對美國出口年減16.2%。", [
            "yoy export KR 2025-10 3.6", "yoy export KR US 2025-10 -16.2",
        ]),
        ("前10月對美出超1,000億美元，較去年全年的649億美元多出351億美元，占總出超比重高達93%。", [
            *("level balance+ US 2025-10 to date 100", "level balance+ US 2024 64.9"),
            *("difference balance+ US 2025-10 to date 35.1", "share balance+ US 2025-10 to date 93"),
        ]),
        ("10月電子零組件、資通與視聽產品出口各增36.3%、137%，兩者合占總出口逾7成。", [
            *("yoy export ELECTRONIC_COMPONENTS 2025-10 36.3", "yoy export ICT_AV 2025-10 137"),
            "share export ELECTRONIC_COMPONENTS_ICT_AV 2025-10 70",
        ]),
        ("美國商務部公布，前8月自台灣進口1,200億美元，年增60%。", [
            *("level import US TW 2025-08 to date 120", "yoy import US TW 2025-08 to date 60"),
        ]),
        ("9月出口年增率由上月的34.1%降至33.8%，並有124億美元的貿易順差。", [
            *("yoy export 2025-08 34.1", "yoy export 2025-09 33.8", "level balance+ 2025-09 12.4"),
        ]),
        ("10月出口542.5億美元，僅次於8月的584.9億與7月的566.8億。", [
            *("level export 2025-10 54.25", "level export 2025-08 58.49", "level export 2025-07 56.68"),
        ]),
        ("10月出口618億美元，超車南韓的595.7億美元，首度達到600億美元之上。", [
            *("level export 2025-10 61.8", "level export KR 2025-10 59.57"),
            "level export 2025-10 60 first_above",
        ]),
        ("電子零組件出口240億美元，與去年同月相比近乎翻倍。", [
            "level export ELECTRONIC_COMPONENTS 2025-10 24",
            "multiple export ELECTRONIC_COMPONENTS 2025-10 nearly doubled",
        ]),
        ("由於進口減幅大於出口，10月貿易順差33.8億美元，年增1.5倍。", [
            "level balance+ 2025-10 3.38", "yoy balance+ 2025-10 150",
        ]),
        ("10月進口414.6億美元，增幅33.7%更勝出口，創歷年單月新高。", [
            *("level import 2025-10 41.46", "yoy import 2025-10 33.7", "record import 2025-10 month"),
        ]),
        ("10月進口323.4億美元，出進口相抵出超57.7億美元，約為去年同月的4倍。", [
            *("level import 2025-10 32.34", "level balance+ 2025-10 5.77", "multiple balance+ 2025-10 4"),
        ]),
        ("出口年增26.9%，高於路透調查預估的22.5%，並連續第14個月成長。", [
            *("yoy export 2025-10 26.9", "forecast", "streak export 2025-10 14"),
        ]),
        ("前10月出口1,910億美元，累計順差277億美元；同月對美順差11億美元。", [
            *("level export 2025-10 to date 191", "level balance+ 2025-10 to date 27.7"),
            "level balance+ US 2025-10 1.1",
        ]),
        ("信息通信及视听产品出口391.3亿美元；电子零组件环比下降3.4%，连续35个月同比正增长。", [
            *("level export ICT_AV 2025-10 39.13", "mom export ELECTRONIC_COMPONENTS 2025-10 -3.4"),
            "streak export ELECTRONIC_COMPONENTS 2025-10 35",
        ]),
        ("順差188.9億美元。主力產品中，電子零組件223.6億美元。", [
            "level balance+ 2025-10 18.89", "level export ELECTRONIC_COMPONENTS 2025-10 22.36",
        ]),
        ("前10月出口5,144億美元。對美國出口211億美元，占34.2%。", [
            *("level export 2025-10 to date 514.4", "level export US 2025-10 21.1"),
            "share export US 2025-10 34.2",
        ]),
        ("前10月出口5,144億美元；對美國出口1,516億美元。較上年同期增加60.3%。", [
            *("level export 2025-10 to date 514.4", "level export US 2025-10 to date 151.6"),
            "yoy export US 2025-10 to date 60.3",
        ]),
        ("今年頭兩個月出口1,155.7億美元。10月順差降到6億美元，較9月銳減72.4%。", [
            *("level export 2025-02 to date 115.57", "level balance+ 2025-10 0.6"),
            "mom balance+ 2025-10 -72.4",
        ]),
        ("10月順差14億美元，與上月的30.1億美元相比少了一半；對美國與陸港出口各增29%、16.1%。", [
            *("level balance+ 2025-10 1.4", "level balance+ 2025-09 3.01"),
            *("yoy export US 2025-10 29", "yoy export CN+HK 2025-10 16.1"),
        ]),
        ("10月出口618億美元、進口392.2億美元。主要出口市場中，銷往美國211億美元，年增144%。", [
            *("level export 2025-10 61.8", "level import 2025-10 39.22"),
            *("level export US 2025-10 21.1", "yoy export US 2025-10 144"),
        ]),
        ("對香港及大陸出口占39.2%；對美國出口占18%。其中資通產品出口占7.1%。", [
            *("share export CN+HK 2025-10 39.2", "share export US 2025-10 18"),
            "share export ICT_AV 2025-10 7.1",
        ]),
    ],
)  # fmt: skip
def test_statements(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("財政部預估11月出口在555億至575億美元間，年增35%至40%，可望創歷年同月新高。", {"forecast"}),
        ("全年出口上看6,000億美元，有望刷新歷年紀錄。", {"forecast"}),
        ("10月外銷訂單693.7億美元，年增25.1%，創歷年單月新高，連續9個月成長。", {"orders"}),
        ("美國對台課徵20%關稅，鋼鋁關稅50%。", {"tariff"}),
        ("某公司10月營收3,674.7億元，年增16.9%。", {"revenue"}),
        ("主計總處估今年經濟成長率7.37%。", {"forecast", "gdp"}),
        ("11項貨類出口全面成長。", {"count"}),
        ("排除春節因素後，出口年增35.9%。", {"seasonally_adjusted"}),
        ("截至10月24日出口年增35.9%。", {"part_of_month"}),
        ("鋼鐵出口年減13.6%。", {"unread"}),
        ("服務出口年增5.5%。", {"services"}),
        ("主計總處預測，今年商品及服務輸出成長30%，第4季出口成長29.5%。", {"services", "forecast"}),
        ("學者預估關稅若降5個百分點，出口可增加2%。", {"tariff", "forecast"}),
        ("財政部預測，12月出口年增40%。", {"forecast"}),
        ("南韓9月出口659.5億美元，年增12.7%；對美出口年減1.4%。", {"unread"}),
        ("積體電路占電子零組件出口九成三。", {"unread"}),
        ("亞洲四小龍中，新加坡11月年增11.6%、香港年增17.5%。", {"unread"}),
        ("10月出口是否突破600億美元，備受關注。", {"forecast"}),
        ("10月出口終結連3黑。", {"unread"}),
        ("台積電10月出口年增31%。", {"unread"}),
        ("10月中國大陸出口年減1.1%，香港出口年增17.5%。", {"unread"}),
        ("若新台幣升值1%，出口將減少0.5%。", {"other", "forecast"}),
        ("10月車用零組件出口年減10%，其中對美出口年減15%。", {"unread"}),
        ("10月出口量年增5.1%，出口單價年增40.2%。", {"volume"}),
    ],
)
def test_what_is_no_statement(text: str, kinds: set[str]) -> None:
    found = rows(text)
    assert found
    assert set(found) <= kinds


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (
            "10月出口年增49.7%，優於預期，連續24個月正成長。",
            ["yoy export 2025-10 49.7", "streak export 2025-10 24"],
        ),
        ("10月出口618億美元，高於預估的550億美元。", ["level export 2025-10 61.8", "forecast"]),
        ("受美國對等關稅影響，10月出口仍年增49.7%。", ["yoy export 2025-10 49.7"]),
        ("財政部預期11月走緩，10月出口則年增49.7%。", ["yoy export 2025-10 49.7"]),
        ("10月出口年增49.7%；化妝品年增5.2%。", ["yoy export 2025-10 49.7", "unread"]),
        ("10月出口年增49.7%，其中竹科廠商年增61.2%。", ["yoy export 2025-10 49.7", "unread"]),
        ("10月出口618億美元，美國需求年增3.1%。", ["level export 2025-10 61.8", "unread"]),
        ("10月出口年增49.7%，台股改寫歷史新高。", ["yoy export 2025-10 49.7", "unread"]),
        ("10月出口年增49.7%，若扣除AI產品，增幅僅5.1%。", ["yoy export 2025-10 49.7", "seasonally_adjusted"]),
        ("10月日本出口年增3.6%，台灣出口年增49.7%。", ["unread", "yoy export 2025-10 49.7"]),
    ],
)
def test_what_stays_a_statement(text: str, before: list[str]) -> None:
    assert rows(text) == before


def test_evidence_says_where_a_slot_was_named() -> None:
    first, second, third = read("10月對美國出口211.4億美元，年增144.3%。占比34.2%。", MADE)
    assert first.slots
    assert second.slots
    assert third.slots
    assert (first.slots.flow, first.slots.partner, first.slots.period) == ("explicit",) * 3
    assert (second.slots.partner, third.slots.partner) == ("near", "carried")


def test_what_was_carried_stays_as_weak_in_the_next_clause() -> None:
    *_, level, growth = read("前10月出口5,144億美元，年增31.8%。對美國出口211億美元，年增144%。", MADE)
    assert level.slots
    assert growth.slots
    assert (level.slots.period, growth.slots.period) == ("carried", "carried")
    assert (level.slots.partner, growth.slots.partner) == ("explicit", "near")


def test_candidates_are_all_that_is_named() -> None:
    [first, *_] = read("10月出口618億美元，進口392.2億美元；對中國出口143.3億美元。", MADE)
    named = {str(one.value) for one in first.candidates}
    assert named >= {str(Window("month", date(2025, 10, 1)))}
    assert {one.slot for one in first.candidates} >= {"flow", "period"}


WORDS = [
    *(
        "10月",
        "前10月",
        "出口",
        "進口",
        "出超",
        "對美國",
        "陸港",
        "資通與視聽產品",
        "618億美元",
        "49.7%",
        "年增",
        "月減",
        "較",
        "去年同月",
    ),
    *(
        "的",
        "各",
        "分別",
        "、",
        "，",
        "；",
        "。",
        "占",
        "比重",
        "連24紅",
        "歷年單月新高",
        "1.7倍",
        "近六成",
        "首度突破",
        "其中",
        "估",
        "來自",
    ),
    *(
        "至",
        "與",
        "、",
        "距離",
        "只差",
        "南韓",
        "海關",
        "十",
        "百分點",
        "兩者",
        "最大出超國",
        "５",
        "．",
        "今年",
        "全年",
        "第3季",
        "以外",
    ),
]


@examples(50, 150)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
def test_any_words_are_read_and_places_hold(text: str) -> None:
    for reading in read(text, MADE):
        assert text[reading.span.start : reading.span.end] == reading.text
        assert (reading.claim is None) == (reading.kind != "claim")


@examples(35, 100)
@given(st.text(max_size=80).map(lambda text: f"出口{text}億美元"))
def test_any_text_is_read(text: str) -> None:
    for reading in read(text, MADE):
        assert text[reading.span.start : reading.span.end] == reading.text


@pytest.mark.parametrize(
    "unit",
    [
        "9月出口542.5億美元，年增33.8%。",
        "出口年增33.8%、",
        "一二三四五六七八九十",
        "日、",
        "對美、",
        "連",
        "億",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    def reads(length: int) -> Callable[[], object]:
        text = unit * (length // len(unit))
        return lambda: read(text, MADE)

    short = max(least(reads(5_000)), 0.02)
    assert takes_at_most(20 * short, reads(40_000))  # eight times as long; 64 where each part is held to each
