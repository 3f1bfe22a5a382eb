"""`trade mcp`."""

from __future__ import annotations

import sys

from tradecli import options as opt

#: Where it answers over HTTP unless said.
PORT = 8765
AT = opt.argument("port", None, metavar="[PORT]", help=f"With --http: the port; {PORT} unless said.")
HTTP = opt.own("http", False, "--http", help="Over HTTP on this machine alone, not on standard input.")
FETCH = opt.own("allow_fetch", False, "--allow-fetch", help="Also a tool that downloads newer figures.")
TABLES = opt.own(
    "allow_tables", False, "--allow-tables", help="Tools may name own tables: files here, or addresses."
)


@opt.lend(AT, HTTP, FETCH, TABLES, "lang")
def mcp(given: opt.Given) -> int:
    """Answer agents: each question a tool of the Model Context Protocol, on standard input and output."""
    from tradecli.errors import QueryError

    if given.port is not None and not given.http:
        raise QueryError("a port is for HTTP", hint="write: trade mcp --http {port}", port=given.port)
    try:
        from tradecli.doors.mcp import Allowed, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"tradecli", "polars"}:
            raise
        raise QueryError(
            "trade mcp needs the extra `mcp`", hint="install it with: pip install 'tradecli[mcp]'"
        ) from None
    allowed = Allowed(given.allow_fetch, given.allow_tables)
    if not given.http:
        _opened()
        serve(allowed, given.style.lang)
        return 0
    from tradecli.doors import mcp_http

    mcp_http.serve(allowed, PORT if given.port is None else given.port, given.style.lang)
    return 0


def _opened() -> None:
    """Refuse to begin where nobody can ask or be answered: Python has no stream where one was closed."""
    from tradecli import output
    from tradecli.errors import QueryError
    from tradecli.wording import Wording

    if not sys.stdin:
        raise QueryError(
            "cannot read {word}: {reason}",
            hint="see: trade mcp --help",
            word="-",
            reason=Wording("it is closed"),
        )
    output.write_out(b"")
