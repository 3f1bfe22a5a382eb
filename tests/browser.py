"""A page in a real browser: what it measures of itself, at a width, in light or dark."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_MEASURE = """<script>
addEventListener('load', async () => {
  const told = {
    width: innerWidth,
    scroll: document.documentElement.scrollWidth,
    requests: performance.getEntriesByType('resource').map(entry => entry.name),
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
    folded: [...document.querySelectorAll('details table')].map(one => one.checkVisibility()),
    cut: [...document.querySelectorAll('h1,h2,p,li,figure,svg,.wide')]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5).length,
  };
  if (window.boxes) told.boxes = window.boxes;
  if (window.axe) {
    const found = await axe.run(document, {resultTypes: ['violations']});
    told.violations = found.violations.map(one => one.id + ': ' + one.nodes.map(n => n.target).join(' '));
  }
  const out = document.createElement('pre');
  out.id = 'told';
  out.textContent = JSON.stringify(told);
  parent.document.body.append(out);
});
</script>"""


def chromium() -> str:
    """The browser; without one the test is skipped."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))),
        None,
    )
    if found is None:
        pytest.skip("no Chromium on this machine; `apt-get install chromium` brings one")
    return found


def axe() -> str:
    """The source of axe-core; AXE_CORE names the file (`npm install axe-core` brings it)."""
    path = Path(os.environ.get("AXE_CORE", "node_modules/axe-core/axe.min.js"))
    if not path.is_file():
        pytest.skip(
            "axe-core is not installed; AXE_CORE names axe.min.js, which `npm install axe-core` brings"
        )
    return path.read_text(encoding="utf-8")


def measured(
    page: str, folder: Path, *, width: int, dark: bool = False, script: str = "", policy: bool = False
) -> dict[str, Any]:
    """Open the page and return what it told of itself; under its own policy no script runs to tell it."""
    browser = chromium()
    if not policy:
        page = re.sub("<meta http-equiv[^>]*>", "", page)
    injected = f"<script>{script}</script>{_MEASURE}" if script else _MEASURE
    path = folder / "page.html"
    inner = html.escape(page.replace("</body>", f"{injected}</body>"))
    # In a frame: a headless window is never narrower than 500 pixels.
    frame = f'<iframe style="border:0;width:{width}px;height:900px" srcdoc="{inner}"></iframe>'
    outer = '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    path.write_text(f"{outer}<body style='margin:0'>{frame}</body>", encoding="utf-8")
    scheme = 0 if dark else 1
    command = [
        *(
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--virtual-time-budget=20000",
            "--dump-dom",
        ),
        *(f"--window-size={width},1000", f"--blink-settings=preferredColorScheme={scheme}"),
        *(f"--user-data-dir={folder / 'profile'}", path.as_uri()),
    ]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<pre id="told">(.*?)</pre>', ran.stdout, re.DOTALL)
    assert found or policy, ran.stderr[-500:]
    told: dict[str, Any] = json.loads(html.unescape(found[1])) if found else {}
    return told
