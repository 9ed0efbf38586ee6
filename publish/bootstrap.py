"""Sets up what a command needs, and says what it does: `python3 publish/bootstrap.py site|test|measure`.

It runs before anything is installed, so on any Python 3.8 or later, with the standard library alone. What is there
already is taken first. Everything lands in .venv, .cache and folders named node_modules; only a browser, or a part of the
system's own Python, may come from the system's packages. Each part leaves a stamp of the files that pinned it, so
that a repeat has nothing to do.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PUBLISH = ROOT / "publish"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
TOOLS = ROOT / "tests" / "tools"
MEASURES = ROOT / "tests" / "measures"
NPM_FOLDERS = (PUBLISH, TOOLS, MEASURES)

# The Python of the Pyodide release in package.json first: what is seen here is then most like what the page does.
PYTHONS = ("3.13", "3.14", "3.12")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ENGINES = {"firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "xvfb-run": "xvfb", "xauth": "xauth"}
OLDEST_NODE = 18


class CannotSetUp(Exception):
    """One sentence: what could not be had, and what a person can do about it."""


def main(purpose):
    try:
        set_up_python()
        set_up_node()
        npm_install(PUBLISH, "Pyodide, what trims it, what draws pictures and what joins style sheets, some 65 MB")
        if purpose in ("test", "measure"):
            set_up_browser()
            set_up_nginx()
            npm_install(TOOLS, "what checks accessibility and HTML, some 10 MB")
        if purpose == "measure":
            set_up_measures()
            set_up_engines()
            npm_install(MEASURES, "Lighthouse, PyScript and the driver of Firefox, some 70 MB")
    except CannotSetUp as problem:
        sys.exit("set-up failed: %s" % problem)


# Python and its packages


def set_up_python():
    pins = PUBLISH / "requirements.txt"
    stamp = VENV / "stamp"
    # The place belongs to the stamp: a virtual environment that was copied or moved still runs from where it was made.
    wanted = fingerprint(pins, str(VENV))
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    python = find_python()
    say("making .venv with Python %s" % version(python))
    if not attempt(python, "-m", "venv", "--clear", VENV):
        raise CannotSetUp("no virtual environment could be made with %s." % python)
    say("installing what builds and tests the site, some 150 MB from PyPI")
    if not pip_install(PYTHON, pins):
        raise CannotSetUp("pip could not install publish/requirements.txt: is PyPI reachable?")
    stamp.write_text(wanted)


def find_python():
    if version(sys.executable) is None:
        # Debian's and Ubuntu's own Python makes no virtual environments without this package.
        apt_install("python3-venv")
    found = {}
    for python in python_candidates():
        found.setdefault(version(python), python)
    fit = [each for each in PYTHONS if each in found]
    return found[fit[0]] if fit else python_from_uv()


def python_candidates():
    # In an activated .venv, which is about to be cleared, this is the Python below it.
    yield getattr(sys, "_base_executable", sys.executable)
    for name in ("python3", *("python" + each for each in PYTHONS)):
        yield shutil.which(name)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(pyenv.glob("versions/3.*/bin/python3"))
    for each in PYTHONS:
        yield output("uv", "python", "find", "--no-project", each)


def version(python):
    """Like "3.13"; None if it doesn't run, can't make a virtual environment, or is the one in .venv."""
    if not python or VENV in Path(python).parents:
        return None
    return output(python, "-c", "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])") or None


def python_from_uv():
    say("no Python 3.12 or later here: trying uv from PyPI, which fetches one")
    folder = ROOT / ".cache" / "uv"
    uv = folder / "bin" / "uv"
    if (
        attempt(sys.executable, "-m", "venv", "--clear", folder)
        and pip_install(folder / "bin" / "python", PUBLISH / "requirements-uv.txt")
        and attempt(uv, "python", "install", PYTHONS[0])
    ):
        return output(uv, "python", "find", "--no-project", "--managed-python", PYTHONS[0])
    raise CannotSetUp("Python 3.12 or later is not here and could not be fetched: install one, then try again.")


def pip_install(python, pins):
    # Doubly quiet: warnings about this machine's own pip settings would drown what matters. Errors still show.
    return attempt(python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", pins)


# Node, and the packages from npm


def set_up_node():
    if not node_tool("node"):
        say("no Node %d or later here: installing one from PyPI into .venv" % OLDEST_NODE)
        if not pip_install(PYTHON, PUBLISH / "requirements-node.txt"):
            raise CannotSetUp("Node %d or later is not here and could not be fetched: install one." % OLDEST_NODE)


def npm_install(folder, what):
    pins = folder / "package-lock.json"
    stamp = folder / "node_modules" / "stamp"
    if stamp.exists() and stamp.read_text() == fingerprint(pins):
        return
    say("installing %s from npm" % what)
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    if not attempt(node_tool("npm"), "ci", *options, cwd=folder):
        raise CannotSetUp("npm could not install %s: is its registry reachable?" % pins.relative_to(ROOT))
    stamp.write_text(fingerprint(pins))


def node_tool(name):
    """The path of node or npm: the one put into .venv if any, else that of a new enough Node on PATH."""
    own = VENV / "bin" / name
    if own.exists():
        return str(own)
    release = output("node", "--version").lstrip("v").split(".")[0]
    return shutil.which(name) if release.isdigit() and int(release) >= OLDEST_NODE and shutil.which("npm") else None


# What only measures need


def set_up_measures():
    pins = PUBLISH / "requirements-measures.txt"
    stamp = VENV / "stamp-measures"
    if stamp.exists() and stamp.read_text() == fingerprint(pins, str(VENV)):
        return
    say("installing what drives other engines and mutates code, from PyPI")
    if not pip_install(PYTHON, pins):
        raise CannotSetUp("pip could not install publish/requirements-measures.txt: is PyPI reachable?")
    stamp.write_text(fingerprint(pins, str(VENV)))


def set_up_engines():
    """Firefox, WebKit, and a screen for it where there is none. What can't be had is missed by make engines alone."""
    for command, package in ENGINES.items():
        if not shutil.which(command):
            apt_install(package)
        if not shutil.which(command):
            say("%s is not here and could not be installed: make engines needs it (Debian's %s)." % (command, package))


# A browser, for the tests alone


def set_up_browser():
    """Leaves the path of a Chromium that starts in .venv/chromium-path."""
    record = VENV / "chromium-path"
    if record.exists() and os.access(record.read_text(), os.X_OK) and not os.environ.get("CHROMIUM"):
        return
    browser = browser_here() or browser_from_playwright(install=False)
    if not browser:
        # Ubuntu's package is a shell around a snap, which a container can't run; Debian's is the browser itself.
        routes = [browser_from_playwright, browser_from_packages]
        if "ID=debian" in read("/etc/os-release").split():
            routes.reverse()
        browser = routes[0]() or routes[1]()
    if not browser:
        raise CannotSetUp("no Chromium here, and none could be fetched: install one, or set CHROMIUM to its path.")
    record.write_text(browser)


def browser_here():
    named = os.environ.get("CHROMIUM")
    if named and not starts(named):
        raise CannotSetUp("CHROMIUM is set to %s, which does not start." % named)
    return named or next(filter(starts, map(shutil.which, BROWSERS)), None)


def browser_from_packages():
    apt_install("chromium")
    return browser_here()


def browser_from_playwright(install=True):
    if install:
        say("fetching Playwright's Chromium")
        attempt(PYTHON, "-m", "playwright", "install", "--no-shell", "chromium")
    code = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    browser = output(PYTHON, "-c", code)
    if install and Path(browser).is_file() and not starts(browser) and administrator() is not None:
        say("installing the system's libraries that it needs")
        attempt(*administrator(), PYTHON, "-m", "playwright", "install-deps", "chromium")
    return browser if starts(browser) else None


def starts(browser):
    return bool(browser) and bool(output(browser, "--version"))


# A server for the tests of the headers that hosts are given; they are skipped where it can't be had


def set_up_nginx():
    """Leaves the path of nginx in .venv/nginx-path, empty where there is none. Debian's package is unpacked, not installed:
    nothing is started, and no password is needed."""
    record = VENV / "nginx-path"
    if record.exists():
        return
    nginx = shutil.which("nginx") or ""
    if not nginx and shutil.which("apt-get"):
        folder = ROOT / ".cache" / "nginx"
        folder.mkdir(parents=True, exist_ok=True)
        say("fetching nginx from the system's packages, 1 MB")
        if attempt("apt-get", "-qq", "download", "nginx", cwd=folder, loud=False):
            for package in folder.glob("*.deb"):
                attempt("dpkg-deb", "-x", package, folder)
        unpacked = folder / "usr" / "sbin" / "nginx"
        nginx = str(unpacked) if attempt(unpacked, "-v", loud=False) else ""
    record.write_text(nginx)


# Small helpers


def apt_install(package):
    """Installs one of Debian's or Ubuntu's packages, if this is such a system and a password is not needed for it."""
    if not shutil.which("apt-get") or administrator() is None:
        return
    say("installing %s from the system's packages" % package)
    apt = [*administrator(), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    # An index that can't be refreshed may still be good enough to install from.
    attempt(*apt, "update")
    attempt(*apt, "install", "-y", "--no-install-recommends", package)


def administrator():
    """What to put before a command that needs root: nothing, sudo, or None where neither would do."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and attempt("sudo", "-n", "true", loud=False) else None


def attempt(*command, cwd=None, loud=True):
    """Runs a command quietly; if it fails, says so with its last words. True if it went well."""
    try:
        done = subprocess.run(
            [str(each) for each in command],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    except OSError as problem:
        last_words, code = [str(problem)], 1
    else:
        last_words, code = done.stdout.strip().splitlines()[-8:], done.returncode
    if code and loud:
        say("this failed: %s" % " ".join(map(str, command)))
        print("".join("    %s\n" % line for line in last_words), end="", flush=True)
    return code == 0


def output(*command):
    """What a command prints; nothing if it fails."""
    try:
        done = subprocess.run([str(each) for each in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return ""
    return done.stdout.decode().strip() if done.returncode == 0 else ""


def fingerprint(path, more=""):
    return hashlib.sha256(path.read_bytes() + more.encode()).hexdigest()


def read(path):
    return Path(path).read_text() if Path(path).exists() else ""


def say(text):
    print("set-up: " + text, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
