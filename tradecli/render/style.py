"""Figures and periods as a person reads them: one language, one unit, rounded half up, once."""

from __future__ import annotations

from tradecli.errors import QueryError, unknown
from tradecli.report import Amount, Points, Rate
from tradecli.rounding import half_up

#: Units of money: power of ten, and decimals shown unless asked otherwise.
UNITS = {"billion": (9, 2), "yi": (8, 2), "million": (6, 1), "thousand": (3, 0), "dollar": (0, 0)}
DEFAULT_UNIT = {"en": "billion", "zh": "yi"}
LANGUAGES = tuple(DEFAULT_UNIT)
#: Numerator and denominator.
Ratio = tuple[int, int]
MISSING = "–"
#: Growth beyond this prints as a multiple: +1,234 % tells less than x13.3.
MULTIPLE_FROM = 1_000


class Style:
    """How figures are shown."""

    def __init__(self, lang: str = "en", unit: str = "", digits: int | None = None) -> None:
        """Choose language, unit and decimals.

        Args:
            lang: `en` or `zh`.
            unit: A key of `UNITS`; empty means the language's own.
            digits: Decimals of money; None means the unit's own.

        Raises:
            QueryError: There is no such language or unit, or so many decimals.
        """
        if lang not in LANGUAGES:
            raise unknown("language", lang, LANGUAGES)
        if unit and unit not in UNITS:
            raise unknown("unit", unit, UNITS)
        if digits is not None and not 0 <= digits <= 9:
            raise QueryError(f"{digits} decimals cannot be shown", hint="--digits takes 0 to 9")
        self.lang, self.unit, self.digits = lang, unit, digits
        #: ISO 4217; the publisher's own, since figures are never converted.
        self.currency = "USD"

    def of(self, currency: str) -> Style:
        """The same style for figures in another currency."""
        style = Style(self.lang, self.unit, self.digits)
        style.currency = currency
        return style

    @property
    def scale(self) -> str:
        """The unit in force."""
        return self.unit or DEFAULT_UNIT[self.lang]

    def decimals(self, precision: int) -> int:
        """Decimals of money, never finer than the figure's last published digit.

        Examples:
            >>> Style().decimals(100_000_000), Style().decimals(1_000)
            (1, 2)
        """
        power, usual = UNITS[self.scale]
        finest = power - (len(str(precision)) - 1)
        return max(0, min(usual if self.digits is None else self.digits, finest))

    def money(self, amount: Amount) -> str:
        """An amount in the unit in force, with its sign if it is a change.

        Examples:
            >>> Style().money(Amount(131_027_476_000, 1_000))
            '131.03'
            >>> Style().money(Amount(131_800_000_000, 100_000_000))
            '131.8'
            >>> Style(unit="yi").money(Amount(150_116_000_000, 1_000_000))
            '1,501.16'
        """
        if amount.value is None:
            return MISSING
        power, _ = UNITS[self.scale]
        shown = half_up(amount.value, 10**power, self.decimals(amount.precision or 1))
        return f"{shown:+,}" if amount.signed and shown else f"{shown:,}"

    def prints_as_zero(self, amount: Amount) -> bool:
        """Whether a figure that is not zero prints as if it were."""
        return bool(amount.value) and not any(digit in self.money(amount) for digit in "123456789")


def share(part: int, total: int) -> str:
    """A share in percent with one decimal, without the sign.

    Examples:
        >>> share(198_270, 640_750)
        '30.9'
    """
    return str(half_up(100 * part, total, 1))


def points(part: Points) -> str:
    """A share or contribution with one decimal; `~` where its inputs leave that decimal open.

    Examples:
        >>> points(Points(86_880, 1, 474_980, 1, signed=True)), points(Points(198_270, 1, 640_750, 1))
        ('+18.3', '30.9')
        >>> points(Points(-4, 1, 10_000, 1)), points(Points(50, 10, 100, 1))
        ('0.0', '~50.0')
    """
    size = 2 * abs(part.total)
    side = -2 if part.total < 0 else 2
    least, most = side * part.part - part.units, side * part.part + part.units
    wide, narrow = size + part.total_units, size - part.total_units
    if narrow <= 0:
        return f"~{_one_point(side * part.part, size, signed=part.signed)}"
    ends = ((least, wide if least > 0 else narrow), (most, narrow if most > 0 else wide))
    shown, low, high = (_one_point(*ratio, signed=part.signed) for ratio in ((side * part.part, size), *ends))
    return shown if low == shown == high else f"~{shown}"


def _one_point(part: int, total: int, *, signed: bool) -> str:
    shown = half_up(100 * part, total, 1)
    return f"{shown:+}" if signed and shown else f"{shown}"


def percent(rate: Rate) -> str:
    """A growth rate with one decimal; `~` where its inputs leave that decimal open; empty if there is none.

    Examples:
        >>> percent(Rate(64_050_000_000, 10_000_000, 61_800_000_000, 10_000_000))
        '~+3.6 %'
        >>> percent(Rate(150_116, 1, 64_703, 1)), percent(Rate(5, 1, 0, 1))
        ('+132.0 %', '')
        >>> percent(Rate(1_234, 1, 100, 1))
        '~x12.3'
    """
    if not defined(rate):
        return ""
    shown, least, most = (_one_decimal(ratio) for ratio in (_terms(rate), *interval(rate)))
    return shown if least == shown == most else f"~{shown}"


def growing(rate: Rate) -> bool:
    """Whether the figure, or of two deficits the deficit, grew."""
    value, base = _terms(rate)
    return abs(value) > abs(base)


def defined(rate: Rate) -> bool:
    """Whether a rate may be printed: both terms known, none of the reasons that refuse it."""
    refused = {"sign_change", "zero_base", "missing"}
    return rate.value is not None and bool(rate.base) and rate.note not in refused


def interval(rate: Rate) -> tuple[Ratio, Ratio]:
    """The ratios of value to base that the rounding of the inputs leaves possible.

    ``[(a - ea) / (b + eb), (a + ea) / (b - eb)]`` with the half units ``ea``, ``eb``; here both
    terms are doubled, so that the half units stay whole. An upper end whose base could be zero
    has a denominator of zero or less.
    """
    value, base = (2 * abs(term) for term in _terms(rate))
    value_units, base_units = rate.units or 0, rate.base_units or 0
    return (value - value_units, base + base_units), (value + value_units, base - base_units)


def _terms(rate: Rate) -> Ratio:
    if rate.value is None or not rate.base:
        raise ValueError(f"no growth can be told from {rate}")
    return rate.value, rate.base


def _one_decimal(ratio: Ratio) -> str:
    """A ratio as growth: `+3.6 %`, from 1,000 % on as a multiple; `?` where its base could be zero."""
    value, base = ratio
    if base == 0 or (base < 0 < value):
        return "?"
    change = value - base
    if abs(change) >= abs(base) * MULTIPLE_FROM // 100:
        return f"x{half_up(value, base, 1):,}"
    shown = half_up(100 * change, base, 1)
    return f"{shown:+} %" if shown else f"{shown} %"
