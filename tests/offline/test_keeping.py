"""What a device keeps, where it can't, and how a reader has a say in it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.calculators.reader import Reader
from tests.offline.conftest import Host, until

PATIENT = {"active_bleeding": "no", "age": "50", "pregnant": "no", "weight": {"value": "61", "unit": "kg"}}
FORBIDDEN = """
ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('not allowed', 'SecurityError'))
CacheStorage.prototype.open = () => Promise.reject(new DOMException('not allowed', 'SecurityError'))
"""
TRIED = until("async () => (await navigator.serviceWorker.getRegistration())?.installing?.state === undefined && performance.now() > 6000")


def said(page: Page, when: str):
    return page.locator(f'itp-offline p[data-when="{when}"]')


def still_works(page: Page, host: Host) -> None:
    """The site does all that it does with a network, and About says that there is no copy."""
    reader = Reader(page, host.address)
    page.goto(f"{host.address}romiplostim.html")
    reader._arrived().answers(PATIENT)
    assert reader.shown().pieces["regimen"]
    page.goto(f"{host.address}about.html")
    expect(said(page, "none")).to_be_visible()


def test_a_full_device_keeps_nothing_and_the_site_works(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": host.address.rstrip("/"), "quotaSize": 200_000})
    page.goto(f"{host.address}index.html")
    page.evaluate(TRIED)
    assert not page.evaluate("navigator.serviceWorker.controller")
    still_works(page, host)


def test_a_browser_that_forbids_it_keeps_nothing_and_the_site_works(context: BrowserContext, host: Host) -> None:
    page, trouble = context.new_page(), []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.add_init_script(FORBIDDEN)
    page.goto(f"{host.address}index.html")
    page.wait_for_timeout(3000)
    still_works(page, host)
    assert trouble == []


def test_a_reader_keeps_all_and_forgets_it(opened, host: Host) -> None:
    page = opened("about")
    expect(said(page, "pages")).to_contain_text("MB")
    page.get_by_role("button", name="Keep the calculators too").click()
    expect(said(page, "all")).to_be_visible(timeout=40_000)
    host.stop()
    page.goto(f"{host.address}romiplostim.html")
    reader = Reader(page, host.address)._arrived()
    reader.answers(PATIENT)
    assert reader.shown().pieces["regimen"]

    page.goto(f"{host.address}about.html")
    page.get_by_role("button", name="Forget it all").click()
    expect(said(page, "forgotten")).to_be_visible()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_can_be_installed(opened, context: BrowserContext, site: Path) -> None:
    page = opened("index")
    session = context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert manifest["url"].endswith("/manifest.webmanifest") and manifest["errors"] == []
    # A window of a test is a private one, which never installs anything.
    errors = [each["errorId"] for each in session.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert set(errors) <= {"in-incognito"}
    assert all((site / "assets" / "img" / name).exists() for name in ("icon-192.png", "icon-512.png", "icon-maskable-512.png"))
