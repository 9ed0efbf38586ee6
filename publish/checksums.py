"""SHA256SUMS: every file of the site with its digest, as `sha256sum --check SHA256SUMS` reads it. The last step."""

from pathlib import Path

from publish.cache import sha256

NAME = "SHA256SUMS"


def checksums(site: Path) -> None:
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.name != NAME)
    (site / NAME).write_text("".join(f"{sha256((site / name).read_bytes())}  {name}\n" for name in files), "utf-8")
