"""The network is gone, or silent: what was kept is there, and the page says that it is a kept copy."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.calculators.reader import Reader
from tests.offline.conftest import CONTROLLED, Host, until

PATIENT = {"active_bleeding": "no", "age": "50", "pregnant": "no", "weight": {"value": "61", "unit": "kg"}}
HAS_PYTHON = until("""async () => {
  const { src } = document.querySelector('script[src$="wanted.js"]')
  const { files, folder } = (await import(new URL('python.js', src).href)).default
  const kept = await Promise.all(Object.values(files).map(({ file }) => caches.match(`python/${folder}/${file}`)))
  return kept.length > 2 && kept.every(Boolean)
}""")


def notice(page: Page, when: str):
    return page.locator(f"itp-edition [data-when={when}]")


def test_site_works_with_the_server_gone(opened, host: Host, site: Path) -> None:
    page = opened("azathioprine")
    reader = Reader(page, host.address)._arrived()
    reader.answers(PATIENT)
    dose = reader.shown().answer["regimens"]
    page.evaluate(HAS_PYTHON)
    expect(notice(page, "kept")).to_be_hidden()
    host.stop()

    pages = {path.name: path.read_text("utf-8") for path in site.glob("*.html")}
    assert len(pages) > 20
    read = "name => fetch(name).then((response) => response.text())"
    assert {name: page.evaluate(read, name) for name in pages} == pages
    for name in ("pathway.html", ""):
        page.goto(f"{host.address}{name}")
        expect(page.locator("h1")).to_be_visible()
        expect(notice(page, "kept")).to_be_visible()

    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("thiopurine")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()

    page.goto(f"{host.address}azathioprine.html")
    reader._arrived().answers(PATIENT)
    assert reader.shown().answer["regimens"] == dose

    page.goto(f"{host.address}checks.html")
    page.locator(".proofs-run").click()
    expect(page.locator("[data-again=same]").first).to_be_visible(timeout=90_000)
    assert page.locator("[data-again=other]").count() == 0


def test_moving_to_a_kept_page_without_a_reload_says_so_too(opened, host: Host) -> None:
    page = opened("index")
    host.stop()
    page.evaluate("window.stayed = true")
    page.locator('.md-content a[href$="options.html"]').first.click()
    page.wait_for_url("**/options.html")
    expect(notice(page, "kept")).to_be_visible()


def test_a_silent_network_is_given_little_time(opened, host: Host) -> None:
    page = opened("index")
    host.stall()
    page.goto(f"{host.address}pitfalls.html", timeout=20_000)
    expect(page.locator("h1")).to_be_visible()
    expect(notice(page, "kept")).to_be_visible()


def test_works_below_a_path(browser: Browser, context, host: Host, site: Path, tmp_path: Path) -> None:
    below = tmp_path / "some" / "where"
    below.parent.mkdir()
    below.symlink_to(site)
    host.serve(tmp_path)
    address = f"{host.address}some/where/"
    page = context.new_page()
    page.goto(f"{address}index.html")
    page.evaluate(CONTROLLED)
    assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == address
    reader = Reader(page, address)
    page.goto(f"{address}azathioprine.html")
    reader._arrived().answers(PATIENT)
    assert reader.shown().pieces["regimen"]
    page.evaluate(HAS_PYTHON)
    host.stop()
    page.goto(f"{address}romiplostim.html")
    reader._arrived().answers(PATIENT)
    assert reader.shown().pieces["regimen"]
    reader.trouble = [each for each in reader.trouble if "ERR_CONNECTION_REFUSED" not in each]
    reader.still_fine()
