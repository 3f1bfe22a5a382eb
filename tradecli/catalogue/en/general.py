"""English: titles, headings, and what is said of figures in most answers."""

from __future__ import annotations

MESSAGES = {
    # Titles, headings, cells.
    "title_surplus": "{reporter:owner} trade {balance:side}[ {goods}] with {partner}, "
    "{window}[, {adjustment:adjusted}]",
    "title_flow": "{reporter:owner} {flow:flow}[ {goods}] {flow:direction} {partner}, "
    "through {through:month}[, {adjustment:adjusted}]",
    "title_records": "{reporter:owner} trade[ {goods}] in {through:month}: records and streaks",
    "title_surplus.missing": "{reporter:owner} trade[ {goods}] with {partner}, "
    "{window}[, {adjustment:adjusted}]: no balance available",
    "goods": "of {goods:goods}",
    "goods.balance": "in {goods:goods}",
    "subtitle": "{currency:unit} · {publisher}, {vintage}[ · {valuations:valuations}][ · as of {as_of}]",
    "subtitle.again": "{publisher}, {vintage}[ · {valuations:valuations}][ · as of {as_of}]",
    "subtitle.own_table": "{currency:unit} · own table {publisher}, {vintage}[ · {only:worded} alone][ · as of {as_of}]",
    "flow": "",
    "notes": "Notes",
    "columns_not_shown": "{count} columns not shown: --format csv",
    "columns_not_shown.one": "1 column not shown: --format csv",
    "files": "Files (SHA-256)",
    "row_export": "exports",
    "row_import": "imports",
    "row_balance": "balance",
    "window": "{window:short}",
    "change": "change",
    "yoy": "y/y",
    "mom": "m/m",
    "mom_seasonal": "m/m s.a.",
    "ytd": "year to date",
    "ytd_yoy": "ytd y/y",
    "rolling_12": "12 months",
    "streak_header": "streak",
    "kind": "kind",
    "partner": "partner",
    "name": "{place:name}",
    "previous": "previous",
    "previous_period": "in",
    "since_header": "since",
    "cell_share": "{share} %",
    "cell_streak": "{length:plural month months}",
    "cell_streak.at_least": "at least {length:plural month months}",
    "kind_month": "any month",
    "kind_same_month": "same month",
    "kind_quarter": "quarter",
    "kind_year_to_date": "{window:months}",
    "kind_year": "year",
    "kind_rolling_12": "12 months",
    "kind_growth": "growth",
    "kind_share": "share",
    "kind_streak": "streak",
    "full_year": "full {year}",
    "period": "month",
    "value": "value",
    "record_mark": "record",
    "rank_header": "rank",
    "contribution": "points",
    "total": "total",
    "rest.partner": "all other partners",
    "rest.commodity": "all other goods",
    "rest.partner.summed_up": "all others ({count} with figures)",
    "rest.commodity.summed_up": "all other goods ({count:plural group groups})",
    "top.partner": "{top} of {of} partners; the rest sums up the other {count} and all that no figure is available for",
    "top.commodity": "{top} of {of} groups of goods; the rest sums up the other {count} and all that no figure is available for",
    "top_areas": "{count:plural area areas} not listed: --by region",
    "top_areas.region": "{count:plural area areas} not listed: leave out --top",
    "regions_as_published": "continents and areas are as published: they hold one another's trade, are never added to their members, "
    "and do not add up to the total",
    "concentration.partner": "Concentration by partner (Herfindahl index, 0 to 10,000): {index.low:index} to {index.high:index}; "
    "only {index.parts:plural partner partners} are known one by one.",
    "concentration.commodity": "Concentration by goods (Herfindahl index, 0 to 10,000): {index.low:index} to {index.high:index}; "
    "only {index.parts:plural group groups} are known one by one.",
    "concentration.partner.exact": "Concentration by partner (Herfindahl index, 0 to 10,000): {index.low:index}[ ({index.parts:plural partner partners})].",
    "concentration.commodity.exact": "Concentration by goods (Herfindahl index, 0 to 10,000): {index.low:index}.",
    "column": "{name:words}",
    "refused_zero_base": "new",
    "refused_sign_change": "swing",
    "refused_unchanged": "unchanged",
    # How a figure moved.
    "moved": "{figure:subject} rose by {change:size} from {base.window}[ ({growth})].",
    "moved.less": "{figure:subject} fell by {change:size} from {base.window}[ ({growth})].",
    "moved.unchanged": "{figure:subject} unchanged from {base.window}.",
    "moved.multiple": "{figure:subject} {multiple} from {base.window} ({growth}).",
    "sign_change": "A {figure.money:side} of {figure.money:size}, after a {base.money:side} of "
    "{base.money:size} a year earlier: a swing of {change:size}.",
    "deficit_widened": "The deficit widened by {change:size} and was {growth:than larger} a year earlier.",
    "deficit_widened.multiple": "The deficit {multiple}, widening by {change:size} ({growth:than larger} "
    "a year earlier).",
    "deficit_narrowed": "The deficit narrowed by {change:size} and was {growth:than smaller} a year earlier.",
    # Where a figure stands.
    "since": "since {since:begin}[ in available data with {missing:count} missing]",
    "record": "A record for {window:scope} {@since}, above the {rank.previous:size} of {previous:when}.",
    "record.deficit": "The widest deficit for {window:scope} {@since}, beyond the {rank.previous:size} "
    "of {previous:when}.",
    "record.passed": "A record for {window:scope} when it came, above the {rank.previous:size} of "
    "{previous:when} ({@since}); passed since: {rank.passed:size} in {passed:when}.",
    "record.deficit.passed": "The widest deficit for {window:scope} when it came, beyond the {rank.previous:size} "
    "of {previous:when} ({@since}); passed since: {rank.passed:size} in {passed:when}.",
    "record.first.passed": "The first {figure:called} for {window:scope} since {last_of_sign:when}, and a record "
    "when it came ({@since}); passed since: {rank.passed:size} in {passed:when}.",
    "record.first.deficit.passed": "The first {figure:called} for {window:scope} since {last_of_sign:when}, and the "
    "widest when it came ({@since}); passed since: {rank.passed:size} in {passed:when}.",
    "record.first": "The first {figure:called} for {window:scope} since {last_of_sign:when}, and a record "
    "{@since}.",
    "record.first.deficit": "The first {figure:called} for {window:scope} since {last_of_sign:when}, and the widest "
    "{@since}.",
    "record.first_ever": "The first {figure:called} for {window:scope} in figures {@since}.",
    "tie": "Equal to the record for {window:scope}, of {previous:when} ({@since}).",
    "rank": "The {rank.rank:place highest} {window:noun} {@since}; "
    "the record {rank.overtaken:is} {rank.previous:size}, in {previous:when}.",
    "rank.far": "The record for {window:scope} {@since} {rank.overtaken:is} {rank.previous:size}, in {previous:when}.",
    "rank.deficit": "The {rank.rank:place widest} deficit for {window:scope} {@since}; "
    "the widest {rank.overtaken:is} {rank.previous:size}, in {previous:when}.",
    "rank.deficit.far": "The widest deficit for {window:scope} {@since} {rank.overtaken:is} {rank.previous:size}, in {previous:when}.",
    "rank.no_deficit_before": "Not a record for {window:scope} {@since}.",
    "rank.first": "The first {figure:called} for {window:scope} since {last_of_sign:when}; "
    "the record {rank.overtaken:is} {rank.previous:size}, in {previous:when} ({@since}).",
    "rank.first.deficit": "The first {figure:called} for {window:scope} since {last_of_sign:when}; "
    "the widest {rank.overtaken:is} {rank.previous:size}, in {previous:when} ({@since}).",
    "short_history": "Too few earlier figures to speak of a record for {window:scope}: {rank.earlier}.",
    "short_history.one": "Too few earlier figures to speak of a record for {window:scope}: 1.",
    "since_year": "since {since}[ in available data with {missing:count} missing]",
    "exceeds_every_year": "Already above every full year {@since_year}; the highest was {highest:size}, in {year}.",
    "exceeds_every_year.passed": "Above every full year when it came ({@since_year}; the highest was {highest:size}, "
    "in {year}); passed since: {passed:size} in {passed_year}.",
    "exceeds_every_year.deficit": "Already wider than the deficit of every full year {@since_year}; "
    "the widest was {highest:size}, in {year}.",
    "exceeds_every_year.deficit.passed": "Wider than the deficit of every full year when it came "
    "({@since_year}; the widest was {highest:size}, in {year}); passed since: {passed:size} in {passed_year}.",
    "exceeds_last_year": "Already above all of {last_year} ({last:size}); "
    "the full-year record {@since_year} is {highest:size}, in {year}.",
    "exceeds_last_year.deficit": "Already wider than all of {last_year} ({last:size}); "
    "the widest of a full year {@since_year} is {highest:size}, in {year}.",
    "balance_missing": "No balance: {flow:flow} of {window} are not available; the newest are of {newest:month}.",
    "balance_missing.never": "No balance: {flow:flow} of {window} are not available, nor of any month.",
    "streak": "{flow:Flow} {growth:way} a year earlier, {in_a_row}.",
    "streak.balance": "{run:capital}.",
    "in_a_row.rise": "the {length:ordinal} rise in a row",
    "in_a_row.rise.one": "after no rise the month before",
    "in_a_row.rise.at_least": "at least the {length:ordinal} rise in a row",
    "in_a_row.rise.at_least.one": "a run of unknown length",
    "in_a_row.fall": "the {length:ordinal} fall in a row",
    "in_a_row.fall.one": "after no fall the month before",
    "in_a_row.fall.at_least": "at least the {length:ordinal} fall in a row",
    "in_a_row.fall.at_least.one": "a run of unknown length",
    "run.surplus": "in surplus every month since {since:month}{length:omitted}",
    "run.surplus.one": "in surplus, after none the month before",
    "run.surplus.at_least.one": "in surplus; since when cannot be told",
    "run.surplus.at_least": "in surplus every month since at least {since:month}{length:omitted}",
    "run.deficit": "in deficit every month since {since:month}{length:omitted}",
    "run.deficit.one": "in deficit, after none the month before",
    "run.deficit.at_least.one": "in deficit; since when cannot be told",
    "run.deficit.at_least": "in deficit every month since at least {since:month}{length:omitted}",
    "run.rise": "the {length:ordinal} rise on the year in a row",
    "run.rise.one": "a rise on the year, after none the month before",
    "run.rise.at_least.one": "a rise on the year; how many in a row cannot be told",
    "run.rise.at_least": "at least the {length:ordinal} rise on the year in a row",
    "run.fall": "the {length:ordinal} fall on the year in a row",
    "run.fall.one": "a fall on the year, after none the month before",
    "run.fall.at_least.one": "a fall on the year; how many in a row cannot be told",
    "run.fall.at_least": "at least the {length:ordinal} fall on the year in a row",
    # One line a record, for the total and a partner.
    "subject": "{figure.flow:Flow}[ {goods}] {figure.flow:direction} {partner}, {window}",
    "sided": "{figure:Called}[ {goods}] {figure.flow:direction} {partner}, {window}",
    "records_line": "{@sided}: {figure.money:whole}. {standing}",
    "growth_line": "{@subject}: {growth:way} a year earlier, the {rank:place largest} rise {@since}.",
    "growth_line.record": "{@subject}: {growth:way} a year earlier, the largest rise {@since}.",
    "growth_line.far": "{@subject}: {growth:way} a year earlier.",
    "growth_line.fall": "{@subject}: {growth:way} a year earlier.",
    "growth_line.short_history": "{@subject}: {growth:way} a year earlier; too few earlier rates to rank it.",
    "share_line": "{@subject}: {share} % of all {figure.flow:flow}, the {rank:place highest} share {@since}.",
    "share_line.record": "{@subject}: {share} % of all {figure.flow:flow}, the highest share {@since}.",
    "share_line.far": "{@subject}: {share} % of all {figure.flow:flow}.",
    "share_line.short_history": "{@subject}: {share} % of all {figure.flow:flow}; too few earlier shares to rank it.",
    "streak_line": "{@subject}: {run}.",
    "streak_line.none": "{@subject}: no streak; unchanged on a year earlier.",
    "streak_line.no_base": "{@subject}: no streak; nothing was traded a year earlier.",
    "month_line": "{window}: {balance:called} {balance.money:size}[ ({balance_growth:rate})]"
    "[, exports {export.money:amount}][ ({export_growth:rate})][, imports {import.money:amount}][ ({import_growth:rate})].",
    "reported": "First published on {day}[ {inferred}][ {press}]: {figure:stated} in {window}, "
    "{revision} since.",
    "reported.oldest": "The oldest published figure available is of {day}[ {inferred}][ {press}]: {figure:stated} in {window}, "
    "{revision} since.",
    "revised": "revised by {revised:visible}",
    "revised.wider": "revised to be wider by {revised:seen}",
    "revised.narrower": "revised to be narrower by {revised:seen}",
    "marked_press": "(press)",
    "marked_inferred": "(day inferred)",
    # What qualifies a figure.
    "no_value": "{flow:flow}: only {available} of {months} months {available:number is are} available, "
    "so no total is shown{window:omitted}",
    "no_value.missing": "{flow:flow} {window}: not published, or not available",
    "no_value.missing.several": "{flow:flow} {windows:joined}: not published, or not available",
    "older_inputs": "{flow:named} in {window}: summed from releases of {oldest} to {newest}",
    "older_inputs.several": "{flow:named} {windows:joined}: summed from releases of {oldest} to {newest}",
    "older_inputs.flow": "{flow:flow} are from an earlier release ({newest})",
    "other_vintage": "{flow:named} in {window}: from the release of {day}",
    "other_vintage.several": "{flow:named} {windows:joined}: from the release of {day}",
    "as_published": "balance as published on {days:listed , }, not exports minus imports",
    "base_superseded": "growth of {flow:named} rests on an older base: all of {year} was republished on {day} "
    "({published:size}, {without:size} before)",
    "does_not_add": "the balance is as published and differs from exports minus imports {gap:gap}; "
    "the publisher had unrounded or newer figures",
    "does_not_add.rounded": "the balance differs from exports minus imports {gap:gap}; each is rounded once",
    "day_inferred": "{day} is an inferred day: its figures were certainly public by {known_by}, "
    "on {as_of} perhaps not (--as-of-strict leaves them out)",
    "new_year_pair": "January and February {year} together: {rates:listed , } (the Lunar New Year moves)",
    "new_year_rate": "{flow:flow} {growth}",
    "new_year_rate.undefined": "{flow:flow} no rate",
    "new_year_coming": "the Lunar New Year moves between January and February: "
    "compare the two months of {year} together once February is published",
    "leap_year": "February {year} had 29 days, 3.6 % more than other years; not adjusted for",
    "deficit_growth": "y/y of two deficits is the growth of the deficit",
    "points_of_the_deficit": "the points are of the deficit's growth: a plus widened it",
    "mixed_vintages": "the figures are from releases of {oldest} to {newest}; "
    "what the parts leave over also holds revisions between them",
    "newer_month": "{flow:flow} of {newest:month} are out, the balance is not: --through {label}",
    "adjustment": "in current {currency:currency}, {adjustment:adjusted}",
    "members_in_table": "{area:name}: the sum of {members:listed}, the members in the table"
    "[; no rows of {lacking:listed}]",
    "members_changed.came": "{members:listed} counted from {month:month} on",
    "members_changed.gone": "{members:listed} counted to {month:month}",
    "members_published": "{area} as published: {members:listed} counted to {month:month}; across that month only "
    "figures of the same members are compared",
    "members_alike": "a figure, and all that it is compared with or ranked among, counts the members of its last month",
    "members_fixed": "{flow:Flow}, {window}: {before:full} with the members of {first:month} throughout, "
    "{after:full} with those of {last:month}",
    "member_sums": "{area}: the sum of its members, where newer than the published figure",
    "as_computed": "record marks ({mark}) compare with all earlier months available",
    "own_table": "own table {path}: {rows:plural row rows} of {files:files}",
    "own_table.records": "{@own_table}; its vintage is the day of the newest file; "
    "a month without rows is a gap, not zero",
    "own_table_reporter": "the table does not say whose records it holds: they are taken for {reporter:owner}; --reporter says otherwise",
    "own_table_layout": "read as the layout {layout:quoted}: {title:worded}[; {remark:worded}]",
    "own_table_dropped": "own table {path}: {left:count} of {rows:count} rows {left:number is are} left out: {dropped:counted rules}",
    "own_table_dropped.values": "own table {path}: {left:count} of {rows:count} values {left:number is are} left out: "
    "{dropped:counted rules}",
    "own_table_currency": "the table does not say in which currency its values are: US$ are taken; currency=EUR says otherwise",
    "own_table_unknown": "partners that no list knows are in the world's total alone: {unknown:counted rows}",
    "own_table_groups": "totals and groups of countries are not added to the others: {others:counted rows}",
    "own_table_parts": "{rows:plural row_is_a_part rows_are_parts} of others (shorter codes, totals), not added to them",
    "own_table_total": "of the column {column:quoted} only the total {value:quoted} is added, not its parts",
    "own_table_repeated": "{repeated} is the same as {same}, and is read once",
    "own_table_longer": "{rows:plural row_is rows_are} of longer periods (quarters, years, months to date), not added to the others",
    "own_table_exponents": "{values:plural value_with_an_exponent_is values_with_an_exponent_are} read as they stand: 1.5E+09 is 1,500,000,000",
    "own_table_running": "{month} is not whole and is left out; complete={month} says that it is whole",
    "own_table_no_rows": "no rows in {months:plural month_that_has months_that_have} others are taken for no trade",
    "own_table_cube": "the cube: {counted:plural file files} counted, {kept:unsigned} kept, {gone:unsigned} gone",
    "own_table_cube.chapters": "the cube knows chapters only; the records were read",
    "hs_edition": "HS {edition}, used by {reporter.prose} from {day}, changed what {goods.spelling} covers"
    "[: goods went to {gone:listed , }][; goods came from {came:listed , }]; growth and records across that date do not "
    "compare the same goods",
    "hs_edition.earliest": "HS {edition}, in force from {day} at the earliest (since when in {reporter.prose} is not known), changed what "
    "{goods.spelling} covers[: goods went to {gone:listed , }][; goods came from {came:listed , }]; growth and records across "
    "that change do not compare the same goods",
    # What qualifies an answer as a whole, and how a note and a warning begin where they stand alone.
    "age": "{source} figures end in {month:month}; newer ones are due: trade fetch {source}[ {asked}]{publisher:omitted}",
    "age.very_old": "{publisher}: the newest available figures are of {month:month}, published {day}, "
    "{days:plural day days} old; newer ones: trade fetch {source}[ {asked}]",
    "age.page": "{source} figures end in {month:month}; newer ones are due at {page}{publisher:omitted}",
    "age.page.very_old": "{publisher}: the newest available figures are of {month:month}, published {day}, "
    "{days:plural day days} old; newer ones are at {page}",
    "flow_missing": "{flow:flow} of {reporter.prose} in trade with {partner.prose} are not available "
    "({publisher}); "
    "get them: {command}",
    "years_alone": "{publisher} has {reporter.prose} and {partner.prose} by year alone, the newest "
    "{newest.year}; months: {command}",
    "years_alone.goods": "{publisher} has these goods of {reporter.prose} by year alone, the newest {newest.year}{partner:omitted}"
    "{command:omitted}",
    "years_alone.flows": "{publisher} has {reporter.prose} and {partner.prose} by year alone, exports to {exports.year}, "
    "imports to {imports.year}; months: {command}",
    "adjusted_newer": "{publisher}: these figures are {adjustment:adjusted} and end in {month:month}; those "
    "{other:adjusted} reach {newest:month} and are never mixed in (surplus, exports, imports: --adjustment {other})",
    "doubt": "{publisher}: months before {before:month} were typed from a copy; one may carry a wrong digit",
    "doubt.all": "{publisher}: these months were typed from a copy; one may carry a wrong digit",
    "more": "more: {options:listed , }",
    "more_why": "--why ({count:plural finding findings})",
    "more_notes": "--notes ({count:plural note notes})",
    # The line of small bars.
    "trend_export": "Exports",
    "trend_import": "Imports",
    "trend_surplus": "Surplus",
    "trend_deficit": "Deficit",
    "trend_range": "{low:size} to {high:size}[ ({missing:count} missing)]",
    "trend_range.side": "up to {high:size}[ ({missing:count} missing)]{low:omitted}",
    "warning": "{text}",
    "fetch_choice": "{text}",
    "note_line": "note: {text}",
    "warning_line": "warning: {text}",
}
