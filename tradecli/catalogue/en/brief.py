"""English: the sentences of a release."""

from __future__ import annotations

MESSAGES = {
    "brief.headline": "{reporter:owner} exports[ to {partner}] were {size:full} in {window}[, {growth:moved} on the year]",
    "brief.headline.record": "{reporter:owner} exports[ to {partner}] hit a record {size:full} in {window}"
    "[, {growth:moved} on the year]",
    "brief.headline.balance": "{reporter:owner} trade {figure:called}[ with {partner}] was {size:full} in {window}"
    "[, {growth:moved} on the year]",
    "brief.headline.balance.record": "{reporter:owner} trade {figure:called}[ with {partner}] was a record {size:full} "
    "in {window}[, {growth:moved} on the year]",
    "brief.headline.record.passed": "{reporter:owner} exports[ to {partner}] hit {size:full} in {window}, then a record"
    "[, {growth:moved} on the year]",
    "brief.headline.balance.record.passed": "{reporter:owner} trade {figure:called}[ with {partner}] was {size:full} "
    "in {window}, then a record[, {growth:moved} on the year]",
    # Headings.
    "brief.heading": "{name:capital}",
    "brief.table": "The month and the year to date",
    "brief.drivers": "What drove exports",
    "brief.partners": "Partners",
    "brief.records": "Other records",
    "brief.mirror": "The partner's own figures",
    "brief.notes": "Notes on method",
    "brief.sources": "Sources",
    # A flow: the month before, how many in a row, as it was first published.
    "brief.step": "{flow:Flow}[ {flow:direction} {partner}] in {month:scope} were {growth:moved} on {before:scope}.",
    "brief.step.multiple": "{flow:Flow}[ {flow:direction} {partner}] in {month:scope} were {growth:than larger} {before:scope}.",
    "brief.step.balance.multiple": "The {figure:called}[ with {partner}] in {month:scope} was {growth:than larger} {before:scope}.",
    "brief.step.balance": "The {figure:called}[ with {partner}] in {month:scope} was {growth:moved} on {before:scope}.",
    "brief.step.balance.turned": "The balance[ with {partner}] turned from a {base:called} of {base_size:full} "
    "in {before:scope} to a {figure:called} of {size:full} in {month:scope}.",
    "brief.turned": "For {window} it turned from a {base:called} of {base_size:full} a year earlier to a {figure:called} of {size:full}.",
    "brief.run.rise": "They have risen on the year for {length} months in a row.",
    "brief.run.rise.at_least": "They have risen on the year for at least {length} months in a row.",
    "brief.run.fall": "They have fallen on the year for {length} months in a row.",
    "brief.run.fall.at_least": "They have fallen on the year for at least {length} months in a row.",
    "brief.run.surplus": "There has been a surplus for {length} months in a row.",
    "brief.run.surplus.at_least": "There has been a surplus for at least {length} months in a row.",
    "brief.run.deficit": "There has been a deficit for {length} months in a row.",
    "brief.run.deficit.at_least": "There has been a deficit for at least {length} months in a row.",
    "brief.first": "{window} was first published as {size:full} on {day}[ {inferred}], and revised by {revised:visible} since.",
    "brief.first.deficit": "{window} was first published as a deficit of {size:full} on {day}[ {inferred}], "
    "and the balance revised by {revised:visible} since.",
    "brief.first.oldest": "The oldest published figure of {window} available, on {day}[ {inferred}], is {size:full}; "
    "revised by {revised:visible} since.",
    "brief.first.oldest.deficit": "The oldest published figure of {window} available, on {day}[ {inferred}], "
    "is a deficit of {size:full}; the balance has been revised by {revised:visible} since.",
    # What drove exports.
    "brief.drivers.commodity": "The rise of {size:full} in exports[ to {partner}] in {window} was led by {led:listed ; }.",
    "brief.drivers.commodity.no_shares": "Exports[ to {partner}] rose by {size:full} in {window}, led by {led:listed ; }.",
    "brief.drivers.commodity.fall": "The fall of {size:full} in exports[ to {partner}] in {window} was led by {led:listed ; }.",
    "brief.drivers.commodity.fall.no_shares": "Exports[ to {partner}] fell by {size:full} in {window}, led by {led:listed ; }.",
    "brief.drivers.partner": "By destination, the rise in {window} was led by {led:listed ; }.",
    "brief.drivers.partner.fall": "By destination, the fall in {window} was led by {led:listed ; }.",
    "brief.led": "{name} ({change}, {share} % of it)",
    "brief.led.no_share": "{name} ({change})",
    "brief.goods": "{goods:goods}",
    "brief.against": "{name:capital} fell most ({change}).",
    "brief.against.rise": "{name:capital} rose most ({change}).",
    # The partners.
    "brief.widest_surplus": "The widest surplus of {window} was with {name}, {size:full}[ ({before})].",
    "brief.before": "number {before} a year earlier",
    "brief.before.same": "as a year earlier",
    "brief.widest_deficit": "The widest deficit of {window} was with {name}, {size:full}.",
    "brief.climbed": "{name:capital} climbed most by balance, from number {before} to number {rank}.",
    # The other office.
    "brief.mirror.more": "{partner:capital} reports a {theirs:called} of {size:full} for {window}, "
    "{gap:full} more than {reporter} does.",
    "brief.mirror.less": "{partner:capital} reports a {theirs:called} of {size:full} for {window}, "
    "{gap:full} less than {reporter} does.",
    "brief.mirror.equal": "{partner:capital} reports a {theirs:called} of {size:full} for {window}, as {reporter} does.",
    "brief.mirror.same_side": "{partner:capital} reports a {theirs:called} of {size:full} for {window}, "
    "and so does {reporter}: they are {gap:full} apart.",
    "brief.mirror.currencies": "{reporter:capital} reports in {currency:currency}, {partner} in "
    "{partner_currency:currency}: figures are never converted, so no gap is shown.",
    "brief.mirror_before.more": "A year earlier it reported {gap:full} more.",
    "brief.mirror_before.more.turned": "A year earlier it reported {gap:full} more: the gap is no constant.",
    "brief.mirror_before.less": "A year earlier it reported {gap:full} less.",
    "brief.mirror_before.less.turned": "A year earlier it reported {gap:full} less: the gap is no constant.",
    "brief.mirror_before.equal": "A year earlier both reported the same.",
    "brief.mirror_before.same_side": "A year earlier they were {gap:full} apart.",
    # Records that no paragraph has told.
    "brief.record_header": "record",
    "brief.before_header": "before",
    "brief.passed_header": "passed since",
    "brief.record_of": "{flow:Flow}, {window:scope}",
    "brief.record_of.growth": "{flow:Flow}, growth on the year",
    "brief.record_of.share": "{flow:Flow}, share of the total",
    "brief.month": "{window:short}",
    "brief.when": "{window:when}",
    "brief.passed": "{money} ({when})",
    # What is new since the release before.
    "brief.new": "New since {day}",
    "brief.new_months": "New: {months:listed  and } ({flows}).",
    "brief.new_months.many": "New: {first} to {last}, {count} months ({flows}).",
    "brief.records_made": "Records made: {records:listed ; }.",
    "brief.records_unmade": "No longer records: {records:listed ; }.",
    "brief.kinds": "{flow:flow} ({kinds})",
    "brief.revised": "Revised since {day}",
    "brief.figure_header": "revised",
    "brief.flow_of": "{flow:Flow}, {window:short}",
    "brief.as_of_day": "on {day}",
    "brief.now": "now",
    "brief.revision": "revision",
    "brief.revised_by": "{revised:visible}",
    "brief.more_revised": "{count:plural other_figure_was other_figures_were} revised by less: `trade revisions` lists them.",
    "brief.nothing_new": "Nothing has changed since {day}.",
    # What cannot be told, and where the rest is.
    "brief.not_told": "Not told: {parts:listed ; }.",
    "brief.lacks_flow": "{flow:flow} of {window} (not published, or not available)",
    "brief.lacks_commodities": "what drove exports[ to {partner}] (no commodity groups are available)",
    "brief.lacks_partners": "the partners (not available for this month)",
    "brief.lacks_mirror": "the partner's own figures (not available for this month)",
    "brief.lacks_mirror.own_table": "the partner's own figures (an own table is not compared)",
    "brief.two_offices": "two offices value and date the same goods differently: `trade mirror --partner {partner}` says how",
    "brief.chart": "Chart: `trade chart[ --reporter {reporter}][ --partner {partner}][ --flow {flow}] --through {through}"
    "[ --as-of {as_of}][ --table {table}] --output chart.svg` draws it.",
    "brief.trace": "Trace of {count:plural figure figures}",
    "brief.trace_elsewhere": "All {count:plural figure figures} with all their digits: --format html, markdown or docx.",
    # Footnotes and trace.
    "brief.source": "{publisher}, vintage {day}[ {inferred}][ {press}]: {files}",
    "brief.source.own_table": "own table {publisher}, vintage {day}[ {inferred}][ {press}]: {files}",
    "brief.figure": "{reporter:name} {flow:flow}, {partner:name}, {window:short}",
    "brief.figure.total": "{reporter:name} {flow:flow}, {partner:name}, {window:short}, total[ {part}]",
    "brief.figure.commodity": "{reporter:name} {flow:flow}, {partner:name}, {window:short}[, {part}]",
    "brief.figure.partner": "{reporter:name} {flow:flow}[, {part}], {window:short}",
    "brief.number": "source",
    "brief.what": "figure",
    "brief.currency": "{currency:currency}",
    "brief.basis": "basis",
    "brief.vintage": "vintage",
    "brief.made": "computed",
    "brief.made.published": "published",
    "brief.made.sum": "sum of months",
    "brief.made.sum_across_vintages": "sum of months across vintages",
    "brief.made.difference": "exports minus imports",
    "brief.columns_gone": "Not shown for want of room: {columns}.",
    "brief.no_extra": "PNG pictures need the extra `charts`: pip install 'tradecli[[charts]]'.",
}
