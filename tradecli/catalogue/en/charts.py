"""English: titles and descriptions of charts."""

from __future__ import annotations

MESSAGES = {
    "charts.of": "{reporter:owner} {figure:called}[ of {commodity}] {figure.flow:direction} {partner}",
    "charts.line_title": "{@charts.of}: {size:full} in {month}. {standing}",
    "charts.line_alt": "{@charts.range} Record months: {records}.[ {gaps}]",
    "charts.line_alt.no_record": "{@charts.range} No month was a record when it came.[ {gaps}]",
    "charts.range": "Line chart of {@charts.of}, {first} to {month}, in {currency:unit}: lowest {low.money} "
    "in {low.window}, highest {high.money} in {high.window}, last {figure.money}.",
    "charts.gaps": "{missing} months are not available.",
    "charts.gaps.one": "{missing} month is not available.",
    "charts.bars_alt": "Bar chart, {count:plural bar bars} in {currency:unit}: {title}. Largest: {largest:listed ; }.",
    "charts.bars_subtitle": "{title} · {subtitle}",
    "charts.bar": "{name} {change}",
    "charts.record": "record month",
}
