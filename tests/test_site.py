"""The site of docs/: it is built without a warning, every link in it leads somewhere, nothing is fetched."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser import axe, measured
from tests.site import PAGES, build, problems, read

needs_the_extra = pytest.mark.skipif(
    any(find_spec(name) is None for name in ("sphinx", "myst_parser", "furo")),
    reason="the site needs what `pip install -e '.[docs]'` brings",
)


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    warned = build(folder)
    assert warned == ""
    return folder


@needs_the_extra
@pytest.mark.slow
def test_every_page_is_there_and_every_link_leads_somewhere(site: Path) -> None:
    assert list(problems(site)) == []
    for path in PAGES.rglob("*.md"):
        assert (site / path.relative_to(PAGES).with_suffix(".html")).is_file()
    assert "With --as-of: leave out" in (site / "reference" / "commands.html").read_text(encoding="utf-8")
    assert "tutorials/terminal.html" in read(site / "index.html").links


@needs_the_extra
@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "dark"),
    [("index", False), ("search", True), ("tutorials/articles", True), ("reference/settings", False)],
)
def test_a_page_is_read_by_all(page: str, dark: bool, site: Path, tmp_path: Path) -> None:
    script = axe()
    path = site / f"{page}.html"
    # Beside the browser's own folder: what the page names is found from where it lies.
    beside = tmp_path / "site"
    shutil.copytree(site, beside)
    folder = beside / path.relative_to(site).parent
    told = measured(path.read_text(encoding="utf-8"), folder, width=390, dark=dark, script=script)
    assert told["violations"] == []
    assert told["scroll"] <= told["width"] == 390
    assert [request for request in told["requests"] if not request.startswith("file:")] == []


FAULTY = {
    '<a href="other.html">': "index.html: other.html: there is no such page",
    '<a href="#nowhere">': "index.html: #nowhere: there is no such anchor",
    '<a href="page.html#nowhere">': "index.html: page.html#nowhere: there is no such anchor",
    '<script src="https://example.org/x.js"></script>': "index.html fetches https://example.org/x.js",
    '<link rel="stylesheet" href="//example.org/x.css">': "index.html fetches //example.org/x.css",
    '<img src="gone.svg">': "index.html: gone.svg is not there",
}


@pytest.mark.parametrize("mark", FAULTY)
def test_a_fault_of_a_page_is_seen(mark: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text('<h1 id="here">', encoding="utf-8")
    good = '<a href="page.html#here"><a href="https://example.org/#x"><link rel="canonical" href="//x.org">'
    (tmp_path / "index.html").write_text(good, encoding="utf-8")
    assert list(problems(tmp_path)) == []
    (tmp_path / "index.html").write_text(good + mark, encoding="utf-8")
    assert list(problems(tmp_path)) == [FAULTY[mark]]


def test_a_style_sheet_that_fetches_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        "@font-face { src: url('https://example.org/f.woff2') }", encoding="utf-8"
    )
    (tmp_path / "b.css").write_text("body { background: url(paper.png) }", encoding="utf-8")
    assert list(problems(tmp_path)) == ["a.css fetches: url('https:"]
