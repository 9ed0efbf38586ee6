"""`python -m publish SITE`: what happens after the builder, in order, to the folder that it built."""

import sys
from pathlib import Path

from publish.bundle import bundle
from publish.fonts import fonts
from publish.hosts import hosts
from publish.policy import policy
from publish.pictures import pictures
from publish.styles import styles


def publish(site: Path) -> None:
    for step in (bundle, pictures, fonts, styles, policy, hosts):
        step(site)


if __name__ == "__main__":
    publish(Path(sys.argv[1]))
