"""`trade sources`."""

from __future__ import annotations

from tradecli import options as opt


def sources(
    lang: opt.Lang = "en",
    output_format: opt.Format = "",
    output: opt.Output = "",
) -> None:
    """The sources: coverage, newest month, vintages, age, key, licence."""
    from datetime import UTC, datetime

    from tradecli import keys
    from tradecli.answers.sources import report
    from tradecli.load import held
    from tradecli.output import say, tell
    from tradecli.sources.registry import SOURCES

    names = {source.key.variable for source in SOURCES.values() if source.key}
    tell(
        report(held(), datetime.now(UTC).date(), {name for name in names if keys.secret(name, say)}),
        opt.style(lang, "", None),
        asked=output_format,
        output=output,
    )
