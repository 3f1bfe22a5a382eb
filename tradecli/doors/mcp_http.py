"""The same door over HTTP, on this machine alone: other hosts, and pages of other origins, are refused."""

from __future__ import annotations

import socket

import uvicorn
from mcp.server.transport_security import TransportSecuritySettings

from tradecli import messages
from tradecli.catalogue.wordings import in_language
from tradecli.doors.mcp import Allowed, server
from tradecli.errors import QueryError
from tradecli.wording import Wording

HOST = "127.0.0.1"
PATH = "/mcp"


def serve(allowed: Allowed, port: int, lang: str = "en") -> None:
    """Answer on a port of this machine until interrupted.

    Raises:
        QueryError: The port is taken, or none.
    """
    with _bound(port) as listening:
        number = listening.getsockname()[1]
        hosts = [f"{name}:{number}" for name in (HOST, "localhost")]
        app = server(allowed, lang).streamable_http_app(
            streamable_http_path=PATH,
            transport_security=TransportSecuritySettings(
                enable_dns_rebinding_protection=True,
                allowed_hosts=hosts,
                allowed_origins=[f"http://{host}" for host in hosts],
            ),
        )
        address = f"http://{HOST}:{number}{PATH}"
        messages.write(in_language(Wording("answering on {address}", address=address), lang))
        uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).run([listening])


def _bound(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise QueryError(
            "port {port} cannot be used: {reason}",
            hint="name another, or 0 for any that is free",
            port=port,
            reason=Wording(reason),
        ) from None
    return listening
