"""`trade sources`."""

from __future__ import annotations

from tradecli import options as opt


def sources(
    lang: opt.Lang = "en",
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> None:
    """The sources: coverage, newest month, vintages, age, licence."""
    from datetime import UTC, datetime

    from tradecli.answers.sources import report
    from tradecli.load import held
    from tradecli.output import tell

    tell(
        report(held(), datetime.now(UTC).date()),
        opt.style(lang, "", None),
        asked=output_format,
        output=output,
    )
