"""Whatever bytes come, every parser answers or says what is wrong, in one line and soon.

    python -m tests.fuzz [PARSER ...] [--minutes=N] [--seed=S]

Genuine inputs are changed at random, for N minutes a parser (one by default). An exception that the program
does not declare, a message of several lines and more than a second of processor time are reported with the
seed that makes the input again; the input is kept in `fuzz-found/`, as NAME-last one that ended the process.
Ends with 1 where there is any.
"""

from __future__ import annotations

import io
import random
import signal
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence

from tests.conftest import CHECKOUT
from tests.parsers import PARSERS, Parser
from tradecli.errors import TradeError

FOUND = CHECKOUT / "fuzz-found"
#: Processor time that a small input may take, and after which it is ended.
SECONDS, LONGEST = 1.0, 20.0
_ENDS = """
    0 -0 -1 00 0.1 1e999 nan inf 1,000 null 0000 0000-00 9999-12 99999 2025-02-30 -- *
    | - , ; : = # @ % ' " \"\"\" \\ [ ] { } [[claim]] \u0000 ３ ٣ ² ½ é 億 World TOTAL
"""
#: What breaks readers: ends of ranges, other digits, signs that end, open or hide something, and no end.
WORDS = [
    *("", *_ENDS.split(), *"\n\r\0\t\x1b\u202e\ufeff\ud7ff\U0001f600", "\r\n", "[[claim]]\n"),
    *("9" * 30, "9" * 5_000, "0x" + "f" * 5_000, "[" * 3_000, "{" * 3_000, "a" * 20_000, "a." * 3_000),
]


def changed(content: bytes, dice: random.Random) -> bytes:
    """A genuine input with one to six small changes."""
    data = bytearray(content)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        at, length = dice.randint(0, len(data)), dice.choice((0, 1, 1, 2, 4, 16, 200))
        other = dice.randint(0, len(data))
        word = dice.choice(WORDS).encode("utf-8", "surrogatepass")
        data[at : at + length] = dice.choice(
            (word, word, dice.randbytes(length), b"", bytes(data[other : other + 40]), word * 2)
        )
    return bytes(data[: dice.randint(0, len(data))] if dice.random() < 0.03 else data)


def changed_inside(content: bytes, dice: random.Random) -> bytes:
    """An archive one of whose members is changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice(sorted(members, key=lambda one: "sheet" not in one and "shared" not in one)[:3])
    members[name] = changed(members[name], dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, data in members.items():
            archive.writestr(zipfile.ZipInfo(each), data)
    return out.getvalue()


def _too_long(_number: int, _frame: object) -> None:
    raise TimeoutError(f"over {LONGEST:.0f} seconds")


def fault(parser: Parser, content: bytes, *, again: bool = True) -> str:
    """What a parser does wrong with an input; empty where it does right.

    What took too long is tried once *again*: a large process may have collected garbage meanwhile.
    """
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        parser.read(content)
    except TradeError as error:
        told = f"{error}{error.hint}"
        if not str(error) or not told.isprintable():
            return f"a message that is no line: {told[:300]!r}"
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return f"{type(error).__name__}: {error}"[:300]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    spent = time.process_time() - began
    if spent > SECONDS and again:
        return fault(parser, content, again=False)
    return f"{spent:.1f} seconds for {len(content)} bytes" if spent > SECONDS else ""


def made(parser: Parser, name: str, seed: str, number: int) -> bytes:
    """The input of a number."""
    dice = random.Random(f"{seed} {name} {number}")
    genuine = dice.choice(parser.genuine)
    return changed_inside(genuine, dice) if parser.zipped and dice.random() < 0.9 else changed(genuine, dice)


def run(name: str, parser: Parser, seed: str, seconds: float) -> Iterator[str]:
    """Faults found in so many seconds, each kind once, then a line with the counts."""
    ends, number, seen = time.monotonic() + seconds, 0, set[str]()
    FOUND.mkdir(exist_ok=True)
    last = FOUND / f"{name}-last"
    while time.monotonic() < ends:
        content = made(parser, name, seed, number)
        last.write_bytes(content)
        said = fault(parser, content)
        kind = "".join(sign for sign in said if not sign.isdigit())[:60]
        if said and kind not in seen:
            seen.add(kind)
            (FOUND / f"{name}-{seed}-{number}").write_bytes(content)
            yield f"{name} --seed={seed}, input {number}: {said}"
        number += 1
    last.unlink()
    yield f"{name}: {number} inputs in {seconds / 60:.1f} minutes, {len(seen)} kinds of faults"


def main(words: Sequence[str]) -> int:
    """Run some parsers, or all, and print what was found."""
    signal.signal(signal.SIGPROF, _too_long)
    options = dict(word.removeprefix("--").split("=") for word in words if "=" in word)
    seed, seconds, faults = options.get("seed", "1"), 60 * float(options.get("minutes", 1)), 0
    for name in [word for word in words if not word.startswith("-")] or PARSERS:
        for line in run(name, PARSERS[name](), seed, seconds):
            faults += "--seed=" in line
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
