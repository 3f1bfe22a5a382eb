"""English: titles, headings, and what is said of figures in most answers."""

from __future__ import annotations

MESSAGES = {
    # Titles, headings, cells.
    "title_surplus": "{reporter:owner} trade {balance:side}[ {goods}] with {partner}, {window}",
    "title_flow": "{reporter:owner} {flow:flow}[ {goods}] {flow:direction} {partner}, "
    "through {through:month}[, {adjustment:adjusted}]",
    "title_records": "{reporter:owner} trade[ {goods}] in {through:month}: records and streaks",
    "title_surplus.missing": "{reporter:owner} trade[ {goods}] with {partner}, {window}: no balance available",
    "goods": "of {goods:goods}",
    "goods.balance": "in {goods:goods}",
    "subtitle": "{currency:unit} · {publisher}, vintage {vintage}[ · {valuations:valuations}]"
    "[ · as known on {as_of}]",
    "subtitle.again": "{publisher}, vintage {vintage}[ · {valuations:valuations}][ · as known on {as_of}]",
    "subtitle.own_table": "{currency:unit} · own table {publisher}, vintage {vintage}[ · as known on {as_of}]",
    "flow": "",
    "notes": "Notes",
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
    "previous": "highest before",
    "previous_period": "in",
    "since_header": "since",
    "cell_share": "{share} %",
    "cell_streak": "{length:plural month months}",
    "cell_streak.at_least": "at least {length:plural month months}",
    "kind_month": "any month",
    "kind_same_month": "same month",
    "kind_quarter": "quarter",
    "kind_year_to_date": "year to date",
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
    "column": "{name:words}",
    "refused_zero_base": "new",
    "refused_sign_change": "swing",
    "refused_unchanged": "unchanged",
    # How a figure moved.
    "moved": "{change:size} more than in {base.window} ({growth}).",
    "moved.less": "{change:size} less than in {base.window} ({growth}).",
    "moved.unchanged": "Unchanged from {base.window}.",
    "moved.multiple": "The {figure:called} {multiple} from {base.window} ({growth}).",
    "sign_change": "Turned from a {base.money:side} of {base.money:size} to a {figure.money:side} of "
    "{figure.money:size}: a swing of {change}; no percentage across a change of sign.",
    "deficit_widened": "The deficit widened by {change:size}: {growth:than larger} a year earlier.",
    "deficit_widened.multiple": "The deficit {multiple}, widening by {change:size}: "
    "{growth:than larger} a year earlier.",
    "deficit_narrowed": "The deficit narrowed by {change:size}: {growth:than smaller} a year earlier.",
    # Where a figure stands.
    "since": "since {since:when}[ in available data, {missing:count} missing]",
    "record": "Record for {window:scope} {@since}; the previous was {rank.previous} in {previous:when}.",
    "record.deficit": "Widest deficit for {window:scope} {@since}; "
    "the previous was {rank.previous} in {previous:when}.",
    "record.passed": "Record for {window:scope} up to then ({rank.previous} before, in {previous:when}; "
    "{@since}); passed since: {rank.passed} in {passed:when}.",
    "record.deficit.passed": "Widest deficit for {window:scope} up to then ({rank.previous} before, in "
    "{previous:when}; {@since}); passed since: {rank.passed} in {passed:when}.",
    "record.first.passed": "First {figure:called} for {window:scope} since {last_of_sign:when}; a record up to then "
    "({@since}); passed since: {rank.passed} in {passed:when}.",
    "record.first.deficit.passed": "First {figure:called} for {window:scope} since {last_of_sign:when}; the widest "
    "up to then ({@since}); passed since: {rank.passed} in {passed:when}.",
    "record.first": "First {figure:called} for {window:scope} since {last_of_sign:when}; a record {@since}.",
    "record.first.deficit": "First {figure:called} for {window:scope} since {last_of_sign:when}; "
    "the widest {@since}.",
    "record.first_ever": "First {figure:called} for {window:scope} in data {@since}.",
    "tie": "Equals the record for {window:scope} of {previous:when} ({@since}).",
    "rank": "{rank.rank:ordinal} highest for {window:scope} {@since}; "
    "the record is {rank.previous} in {previous:when}.",
    "rank.deficit": "{rank.rank:ordinal} widest deficit for {window:scope} {@since}; "
    "the record is {rank.previous} in {previous:when}.",
    "rank.no_deficit_before": "Not a record for {window:scope} {@since}.",
    "rank.first": "First {figure:called} for {window:scope} since {last_of_sign:when}; "
    "the highest was {rank.previous} in {previous:when} ({@since}).",
    "rank.first.deficit": "First {figure:called} for {window:scope} since {last_of_sign:when}; "
    "the widest deficit was {rank.previous} in {previous:when} ({@since}).",
    "short_history": "Too little history to speak of a record for {window:scope}: "
    "{rank.earlier} earlier figures.",
    "short_history.one": "Too little history to speak of a record for {window:scope}: 1 earlier figure.",
    "since_year": "since {since}[ in available data, {missing:count} missing]",
    "exceeds_every_year": "Already exceeds every full year {@since_year}; the highest was {highest} in {year}.",
    "exceeds_every_year.passed": "Already exceeded every full year up to then ({@since_year}); "
    "the highest was {highest} in {year}; passed since: {passed} in {passed_year}.",
    "exceeds_every_year.deficit": "Already wider than the deficit of every full year {@since_year}; "
    "the widest was {highest} in {year}.",
    "exceeds_every_year.deficit.passed": "Already wider than the deficit of every full year up to then "
    "({@since_year}); the widest was {highest} in {year}; passed since: {passed} in {passed_year}.",
    "exceeds_last_year": "Already exceeds all of {last_year} ({last}); "
    "the full-year record {@since_year} is {highest} in {year}.",
    "exceeds_last_year.deficit": "Already wider than all of {last_year} ({last}); "
    "the full-year record {@since_year} is {highest} in {year}.",
    "balance_missing": "No balance: {flow:flow} of {window} are not available; the newest are of {newest:month}.",
    "balance_missing.never": "No balance: {flow:flow} of {window} are not available, nor of any month.",
    "streak": "{flow:Flow}: {run}.",
    "streak.balance": "{run:capital}.",
    "run.surplus": "a surplus for {length} months in a row",
    "run.surplus.one": "a surplus for 1 month",
    "run.surplus.at_least.one": "a surplus; for how many months in a row cannot be told",
    "run.surplus.at_least": "a surplus for at least {length} months in a row",
    "run.deficit": "a deficit for {length} months in a row",
    "run.deficit.one": "a deficit for 1 month",
    "run.deficit.at_least.one": "a deficit; for how many months in a row cannot be told",
    "run.deficit.at_least": "a deficit for at least {length} months in a row",
    "run.rise": "the {length:ordinal} rise on the year in a row",
    "run.rise.one": "a rise on the year, after none the month before",
    "run.rise.at_least.one": "a rise on the year; how many in a row cannot be told",
    "run.rise.at_least": "at least the {length:ordinal} rise on the year in a row",
    "run.fall": "the {length:ordinal} fall on the year in a row",
    "run.fall.one": "a fall on the year, after none the month before",
    "run.fall.at_least.one": "a fall on the year; how many in a row cannot be told",
    "run.fall.at_least": "at least the {length:ordinal} fall on the year in a row",
    # One line a record, for the total and a partner.
    "subject": "{figure.flow:Flow}[ {goods}], {partner:name}, {window}",
    "records_line": "{@subject}: {figure.money:full}. {standing}",
    "growth_line": "{@subject}: {growth} on a year earlier. {rank:ordinal} largest rise {@since}.",
    "growth_line.record": "{@subject}: {growth} on a year earlier. Largest rise {@since}.",
    "growth_line.fall": "{@subject}: {growth} on a year earlier.",
    "growth_line.short_history": "{@subject}: {growth} on a year earlier. "
    "Too little history to rank the rate.",
    "share_line": "{@subject}: {share} % of {figure.flow:flow}. {rank:ordinal} highest share {@since}.",
    "share_line.record": "{@subject}: {share} % of {figure.flow:flow}. Highest share {@since}.",
    "share_line.short_history": "{@subject}: {share} % of {figure.flow:flow}. "
    "Too little history to rank the share.",
    "streak_line": "{@subject}: {run}.",
    "streak_line.none": "{@subject}: no streak; unchanged on a year earlier.",
    "streak_line.no_base": "{@subject}: no streak; nothing was traded a year earlier.",
    "month_line": "{window}: {balance:called} {balance.money:size}[ ({balance_growth})], "
    "exports {export.money:size}[ ({export_growth})], imports {import.money:size}[ ({import_growth})].",
    "reported": "As reported on {day}[ {inferred}]: {money}[ {press}] ({flow:flow}, {window:short}). "
    "Revised by {revised:visible} since.",
    "marked_press": "(press)",
    "marked_inferred": "(day inferred)",
    # What qualifies a figure.
    "no_value": "{flow:flow} {window}: only {available} of {months} months {available:number is are} available, "
    "so no total is shown",
    "no_value.missing": "{flow:flow} {window}: not published, or not available",
    "older_inputs": "{flow:flow} {window}: from releases of {oldest} to {newest}",
    "older_inputs.flow": "{flow:flow} are from an earlier release ({newest})",
    "other_vintage": "{flow:flow} {window}: of vintage {day}",
    "as_published": "{flow:flow} {window}: the figure published on {day}, not exports minus imports",
    "base_superseded": "{flow:flow} {window}: the base is older than the full {year} published on {day} "
    "({published}, {without} before); growth rests on the older base",
    "does_not_add": "the balance is as published and differs from exports minus imports {gap:gap}; "
    "the publisher had unrounded or newer figures",
    "does_not_add.rounded": "the balance differs from exports minus imports {gap:gap}; each is rounded once",
    "day_inferred": "vintage {day} is an inferred day: its figures were certainly public by {known_by}; "
    "on {as_of} they may not have been (--as-of-strict leaves them out)",
    "new_year_pair": "January and February {year} together, {flow:flow}: {growth} (Lunar New Year moves)",
    "new_year_pair.undefined": "January and February {year} together, {flow:flow}: no rate "
    "(Lunar New Year moves)",
    "new_year_coming": "the Lunar New Year moves between January and February: "
    "compare the two months of {year} together once February is published",
    "leap_year": "February {year} had 29 days, 3.6 % more than other years; not adjusted for",
    "deficit_growth": "y/y of two deficits is the growth of the deficit",
    "points_of_the_deficit": "the points are of the deficit's growth: a plus widened it",
    "mixed_vintages": "the figures are of vintages {oldest} to {newest}; "
    "what the parts leave over also holds revisions between them",
    "newer_month": "{flow:flow}: known to {newest:month}; no balance since January is; --through {label} answers what there is",
    "adjustment": "in current {currency:currency}, {adjustment:adjusted}",
    "member_sums": "{area}: the sum of its members where that is newer than the area's published figure",
    "as_computed": "record marks ({mark}) compare with all earlier months available",
    "own_table": "own table {path}: {rows:plural row rows} of {files:files}",
    "own_table.records": "{@own_table}; its vintage is the day of the newest file; "
    "a month without rows is a gap, not zero",
    "own_table_dropped": "own table {path}: {left:count} of {rows:count} rows are left out: {dropped:counted rules}",
    "own_table_unknown": "partners that no list knows are in the world's total alone: {unknown:counted rows}",
    "own_table_groups": "totals and groups of countries are not added to the others: {others:counted rows}",
    "own_table_parts": "{rows:plural row_is_a_part rows_are_parts} of others (shorter codes, totals), not added to them",
    "own_table_total": "of the column {column:quoted} only the total {value:quoted} is added, not its parts",
    "own_table_repeated": "{repeated} is the same as {same}, and is read once",
    "own_table_exponents": "{values:plural value_with_an_exponent_is values_with_an_exponent_are} read as they stand: 1.5E+09 is 1,500,000,000",
    "own_table_running": "{month} is not whole and is left out; complete={month} says that it is whole",
    "own_table_no_rows": "no rows in {months:plural month_that_has months_that_have} others are taken for no trade",
    "own_table_cube": "the cube: {counted:unsigned} files counted, {kept:unsigned} kept, {gone:unsigned} gone",
    "own_table_cube.chapters": "the cube knows chapters only; the records were read",
    # What qualifies an answer as a whole, and how a note and a warning begin where they stand alone.
    "age": "{publisher}: the newest available figures are of {month:month}, published {day}, "
    "{days:plural day days} old; newer ones: trade fetch {source}",
    "age.page": "{publisher}: the newest available figures are of {month:month}, published {day}, "
    "{days:plural day days} old; newer ones are at {page}",
    "flow_missing": "{flow:flow} of {reporter.prose} in trade with {partner.prose} are not available "
    "({publisher}); "
    "get them: {command}",
    "years_alone": "{publisher} has {reporter.prose} and {partner.prose} by year alone, the newest "
    "{newest.year}; months: {command}",
    "doubt": "{publisher}: months before {before:month} were typed from a copy; one may carry a wrong digit",
    "doubt.all": "{publisher}: these months were typed from a copy; one may carry a wrong digit",
    "warning": "{text}",
    "note_line": "note: {text}",
    "warning_line": "warning: {text}",
}
