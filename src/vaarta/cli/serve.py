"""`vaarta serve`: the record as a page in the browser, to be read only."""

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vaarta.cli.output import complain, fail

if TYPE_CHECKING:
    from vaarta.web.tokens import Tokens

__all__ = ["serve"]

LOOPBACK = ("127.0.0.1", "::1", "localhost")
AT_ONCE = 64  # requests answered at the same time; more are told to come again
KEEP_ALIVE_S = 5
TOKENS = "VAARTA_TOKENS"


def serve(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The record.")],
    host: Annotated[
        str, typer.Option(metavar="HOST", help="The address to listen on; others than 127.0.0.1 let others read.")
    ] = "127.0.0.1",
    boundaries: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Outlines for maps, as GeoJSON, in the place of ours.")
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Who may write, NAME TOKEN a line; else VAARTA_TOKENS holds such lines, or no one may."
        ),
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes one that is free.")] = 8000,
) -> None:
    """Show the record as a page in the browser: what happened, was said, is coming; stories with their claims marked.

    It is only read, and only on this machine, unless --host says otherwise (docs/serve.md). With --token-file, the
    people that it names may rule on claims and read in stories. Ctrl-C ends it.
    """
    import uvicorn

    from vaarta.store import open_store
    from vaarta.web import make_app
    from vaarta.web.atlas import OUTLINES, read_outlines

    tokens = _tokens(token_file)
    # What is wrong with the record is told now, not to the first reader; one that is not there is not made.
    open_store(db, write=tokens is not None and db.exists()).close()
    read_outlines(boundaries or OUTLINES)  # and what is wrong with a file of boundaries
    listening = _listen(host, port)
    config = uvicorn.Config(
        make_app(db, host, boundaries or OUTLINES, tokens),
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=AT_ONCE,
        timeout_keep_alive=KEEP_ALIVE_S,
        proxy_headers=False,
        lifespan="off",
    )
    name = f"[{host}]" if ":" in host else host
    typer.echo(f"http://{name}:{listening.getsockname()[1]}/ shows {db}; Ctrl-C ends it")
    if host not in LOOPBACK:
        complain(f"{host} is no address of this machine alone: whoever reaches it can read the record")
        if tokens:
            complain("tokens are sent as they are: put a server that speaks TLS before it")
    uvicorn.Server(config).run(sockets=[listening])


def _tokens(file: Path | None) -> "Tokens | None":
    """Who may write, by the file, else by the environment; None if neither says."""
    from vaarta.web.tokens import parse_tokens, read_tokens

    # Taken out, so that no process started from here has them.
    given = os.environ.pop(TOKENS, "")
    if file:
        return read_tokens(file)
    return parse_tokens(given, TOKENS) if given else None


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as refused:
        reason = getattr(refused, "strerror", None) or refused
        fail(f"{host} port {port}: cannot listen there ({reason}); give another --port or --host")
