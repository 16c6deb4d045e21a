"""Brings the catalogues of the screens' texts up to date: collected, merged, compiled.

`python scripts/translations.py` writes tui/locale/fullkoding.pot from the source and merges it
into the catalogue of each language (tui/locale/LANGUAGE/LC_MESSAGES/fullkoding.po), where
translators work, and compiles that into the .mo file beside it, which the program reads.
"""

import ast
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui.words import DOMAIN, FOLDER

SOURCE = Path(__file__).resolve().parent.parent / "tui"
LANGUAGES = ("nb", "nn")

_TAKEN = {
    "_": (0,),
    "later": (0,),
    "plural": (0, 1),
    "Command": (1, 2, 6),
    "TypedKeys": (0, 1),
}
"""Which arguments of which calls are texts, by place."""
_NAMED = {"group"}
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The same catalogue gives the same file on every day."""
_WORD = re.compile(r"[^\W\d_]{2}")
_HEAD = "# Texts of the screens of fullkoding."
_UNWANTED = ("POT-", "PO-Revision", "Last-Tr", "Generated", "Report", "Language-Team", "Project")
"""Lines of a catalogue's head that say nothing, or change without anything being changed."""


@dataclass(frozen=True)
class Text:
    """A text of the screens: English, its plural ("" for none), and the file it stands in."""

    english: str
    plural: str
    place: str


def texts_in(source: Path) -> list[Text]:
    """All texts of the screens below a folder, in the order of their files.

    Raises ValueError for a text that is put together where it is to be translated.
    """
    found: list[Text] = []
    for file in sorted(source.rglob("*.py")):
        place = file.relative_to(source.parent).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                found += _texts_of(node, node.func.id, place)
    return found


def elsewhere(source: Path) -> list[str]:
    """Where a text is translated that does not stand there: it must be marked by `later`."""
    return [
        f"{file.relative_to(source.parent).as_posix()}:{node.lineno}: {ast.unparse(node)}"
        for file in sorted(source.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "plural")
        and not isinstance(node.args[0], ast.Constant)
    ]


def template(texts: list[Text]) -> Catalog:
    """The texts as a catalogue without translations."""
    catalog = Catalog(project=DOMAIN, fuzzy=False)
    for text in texts:
        key = (text.english, text.plural) if text.plural else text.english
        catalog.add(key, locations=[(text.place, 0)])
    return catalog


def merged(path: Path, language: str, wanted: Catalog) -> Catalog:
    """The catalogue of a language with exactly the wanted texts; translations there are kept."""
    catalog = Catalog(locale=language, project=DOMAIN, fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language, domain=DOMAIN)
    catalog.update(wanted, no_fuzzy_matching=True)
    catalog.fuzzy = False
    return catalog


def untranslated(catalog: Catalog) -> list[str]:
    """The texts of a catalogue that have no translation, or one that is only a guess."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalog
        if message.id and (message.fuzzy or not all(_strings(message.string)))
    ]


def bring_up_to_date(source: Path, folder: Path) -> dict[str, list[str]]:
    """Write template and catalogues into a folder; returns what is untranslated, by language."""
    wanted = template(texts_in(source))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{DOMAIN}.pot").write_bytes(_written(wanted))
    left = {}
    for language in LANGUAGES:
        path = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = merged(path, language, wanted)
        path.write_bytes(_written(catalog))
        path.with_suffix(".mo").write_bytes(compiled(catalog))
        left[language] = untranslated(catalog)
    return left


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it; what is not translated is left out."""
    kept = Catalog(
        locale=catalog.locale, domain=DOMAIN, creation_date=_NO_DAY, revision_date=_NO_DAY
    )
    for message in catalog:
        if message.id and not message.fuzzy and all(_strings(message.string)):
            kept.add(message.id, message.string)
    file = io.BytesIO()
    write_mo(file, kept)
    return file.getvalue()


def _texts_of(call: ast.Call, name: str, place: str) -> Iterator[Text]:
    arguments = [call.args[at] for at in _TAKEN.get(name, ()) if at < len(call.args)]
    if name in _TAKEN:
        arguments += [each.value for each in call.keywords if each.arg in _NAMED]
    if any(isinstance(argument, ast.JoinedStr) for argument in arguments):
        raise ValueError(f"{place}:{call.lineno}: name the places: _(...).format(name=...)")
    said = [each.value for each in arguments if isinstance(each, ast.Constant)]
    texts = [text for text in said if isinstance(text, str) and _WORD.search(text)]
    if name == "plural" and len(texts) > 1:
        yield Text(texts[0], texts[1], place)
    elif name != "plural":
        yield from (Text(text, "", place) for text in texts)


def _written(catalog: Catalog) -> bytes:
    catalog.header_comment = _HEAD
    file = io.BytesIO()
    write_po(file, catalog, width=100, include_lineno=False, ignore_obsolete=True, sort_output=True)
    lines = file.getvalue().decode("utf-8").splitlines(keepends=True)
    unwanted = tuple(f'"{word}' for word in _UNWANTED)
    return "".join(line for line in lines if not line.startswith(unwanted)).encode("utf-8")


def _strings(string: object) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (str(string or ""),)


if __name__ == "__main__":
    print("Translated here, and marked by `later` where they stand?")
    for place in elsewhere(SOURCE):
        print(f"  {place}")
    for language, texts in bring_up_to_date(SOURCE, FOLDER).items():
        print(f"{language}: {len(texts)} not translated")
        for text in texts:
            print(f"  {text!r}")
