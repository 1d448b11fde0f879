"""`vaarta watch`: the stories of feeds and sitemaps, as they come."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.output import INTERRUPTED, Tally, complain, emit, fail, wants_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaarta.reading.watch_state import State
    from vaarta.reading.watching import Watcher
    from vaarta.records import Passed, Story

__all__ = ["watch"]

STATE = "vaarta.watch"
MINUTE = 60.0


def watch(  # noqa: PLR0913, PLR0917 - a command has as many parameters as it has options
    feeds: Annotated[list[str], typer.Argument(metavar="FEEDS…", help="Addresses of feeds and sitemaps.")],
    once: Annotated[bool, typer.Option("--once", help="One round, then leave: for a scheduler.")] = False,
    state: Annotated[
        Path | None, typer.Option("--state", help=f"What has been seen: a file, {STATE} or RECORD.watch if not given.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", metavar="RECORD", help="Code the stories and keep them in this record.")
    ] = None,
    every: Annotated[float, typer.Option("--every", min=1, help="Minutes between two polls of a feed.")] = 15,
    delay: Annotated[float, typer.Option("--delay", min=0, help="Seconds between two requests to a host.")] = 5,
    most: Annotated[int, typer.Option("--most", min=1, help="Stories fetched from a host in a round.")] = 100,
    days: Annotated[float, typer.Option("--days", min=0, help="Leave out stories older than this at first sight.")] = 7,
    contact: Annotated[str, typer.Option("--contact", help="An address of yours, told to servers.")] = "",
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of private networks too.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
) -> None:
    """Read the stories that feeds and sitemaps list, each once, as their sites allow (docs/feeds.md).

    Prints JSON Lines into a pipe, a line a story on a terminal; with --keep codes and keeps them instead. Ended and
    started again it goes on where it was. Exit code 3, with --once: some stories or feeds were passed over.
    """
    from vaarta.reading.watch_state import State
    from vaarta.reading.watching import Manners, Watcher

    if wrong := [feed for feed in feeds if not feed.lower().startswith(("http://", "https://"))]:
        fail(f"{wrong[0]}: a feed is an http or https address; read a file with `vaarta read`")
    remembered = State(state or (keep.with_name(f"{keep.name}.watch") if keep else Path(STATE)))
    manners = Manners(every * MINUTE, delay, most, days, allow_private, contact)
    watcher, tally = Watcher(feeds, remembered, manners), Tally()
    try:
        if keep is None:
            _print(watcher.run(once=once), remembered, tally, as_json=wants_json(json))
        else:
            _keep(watcher, remembered, tally, keep, once=once)
    except KeyboardInterrupt:
        complain("interrupted; start it again and it goes on where it was")
        raise typer.Exit(INTERRUPTED) from None
    finally:
        remembered.close()
    raise typer.Exit(tally.code())


def _print(results: "Iterator[Story | Passed]", state: "State", tally: Tally, *, as_json: bool) -> None:
    from vaarta.records import Passed

    for result in results:
        if isinstance(result, Passed):
            tally.passed(result)
        else:
            tally.done()
            if as_json:
                emit(result)
            else:
                place = result.publisher or result.site
                typer.echo(f"{result.published or '–'}  {place}  {result.headline or result.text[:80]!r}")
        state.commit()
    state.commit()


def _keep(watcher: "Watcher", state: "State", tally: Tally, record: Path, *, once: bool) -> None:
    """Keep the stories of each round, then the state: a story that was not kept is fetched again."""
    from vaarta.pipeline import code_stories
    from vaarta.records import Passed
    from vaarta.store import open_store

    with open_store(record) as store:
        while True:
            for result in code_stories(watcher.round()):
                if isinstance(result, Passed):
                    tally.passed(result)
                else:
                    store.keep(*result)
                    tally.done()
            state.commit()
            complain(f"{record}: {tally.read} stories kept, {tally.passed_over} passed over")
            if once:
                return
            watcher.rest()
