"""A citation as a BibTeX entry."""

from __future__ import annotations

import re

from tradecli.catalogue.style import Style
from tradecli.catalogue.writer import write
from tradecli.model.report import Report
from tradecli.render.clean import clean
from tradecli.render.rows import records

#: What LaTeX would take for a command, and how it is written instead.
_SIGNS = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def bibtex(report: Report, style: Style) -> str:
    """The entry of the figure that a report cites."""
    [row] = records(report, style)
    addresses = list(dict.fromkeys(filter(None, (row["address"] or "").split("; "))))
    day = row["vintage"] or ""
    fields = {
        "author": f"{{{latex(row['publisher'] or row['source'])}}}",
        "title": f"{{{latex(write(report.title, style))}}}",
        "year": day[:4],
        "month": str(int(day[5:7])) if day else "",
        "url": next((one for one in addresses if one.startswith("http")), ""),
        "note": latex(f"{row['sentence']} {row['attribution']}".strip()),
        "howpublished": latex(f"{row['files']} (SHA-256 {row['sha256']})" if row["sha256"] else row["files"]),
        "annote": latex(f"{row['command']}"),
        "copyright": latex(row["licence"] or ""),
    }
    lines = [f"  {name} = {{{text}}},\n" for name, text in fields.items() if text]
    return clean(f"@misc{{{_key(row, day)},\n{''.join(lines)}}}\n")


def _key(row: dict[str, object], day: str) -> str:
    parts = [row[name] for name in ("source", "reporter", "partner", "commodity", "flow", "span", "period")]
    told = "-".join(str(part) for part in [*parts, day.replace("-", "")] if part and part != "TOTAL")
    return re.sub(r"[^a-z0-9-]+", "-", told.lower())


def latex(text: str) -> str:
    r"""A text with the signs escaped that LaTeX would take for commands.

    Examples:
        >>> print(latex("US$ 5 & 50 %"))
        US\$ 5 \& 50 \%
    """
    return "".join(_SIGNS.get(sign, sign) for sign in text)
