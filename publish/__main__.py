"""`python -m publish SITE [--pdf]`: what happens after the builder, in order, to the folder that it built.

The PDF is only made where it is asked for: it takes a browser.
"""

import sys
from pathlib import Path

from publish.bundle import bundle
from publish.fonts import fonts
from publish.hosts import hosts
from publish.offline import offline
from publish.pdf import pdf
from publish.pictures import pictures
from publish.policy import policy
from publish.scripts import scripts
from publish.styles import styles
from publish.tidy import tidy


def publish(site: Path, *asked: str) -> None:
    printed = [pdf] if "--pdf" in asked else []
    for step in (tidy, bundle, pictures, fonts, styles, scripts, *printed, policy, offline, hosts):
        step(site)


if __name__ == "__main__":
    publish(Path(sys.argv[1]), *sys.argv[2:])
