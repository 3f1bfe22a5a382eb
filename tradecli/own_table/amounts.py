"""How amounts are written besides digits, comma and point: signs of money, blanks, brackets. Pure."""

from __future__ import annotations

#: Signs of money beside a number, and what groups thousands besides comma and point: blanks, apostrophes.
MONEY = ("US$", "NT$", "HK$", "A$", "C$", "S$", "R$", "$", "€", "£", "￥", "¥", "₩")
BLANKS = (" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019")
_OF_MONEY = "|".join(sign.replace("$", "[$]") for sign in MONEY)
BLANK = f"[{''.join(BLANKS)}]"
SIGN = rf"^\s*[(]?[+-]?(?:(?:{_OF_MONEY}){BLANK}?[(]?)?[+-]?"
END = rf"(?:{BLANK}?(?:{_OF_MONEY}))?[)]?\s*$"
_BEFORE, _AFTER = rf"(?:(?:{_OF_MONEY}){BLANK}?)?", rf"(?:{BLANK}?(?:{_OF_MONEY}))?"
_DIGITS = rf"(?:[0-9]{{1,3}}(?:(?:{BLANK}|[.,])[0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?"
#: A number in a writing that engines may not read: money, blanks, brackets for what is below zero.
ODD = (
    rf"^\s*(?:[+-]?{_BEFORE}[+-]?{_DIGITS}{_AFTER}|"
    rf"{_BEFORE}[(]{_BEFORE}{_DIGITS}{_AFTER}[)])\s*$"
)
