"""`trade fetch`."""

from __future__ import annotations

from tradecli import options as opt

WANTED = (
    opt.argument(
        "sources",
        None,
        metavar="[SOURCE]...",
        help="Which sources; without it the best for --reporter, or mof census.",
    ),
    opt.own("every", False, "--all", help="Every source that has figures, for the pairs it has."),
    opt.own(
        "since", "", metavar="MONTH", help="The first month wanted, where a source can be asked for one."
    ),
    opt.own("reporter", "", help="Whose customs; the best source is picked."),
    opt.own("partners", None, "--partner", help="Only these partners; may stand more than once."),
)
MANNER = (
    opt.own("dry_run", False, "--dry-run", help="Show what would be asked for."),
    opt.own("force", False, "--force", help="Ask for whole files even if unchanged."),
    opt.own("timeout", 60.0, help="Seconds for one file, all attempts.", envvar="TRADE_TIMEOUT"),
    opt.own("offline", False, "--offline", help="Open no connection.", envvar="TRADE_OFFLINE"),
    opt.own(
        "strict", False, "--strict", help="Fail (4) also where stored figures remain.", envvar="TRADE_STRICT"
    ),
)


@opt.lend(*WANTED, "commodity", *MANNER, *opt.WORDS)
def fetch(given: opt.Given) -> int:
    """Bring the newest official tables into the store."""
    from tradecli import holdings, progress

    with progress.watched():
        answer = holdings.fetch(
            *(given.sources or ()),
            every=given.every,
            since=given.since,
            reporter=given.reporter,
            partners=given.partners or (),
            commodity=given.commodity,
            dry_run=given.dry_run,
            force=given.force,
            timeout=given.timeout,
            offline=given.offline,
            strict=given.strict,
        )
    return given.write(answer)
