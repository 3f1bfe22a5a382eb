"""Builds the site of docs/ and looks at what was built: `python -m tests.site [FOLDER]`.

Every link within it has to lead to a page and an anchor that are there, and no page may fetch anything
from elsewhere: style sheets, scripts, fonts and pictures are all its own. Needs the extra `docs`.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from tests.conftest import CHECKOUT

PAGES = CHECKOUT / "docs"
#: Elements that fetch what they name, and the attribute that names it.
_FETCHING = {
    "script": "src",
    "link": "href",
    "img": "src",
    "source": "src",
    "iframe": "src",
    "object": "data",
}
#: Links of the head that only tell where something is.
_TELLING = {"canonical", "next", "prev", "search", "index", "help", "author", "copyright"}
_OF_STYLE = re.compile(r"url\(\s*['\"]?(https?:|//)|@import\s+['\"](https?:|//)")


class Page(NamedTuple):
    """What a page links to, what it fetches, and the anchors that it has."""

    links: list[str]
    fetched: list[str]
    anchors: set[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page([], [], set())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.anchors.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
        named = given.get(_FETCHING.get(tag, ""), "")
        if named and not (tag == "link" and given.get("rel") in _TELLING):
            self.page.fetched.append(named)


def read(path: Path) -> Page:
    """A page of the site."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page


def build(folder: Path) -> str:
    """Build the site; what the generator warns of, which leaves no site."""
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-q", "-b", "html"]
    ran = subprocess.run([*command, PAGES, folder], capture_output=True, text=True, check=False)
    return "" if ran.returncode == 0 else ran.stderr or ran.stdout


def problems(folder: Path) -> Iterator[str]:
    """Each link that leads nowhere, and each thing that is fetched from elsewhere."""
    pages = {path.resolve(): read(path) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        where = path.relative_to(folder.resolve())
        for link in page.links:
            if (fault := _fault(link, path, pages)) is not None:
                yield f"{where}: {link}: {fault}"
        for named in page.fetched:
            if urlsplit(named).netloc:
                yield f"{where} fetches {named}"
            elif not named.startswith("data:") and not (path.parent / _place(named)).is_file():
                yield f"{where}: {named} is not there"
    for path in sorted(folder.rglob("*.css")):
        if found := _OF_STYLE.search(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(folder)} fetches: {found[0]}"


def _place(link: str) -> str:
    return unquote(urlsplit(link).path)


def _fault(link: str, path: Path, pages: dict[Path, Page]) -> str | None:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target not in pages:
        return None if target.is_file() else "there is no such page"
    anchor = unquote(parts.fragment)
    return None if not anchor or anchor in pages[target].anchors else "there is no such anchor"


def main(words: Sequence[str]) -> int:
    """Build and look: 1 where there is anything to mend."""
    folder = Path(words[0]) if words else CHECKOUT / "build" / "site"
    found = [warned] if (warned := build(folder)) else list(problems(folder))
    pages = len(list(folder.rglob("*.html")))
    sys.stdout.write("".join(f"{line}\n" for line in [*found, f"{folder}: {pages} pages"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
