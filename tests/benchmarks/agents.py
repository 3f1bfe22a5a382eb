"""The questions of `inprocess` as an agent's calls: through the SDK's client and standard input and output.

    python -m tests.benchmarks.agents [HOW MANY]

Needs the extra `mcp`. The client's own work, reading and holding each answer against its schema, is in it.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec

from tests.benchmarks.inprocess import KINDS, Asked, asked
from tests.benchmarks.measuring import Failed

#: Milliseconds that the median call may take.
BAR = 12.0
COUNT = 300


def work(count: int) -> dict[str, list[float]]:
    """Milliseconds of each call by kind; where nothing is held, the refusal is the answer."""
    import anyio
    from mcp.client.client import Client

    from tests.doors.test_mcp import Wire

    taken: dict[str, list[float]] = {"refused": []}

    async def session() -> None:
        async with Client(Wire().opened()) as client:
            await client.list_tools()
            for kind in KINDS:
                await client.call_tool(kind, _arguments(Asked(kind, "US", 2025, 11, "")))
            for one in asked(count):
                begun = time.perf_counter()
                found = await client.call_tool(one.kind, _arguments(one))
                kind = "refused" if found.is_error else one.kind
                taken.setdefault(kind, []).append(1_000 * (time.perf_counter() - begun))

    anyio.run(session)
    return taken


def _arguments(one: Asked) -> dict[str, str]:
    known = {"as_of": one.as_of} if one.as_of else {}
    partner = {} if one.kind == "partners" else {"partner": one.partner}
    return {"through": f"{one.year}-{one.month:02d}", **partner, **known}


def main(count: int = COUNT) -> Iterator[str]:
    """One table.

    Raises:
        Failed: The SDK is not installed.
    """
    if find_spec("mcp") is None:
        raise Failed("the protocol of agents is an extra: pip install 'tradecli[mcp]'")
    taken = work(count)
    every = sorted(one for times in taken.values() for one in times)
    median = statistics.median(every)
    held = "held" if median <= BAR else "MISSED"
    lines = [
        f"{count:,} calls of an agent, milliseconds; bar: median <= {BAR:.0f} {held}",
        f"{'':<10}{'asked':>7}{'median':>8}{'tenth':>8}{'most':>8}",
    ]
    for kind, times in [*sorted(taken.items()), ("all", every)]:
        if times:
            low = sorted(times)[len(times) // 10]
            lines.append(
                f"{kind:<10}{len(times):>7}{statistics.median(times):>8.1f}{low:>8.1f}{max(times):>8.1f}"
            )
    yield "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write("".join(f"{part}\n" for part in main(*map(int, sys.argv[1:2]))))
