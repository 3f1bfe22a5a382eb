"""How the site of these pages is made: `python -m tests.site` builds and checks it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.lexers.special import TextLexer
from pygments.token import Generic

project = "trade"
html_title = "trade"
html_show_copyright = False
#: Two hyphens are those of an option.
smartquotes = False
language = "en"
extensions = ["myst_parser"]
html_theme = "furo"
myst_heading_anchors = 3
exclude_patterns = ["examples", "man"]
#: For agents that read a site: made by `python -m tests.generated`.
html_extra_path = ["llms.txt"]
nitpicky = True
html_copy_source = False
html_show_sourcelink = False
#: The pages, in the order in which they are listed.
NAVIGATION = {
    "Tutorials": ("tutorials/terminal", "tutorials/python", "tutorials/articles", "tutorials/own-tables"),
    "How to": (
        "how-to/settings",
        "how-to/customs-files",
        "how-to/scripts",
        "how-to/programs",
        "how-to/releases",
        "how-to/reporters",
        "how-to/goods",
        "how-to/fetching",
        "how-to/languages",
        "how-to/citing",
        "how-to/inspecting",
    ),
    "Reference": (
        "reference/commands",
        "reference/columns",
        "reference/schemas",
        "reference/exit-codes",
        "reference/settings",
        "reference/notes",
        "reference/python",
        "reference/sources",
        "reference/claims",
    ),
    "Explanation": (
        "explanation/method",
        "explanation/architecture",
        "explanation/glossary",
        "explanation/adding-a-source",
        "explanation/faults",
    ),
    "中文": ("zh",),
}


class Screen(RegexLexer):  # type: ignore[misc]
    """A terminal: commands behind a dollar sign, all else as it is printed, whatever it begins with."""

    tokens: ClassVar = {
        "root": [
            (r"^(\$ )(.*\n)((?:> .*\n)*)", bygroups(Generic.Prompt, Generic.Strong, Generic.Strong)),
            (r".*\n", Generic.Output),
        ]
    }


def _listed(app: Any, name: str, source: list[str]) -> None:
    """Add the list of pages to the first one, which holds nothing that only Sphinx reads."""
    if name == "index":
        for title, pages in NAVIGATION.items():
            source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {title}\n\n" + "\n".join(pages) + "\n```\n"


#: What the theme leaves out for those who read by ear or by keyboard.
MENDED = {
    'role="heading"': 'role="heading" aria-level="2"',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="Pages">',
    '<aside class="toc-drawer': '<aside aria-label="On this page" class="toc-drawer',
    '<div id="search-results"></div>': '<h1>Search</h1>\n<div id="search-results" ></div>',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
}


def _mend(app: Any, error: Exception | None) -> None:
    """Mend the pages as they were written."""
    for path in Path(app.outdir).rglob("*.html") if error is None else ():
        text = path.read_text(encoding="utf-8")
        for found, better in MENDED.items():
            if better not in text:
                text = text.replace(found, better)
        if path.stem == "zh":
            text = text.replace('<article role="main"', '<article lang="zh-Hant-TW" role="main"')
        path.write_text(text, encoding="utf-8")


def setup(app: Any) -> dict[str, bool]:
    """Read the pages as they are."""
    # The picture of the rooms is drawn where the repository is shown; here it is the text it is made of.
    app.add_lexer("mermaid", TextLexer)
    app.add_lexer("console", Screen)
    app.add_lexer("sh", TextLexer)
    app.connect("source-read", _listed)
    app.connect("build-finished", _mend)
    return {"parallel_read_safe": True}
