"""Traditional Chinese: figures that cannot be, or are not plausible beside what is known."""

from __future__ import annotations

WORDINGS = {
    "{other} has {named}: --source {other} --commodity {named}": "{other}有{named}：--source {other} --commodity {named}",
    "{source} has {alone} of trade with the world alone": "{source}僅有對全球之{alone}",
    "available of the Harmonized System: {shown}": "國際商品統一分類（HS）中可用：{shown}",
    "in the Harmonized System: {named}; get it: {command}": "在國際商品統一分類（HS）中為{named}；取得：{command}",
    "{source} has {shown}; get {named}: {command}": "{source}有{shown}；取得{named}：{command}",
    "{flow}s of {partner} {commodity} in {period:%Y-%m}": "{partner}{commodity}{period:%Y-%m}{flow}",
    "{flow}s of {period}": "{period}{flow}",
    "{flow}s{goods} {reporter}-{partner} {month}": "{reporter}-{partner}{goods}{month}{flow}",
    "{flow}s of {commodity}, {reporter}-{partner},": "{reporter}-{partner}的{commodity}{flow}",
    "{flow}s{goods}, {partner}": "{partner}{goods}{flow}",
    " of {commodity}": "（{commodity}）",
    " of {classification}:{commodity}": "（{classification}:{commodity}）",
    "{name}: no figures in it": "{name}：沒有任何數字",
    "{name}: {what}: {value} is negative; expected zero or more": "{name}：{what}：{value}為負數；應為零以上",
    "{name}: got {what}; asked for {range}": "{name}：收到{what}；所查詢的是{range}",
    "{name}: got {what}; asked for {flow}s": "{name}：收到{what}；所查詢的是{flow}",
    "{name}: got figures of {reporter}; asked for {asked}": "{name}：收到{reporter}的數字；所查詢的是{asked}",
    "left out, since they are not known": "不明而不予採計",
    "series": "一個序列",
    "{count} series": "{count}個序列",
    "{where}: months are missing inside {series}; the first is {first}, {flow}s, {partner}": (
        "{where}：{series}中缺月份；最早為{first}，{partner}{flow}"
    ),
    "{where}: {flow}s of {commodity} are duplicated": "{where}：{commodity}的{flow}重複",
    "{where}: {figure}: the {span} through {period} is {value:,}, its months add to {total:,}": (
        "{where}：{figure}：至{period}的{span}為{value:,}，各月合計為{total:,}"
    ),
    "{where}: {figure} leap in {month} to {value:,} from {usual:,} in the months before{likely}": (
        "{where}：{figure}在{month}驟變為{value:,}，前幾個月為{usual:,}{likely}"
    ),
    "; that is nearly a {what}-fold, as when a unit changes": "；相差近{what}倍，有如單位改變",
    "{figure} in {period} are {value:,}": "{period}{figure}為{value:,}",
    "{where}: {what}; no economy trades so much in a month": "{where}：{what}；沒有經濟體單月貿易如此之多",
    "{name}: {where}: {ratio} {base}": "{name}：{where}：{ratio}（與{base}相比）",
    "what was known": "已知數字",
    "the month before": "上月",
    "all figures": "所有數字",
    "{name}: {found}: {value:,}; expected billions, in whole units": "{name}：{found}：{value:,}；應為十億級（以元計）",
    "{name}: {found}: {value:,}, more than with the world, {value_world:,}": (
        "{name}：{found}：{value:,}，大於對全球的{value_world:,}"
    ),
    "{name}: {flow}s of {reporter} in {month} have {partners} partners, the month before {before}": (
        "{name}：{reporter}{month}{flow}有{partners}個貿易夥伴，上月有{before}個"
    ),
    "{name}: {count} months known before are gone, {first} to {last}": "{name}：原有的{count}個月不見了，自{first}至{last}",
    "{name}: {lost} of {known} figures known before are gone": "{name}：原有的{known}個數字少了{lost}個",
    "{name}: the figures of {months} were taken back": "{name}：{months}的數字遭撤回",
    "{name}: {what}: they are a copy of the month before": "{name}：{what}：與上月完全相同",
    "{what}; the month is not complete": "{what}；當月資料不完整",
    "they are {ratio:.3g} times": "為{ratio:.3g}倍",
    "the unit has changed, they are {words}": "單位已變，為{words}",
    "a million times": "百萬倍",
    "a thousand times": "千倍",
    "a thousandth of": "千分之一",
    "a millionth of": "百萬分之一",
    "--force takes it as it is": "若要照收，請用--force",
    "{here} are those known as {there} in {same} months": "{here}在{same}個月與原有的{there}相同",
    "the figures of {height} closed months and partners moved by {typical:.1%} where {usual:.1%} is usual": (
        "{height}個已結算月份與貿易夥伴的數字變動{typical:.1%}，通常為{usual:.1%}"
    ),
    "{same} figures are those known of the month {what}": "有{same}個數字與{what}相同",
}
