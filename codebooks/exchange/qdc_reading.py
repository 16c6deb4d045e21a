"""A REFI-QDA codebook (`.qdc`) as programs really write it."""

from dataclasses import dataclass, field
from xml.parsers import expat

from codebooks.exchange.cleaning import Remarks
from codebooks.exchange.descriptions import read_description
from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.shaping import shaped
from codebooks.paths import plain_name
from corpus.problems import Problem
from corpus.visible import visible

_NAMESPACE = "urn:QDA-XML:codebook"
_PROJECT = "urn:QDA-XML:project"
_SPACE = " "
_DEEPEST = 100


def read_qdc(data: bytes, name: str) -> DraftBook:
    """The codebook in these bytes, whatever prefix, version or order its elements have.

    `isCodable` is not relied on: programs write what they like. Sets are left out. A Problem for
    what is not XML, has a document type (entities could grow, or name other files), or is no
    codebook. Two codes of one name beside each other are two, the second numbered.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=_SPACE)
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(_from_first_sign(data), True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        where = f" (line {error.lineno})" if isinstance(error, expat.ExpatError) else ""
        raise Problem(
            f"The file is not whole XML{where}.", "Export the codebook again as .qdc."
        ) from None
    warnings = reader.remarks.sentences()
    if reader.sets:
        count = "1 set of codes is" if reader.sets == 1 else f"{reader.sets} sets of codes are"
        warnings = (*warnings, f"{count} left out: a codebook has no sets here.")
    return shaped(name, reader.codes(), warnings=warnings)


@dataclass
class _Open:
    """A code whose element is open: its names so far, and the names right under it."""

    path: tuple[str, ...]
    guid: str = ""
    color: str = ""
    at: int = -1
    description: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


class _Reader:
    """Called by the parser, element by element."""

    def __init__(self) -> None:
        self.sets = 0
        self.remarks = Remarks()
        self._codes: list[_Open] = []
        self._open: list[_Open] = [_Open(())]
        self._elements: list[str] = []

    def codes(self) -> list[DraftCode]:
        """What was read, in the order of the file."""
        return [
            read_description(code.path, code.guid, code.color, "".join(code.description))
            for code in self._codes
        ]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = tag.rpartition(_SPACE)
        if not self._elements:
            _refuse_root(space, name)
        self._elements.append(name)
        self.sets += name == "Set"
        if name == "Code":
            facts = {
                key.rpartition(_SPACE)[2].casefold(): value for key, value in attributes.items()
            }
            self._begin(facts)

    def end(self, _: str) -> None:
        """An element ends."""
        if self._elements.pop() == "Code":
            self._open.pop()

    def text(self, text: str) -> None:
        """Text of the element that is open."""
        if self._elements[-2:] == ["Code", "Description"]:
            self._open[-1].description.append(text)

    def _begin(self, facts: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise Problem(
                f"The codes stand more than {_DEEPEST} levels deep.",
                "A codebook has three levels here; is this the right file?",
            )
        above = self._open[-1]
        name = self._own_name(above, plain_name(facts.get("name", "")))
        code = _Open((*above.path, name), facts.get("guid", ""), facts.get("color", ""))
        self._codes.append(code)
        self._open.append(code)

    def _own_name(self, above: _Open, name: str) -> str:
        own, count = name, 1
        while own and own in above.names:
            count += 1
            own = f"{name} ({count})"
        if own != name:
            self.remarks.add("numbered", " / ".join((*above.path, own)))
        above.names.add(own)
        return own


def _from_first_sign(data: bytes) -> bytes:
    """Without the blanks that some programs write before the XML."""
    return data.lstrip(b" \t\r\n") if data[:1] in b" \t\r\n" else data


def _refuse_document_type(*_: object) -> None:
    raise Problem(
        "The file has a document type, which a codebook does not need and which can do harm.",
        "Export the codebook again as .qdc, or remove the lines that begin with <!DOCTYPE.",
    )


def _refuse_root(space: str, name: str) -> None:
    if name == "Project" or space.startswith(_PROJECT):
        raise Problem(
            "The file is a REFI-QDA project, not a codebook.",
            "Export the codebook alone, as .qdc, from the program it was made in.",
        )
    if name != "CodeBook" or not (space.startswith(_NAMESPACE) or not space):
        what = f"<{visible(name)}>" + (f" of {visible(space)}" if space else "")
        raise Problem(
            f"The file is not a REFI-QDA codebook: it begins with {what}.",
            "Export the codebook as .qdc, .xlsx or .csv.",
        )
