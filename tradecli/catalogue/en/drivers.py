"""English: which parts of a total moved it."""

from __future__ import annotations

MESSAGES = {
    "drivers.title.commodity": "What moved {reporter:owned} {flow:flow}[ {goods}] {flow:direction} {partner}, {window}, by commodity",
    "drivers.title.commodity.balance": "What moved {reporter:owned} trade balance[ {goods}] with {partner}, {window}, by commodity",
    "drivers.title.partner": "What moved {reporter:owned} {flow:flow}[ {goods}] {flow:direction} {partner}, {window}, by partner",
    "drivers.title.partner.balance": "What moved {reporter:owned} trade balance[ {goods}] with {partner}, {window}, by partner",
    "drivers.title.region": "What moved {reporter:owned} {flow:flow}[ {goods}] {flow:direction} {partner}, {window}, by continent and area",
    "drivers.title.region.balance": "What moved {reporter:owned} trade balance[ {goods}] with {partner}, {window}, by continent and area",
    "drivers.against.region": "{count:spelled} continents or areas moved the other way, most of all {most}.",
    "drivers.against.region.one": "{count:spelled} continent or area moved the other way: {most}.",
    "drivers.part": "",
    "drivers.share_of_change": "% of change",
    "drivers.total": "{figure:subject} rose by {change:size} on a year earlier[ ({growth})]",
    "drivers.total.fall": "{figure:subject} fell by {change:size} on a year earlier[ ({growth})]",
    "drivers.total.deficit_widened": "The deficit widened by {change:size} on a year earlier ({growth})",
    "drivers.total.deficit_narrowed": "The deficit narrowed by {change:size} on a year earlier ({growth})",
    "drivers.total.sign_change": "The balance turned from a {base.money:side} of {base.money:size} a year earlier "
    "to a {figure.money:side} of {figure.money:size}, a swing of {change:size}",
    "drivers.carried": "{total}, led by {led:series}.",
    "drivers.moved_alone": "{total}.",
    "drivers.led": "{who:inline} ({change}[, {points} points][, {share} % of the rise])",
    "drivers.led.fall": "{who:inline} ({change}[, {points} points][, {share} % of the fall])",
    "drivers.led.deficit": "{who:inline} ({change}[, {points} points][, {share} % of the change])",
    "drivers.moved": "{who:inline} ({change})",
    "drivers.moved.fall": "{who:inline} ({change})",
    "drivers.moved.deficit": "{who:inline} ({change})",
    "drivers.unchanged": "{figure:subject} of {window} unchanged on a year earlier.",
    "drivers.no_part": "{total} in {window}; no part available moved the same way.",
    "drivers.against.partner": "{count:spelled} partners moved the other way, most of all {most}.",
    "drivers.against.partner.one": "{count:spelled} partner moved the other way: {most}.",
    "drivers.against.commodity": "{count:spelled} commodity groups moved the other way, most of all {most}.",
    "drivers.against.commodity.one": "{count:spelled} commodity group moved the other way: {most}.",
    "drivers.rest_is.partner": "{@rest.partner}: the published total less the {count} partners available for both periods "
    "(areas are left out, since their members are listed), from unrounded figures",
    "drivers.rest_is.partner.one": "{@rest.partner}: the published total less the partner available for both periods "
    "(areas are left out, since their members are listed), from unrounded figures",
    "drivers.rest_is.commodity": "{@rest.commodity}: the published total less the {count} commodity groups available for "
    "both periods (none overlap), from unrounded figures",
    "drivers.rest_is.commodity.one": "{@rest.commodity}: the published total less the commodity group available for "
    "both periods (none overlap), from unrounded figures",
    "drivers.negative_rest": "what is left over is negative: the parts are of newer or older vintages than the total, "
    "or overlap",
    "drivers.no_points": "no contributions in points: {reason}; see the change in money",
    "drivers.no_points.sign_change": "no contributions in points: the balance changed sign; see the change in money",
    "drivers.no_points.zero_base": "no contributions in points: there was none a year earlier; see the change in money",
    "drivers.no_points.no_trade": "no contributions in points: there was none in either period; see the change in money",
    "drivers.small_total_change": "no shares of the change: the total moved by less than 0.5 %",
    "drivers.rounding": "components may not add because of rounding; the unrounded ones do",
}
