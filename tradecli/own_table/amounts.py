"""How amounts are written besides digits, comma and point: money, blanks, brackets, marks. Pure."""

from __future__ import annotations

#: Signs of money beside a number, and what groups thousands besides comma and point: blanks, apostrophes.
MONEY = ("US$", "NT$", "HK$", "A$", "C$", "S$", "R$", "$", "€", "£", "￥", "¥", "₩")
BLANKS = (" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019")
_OF_MONEY = "|".join(sign.replace("$", "[$]") for sign in MONEY)
BLANK = f"[{''.join(BLANKS)}]"
#: A sign below zero that typesetters put for a hyphen.
MINUS = "\u2212"
#: What tells that an amount may be revised, or points to a note.
MARK = r"\s?(?:[*†‡¹²³]+|[pr]|[(](?:[prPR]|[1-9])[)])\s*$"
_PLUS = f"[+{MINUS}-]?"
SIGN = rf"^\s*[(]?{_PLUS}(?:(?:{_OF_MONEY}){BLANK}?[(]?)?{_PLUS}"
END = rf"(?:{BLANK}?(?:{_OF_MONEY}))?[)]?(?:{MARK}|\s*$)"
_BEFORE, _AFTER = rf"(?:(?:{_OF_MONEY}){BLANK}?)?", rf"(?:{BLANK}?(?:{_OF_MONEY}))?"
_DIGITS = rf"(?:[0-9]{{1,3}}(?:(?:{BLANK}|[.,])[0-9]{{3}})+|[0-9]+)(?:[.,][0-9]+)?"
#: A number in a writing that engines may not read: money, blanks, marks, brackets for what is below zero.
ODD = (
    rf"^\s*(?:{_PLUS}{_BEFORE}{_PLUS}{_DIGITS}{_AFTER}|"
    rf"{_BEFORE}[(]{_BEFORE}{_DIGITS}{_AFTER}[)])(?:{MARK}|\s*$)"
)
