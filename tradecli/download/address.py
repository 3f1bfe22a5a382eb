"""Addresses: where a source is, what is sent as path and query, and whom the key is for."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import quote, quote_plus

import httpx

from tradecli.errors import SourceError
from tradecli.sources.base import Key
from tradecli.sources.request import Request

Origin = tuple[str, str, int | None]


class Place(NamedTuple):
    """Where a source is: its id, the base address, the hosts a redirect may lead to, its key.

    `instead` is an address the user has set: it replaces the source's own and those of its
    requests. `secret` is the key's value, which goes to the origin of the base address and nowhere else.
    """

    source: str
    address: str
    hosts: tuple[str, ...] = ()
    key: Key | None = None
    secret: str = ""
    instead: str = ""

    @property
    def spellings(self) -> set[str]:
        """The key, however it may be written."""
        return {self.secret, quote(self.secret, safe=""), quote_plus(self.secret)} - {""}

    def masked(self, text: str) -> str:
        """A text without the key; one that holds none stays the one it is."""
        for spelling in self.spellings:
            text = text.replace(spelling, "***") if spelling in text else text
        return text

    def without_key(self, content: bytes) -> bytes:
        """A reply without the key: some servers repeat the question, and replies reach the disk."""
        for spelling in self.spellings:
            content = content.replace(spelling.encode(), b"***")
        return content


def with_key(place: Place, address: httpx.URL) -> httpx.URL:
    """The address with the key in its query, where it is sent there."""
    key = place.key
    if not (key and key.parameter and not key.header):
        return address
    added = f"{quote(key.parameter, safe='')}={quote(place.secret, safe='')}"
    query = address.query.decode("ascii")
    return address.copy_with(query=f"{query}&{added}".lstrip("&").encode("ascii"))


def path_and_query(folder: str, request: Request) -> str:
    """Path and query as they are sent, the characters that must stand unescaped left as they are."""
    folder = folder.strip("/")
    path = quote(request.path, safe=f"/{request.verbatim}")
    query = "&".join(
        f"{quote(name, safe='')}={quote(value, safe=f':{request.verbatim}')}"
        for name, value in request.parameters
    )
    return (f"{folder}/" if folder else "") + path + (f"?{query}" if query else "")


def base_address(place: Place, request: Request) -> httpx.URL:
    """The base address of a request: https, or http on this machine alone.

    Raises:
        SourceError: Anything else.
    """
    try:
        address = httpx.URL(place.instead or request.address or place.address)
    except httpx.InvalidURL:
        address = httpx.URL("")
    if address.host and (address.scheme == "https" or (address.scheme == "http" and loopback(address.host))):
        return address.copy_with(query=None, fragment=None, username=None, password=None)
    raise SourceError(
        "the address of {source} is {scheme}://{host}, which is not https",
        hint="unset {variable} or give an https address",
        source=place.source,
        scheme=address.scheme,
        host=address.host,
        variable=f"TRADE_{place.source.upper()}_URL",
    )


def loopback(host: str) -> bool:
    """Whether a host is this machine.

    Examples:
        >>> loopback("127.0.0.1"), loopback("localhost"), loopback("10.0.0.1")
        (True, True, False)
    """
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def origin(address: httpx.URL) -> Origin:
    """Scheme, host and port: what a key is for."""
    return address.scheme, address.host, address.port or {"https": 443, "http": 80}.get(address.scheme)
