"""Replies of the Korea Customs Service: genuine ones, its errors, and what it is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from tradecli.errors import InvalidData, NoData, SourceError
from tradecli.sources import SOURCES
from tradecli.sources.reading import File
from tradecli.sources.recognition import recognise
from tradecli.sources.request import Request, Wanted

KCS = SOURCES["kcs"]
#: Genuine replies, as the service sent them.
UNITED_STATES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><response><header><resultCode>00</resultCode>'
    "<resultMsg>정상서비스.</resultMsg></header><body><items><item><balPayments>5244595000</balPayments>"
    "<expCnt>196748</expCnt><expDlr>12006733027</expDlr><impCnt>1433422</impCnt><impDlr>6762138027</impDlr>"
    "<statCd>US</statCd><statCdCntnKor1>미국</statCdCntnKor1><year>2026.01</year></item></items></body></response>"
).encode()
WORLD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><response><header><resultCode>00</resultCode>'
    "<resultMsg>정상서비스.</resultMsg></header><body><items><item><balPayments>8700467993</balPayments>"
    "<expCnt>1027989</expCnt><expDlr>65843936782</expDlr><impCnt>4936713</impCnt><impDlr>57143468789</impDlr>"
    "<year>2026.01</year></item><item><balPayments>8700467993</balPayments><expCnt>1027989</expCnt>"
    "<expDlr>65843936782</expDlr><impCnt>4936713</impCnt><impDlr>57143468789</impDlr><year>총계</year></item>"
    "</items></body></response>"
).encode()
EMPTY = (
    "<response><header><resultCode>00</resultCode><resultMsg>정상서비스.</resultMsg></header>"
    "<body><items/></body></response>"
).encode()
TOO_LONG = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><response><header><resultCode>99</resultCode>'
    "<resultMsg>시작과 종료의 조회기간은 1년이내 기간만 가능합니다.</resultMsg></header></response>"
).encode()
BAD_KEY = """<?xml version="1.0" encoding="UTF-8"?>
<OpenAPI_ServiceResponse>
<cmmMsgHeader>
  <errMsg>SERVICE_KEY_IS_NOT_REGISTERED_ERROR</errMsg>
  <returnAuthMsg>등록되지 않은 서비스키</returnAuthMsg>
  <returnReasonCode>30</returnReasonCode>
</cmmMsgHeader>
</OpenAPI_ServiceResponse>""".encode()


def read(content: bytes) -> list[tuple[object, ...]]:
    found = KCS.checked(File("x.xml", content)).figures
    return [(one.partner, one.flow, one.span, one.period, one.value, one.precision) for one in found]


def test_a_month_of_a_country_is_two_figures_in_whole_dollars() -> None:
    january = date(2026, 1, 1)
    assert recognise(UNITED_STATES, "x.xml") is KCS
    assert read(UNITED_STATES) == [
        ("US", "export", "month", january, 12_006_733_027, 1),
        ("US", "import", "month", january, 6_762_138_027, 1),
    ]


def test_the_sum_below_the_months_is_no_month_and_is_added_up() -> None:
    assert [(one[0], one[4]) for one in read(WORLD)] == [("WORLD", 65_843_936_782), ("WORLD", 57_143_468_789)]
    head, tail = WORLD.rsplit(b"65843936782", 1)
    other = head + b"65843936783" + tail.replace(b"57143468789", b"57143468790")
    with pytest.raises(InvalidData, match="the months add up to 65843936782; expected 65843936783"):
        read(other)


@pytest.mark.parametrize(
    ("content", "error", "reason"),
    [
        (EMPTY, NoData, "nothing for what was asked"),
        (TOO_LONG, InvalidData, "99 시작과 종료의"),
        (BAD_KEY, SourceError, "30 SERVICE_KEY_IS_NOT_REGISTERED_ERROR"),
        (UNITED_STATES.replace(b"5244595000", b"5244595001"), InvalidData, "do not add up to the balance"),
        (UNITED_STATES.replace(b">US<", b">ZZ<"), InvalidData, "no country has the code 'ZZ'"),
        (UNITED_STATES.replace(b"2026.01", b"2026.13"), InvalidData, "expected a month"),
        (UNITED_STATES.replace(b"<items>", b"<!DOCTYPE x><items>"), InvalidData, "not a plain XML"),
        (UNITED_STATES[:-9], InvalidData, "not an XML file"),
    ],
    ids=["empty", "range", "key", "balance", "country", "month", "entities", "cut"],
)
def test_what_is_no_answer_is_refused(content: bytes, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read(content)


def test_another_country_or_month_than_was_asked_for_is_refused() -> None:
    asked = Request("x.xml", "x", (("cntyCd", "CN"),), first=date(2026, 1, 1), last=date(2026, 1, 1))
    with pytest.raises(InvalidData, match="got figures of US; asked for CN"):
        KCS.checked(File("x.xml", UNITED_STATES, asked=asked))
    later = asked._replace(parameters=(("cntyCd", "US"),), first=date(2026, 2, 1), last=date(2026, 3, 1))
    with pytest.raises(InvalidData, match="asked for 2026-02 to 2026-03"):
        KCS.checked(File("x.xml", UNITED_STATES, asked=later))


def test_no_request_is_longer_than_a_year() -> None:
    wanted = Wanted(date(2026, 3, 5), since=date(2024, 11, 1), reporter="KR", partners=("US",), keyed=True)
    found = KCS.requests(wanted)
    assert [(one.path.rpartition("/")[2], dict(one.parameters)) for one in found[3:]] == [
        ("getNationtradeList", {"strtYymm": "202411", "endYymm": "202412", "cntyCd": "US"}),
        ("getNationtradeList", {"strtYymm": "202501", "endYymm": "202512", "cntyCd": "US"}),
        ("getNationtradeList", {"strtYymm": "202601", "endYymm": "202602", "cntyCd": "US"}),
    ]
    assert {one.path for one in found[:3]} == {"1220000/Newtrade/getNewtradeList"}
    with pytest.raises(NoData, match="ASEAN, which is no country"):
        KCS.requests(wanted._replace(partners=("ASEAN",)))
    with pytest.raises(NoData, match="not asked for commodities"):
        KCS.requests(wanted._replace(commodity="85", classification="hs"))
