"""Where the extra for agents is not installed, or a port is no question."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tests.conftest import Ran

Trade = Callable[..., Ran]


def test_without_the_extra_it_says_how_to_get_it(run: Trade, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.startswith("tradecli.doors.mcp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    ran = run("mcp")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "trade: trade mcp needs the extra `mcp`\nhint: install it with: pip install 'tradecli[mcp]'\n"
    )


def test_a_port_goes_with_http(run: Trade) -> None:
    ran = run("mcp", "8080")
    assert (ran.code, ran.out) == (2, "")
    assert "trade mcp --http 8080" in ran.err


@pytest.mark.parametrize("port", ["-1", "65536", "99999999999"])
def test_a_port_that_is_none_is_refused(run: Trade, port: str) -> None:
    pytest.importorskip("mcp", reason="the protocol of agents is an extra: pip install 'tradecli[mcp]'")
    ran = run("mcp", "--http", "--", port)
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be used" in ran.err
