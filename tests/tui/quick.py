"""Textual in tests: what it works out again for each of the many apps is worked out once.

Everything a screen shows stays as it is; nothing is drawn to a terminal that is not there.
"""

from collections.abc import Callable, Hashable
from typing import Any

import textual.strip
from textual._compositor import Compositor
from textual._context import active_app, visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.geometry import Region


def make_textual_quick() -> None:
    """Meant to be called once, before the first app."""
    vars(textual.strip)["FIFOCache"] = _cache
    setattr(RuleSet, "__hash__", object.__hash__)  # noqa: B010
    setattr(Stylesheet, "_parse_rules", _parsed_once(Stylesheet._parse_rules))  # noqa: B010
    setattr(Compositor, "render_update", _not_drawn(Compositor.render_update))  # noqa: B010


def _cache(_size: int) -> dict[Hashable, object]:
    """A line has seven of them and lives for a moment: a dict is made soonest."""
    return {}


def _parsed_once(parse: Callable[..., list[RuleSet]]) -> Callable[..., list[RuleSet]]:
    """Style sheets are the same in every app with the same colours."""
    known: dict[Hashable, list[RuleSet]] = {}

    def parsed(sheet: Stylesheet, css: str, *args: Any, **named: Any) -> list[RuleSet]:
        key = (css, args, *named.values(), frozenset(sheet._variables.items()))
        if key not in known:
            known[key] = parse(sheet, css, *args, **named)
        return known[key]

    return parsed


def _not_drawn(draw: Callable[..., Any]) -> Callable[..., Any]:
    """Without a terminal every widget is rendered, and the lines are not put together."""

    def rendered(compositor: Compositor, *args: Any, **named: Any) -> Any:
        if args or named.get("full") or named.get("simplify") or not active_app.get().is_headless:
            return draw(compositor, *args, **named)
        visible_screen_stack.set(named.get("screen_stack") or [])
        dirty, screen = compositor._dirty_regions, compositor.size.region
        crop = screen if screen in dirty else Region.from_union(dirty or [Region()])
        compositor._dirty_regions.clear()
        for _region, _clip, _strips in compositor._get_renders(crop.intersection(screen)):
            pass
        return None

    return rendered
