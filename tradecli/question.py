"""What is asked, and what was known of it. Pure."""

# No postponed annotations in this file: `NamedTuple` compiles each one that is a text, at every start.
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from tradecli import vintages
from tradecli.facts import memberships, places
from tradecli.facts.memberships import Term
from tradecli.facts.places import Place
from tradecli.schema import OWN

if TYPE_CHECKING:
    from tradecli.own_table import Table


class Question(NamedTuple):
    """What is asked: one pair, one commodity, one kind of adjustment, as known on one day.

    `table` is an own table that is to answer instead of what the program holds. `flows` are those without
    which a source that has others is no answer, where another source has them; `yearly` says that years
    are asked for, which a source without months has too.
    """

    reporter: str = "TW"
    partner: str = "WORLD"
    commodity: str = "TOTAL"
    classification: str = "total"
    adjustment: str = "none"
    source: str = ""
    as_of: date | None = None
    strict: bool = False
    table: "Table | None" = None
    flows: tuple[str, ...] = ("export", "import")
    yearly: bool = False


#: Days after which a newer release is out: one a month, and a few days for a late one.
STALE = 45


class Age(NamedTuple):
    """How old figures are: the day the newest was published, the newest month of any, days since then."""

    day: date
    month: date
    days: int


class Known(NamedTuple):
    """The published rows for a question that were known on its day, and the figures they give.

    `observations` holds every vintage up to that day (rows of `schema.OBSERVATIONS`; for a named
    area its members' too), `figures` the newest figure of each window (see `vintages`), `origins`
    looks up the file or article behind an `origin`. `today` is the day of reading, where the newest
    figures there are were asked for; `troubles` says what of the store could not be read; `other` is
    the newest month of the other adjustment, `years` the newest year of both flows elsewhere.
    """

    question: Question
    source: str
    observations: pl.DataFrame
    figures: pl.DataFrame
    origins: Callable[[], Mapping[str, Mapping[str, Any]]]
    today: date | None = None
    troubles: tuple[str, ...] = ()
    other: date | None = None
    years: date | None = None

    @property
    def stale(self) -> Age | None:
        """The age of figures older than `STALE`; None of fresher ones, and where a day was asked for."""
        if not self.today:
            return None
        newest, month = (self.observations[name].max() for name in ("vintage", "period"))
        if not isinstance(newest, date) or not isinstance(month, date):
            return None
        days = (self.today - newest).days
        return Age(newest, month, days) if days > STALE else None

    @property
    def currency(self) -> str:
        """The currency of every figure; `load` refuses a question whose figures have several."""
        return str(self.observations["currency"][0])


class Quantities(NamedTuple):
    """The quantities of a pair, counted in `unit`, and the `valued` worth of the records that have one.

    Both are counted in the same parts of a whole unit, so many as `parts`.
    """

    quantity: Known
    valued: Known
    unit: str
    parts: int


class Evidence(NamedTuple):
    """What a release for a pair draws on, each empty where nothing is available.

    `pair` is the world, then the partner asked for if it is another; `groups` the pair by commodity;
    `partners` every partner, for the world alone; `offices` the own and the other office's figures, of
    the partner asked for, or of the United States for the world; `newest` the pair as known now, where
    the day asked for is an earlier one.
    """

    pair: Sequence[Known]
    groups: Sequence[Known] = ()
    partners: Sequence[Known] = ()
    offices: Sequence[Known] = ()
    newest: Sequence[Known] = ()


def figures(observations: pl.DataFrame, partner: str) -> pl.DataFrame:
    """The newest figure of each window of one partner, a named area from its members too.

    Returns:
        Figures (see `vintages`) told apart by `flow`, `period` and `months`.
    """
    by = ["partner", "flow"]
    newest = vintages.newest(observations, by=by)
    return _of_area(newest, places.place(partner), observations, by).drop("partner")


def as_published(area: str, observations: pl.DataFrame) -> bool:
    """Whether an area's own rows are its only figures: those of an office that alone says who belongs."""
    return not observations.is_empty() and observations["reporter"][0] in memberships.AS_PUBLISHED.get(
        area, ()
    )


def _of_area(
    newest: pl.DataFrame, place: Place, observations: pl.DataFrame, by: Sequence[str], *, whole: bool = False
) -> pl.DataFrame:
    """The figures of a place; of an area with members as the newer of published figure and sum."""
    if not place.members:
        return newest
    absent, terms = absence(observations), terms_of(place, observations)
    if whole and absent == "series":
        absent = ""
    return vintages.with_members(newest, area=place.code, terms=terms, by=by, absent=absent)


def terms_of(place: Place, observations: pl.DataFrame) -> list[Term]:
    """The members of an area with which a reporter trades: all but itself."""
    reporter = "" if observations.is_empty() else observations["reporter"][0]
    return [term for term in place.terms if term.member != reporter]


def absence(observations: pl.DataFrame) -> str:
    """What it means that a member has no rows (see `vintages.with_members`)."""
    if observations.is_empty():
        return ""
    source, adjustment = observations.select("source", "adjustment").row(0)
    if source == OWN:
        return "series"
    return "months" if (source, adjustment) in memberships.COMPLETE else ""


def figures_of_members(observations: pl.DataFrame, area: str, members: Sequence[str]) -> pl.DataFrame:
    """The figures of an area as if these had been its members in every month.

    Returns:
        As `figures`.
    """
    by = ["partner", "flow"]
    newest = vintages.newest(observations.filter(pl.col("partner").is_in(members)), by=by)
    reporter = observations["reporter"][0]
    terms = memberships.fixed([member for member in members if member != reporter])
    absent = absence(observations)
    return vintages.with_members(newest, area=area, terms=terms, by=by, absent=absent).drop("partner")


def figures_by_partner(observations: pl.DataFrame) -> pl.DataFrame:
    """The newest figure of each window of every partner, named areas from their members too.

    Returns:
        Figures (see `vintages`) told apart by `part` (the partner's code), `flow`, `period`, `months`.
    """
    by = ["partner", "flow"]
    newest = vintages.newest(observations, by=by)
    for area in places.places().values():
        listed = area.members and area.code not in memberships.CONSTANT
        if listed and not as_published(area.code, observations):
            # Beside countries an area of own records stands only whole: what it lacks is not said there.
            decided = _of_area(newest, area, observations, by, whole=True)
            newest = pl.concat([newest.filter(pl.col("partner") != area.code), decided])
    return newest.rename({"partner": "part"})


def figures_by_commodity(observations: pl.DataFrame, partner: str) -> pl.DataFrame:
    """The newest figure of each window of every commodity in trade with one partner.

    Returns:
        Figures (see `vintages`) told apart by `part` (the commodity's spelling, such as
        `mof:MACHINERY`), `flow`, `period` and `months`.
    """
    spelling = pl.concat_str("classification", pl.lit(":"), "commodity").alias("part")
    by = ["partner", "part", "flow"]
    newest = vintages.newest(observations.with_columns(spelling), by=by)
    return _of_area(newest, places.place(partner), observations, by).drop("partner")
