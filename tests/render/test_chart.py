"""Charts as drawings: where figures lie, what fits, what is told apart, in colours that all eyes see."""

from __future__ import annotations

import html
import itertools
import json
import math
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from tests.browser import axe, measured
from tests.conftest import Ran
from tests.drawn import examples
from tradecli.catalogue.style import Style
from tradecli.model.figure import Window
from tradecli.model.money import Change, Money
from tradecli.model.picture import Line, Mark, Picture
from tradecli.model.report import Named, Statement
from tradecli.periods import shift
from tradecli.render import chart
from tradecli.render.chart import characters, over_time, scales
from tradecli.render.chart.colours import DARK, DASHES, LIGHT, Colours
from tradecli.render.chart.widths import broken, width

Trade = Callable[..., Ran]
SVG = "{http://www.w3.org/2000/svg}"
WORDS = Statement("notes")


def marks(values: Sequence[float | None], *, records: Sequence[int] = (), span: str = "month") -> list[Mark]:
    """Months from January 2023 on, in billions."""
    return [
        Mark(
            Window(span, shift(date(2023, 1, 1), place)),
            None if value is None else Money(round(value * 10**9), 1, "USD"),
            place in records,
        )
        for place, value in enumerate(values)
    ]


def picture(kind: str, values: Sequence[float | None], *, records: Sequence[int] = ()) -> Picture:
    return Picture(kind, WORDS, WORDS, WORDS, marks(values, records=records))


def several(*ends: float) -> Picture:
    """Lines that run from zero to the ends given."""
    lines = [Line(Named(f"Partner {end}", f"對象{end}"), marks([0, end / 2, end])) for end in ends]
    return Picture("lines", WORDS, WORDS, WORDS, lines[0].marks, None, lines)


def drawn(shown: Picture, wide: int = chart.WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(chart.file(shown, Style(), wide=wide))


def of(tree: ElementTree.Element, name: str) -> list[dict[str, str]]:
    """The attributes of all shapes of a class, those of the legend left out."""
    body = tree.find(f"{SVG}g")
    assert body is not None
    return [dict(shape.attrib) for shape in body.iter() if name in shape.attrib.get("class", "").split()]


def room(shown: Picture) -> over_time.Canvas:
    return over_time.laid_out(shown, Style(), top=0, wide=680, high=340)


def test_a_point_lies_where_hand_calculation_puts_it() -> None:
    canvas = room(picture("line", [0, 5, 10, 20]))
    high, low = canvas.figures.end, canvas.figures.start
    assert canvas.figures.at(0) == low
    assert canvas.figures.at(20) == pytest.approx(high)
    assert canvas.figures.at(5) == pytest.approx(low + (high - low) / 4)
    # Four months share the room, each in the middle of its quarter.
    wide = canvas.right - canvas.left
    assert [canvas.x(place) - canvas.left for place in range(4)] == pytest.approx(
        [wide / 8, wide * 3 / 8, wide * 5 / 8, wide * 7 / 8]
    )


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0.0, 23.38], [0, 5, 10, 15, 20, 25]),
        ([1.0, 118.0], [0, 20, 40, 60, 80, 100, 120]),
        ([-4.4, 2.9], [-4, -2, 0, 2]),
        ([0.11, 0.29], [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]),
        ([-7.2, -1.0], [-8, -6, -4, -2, 0]),
        ([0.0], [0, 1]),
        ([], [0, 1]),
    ],
)
def test_ticks_are_round_few_and_hold_zero(values: list[float], ticks: list[float]) -> None:
    axis = scales.axis(values)
    assert axis.ticks == pytest.approx(ticks)
    assert axis.low <= min([0, *values])
    assert axis.high >= max([0, *values])


@pytest.mark.parametrize("scale", [10.0**power for power in range(-6, 7)])
@pytest.mark.parametrize("reach", [1.0, 1.7, 2.3, 4.9, 7.7, 9.99])
@pytest.mark.parametrize("below", [0.0, 0.04, 0.5, 1.3])
def test_any_figures_have_two_to_seven_ticks(scale: float, reach: float, below: float) -> None:
    values = [reach * scale, -below * reach * scale]
    axis = scales.axis(values)
    assert 2 <= len(axis.ticks) <= 7
    step = (axis.ticks[1] - axis.ticks[0]) / 10 ** math.floor(
        math.log10(axis.ticks[1] - axis.ticks[0]) + 1e-9
    )
    assert min(abs(step - size) for size in (1, 2, 5, 10)) < 1e-6
    assert 0 in [round(tick / scale, 6) for tick in axis.ticks]


def test_years_are_named_where_they_begin() -> None:
    months = [Window("month", shift(date(2022, 12, 1), place)) for place in range(36)]
    ticks = scales.years(months, 18, lambda text: width(text, 12), lambda window: window.label)
    assert ticks == [(1, "2023"), (13, "2024"), (25, "2025")]
    long = [Window("month", shift(date(2001, 1, 1), place)) for place in range(300)]
    named = [tick.name for tick in scales.years(long, 2, lambda text: width(text, 12), lambda w: w.label)]
    assert len(named) == 25
    assert named[:4] == ["", "2002", "", "2004"]
    short = [Window("month", shift(date(2025, 6, 1), place)) for place in range(6)]
    six = scales.years(short, 100, lambda text: width(text, 12), lambda window: window.label)
    assert [tick.name for tick in six] == ["2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11"]


def test_a_gap_splits_the_line_and_is_marked() -> None:
    tree = drawn(picture("line", [5, 6, None, 6, None, 7, 8, 9]))
    assert [len(run["points"].split()) for run in of(tree, "series")] == [2, 3]
    # A month with a gap on either side is a dot of its own, between the two stretches.
    [alone] = of(tree, "alone")
    ends = [float(run["points"].split(",")[0]) for run in of(tree, "series")]
    assert ends[0] < float(alone["cx"]) < ends[1]
    # Two bands, and the legend's box, which says what they are.
    assert len(of(tree, "missing")) == 3
    assert "not available" in ElementTree.tostring(tree, encoding="unicode")


def test_a_gap_is_no_bar_of_nothing() -> None:
    tree = drawn(picture("columns", [5, None, 4]))
    assert len(of(tree, "surplus")) == 2
    assert len(of(tree, "missing")) == 2


def test_bars_rise_for_a_surplus_and_fall_for_a_deficit() -> None:
    tree = drawn(picture("columns", [4, -2, 3]))
    rises, [fall] = of(tree, "surplus"), of(tree, "deficit")
    [zero] = of(tree, "c-zero")
    assert float(fall["y"]) == pytest.approx(float(zero["y1"]), abs=0.2)
    assert float(rises[0]["y"]) + float(rises[0]["height"]) == pytest.approx(float(zero["y1"]), abs=0.2)
    assert float(rises[0]["height"]) == pytest.approx(2 * float(fall["height"]), abs=0.3)


def test_record_highs_and_record_deficits_differ_in_shape_and_word() -> None:
    tree = drawn(picture("columns", [1, 3, -2, 2], records=[1, 2]))
    up, down = of(tree, "record"), of(tree, "deepest")
    # One in the legend, one on the drawing.
    assert (len(up), len(down)) == (2, 2)
    for shape, side in ((up[1], -1), (down[1], 1)):
        base, _, tip = (float(point.split(",")[1]) for point in shape["points"].split())
        assert (tip - base) * side > 0
    texts = [text.text for text in tree.iter(f"{SVG}text")]
    assert "record when it came" in texts
    assert "record deficit when it came" in texts
    # The mark is beyond the end of its bar, and says it when pointed at.
    bars = [float(bar["y"]) for bar in of(tree, "surplus")]
    assert float(up[1]["points"].split()[0].split(",")[1]) < bars[1]


def test_without_records_there_is_no_legend() -> None:
    assert not of(drawn(picture("columns", [1, 3, -2])), "record")


@pytest.mark.parametrize(
    "ends", [(1, 2, 3), (5, 5.01, 5.02, 5.03, 5.04, 5.05, 5.06), (-3, 0, 0.01), (9, 0.1, 0)]
)
@pytest.mark.parametrize("wide", [chart.WIDE, chart.NARROW])
def test_labels_at_the_ends_are_apart_and_inside(ends: tuple[float, ...], wide: int) -> None:
    shown = several(*ends)
    high = 340 if wide == chart.WIDE else 270
    canvas = over_time.laid_out(shown, Style(), top=0, wide=wide - 40, high=high)
    found = over_time.labels(shown, canvas, Style())
    edges = sorted((one.y - one.height / 2, one.y + one.height / 2) for one in found)
    assert all(above[1] <= below[0] + 1e-6 for above, below in itertools.pairwise(edges))
    assert edges[0][0] >= canvas.top - 1e-6
    assert edges[-1][1] <= canvas.bottom + over_time.SMALL + 1e-6
    # They keep the order of the figures they name.
    assert [one.y for one in sorted(found, key=lambda one: one.y)] == [
        one.y for _, one in sorted(zip(ends, found, strict=True), key=lambda pair: -pair[0])
    ]
    assert all(one.x + width(text, 13, bold=True) <= wide - 40 + 1e-6 for one in found for text in one.texts)


def test_lines_differ_in_colour_or_dash() -> None:
    looks = [
        (line["class"], line.get("stroke-dasharray", ""))
        for line in of(drawn(several(*range(1, 8))), "series")
    ]
    assert len(set(looks)) == 7


def test_bars_of_parts_are_as_long_as_what_they_show() -> None:
    parts = [Mark(Named(f"part {value}", ""), Change(Money(value * 10**9, 1, "USD"))) for value in (10, -5)]
    tree = drawn(Picture("bars", WORDS, WORDS, WORDS, parts))
    [rise], [fall] = of(tree, "rise"), of(tree, "fall")
    assert float(rise["width"]) == pytest.approx(2 * float(fall["width"]), abs=0.2)
    assert float(fall["x"]) + float(fall["width"]) == pytest.approx(float(rise["x"]), abs=0.2)


# Helvetica's own advance widths: 2 is 556, blank 278, W 944, i 222.
def test_widths_are_those_of_the_letters() -> None:
    assert width("2025", 1000) / width("Wi", 1000) == pytest.approx(4 * 556 / (944 + 222))
    assert width("億", 10) / width("0", 10) == pytest.approx(1000 / 556)


@pytest.mark.parametrize(
    "text",
    ["Taiwan's surplus with the United States rose", "臺灣對美國出超2026年8月升至182.77億美元，年增17.0%"],
)
def test_lines_fit_and_break_between_words(text: str) -> None:
    lines = broken(text, 120, 14)
    assert len(lines) > 1
    assert all(width(line, 14) <= 120 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert not any(
        re.search(r"\d$", one) and re.match(r"[\d.]", two) for one, two in itertools.pairwise(lines)
    )
    assert not any(line.startswith(("，", "。")) for line in lines)


# --- colours: contrast by WCAG 2.2, what colour-blind eyes see by the matrices of Machado et al. (2009)

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(parts: Sequence[float]) -> float:
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted(luminance(linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    """A colour as an eye sees it, in CIE L*a*b*."""
    parts = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * part for weight, part in zip(row, parts, strict=True))))
        for row in EYES[eye]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = luminance([red, green, blue])
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    a, b, c = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * b - 16, 500 * (a - b), 200 * (b - c)


def test_the_measure_of_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_lines_stand_out_from_the_paper(colours: Colours) -> None:
    # Lines are labelled in their own colour: 4.5 for words covers the 3 that shapes need.
    for colour in (colours.ink, colours.soft, *colours.lines):
        assert contrast(colour, colours.paper) >= 4.5, colour
    # Records stand on bands and bars alike.
    assert contrast(colours.ink, colours.gap) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_all_eyes_tell_the_lines_apart(colours: Colours, eye: str) -> None:
    for one, other in itertools.combinations(colours.lines, 2):
        assert math.dist(seen(one, eye), seen(other, eye)) >= 20, (one, other)
    surplus, deficit = colours.lines[:2]
    assert math.dist(seen(surplus, eye), seen(deficit, eye)) >= 60


def test_eyes_that_cannot_tell_red_from_green_are_simulated() -> None:
    assert math.dist(seen("#c00000", "deutan"), seen("#6b7000", "deutan")) < 25
    assert math.dist(seen("#c00000", "usual"), seen("#6b7000", "usual")) > 60


def test_there_are_as_many_looks_as_lines() -> None:
    assert len(DARK.lines) == len(LIGHT.lines)
    assert len(LIGHT.lines) * len(DASHES) >= 7


# --- in a browser, with real letters

_BOXES = """
addEventListener('load', () => {
  const around = one => one.getBoundingClientRect();
  const boxes = [...document.querySelectorAll('svg')].filter(one => around(one).width).map(svg => {
    const frame = around(svg);
    const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, around(text)]);
    const outside = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
      || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([name]) => name);
    const over = [];
    texts.forEach(([one, a], place) => texts.slice(place + 1).forEach(([two, b]) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 3) over.push(one + ' | ' + two);
    }));
    return {outside, over, texts: texts.length};
  });
  window.boxes = boxes;
});
"""
PAGES = {
    "balance": ("--partner", "US"),
    "since 2001": ("--partner", "US", "--from", "2001-01"),
    "deficit": ("--partner", "KR"),
    "sign change": ("--partner", "CN"),
    "gaps": ("--partner", "US", "--as-of", "2026-01-09"),
    "three": ("--partner", "US", "--compare", "CN,JP", "--flow", "export"),
    "seven": ("--partner", "US", "--compare", "CN,JP,KR,VN,SG,DE"),
    "drivers": ("--drivers", "commodity", "--flow", "export"),
    "drivers of the balance": ("--drivers", "partner", "--flow", "balance"),
    "years": ("--partner", "US", "--span", "year"),
    "six months": ("--partner", "JP", "--months", "6", "--flow", "import"),
}


def every(trade: Trade, lang: str) -> str:
    """All the charts on one page, under the names by which a failure tells them."""
    pages = {
        name: trade("chart", *words, "--format", "html", "--lang", lang).out for name, words in PAGES.items()
    }
    figures = [re.search(r"<figure.*?</figure>", page, re.DOTALL) for page in pages.values()]
    drawn = "".join(
        f"<h2>{name}</h2>{found and found[0]}" for name, found in zip(pages, figures, strict=True)
    )
    whole = next(iter(pages.values()))
    return re.sub(r"<figure.*?</figure>", lambda _: drawn, whole, count=1, flags=re.DOTALL)


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_in_a_browser_every_text_is_inside_and_on_its_own(
    trade: Trade, tmp_path: Path, lang: str, width: int
) -> None:
    told = measured(every(trade, lang), tmp_path, width=width, script=_BOXES)
    assert told["scroll"] <= width
    assert (told["cut"], len(told["boxes"])) == (0, len(PAGES))
    assert min(boxes["texts"] for boxes in told["boxes"]) >= 5
    for name, boxes in zip(PAGES, told["boxes"], strict=True):
        assert (boxes["outside"], boxes["over"]) == ([], []), name


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_axe_finds_nothing_on_a_page_of_all_charts(
    trade: Trade, tmp_path: Path, lang: str, dark: bool
) -> None:
    told = measured(every(trade, lang), tmp_path, width=1280, dark=dark, script=axe())
    assert told["dark"] is dark
    assert (told["violations"], told["requests"]) == ([], [])


def test_the_page_is_light(trade: Trade) -> None:
    """The library that drew it weighed 900 kB."""
    page = trade("chart", "--partner", "US", "--format", "html").out
    assert len(page) < 60_000
    assert '<details class="fold"><summary>The figures</summary>' in page


# --- files and characters

SHOWN = {
    "sign change": ("--partner", "CN", "--through", "2026-08", "--months", "12"),
    "flow": ("--flow", "export", "--partner", "JP", "--through", "2025-11", "--months", "24"),
    "three": ("--partner", "US", "--compare", "CN,JP", "--through", "2025-11", "--span", "year"),
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("words", SHOWN.values(), ids=SHOWN)
def test_files_look_as_they_did(
    trade: Trade, snapshot: SnapshotAssertion, words: tuple[str, ...], lang: str
) -> None:
    svg = trade("chart", *words, "--format", "svg", "--lang", lang).out
    tree = ElementTree.fromstring(svg)
    assert tree.attrib["role"] == "img"
    assert (tree.findtext(f"{SVG}title"), bool(tree.findtext(f"{SVG}desc"))) == (
        tree.attrib["aria-label"],
        True,
    )
    assert svg == snapshot


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("words", PAGES.values(), ids=PAGES)
def test_in_a_terminal_nothing_is_wider_than_it(
    trade: Trade, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], lang: str, columns: int
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", str(columns))
    lines = trade("chart", *words, "--format", "table", "--lang", lang).out.splitlines()
    if columns >= 80 and not {"--drivers", "--compare"} & set(words):
        assert len(lines) <= 24
    assert max(map(cell_len, lines)) <= columns
    if "--drivers" not in words:
        # It takes the width there is.
        assert max(map(cell_len, lines)) >= columns - 8


def test_characters_lie_where_hand_calculation_puts_them() -> None:
    lines = characters.body(picture("columns", [5, 10, None, 20], records=[3]), Style(), 60)
    # Grid lines at 0, 5, 10, 15, 20, three rows apart.
    named = {row: line.split()[0] for row, line in enumerate(lines[:13]) if re.match(r" *\d+\b", line)}
    assert named == {0: "20", 3: "15", 6: "10", 9: "5", 12: "0"}
    at = [line[3:].ljust(60) for line in lines[:13]]
    wide = (60 - 3 - 2 - len("20.00")) // 4
    columns = [[row for row in range(13) if at[row][wide * place + wide // 2].strip()] for place in range(4)]
    # From the line of zero up to that of the figure; the gap has but the zero line, the record its mark.
    assert [(min(rows), max(rows)) for rows in columns] == [(9, 12), (6, 12), (12, 12), (0, 12)]
    assert "▲" in at[0]
    assert "1 figure is not available." in lines


def test_without_more_than_ascii_the_drawing_still_stands() -> None:
    from tradecli.render.table import as_ascii

    text = as_ascii("\n".join(characters.body(picture("columns", [4, -3, 2], records=[0, 1]), Style(), 60)))
    assert text.isascii()
    assert "^" in text
    assert "v record deficit when it came" in text
    assert ":" in text


def test_a_picture_within_a_text_has_its_title_if_the_text_wants_it() -> None:
    shown = picture("line", [1, 2])._replace(title=Statement("files"))
    for titled in (False, True):
        drawings = ElementTree.fromstring(chart.figure(shown, Style(), titled=titled))
        texts = [text.text for text in drawings.iter(f"{SVG}text")]
        assert texts.count("Files (SHA-256)") == (2 if titled else 0)


def test_titles_are_escaped() -> None:
    shown = picture("line", [1, 2])._replace(title=Statement("column", {"name": "<b>&"}))
    assert html.unescape(drawn(shown).findtext(f"{SVG}title") or "") == "<b>&"
    assert json.dumps("<b>") not in chart.figure(shown, Style())


FIGURES = st.one_of(st.none(), st.integers(-(10**13), 10**13))


@examples(25, 80)
@given(
    st.lists(FIGURES, min_size=2, max_size=320).filter(any),
    st.sampled_from(["line", "columns"]),
    st.booleans(),
)
def test_whatever_the_figures_all_is_drawn_inside_the_frame(
    figures: list[int | None], kind: str, narrow: bool
) -> None:
    shown = picture(kind, [None if one is None else one / 10**9 for one in figures], records=[1])
    tree = drawn(shown, chart.NARROW if narrow else chart.WIDE)
    wide, high = float(tree.attrib["width"]), float(tree.attrib["height"])
    body = tree.find(f"{SVG}g")
    assert body is not None
    for shape in body.iter():
        numbers = {
            name: shape.attrib[name]
            for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy")
            if name in shape.attrib
        }
        for name, number in numbers.items():
            assert -1 <= float(number) + chart.MARGIN <= (wide if "x" in name else high) + 1, (
                name,
                shape.attrib,
            )
        for point in shape.attrib.get("points", "").split():
            x, y = map(float, point.split(","))
            assert -1 <= x + chart.MARGIN <= wide + 1
            assert -1 <= y + chart.MARGIN <= high + 1
    lines = characters.body(shown, Style(), 60)
    assert max(map(len, lines)) <= 60
