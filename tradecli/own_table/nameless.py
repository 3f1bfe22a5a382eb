"""Files of customs offices whose lines have no names of columns: fixed widths, or cells between bars.

What each is, is seen from the length of its lines and what stands where. The Census Bureau's positions are
those of its pages of layouts (imdb.html, exdb.html), HMRC's cells those of its technical specifications.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from tradecli.errors import InvalidData

#: So many lines are looked at; the first and the last may say what the file is.
_LOOKED = 20
_MONTH = r"(?:19|20)\d\d(?:0[1-9]|1[0-2])"


class Record(NamedTuple):
    """A line: what it looks like, the names that it gets, and where each cell stands in it.

    Cells are from a sign to another, or whole ones between bars; `flow` is that of every line. `named` is how
    a file begins whose lines alone do not tell the flow.
    """

    pattern: re.Pattern[str]
    names: tuple[str, ...]
    cells: tuple[slice, ...]
    flow: str = ""
    named: str = ""

    def row(self, line: str) -> list[str] | None:
        """The cells of a line that is a record."""
        if not self.pattern.fullmatch(line):
            return None
        if "|" not in line:
            return [line[cell].strip() for cell in self.cells]
        parts = line.split("|")
        [goods, country, month, value] = [part.strip() for cell in self.cells for part in parts[cell]]
        # Months of trade with the EU are written 0202501.
        return [goods, country, month if "/" in month else month[-len("202501") :], value, self.flow]


def _from(*positions: tuple[int, int]) -> tuple[slice, ...]:
    """Positions as an office writes them: the first sign is 1, the last counts."""
    return tuple(slice(first - 1, last) for first, last in positions)


def _cells(*numbers: int) -> tuple[slice, ...]:
    return tuple(slice(number, number + 1) for number in numbers)


_CENSUS = ("CTY_CODE", "YEAR", "MONTH")
_HMRC = ("comcode", "country", "account month", "value", "flow")
#: The forms by the name that a file with them is known by.
RECORDS = MappingProxyType(
    {
        # EXP_DETL.TXT: domestic and foreign exports (1, 2) are parts of all.
        "exp_detl": Record(
            re.compile(rf"[12]\d{{10}}\d{{4}}..{_MONTH}[- \d]{{300}}"),
            ("E_COMMODITY", *_CENSUS, "ALL_VAL_MO"),
            _from((2, 11), (12, 15), (18, 21), (22, 23), (69, 83)),
        ),
        # IMP_DETL.TXT: general imports, at customs value.
        "imp_detl": Record(
            re.compile(rf"\d{{10}}\d{{4}}.{{8}}{_MONTH}[- \d]{{660}}"),
            ("I_COMMODITY", *_CENSUS, "GEN_VAL_MO"),
            _from((1, 10), (11, 14), (23, 26), (27, 28), (179, 193)),
        ),
        "smke19": Record(
            re.compile(r"\d{8,9}(\|[^|]*){4}\|(0[1-9]|1[0-2])/\d{4}(\|[^|]*){12}\|[+-]?\d+(\|[^|]*){3}"),
            _HMRC,
            _cells(0, 4, 5, 18),
            "export",
        ),
        # Of imports from outside the EU the partner is the country of origin.
        "smki19": Record(
            re.compile(r"\d{8,9}(\|[^|]*){6}\|(0[1-9]|1[0-2])/\d{4}(\|[^|]*){15}\|[+-]?\d+(\|[^|]*){2}"),
            _HMRC,
            _cells(0, 6, 7, 23),
            "import",
        ),
        **{
            name: Record(
                re.compile(rf"\d{{8,9}}(\|[^|]*){{8}}\|0?{_MONTH}(\|[^|]*){{4}}\|[+-]?\d+(\|[^|]*){{2}}"),
                _HMRC,
                _cells(0, 3, 9, 14),
                flow,
                name,
            )
            for name, flow in (("smkx46", "export"), ("smkm46", "import"))
        },
    }
)


def is_bulk(name: str) -> bool:
    """Whether a file without an end of its name is one of HMRC's.

    Examples:
        >>> is_bulk("SMKE192511"), is_bulk("README"), is_bulk("smke192511.xlsx")
        (True, False, False)
    """
    return bool(re.fullmatch(r"smk[eixm]\d\d\d*(_\w+)?", name, re.IGNORECASE))


def recognise(lines: Sequence[str], path: str) -> str:
    """The form of a file by its first lines, and by its name where they leave the flow open; empty if none.

    Examples:
        >>> recognise(["period,partner", "2025-01,US"], "t.csv")
        ''
    """
    stem = Path(path).stem.casefold()
    for name, record in RECORDS.items():
        if record.named and record.named not in stem:
            continue
        found = [bool(record.pattern.fullmatch(line)) for line in lines[:_LOOKED]]
        # A line before the records and one after them say of which month they are and how many.
        if any(found) and 2 * sum(found[1:-1]) >= len(found[1:-1]):
            return name
    return ""


def rows(lines: Iterable[str], form: str, path: str) -> Iterator[list[str]]:
    """The names of the columns, and the cells of every record.

    Raises:
        InvalidData: A line between records is none.
    """
    record, other = RECORDS[form], 0
    yield list(record.names)
    for number, line in enumerate(lines, 1):
        cells = record.row(line.rstrip("\r\n"))
        if cells is None:
            other = other or (number if number > 1 and line.strip() else 0)
        elif other:
            raise InvalidData(
                "{path}: line {line} is no record of the form {form}",
                hint="download it again",
                path=path,
                line=other,
                form=form,
            )
        else:
            yield cells
