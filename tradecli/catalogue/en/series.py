"""English: series by month, quarter and year, of one or several partners."""

from __future__ import annotations

MESSAGES = {
    "series.title": "{reporter:owner} {flow:flow}[ {goods}] {flow:direction} {partners}[, {by}], "
    "{when}[, {adjustment:adjusted}]",
    "series.title.balance": "{reporter:owner} trade balance[ {goods}] with {partners}[, {by}], "
    "{when}[, {adjustment:adjusted}]",
    "series.by.quarter": "by quarter",
    "series.by.year": "by year",
    "series.when": "{first:short} to {last:short}",
    "series.when.one": "{last}",
    "series.partners": "[{places} and ]{last}",
    "series.period": "",
    "series.quarter": "quarter",
    "series.year": "year",
    "series.qoq": "q/q",
    "series.partner": "{place:name}",
    "series.code": "{code}",
    "series.share": "share %",
    "series.mark": "",
    "series.line": "{partner:capital}, {window}: {figure.money:full}[ ({growth} on the year)]. {standing}",
    "series.line.balance": "{partner:capital}, {window}: {figure:called} of {figure.money:size}"
    "[ ({growth} on the year)]. {standing}",
    "series.share_record": "{partner:capital}, {window}: {share} % of {flow:flow}, "
    "the highest share for {window:scope} up to then (since {since}).",
    "series.no_value": "[{place:name}: ]{@no_value}",
    "series.no_value.missing": "[{place:name}: ]{@no_value.missing}",
    "series.not_adding": "[{place:name}: ]the balance of {window} is as published, not exports minus imports",
    "series.twice": "{place:name} was named twice and is shown once",
    "series.inside": "{outer:name} holds {inner:name}: the columns are not to be added up",
    "series.areas": "{areas:listed} may hold partners beside it: the columns are not to be added up",
    "series.aligned": "shown through {through:month}, the newest month of all partners named; "
    "known further: {ahead:listed}",
    "series.begins": "the figures begin in {first:month}",
    "series.holds": "{window} also holds months before {since:month}",
    "series.not_whole": "{window}: {available} of {months} months by {through:month}, so no total is shown",
    "series.releases": "[{place:name}: ]figures are from releases of {oldest} to {newest}",
    "series.quantity": "{unit}",
    "series.again.export": "re-exports",
    "series.again.import": "re-imports",
    "series.again_share.export": "re-exports %",
    "series.again_share.import": "re-imports %",
    "series.without.export": "domestic",
    "series.without.import": "foreign",
    "series.again_is.export": "re-exports are a part of exports, domestic exports the rest "
    "(IMTS 2010); a period without a row of them has none known, not zero",
    "series.again_is.import": "re-imports are a part of imports, foreign goods the rest "
    "(IMTS 2010); a period without a row of them has none known, not zero",
    "series.unit_value": "{currency}/{unit}",
    "series.unit_value_yoy": "{currency}/{unit} y/y",
    "series.amount": "{number:decimal 2}",
    "series.amount.whole": "{number:index}",
    "series.amount.fine": "{number:decimal 4}",
    "series.unit_value_is": "unit value: value over quantity of the records that have both (IMTS Compilers Manual); "
    "it moves with the mix of goods, and is no price",
    "series.quantity_share": "[{place:name}: ]{least:decimal 1} to {most:decimal 1} % of the value shown has a quantity "
    "above zero; unit values are of that part",
    "series.quantity_share.same": "[{place:name}: ]{least:decimal 1} % of the value shown has a quantity above zero; "
    "unit values are of that part",
    "series.no_quantity": "[{place:name}: ]no record has a quantity above zero in {count} of the periods shown, "
    "which have no unit value",
}
