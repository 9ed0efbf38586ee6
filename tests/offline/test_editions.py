"""Another edition comes: it is announced with what changed, takes over, and costs nobody an answer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from guideline_core.itp import GUIDELINE
from tests.calculators.reader import Reader
from tests.offline.conftest import NEXT, Host
from tests.offline.test_away import notice

OLD = GUIDELINE.edition
UPDATE = "async () => { (await navigator.serviceWorker.ready).update() }"
REFUSED = """async () => {
  const registration = await navigator.serviceWorker.ready
  const found = new Promise((go) => registration.addEventListener('updatefound', () => go(registration.installing)))
  registration.update()
  const worker = await found
  await new Promise((go) => worker.addEventListener('statechange', () => worker.state === 'redundant' && go()))
}"""


def edition_shown(page):
    return page.locator("itp-edition")


def test_two_tabs_and_a_new_edition(opened, host: Host, next_edition: Path) -> None:
    """A tab in which nothing was answered loads it at once; one with answers keeps them, and says what it is missing."""
    reading, answering = opened("pitfalls"), opened("azathioprine")
    reader = Reader(answering, host.address)._arrived()
    reader.answers({"pregnant": "no"})
    before = reader.shown()
    host.serve(next_edition)
    reading.evaluate(UPDATE)

    expect(edition_shown(reading)).to_have_attribute("data-edition", NEXT.version)
    expect(notice(reading, "changed")).to_contain_text(f"edition {NEXT.version}, after {OLD.version}. What changed: {NEXT.changes[0]}")

    expect(notice(answering, "newer")).to_contain_text(f"Edition {NEXT.version} has replaced this one. What changed: {NEXT.changes[0]}")
    expect(edition_shown(answering)).to_have_attribute("data-edition", OLD.version)
    assert reader.shown() == before
    notice(answering, "newer").get_by_role("button").click()
    expect(edition_shown(answering)).to_have_attribute("data-edition", NEXT.version)
    expect(notice(answering, "newer")).to_be_hidden()

    notice(reading, "changed").get_by_role("button").click()
    reading.reload()
    expect(edition_shown(reading)).to_have_attribute("data-edition", NEXT.version)
    expect(notice(reading, "changed")).to_be_hidden()
    host.stop()
    reading.goto(f"{host.address}unclear.html")
    expect(edition_shown(reading)).to_have_attribute("data-edition", NEXT.version)


def test_scripts_of_one_edition_never_run_a_page_of_another(opened, host: Host, next_edition: Path) -> None:
    page = opened("index")
    host.serve(next_edition)
    page.evaluate("window.stayed = true")
    page.locator('.md-content a[href$="options.html"]').first.click()
    page.wait_for_url("**/options.html")
    expect(edition_shown(page)).to_have_attribute("data-edition", NEXT.version)
    assert page.evaluate("window.stayed") is None


def test_a_damaged_edition_is_not_kept(opened, host: Host, next_edition: Path, tmp_path: Path) -> None:
    """One byte more in one page that it lists: the copy of the edition before stays as it is."""
    damaged = shutil.copytree(next_edition, tmp_path / "damaged")
    with (damaged / "pitfalls.html").open("a") as file:
        file.write(" ")
    page = opened("index")
    host.serve(damaged)
    page.evaluate(REFUSED)
    host.stop()
    page.goto(f"{host.address}pitfalls.html")
    expect(edition_shown(page)).to_have_attribute("data-edition", OLD.version)


@pytest.mark.parametrize("today, retired, early", [
    (OLD.released, False, False), ("2027-11-21", False, False), (OLD.retires, True, False), ("2031-01-01", True, False),
    ("2026-11-21", False, True), ("1970-01-01", False, True),
])
def test_the_clock_decides_and_where_it_must_be_wrong_nobody_knows(page, address, today, retired, early) -> None:
    page.clock.set_fixed_time(f"{today}T12:00:00Z")
    page.goto(f"{address}options.html")
    expect(notice(page, "retired")).to_be_visible(visible=retired)
    expect(notice(page, "early")).to_be_visible(visible=early)


def test_an_edition_that_retires_says_so_without_a_network(opened, host: Host) -> None:
    page = opened("index")
    host.stop()
    page.clock.set_fixed_time("2027-12-01T12:00:00Z")
    page.goto(f"{host.address}romiplostim.html")
    expect(notice(page, "retired")).to_contain_text("This edition retired on 22 November 2027.")
    expect(notice(page, "kept")).to_be_visible()
