"""English: titles and descriptions of charts."""

from __future__ import annotations

MESSAGES = {
    "charts.of": "{reporter:owner} {figure:called}[ of {commodity:goods}][ {figure.flow:direction} {partner}]",
    "charts.all": "{reporter:owned} {flow:flow}[ of {commodity:goods}][ {flow:direction} {partner}]",
    # The title states what the last figure shows.
    "charts.title": "{@charts.of} came to {size:full} in {window}",
    "charts.title.rise": "{@charts.of} rose {growth:bare_rate} from a year earlier to {size:full} in {window}",
    "charts.title.rise.multiple": "{@charts.of} rose to {growth:bare_rate} times that of a year earlier, {size:full}, in {window}",
    "charts.title.rise.deficit": "{@charts.of} widened {growth:bare_rate} from a year earlier to {size:full} in {window}",
    "charts.title.rise.deficit.multiple": "{@charts.of} widened to {growth:bare_rate} times that of a year earlier, "
    "{size:full}, in {window}",
    "charts.title.fall": "{@charts.of} fell {growth:bare_rate} from a year earlier to {size:full} in {window}",
    "charts.title.fall.deficit": "{@charts.of} narrowed {growth:bare_rate} from a year earlier to {size:full} in {window}",
    "charts.title.turn": "{reporter:owner} balance[ of {commodity:goods}][ with {partner}] turned to a {figure:called} "
    "of {size:full} in {window}",
    "charts.title.record": "{@charts.of} reached {size:full} in {window}, {kind}",
    "charts.title.record.deficit": "{@charts.of} widened to {size:full} in {window}, {kind}",
    "charts.title.record.passed": "{@charts.of} reached {size:full} in {window}, then {kind}",
    "charts.title.record.deficit.passed": "{@charts.of} widened to {size:full} in {window}, then {kind}",
    "charts.record_kind.month": "a monthly record",
    "charts.record_kind.quarter": "a quarterly record",
    "charts.record_kind.year": "an annual record",
    "charts.record_kind.rolling_12": "a 12-month record",
    "charts.record_kind.year_to_date": "a year-to-date record",
    # The subtitle says what is shown.
    "charts.subtitle": "{reporter:owner} {every} {flow:flow}[ of {commodity:goods}][ {flow:direction} {partner}], "
    "{first:when} to {last:when}, {currency:unit}",
    "charts.subtitle.balance": "{reporter:owner} {every} balance[ of {commodity:goods}][ with {partner}] "
    "(exports less imports), {first:when} to {last:when}, {currency:unit}",
    "charts.every.month": "monthly",
    "charts.every.quarter": "quarterly",
    "charts.every.year": "annual",
    "charts.every.rolling_12": "12-month",
    "charts.every.year_to_date": "{last:scope}",
    "charts.source": "Source: {source}",
    "charts.source.own_table": "Source: own table {publisher}, vintage {vintage}[ · as known on {as_of}]",
    # Marks, and what stands where there is no figure.
    "charts.record": "record when it came",
    "charts.deepest": "record deficit when it came",
    "charts.no_figure": "not available",
    # The description tells the drawing to those who cannot see it.
    "charts.drawing.line": "Line chart",
    "charts.drawing.columns": "Bar chart",
    "charts.alt": "{drawing} of {@charts.all}, {first:when} to {last:when}, in {currency:unit}: lowest {low.money} in "
    "{low.window}, highest {high.money} in {high.window}, last {newest.money}.[ {records}][ {deepest}][ {gaps}]",
    "charts.records": "Records when they came: {windows}.",
    "charts.records.many": "{count} records when they came, the last in {last}.",
    "charts.records.none": "None was a record when it came.",
    "charts.deepests": "Record deficits when they came: {windows}.",
    "charts.deepests.many": "{count} record deficits when they came, the last in {last}.",
    "charts.gaps": "{missing} figures are not available.",
    "charts.gaps.one": "{missing} figure is not available.",
    # Several partners.
    "charts.compared_title": "Of {count} partners compared, {reporter:owned} {flow:flow}[ of {commodity:goods}] "
    "{flow:direction} {most} were the largest in {window}: {high.money:full}",
    "charts.compared_title.balance": "Of {count} partners compared, {reporter:owned} surplus[ of {commodity:goods}] was "
    "largest with {most} in {window}[, its deficit with {least}]",
    "charts.compared_title.deficit": "Of {count} partners compared, {reporter:owned} deficit[ of {commodity:goods}] was "
    "widest with {least} in {window}: {size:full}",
    "charts.compared": "{reporter:owner} {every} {flow:flow}[ of {commodity:goods}] by partner, "
    "{first:when} to {last:when}, {currency:unit}",
    "charts.compared.balance": "{reporter:owner} {every} balance[ of {commodity:goods}] by partner "
    "(exports less imports), {first:when} to {last:when}, {currency:unit}",
    "charts.compared_alt": "Line chart of {reporter:owned} {flow:flow}[ of {commodity:goods}] {flow:direction} "
    "{partners}, {first:when} to {last:when}, in {currency:unit}. Last: {ends:listed ; }.",
    "charts.end": "{name} {figure.money}",
    # What moved a total.
    "charts.bars_alt": "Bar chart, {count:plural bar bars} in {currency:unit}: {title}. Largest: {largest:listed ; }.",
    "charts.bars_title": "{part:capital} made {moved:full} of the {total:full} rise in {reporter:owned} {flow:flow}"
    "[ {flow:direction} {partner}]",
    "charts.bars_title.fall": "{part:capital} made {moved:full} of the {total:full} fall in {reporter:owned} {flow:flow}"
    "[ {flow:direction} {partner}]",
    "charts.bars_title.balance": "{part:capital} added {moved:full} to {reporter:owned} balance[ with {partner}], "
    "which moved up by {total:full}",
    "charts.bars_title.balance.fall": "{part:capital} took {moved:full} from {reporter:owned} balance[ with {partner}], "
    "which moved down by {total:full}",
    "charts.bars_subtitle": "{title}: change on a year earlier, {currency:unit}",
    "charts.bar": "{name} {change}",
    "charts.figures": "The figures",
}
