"""The bill of materials in CycloneDX: what others made that is published with the site, its version and its licence."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import metadata
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from guideline_core.itp import GUIDELINE
from publish.cache import sha256
from publish.library import PYODIDE

NAME = "bom.cdx.json"
NODE_MODULES = Path(__file__).parent / "node_modules"
FONTS = ("fontpkg-inter", "fontpkg-source-serif-4")
"""The packages that the typefaces come from; what is published is cut from them, see publish/fonts.py."""

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "guideline-core")


def bill(site: Path) -> None:
    """The same site gives the same bill: its number comes from what it lists, its date from the edition."""
    bom = Bom(components=components(site))
    bom.metadata.component = ours("itp-second-line", ComponentType.APPLICATION)
    bom.metadata.timestamp = datetime.fromisoformat(GUIDELINE.edition.released).replace(tzinfo=UTC)
    listed = sorted(f"{each.name} {each.version}" for each in bom.components)
    bom.serial_number = uuid.uuid5(NAMESPACE, sha256("\n".join(listed).encode()))
    bom.register_dependency(bom.metadata.component, bom.components)
    text = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    (site / NAME).write_text(f"{text}\n", "utf-8")


def components(site: Path) -> Iterator[Component]:
    yield ours("guideline-core", ComponentType.LIBRARY)
    yield of_python("mkdocs-material", "MIT", "the theme: its script, style sheet and icons")
    (search,) = site.glob("assets/javascripts/workers/search.*.min.js")
    (lunr,) = set(re.findall(r'version="(\d+\.\d+\.\d+)"', search.read_text("utf-8")))
    yield component("lunr", lunr, "MIT", "npm", "search, inside the theme's script")
    for name in FONTS:
        yield of_python(name, "OFL-1.1", "a typeface, cut to the characters that the site uses", ComponentType.DATA)
    yield of_node("pyodide", "MPL-2.0", "Python for the browser, without what no script names")
    python = json.loads((PYODIDE / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
    yield component("cpython", python, "Python-2.0", "generic", "inside Pyodide, with the modules of its library that are needed")
    yield of_node("iframe-worker", "MIT", "in the zip alone: search in a page opened as a file")


def ours(name: str, type: ComponentType) -> Component:
    return component(name, GUIDELINE.edition.version, "Apache-2.0", "generic", "", type)


def of_python(name: str, licence: str, what: str, type: ComponentType = ComponentType.LIBRARY) -> Component:
    package = metadata(name)
    assert package["License-Expression"] == licence, f"the licence of {name} is now {package['License-Expression']}"
    return component(name, package["Version"], licence, "pypi", what, type)


def of_node(name: str, licence: str, what: str) -> Component:
    package = json.loads((NODE_MODULES / name / "package.json").read_text("utf-8"))
    assert package["license"] == licence, f"the licence of {name} is now {package['license']}"
    return component(name, package["version"], licence, "npm", what)


def component(
    name: str, version: str, licence: str, registry: str, what: str, type: ComponentType = ComponentType.LIBRARY
) -> Component:
    return Component(
        name=name, version=version, type=type, bom_ref=f"{name}@{version}", description=what or None,
        licenses=[LicenseFactory().make_from_string(licence)], purl=PackageURL(registry, None, name, version),
    )
