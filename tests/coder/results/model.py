"""Tables counted the slow way, straight from who was coded with what."""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from codebooks.edits import add_path
from codebooks.queries import codebook_of
from coder.modes import change_question
from coder.results.wishes import TableWishes
from coder.segments import Segment
from coder.study import Study
from corpus.language import alphabetical
from corpus.queries import find_question
from tests.builders import CODER, CODER_2, code_all, import_records, records, respondent

Path = tuple[str, ...]
Bounds = tuple[int, int] | None

CODES: tuple[Path, ...] = (
    ("Bolig",),
    ("Bolig", "Leie"),
    ("Bolig", "Leie", "Dyr"),
    ("Bolig", "Åpen"),
    ("Ål",),
    ("Øl",),
    ("Aas",),
    ("Annet",),
)
OUTCOMES: tuple[Path, ...] = (("Ingen mening",), ("Vet ikke",), ("Uleselig",), ("Utenfor tema",))
BANDS = ("<2000", "2000-5000", "bydel", "unknown")
VALUES = ("Ja", "Nei", "")
TEXT = "Bolig og alt"
WHO = tuple(f"r{at:02}" for at in range(12))


@dataclass(frozen=True)
class Person:
    """One respondent: answered, left blank or was not asked; its band and closed answer."""

    state: str
    band: str
    value: str


@dataclass(frozen=True)
class World:
    """Everything that is counted."""

    people: dict[str, Person]
    codings: list[tuple[str, Path, Bounds, str]]
    single: bool = False
    ordered: bool = False

    def under(self, path: Path, coder: str) -> set[str]:
        """Who has a code at this path or below it."""
        return {
            who
            for who, code, _, by in self.codings
            if code[: len(path)] == path and coder in ("", by)
        }

    def used(self, coder: str) -> set[Path]:
        """The codes that stand on an answer."""
        return {code for _, code, _, by in self.codings if coder in ("", by)}


PEOPLE = st.fixed_dictionaries(
    {
        who: st.builds(
            Person,
            st.sampled_from(["text", "text", "text", "blank", "not asked"]),
            st.sampled_from(BANDS),
            st.sampled_from(VALUES),
        )
        for who in WHO
    }
)
CODINGS = st.lists(
    st.tuples(
        st.sampled_from(WHO),
        st.sampled_from([*CODES, ("Vet ikke",)]),
        st.none() | st.sampled_from([(0, 5), (6, 8)]),
        st.sampled_from([CODER, CODER_2]),
    ),
    max_size=30,
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """Respondents and codings; where one code is taken, each coder's first one counts."""
    people = draw(PEOPLE)
    single = draw(st.booleans())
    codings, seen = [], set()
    for who, code, bounds, coder in draw(CODINGS):
        if people[who].state == "text" and not (single and (who, coder) in seen):
            seen.add((who, coder))
            codings.append((who, code, bounds, coder))
    return World(people, codings, single, draw(st.booleans()))


WISHES = st.builds(
    TableWishes,
    by=st.sampled_from(["", "band", "team"]),
    level=st.sampled_from(["code", "theme"]),
    base=st.sampled_from(["answered", "asked", "units"]),
    order=st.sampled_from([None, "count", "codebook", "name"]),
    cutoff=st.sampled_from([0, 0, 2, 3, 99]),
    pins=st.lists(st.sampled_from(["Annet", "Vet ikke", "Bolig / Leie"]), max_size=3).map(tuple),
    suppress=st.just("none"),
    coder=st.sampled_from(["", CODER, CODER_2]),
)


def fill(study: Study, world: World) -> None:
    """Make the world in a study: question k1, variable team."""
    people = [
        respondent(who, person.band, team=person.value) for who, person in world.people.items()
    ]
    answers = [
        (who, "k1", TEXT if person.state == "text" else "")
        for who, person in world.people.items()
        if person.state != "not asked"
    ]
    import_records(study, records(answers or [("x", "k1", "")], people))
    with study.act("add_code", CODER) as session:
        question = find_question(session, "k1")
        for path in CODES:
            add_path(session, codebook_of(session, question.id), path)
        change_question(session, "k1", ordered=world.ordered, single=world.single)
    for who, code, bounds, coder in world.codings:
        segment = Segment(*bounds) if bounds else None
        code_all(study, [(who, "k1", " >> ".join(code))], coder, segment)


@dataclass(frozen=True)
class Line:
    """A row as it must be: path ("andre" for the rest), answers in all and by column."""

    path: Path
    count: int
    cells: tuple[int, ...]
    kind: str = "code"


def columns(world: World, wishes: TableWishes) -> dict[str, set[str]]:
    """Who stands behind each column, in printing order."""
    states = {"answered": ["text"], "asked": ["text", "blank"]}.get(wishes.base)
    base = {who for who, p in world.people.items() if states is None or p.state in states}
    if wishes.by == "band":
        groups = {band: {w for w in base if world.people[w].band == band} for band in BANDS}
    elif wishes.by == "team":
        groups = {value: {w for w in base if world.people[w].value == value} for value in VALUES}
    else:
        groups = {}
    return {key: who for key, who in groups.items() if who}


def base_size(world: World, wishes: TableWishes) -> int:
    """What percentages are of."""
    states = {"answered": ["text"], "asked": ["text", "blank"]}.get(wishes.base)
    return sum(states is None or person.state in states for person in world.people.values())


def lines(world: World, wishes: TableWishes) -> list[Line]:
    """The rows of the table, in order, without Totalt."""
    groups = list(columns(world, wishes).values())

    def line(path: Path, who: set[str], kind: str = "code") -> Line:
        return Line(path, len(who), tuple(len(who & group) for group in groups), kind)

    shown = _shown(world, wishes)
    order = _order(world, wishes, lambda path: len(world.under(path, wishes.coder)))
    pins = list(dict.fromkeys(tuple(pin.split(" / ")) for pin in wishes.pins))
    free = sorted((path for path in shown if path not in pins), key=order)
    few = [path for path in free if 0 < len(world.under(path, wishes.coder)) < wishes.cutoff]
    found = [line(path, world.under(path, wishes.coder)) for path in free if path not in few]
    if few:
        together = set().union(*(world.under(path, wishes.coder) for path in few))
        found.append(line((f"andre ({len(few)} koder, {len(together)} svar)",), together, "rest"))
    return found + [line(pin, world.under(pin, wishes.coder)) for pin in pins if pin in shown]


def _shown(world: World, wishes: TableWishes) -> set[Path]:
    used = world.used(wishes.coder)
    shown: set[Path]
    unused: set[Path]
    if wishes.level == "theme":
        shown = {path[:1] for path in used}
        unused = {path for path in CODES if len(path) == 1}
    else:
        shown = used
        unused = {path for path in CODES if not any(_is_under(each, path) for each in CODES)}
    return shown | unused if world.ordered else shown


def _is_under(path: Path, theme: Path) -> bool:
    return path[: len(theme)] == theme != path


def _order(
    world: World, wishes: TableWishes, count: Callable[[Path], int]
) -> Callable[[Path], tuple[object, ...]]:
    kind = wishes.order or ("codebook" if world.ordered else "count")

    def key(path: Path) -> tuple[object, ...]:
        names = [alphabetical(name) for name in reversed(path)]
        place = [*CODES, *OUTCOMES].index(path)
        return {"codebook": (place,), "name": (names,), "count": (-count(path), names)}[kind]

    return key
