"""`python -m publish SITE [--pdf]`: what happens after the builder, in order, to the folder that it built.

The PDF is only made where it is asked for: it takes a browser.
"""

import sys
from pathlib import Path

from publish.archive import archive
from publish.bill import bill
from publish.bundle import bundle
from publish.checksums import checksums
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
    made = (tidy, bundle, pictures, fonts, styles, scripts, *printed)
    # Each of these reads what those before it left: the policy the pages, the last one every file.
    about_what_was_made = (policy, offline, hosts, bill, archive, checksums)
    for step in (*made, *about_what_was_made):
        step(site)


if __name__ == "__main__":
    publish(Path(sys.argv[1]), *sys.argv[2:])
