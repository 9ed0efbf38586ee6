"""Results that take too long for a build: recorded in the repository, each with the content that it speaks of."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "guideline_core"
TESTS = ROOT / "tests"
MUTATED = {"model": "what a clinical statement is made of", "engine": "how an answer is worked out"}
"""The folders of the core whose code is mutated."""


def core_digest() -> str:
    """Of every file of the core, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(CORE.rglob("*.py")):
        digest.update(f"{path.relative_to(CORE).as_posix()}\n".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def mutated_files(folder: str) -> list[str]:
    """Every file of a folder of the core that has code in it, as its path from the root."""
    found = [path for path in sorted((CORE / folder).rglob("*.py")) if path.read_bytes().strip()]
    return [path.relative_to(ROOT).as_posix() for path in found]


def digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def of_facts() -> dict:
    """Facts changed on purpose, and how many of the changes were noticed."""
    return json.loads((TESTS / "itp" / "mutation.json").read_text("utf-8"))


def of_engines() -> list[dict]:
    """What several engines were asked: how many answers were alike, when, and whether that was of this very core."""
    now = core_digest()
    return [
        row | {"date": record["date"], "current": record["core"] == now}
        for record in agreement().values() for row in record["rows"]
    ]


def agreement() -> dict[str, dict]:
    return json.loads((TESTS / "engines" / "agreement.json").read_text("utf-8"))


def of_all_code() -> list[tuple[str, dict]]:
    """Each folder whose code is mutated, by what it does."""
    return [(f"{does}: guideline_core/{folder}", of_code(folder)) for folder, does in MUTATED.items()]


def of_code(folder: str) -> dict:
    """Code of one folder changed on purpose: counts, the survivors with their reasons, and the files that have changed since."""
    results, reasons, names = code_results(), code_reasons(), mutated_files(folder)
    there = {name: results[name] for name in names if name in results}
    survivors = [
        {"file": name, **survivor, "reason": reasons.get((name, *survivor.values()), "")}
        for name, result in there.items() for survivor in result["survivors"]
    ]
    mutants = sum(result["mutants"] for result in there.values())
    return {
        "made": sum(result["made"] for result in there.values()), "mutants": mutants, "killed": mutants - len(survivors), "survivors": survivors,
        "dates": sorted(result["date"] for result in there.values()),
        "files": len(names), "missing": [name for name in names if name not in there],
        "changed": [name for name, result in there.items() if result["sha256"] != digest(name)],
    }


def code_results() -> Mapping[str, dict]:
    return json.loads((TESTS / "mutation" / "code.json").read_text("utf-8"))


def code_reasons() -> dict[tuple[str, ...], str]:
    """Why a survivor is none to worry about, by its file, place, and the lines before and after."""
    rows = tomllib.loads((TESTS / "mutation" / "reasons.toml").read_text("utf-8"))["survivor"]
    return {(row["file"], row["place"], row["before"], row["after"]): row["reason"] for row in rows}
