"""The macros' own stop at a wrong call, as the builder meets it. Nothing is built here."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, StrictUndefined
from mkdocs.utils.meta import get_data

import macros
from macros.calls import PageError
from publish.check.calls import JINJA


def build(path: Path) -> str:
    """What the builder does with a page's macros, without the builder."""
    markdown, meta = get_data(path.read_text(encoding="utf-8"))
    known = {}
    env = SimpleNamespace(
        conf={"extra": {}}, page=SimpleNamespace(file=SimpleNamespace(abs_src_path=str(path)), meta=meta),
        markdown=markdown, variables={}, macros=known, macro=lambda function, name: known.update({name: function}),
        env=Environment(undefined=StrictUndefined, **JINJA),
    )
    macros.define_env(env)
    env.env.globals.update(known)
    macros.on_pre_page_macros(env)
    return env.env.from_string(env.markdown).render()


def test_a_right_call_is_built(page):
    assert 'data-fact="aza-cap"' in build(page('Never above {{ v("aza-cap") }}.'))


@pytest.mark.parametrize("call, says", [
    ('{{ v("aza-dose-wieght") }}', "there is no fact “aza-dose-wieght”. Did you mean “aza-dose-weight”"),
    ('{{ values("aza-cap") }}', "there is no macro “values”"),
    ("{{ v() }}", "missing a required argument"),
    ('{{ v("aza-cap" }}', "expected"),
])
def test_a_wrong_call_stops_the_build_with_file_and_line(page, call, says):
    path = page(f"First.\n\nThen {call}.")
    with pytest.raises(PageError) as stop:
        build(path)
    message = str(stop.value)
    assert f"{path}:11" in message and says in message
