"""Where an answer goes: standard output or a file, whole or not at all; notes go to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tradecli import files, manner, messages, saving
from tradecli.catalogue import units
from tradecli.catalogue.style import Style
from tradecli.errors import BROKEN_PIPE, QueryError, StoreError
from tradecli.model.report import LEFT_OUT, ROUTINE, URGENT, WATCHED, Statement
from tradecli.render.formats import (
    BINARY,
    BINARY_TEXT,
    TABLE,
    WITH_NOTES,
    chosen,
    chosen_for_text,
    garbled,
    illustrated,
    rendered,
    written,
)
from tradecli.wording import Wording

if TYPE_CHECKING:
    from tradecli.beside import Beside
    from tradecli.model.document import Document
    from tradecli.model.picture import Picture
    from tradecli.model.report import Report


def tell(
    report: Report,
    style: Style,
    *,
    asked: str,
    output: str,
    beside: Beside | None = None,
    why: bool = True,
    notes: bool = True,
) -> None:
    """Write *report* where it was asked for, in the format asked for.

    Args:
        report: What to write.
        style: Language, unit, decimals.
        asked: The format; empty means what suits the place.
        output: A file, or empty for standard output.
        beside: What is to stand beside the file.
        why: All findings also in a table, not only those that a first look needs.
        notes: All notes below a table, not only those that change how a number is read.

    Raises:
        QueryError: Bytes for a terminal, or a format that does not exist.
        StoreError: The file cannot be written.
    """
    to_file = output not in {"", "-"}
    terminal = _on_terminal() and not to_file
    name = chosen(asked, output, terminal=terminal)
    if name in BINARY and terminal:
        raise garbled(name)
    if beside:
        beside.check(name, output)
    if to_file:
        files.check_folder(Path(output))
    shown = units.of_report(style, report)
    first = report if why or name != TABLE else report._replace(findings=report.findings[: report.lead])
    content = _drawn(first, name, shown, terminal=terminal, to_file=to_file)
    _note(_first(report, name), shown)
    if to_file:
        written = content if isinstance(content, bytes) else content.encode()
        saving.save(Path(output), written, beside.of_report(report, shown, output, written) if beside else ())
    else:
        write_out(content if isinstance(content, bytes) else _encoded(content, name))
    if name == TABLE:
        _below(report, len(report.findings) - len(first.findings), shown, notes=notes)


def _drawn(report: Report, name: str, style: Style, *, terminal: bool, to_file: bool) -> str | bytes:
    """A report in a format, as wide, coloured and fine as its place can show."""
    return rendered(
        report,
        name,
        style,
        width=None if to_file else _width(),
        colour=manner.emphasis(terminal=True) if terminal else _forced(to_file),
        blocks=to_file or _has_blocks(),
    )


def _below(report: Report, unsaid: int, style: Style, *, notes: bool) -> None:
    """Write the notes that stand below a table, all or those that change how a number is read."""
    below = _rest(report)
    told = below if notes else [note for note in below if not note.key.startswith(ROUTINE)]
    _note(told, style)
    _more(unsaid, len(below) - len(told), style)


def _more(findings: int, notes: int, style: Style) -> None:
    """Say how to see the findings that were left out, and what notes there are besides."""
    if not findings or manner.quiet:
        return
    from tradecli.catalogue.writer import write

    counts = {"more_why": findings, "more_notes": notes}
    options = [Statement(key, {"count": count}) for key, count in counts.items() if count]
    _tell([write(Statement("more", {"options": options}), style)])


def show(
    picture: Picture, report: Report, style: Style, *, asked: str, output: str, beside: Beside | None = None
) -> None:
    """Write a picture: drawn in characters, as SVG, PNG or HTML, or its figures as any other report's.

    Raises:
        QueryError: Bytes for a terminal, a format that does not exist, or the extra is missing.
        StoreError: The file cannot be written.
    """
    from tradecli.render import picture as drawing

    to_file = output not in {"", "-"}
    suffix = Path(output).suffix.lower().removeprefix(".") if to_file else ""
    name = asked or (suffix if suffix in drawing.FORMATS else "")
    shown = units.of_report(style, report)
    if name in drawing.FORMATS:
        if name == "png" and sys.stdout.isatty() and not to_file:
            raise QueryError("png would garble the terminal", hint="write it to a file: --output FILE.png")
        content = drawing.rendered(picture, report, name, shown)
        _note(_first(report, name), shown)
        keep(report, shown, content if isinstance(content, bytes) else content.encode(), name, output, beside)
    elif name == TABLE or (not name and not to_file and sys.stdout.isatty()):
        width = None if to_file else _width()
        drawn = _encoded(drawing.drawn(picture, shown, width), TABLE)
        _note(_first(report, TABLE), shown)
        keep(report, shown, drawn, TABLE, output, beside)
        _note(_rest(report), shown)
    else:
        tell(report, style, asked=asked, output=output, beside=beside)


def keep(report: Report, style: Style, content: bytes, name: str, output: str, beside: Beside | None) -> None:
    """Write an answer as it was drawn, and what is to stand beside it."""
    if beside:
        beside.check(name, output)
        saving.save(Path(output), content, beside.of_report(report, style, output, content))
    else:
        send(content, output)


def publish(
    document: Document, style: Style, *, asked: str, output: str, beside: Beside | None = None
) -> None:
    """Write a release: Markdown, one HTML page, a Word file, or plain text.

    Raises:
        QueryError: A release has no such format, it would garble the terminal, or an extra is missing.
        StoreError: The file cannot be written.
    """
    terminal, to_file = _on_terminal(), output not in {"", "-"}
    name = chosen_for_text(asked, output, terminal=terminal)
    if name in BINARY_TEXT and terminal and not to_file:
        raise garbled(name)
    if beside:
        beside.check(name, output)
    shown = units.of_document(style, document)
    # Neither a picture beside a release that then cannot be written, nor one beside a device or a pipe.
    alone = to_file and files.passes_through(files.writable(Path(output)))
    drawing, drawn = illustrated(document, name, "" if alone else output, shown)
    width = None if to_file else _width()
    content = written(document, name, shown, width=width, drawing=drawing)
    as_text = content if isinstance(content, bytes) else content.encode()
    more = [(drawing, drawn.encode())] if drawing else []
    more += beside.of_document(document, shown, output, as_text) if beside else []
    if more:
        saving.save(Path(output), as_text, more)
        return
    send(_encoded(str(content), TABLE) if name == TABLE and not to_file else as_text, output)


def remark(said: Sequence[Statement], style: Style) -> None:
    """Write on standard error what stands in no file: nothing where notes are not wanted."""
    _note(said, style)


def send(content: bytes, output: str) -> None:
    """Write bytes to a file or to standard output.

    Raises:
        StoreError: Neither can be written.
    """
    if output in {"", "-"}:
        write_out(content)
        return
    saving.save(Path(output), content)


def _first(report: Report, name: str) -> Sequence[Statement]:
    """The notes to read before the answer: of its age where it holds none, of what was left out always."""
    watched = name == TABLE or (sys.stderr and sys.stderr.isatty())
    urgent = LEFT_OUT if name in WITH_NOTES else WATCHED if watched else URGENT
    return [note for note in report.notes if note.key.startswith(urgent)]


def _rest(report: Report) -> Sequence[Statement]:
    """The notes below a table, which is for people."""
    return [note for note in report.notes if not note.key.startswith(WATCHED)]


def _note(notes: Sequence[Statement], style: Style) -> None:
    from tradecli.render.cells import note_lines

    if manner.quiet:
        notes = [note for note in notes if note.key.startswith(URGENT[-1:])]
    _tell(note_lines(notes, style))


def _tell(lines: Sequence[str]) -> None:
    """Write lines to standard error, on a terminal broken between words."""
    messages.write("\n".join(messages.broken(lines)))


def _encoded(text: str, name: str) -> bytes:
    """Tables in the terminal's own encoding; everything else is UTF-8 everywhere."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if name != TABLE or encoding.lower().replace("-", "") == "utf8":
        return text.encode()
    from tradecli.render.table import as_ascii

    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return as_ascii(text).encode(encoding, "replace")


def write_out(content: bytes) -> None:
    """Write bytes to standard output and flush them.

    Raises:
        SystemExit: With `BROKEN_PIPE` when the reader went away.
        StoreError: Standard output is closed, or its disk is full.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still buffered must not raise again when Python shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise SystemExit(BROKEN_PIPE) from None
    except (OSError, ValueError, AttributeError) as error:
        raise unwritable(error) from None


def unwritable(error: Exception) -> StoreError:
    """What is wrong with standard output; what is still buffered for it is let go."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    reason = getattr(error, "strerror", None) or "it is closed"
    return StoreError("standard output cannot be written: {reason}", reason=Wording(reason))


def _on_terminal() -> bool:
    """Whether a person reads standard output; Python has none at all where it was closed."""
    return bool(sys.stdout) and sys.stdout.isatty()


def _has_blocks() -> bool:
    """Whether standard output can be sent more than ASCII."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return encoding == "utf8" and os.environ.get("TERM", "") != "dumb"


def _width() -> int | None:
    """Columns to lay a table out for: COLUMNS, else the terminal's; None in a pipe, where nothing is cut."""
    if os.environ.get("COLUMNS", "").isdigit() and int(os.environ["COLUMNS"]) > 0:
        return int(os.environ["COLUMNS"])
    return shutil.get_terminal_size().columns if _on_terminal() else None


def _forced(to_file: bool) -> bool:
    if manner.color != "auto":
        return manner.color == "always" and not to_file
    return bool(os.environ.get("FORCE_COLOR")) and not os.environ.get("NO_COLOR") and not to_file
