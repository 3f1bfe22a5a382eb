"""Whether all words before a number of Chinese are known, where nothing is named there. Pure."""

from __future__ import annotations

import re

from tradecli.reading.chinese_kinds import Doubled, Mark
from tradecli.reading.chinese_numbers import Amount
from tradecli.reading.chinese_records import Among, Best, Streak
from tradecli.reading.chinese_state import State

#: Words between what a number goes on with and the number, where nothing is named for it.
_LEAD = re.compile(
    r"(?:金額|規模|達|為|約|合計|總計|累計|累積|單月|其中|再|更|仍|也|亦|則|並|且|又|高達|來到|創|寫下|已"
    r"|當月|今年|數字|水準|增幅|年增率|首度|首次|一舉|較|比|共|計|是|以|的|到|至|站上|有|近|逾|超過|突破"
    r"|首破|攀升|升|值|額|在|均|皆|都|不過|但|而|僅|只|惟|遠|小|大|微|略|衝|高|低|幅度|還|卻|竟|才|續"
    r"|前一|相當於|等於|換算|整體|成長率|增長率|表現|一口氣|繼續|持續|同樣|同時|雙雙|進一步|因此|呈現?"
    r"|繳出|交出|出現|轉為?|錄得|報|及|與|和|以及|或|年|上|下|從|由|連|反而|甚至|另|此外|只有|相差|於|了"
    r"|這是|這也是|該|此|那|同期|也就是|即|不僅|不只|不但|雖然?|儘管|惟|並列|同步|之後|後|歷來|史上"
    r"|勇奪|奪下?|拿下|續居|排|差|剩下?|餘|締|合|為止|止|截|保持"
    r"|維持|刷新|改寫|成|成為|寫|[、,: 「」()\"'!?%-])*"
)
_SIGN = re.compile(r"[,:;。](?!\d{3})")
_NUMBERS = (Amount, Best, Streak, Among, Doubled)


def led(state: State, mark: Mark) -> bool:
    """Whether all words before a number are known, up to the number or clause before, where none names it."""
    header = state.header
    if header.flows or mark.clause in (header.places.clause, header.goods.clause):
        return True
    signs = (sign.end() for sign in _SIGN.finditer(state.text, max(0, mark.start - 99), mark.start))
    numbers_before = (one.end for one in state.ahead(mark.start) if isinstance(one.value, _NUMBERS))
    begin = max([0, *signs, *numbers_before])
    if mark.start - begin > 40:
        return False
    left = state.text[begin : mark.start]
    for one in state.within(begin, mark.start):
        left = left.replace(one, "", 1)
    return bool(_LEAD.fullmatch(left))
