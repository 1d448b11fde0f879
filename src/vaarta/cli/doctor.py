"""`vaarta doctor`: whether this installation works, and what to do where it does not."""

import codecs
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from vaarta.cli.output import emit, wants_json
from vaarta.errors import ModelError
from vaarta.records import Event

if TYPE_CHECKING:
    from packaging.requirements import Requirement

__all__ = ["Finding", "doctor"]

BROKEN = 1
GIBIBYTE = 1 << 30
NEEDED = GIBIBYTE  # bytes: two pipelines and a batch take under half of it (docs/speed.md)
TRIAL = {  # what our pipelines are tried on: a summons of a diplomat, who summoned whose
    "hi": ("भारत ने पाकिस्तान के उप उच्चायुक्त को तलब किया।", "IND", "PAK"),
    "en": ("India summoned Pakistan's deputy high commissioner on Monday.", "IND", "PAK"),
}


class Finding(msgspec.Struct, frozen=True):
    """What was looked at, how it stands, what was found and, where it is not well, what to do."""

    what: str
    state: Literal["well", "lacking", "broken"]
    told: str


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print JSON Lines, on a terminal too.")] = False,
) -> None:
    """Say whether this installation works: libraries, machine, and a sentence of each language read, coded and kept.

    Exit code: 0 it works (what an extra lacks is only told), 1 something is broken.
    """
    asked, broken = wants_json(json), False
    for finding in findings():
        broken |= finding.state == "broken"
        if asked:
            emit(finding)
        else:
            typer.echo(f"{finding.state:8} {finding.what:12} {finding.told}")
    raise typer.Exit(BROKEN if broken else 0)


def findings() -> Iterator[Finding]:
    """All that is looked at, one after another; what fails on the way is a finding, too."""
    yield Finding("vaarta", "well", f"{version('vaarta')}, Python {sys.version.split()[0]} on {sys.platform}")
    checks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("libraries", libraries),
        ("machine", machine),
        ("languages", languages),
    )
    for what, check in checks:
        try:
            yield from check()
        except Exception as fault:  # noqa: BLE001 - whatever is wrong with an installation is what is asked for
            yield Finding(what, "broken", f"{type(fault).__name__}: {fault}")


def libraries() -> Iterator[Finding]:
    """Whether the libraries asked for are there in the versions asked for; of an extra only what it lacks."""
    from packaging.requirements import Requirement

    wanted: dict[str, list[Requirement]] = {}
    for line in requires("vaarta") or ():
        requirement = Requirement(line)
        wanted.setdefault(extra_of(requirement), []).append(requirement)
    for extra, requirements in wanted.items():
        faults = [fault for requirement in requirements if (fault := lacking(requirement))]
        name = f"extra {extra}" if extra else "libraries"
        remedy = f"pip install 'vaarta[{extra}]'" if extra else "pip install --upgrade vaarta"
        if faults:
            yield Finding(name, "lacking" if extra else "broken", f"{', '.join(faults)}: {remedy}")
        else:
            yield Finding(name, "well", f"all {len(requirements)} there")


def extra_of(requirement: "Requirement") -> str:
    """The extra that a requirement is of, "" for none."""
    marker = requirement.marker
    if marker is None or marker.evaluate({"extra": ""}):
        return ""
    extras = metadata("vaarta").get_all("Provides-Extra") or ()
    return next((extra for extra in extras if marker.evaluate({"extra": extra})), "")


def lacking(requirement: "Requirement") -> str:
    """What is wrong with a library that is asked for; "" if it is there in a version that fits."""
    try:
        there = version(requirement.name)
    except PackageNotFoundError:
        return f"{requirement.name} is not installed"
    fits = requirement.specifier.contains(there, prereleases=True)
    return "" if fits else f"{requirement.name} is {there}, wanted is {requirement.specifier}"


def languages() -> Iterator[Finding]:
    """Whether each language's pack is whole and its pipeline reads; ours must code the sentence they are tried on."""
    from vaarta.analysis import load, signature
    from vaarta.packs import languages as all_languages

    for lang in all_languages():
        start = time.perf_counter()
        try:
            nlp = load(lang)
        except ModelError as without:
            yield Finding(f"language {lang}", "lacking", str(without))
            continue
        if lang in TRIAL:
            fault = trial_fault(lang)
            told = fault or f"{signature(nlp)}, loaded and tried in {time.perf_counter() - start:.1f} s"
            yield Finding(f"language {lang}", "broken" if fault else "well", told)
        else:
            yield Finding(f"language {lang}", "well", f"{signature(nlp)} loads; it is not ours, so not tried")


def trial_fault(lang: str) -> str:
    """What goes wrong when the language's sentence is coded, kept in a new record and asked for; "" if nothing does."""
    from vaarta.pipeline import code_stories
    from vaarta.records import Passed, Story
    from vaarta.store import open_store

    text, actor, recipient = TRIAL[lang]
    with tempfile.TemporaryDirectory() as place, open_store(Path(place) / "trial.db") as store:
        for told in code_stories([Story(id="trial", lang=lang, text=text)]):
            if isinstance(told, Passed):
                return told.reason
            store.keep(*told)
        sides = [
            tuple(party.country for party in (*answer.claim.actors, *answer.claim.recipients))
            for answer in store.find()
            if isinstance(answer.claim, Event)
        ]
    return "" if (actor, recipient) in sides else f"{text!r} should tell of {actor} and {recipient}, told was {sides}"


def machine() -> Iterator[Finding]:
    """SQLite's version, cores and memory, and whether what is printed can be in Devanagari."""
    yield Finding("sqlite", "well", sqlite3.sqlite_version)
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
        told = f"{os.cpu_count()} cores, {there / GIBIBYTE:.1f} GiB of memory"
        yield (
            Finding("machine", "well", told)
            if there >= NEEDED
            else Finding("machine", "lacking", f"{told}; with less than 1 GiB long stories may not fit")
        )
    encoding = (sys.stdout.encoding or "ascii").lower()
    if codecs.lookup(encoding).name == "utf-8":
        yield Finding("output", "well", "UTF-8")
    else:
        yield Finding("output", "lacking", f"{encoding} cannot print Devanagari: set PYTHONUTF8=1")
