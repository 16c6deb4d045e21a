"""The coding screen: codes are suggested for the open answer, without anybody waiting for it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from coder.suggest.child import Cancelled, Child
from coder.workbench.progress import next_among
from coder.workbench.workbench import Workbench
from corpus.problems import Problem
from tui.coding.asking import Asker, Stopped
from tui.coding.background import cancelled, from_thread, in_background
from tui.coding.hints import CodingHints
from tui.coding.offering import offer_of
from tui.coding.session import Session
from tui.fault_log import write_down
from tui.finding.offer import Offer
from tui.screens.choosing import Choosing
from tui.settings import Suggest
from tui.words import _

if TYPE_CHECKING:
    from coder.workbench.suggesting import Suggested

SOON = 1.0
"""Seconds after which an answer's digits keep what stands on them, though nothing was pressed."""

SOON_AT_FIRST = 3.0
"""The same for the first answer, while the screen itself is still looked at."""

_SEEN_AFTER = 1.0
"""Seconds of preparing after which it is told how far it is."""

_MOST_KEPT = 8

_LEVELS = (0.95, 0.9, 0.8, 0.7)


@dataclass(frozen=True)
class Known:
    """Suggestions for an answer as they came, and as they would stand on the screen."""

    suggested: "Suggested"
    offer: Offer


class CodingSuggestions(CodingHints):
    """Suggestions come from a thread, and never take a digit from under a finger."""

    class Found(Message):
        """Suggestions have come."""

        def __init__(self, known: Known) -> None:
            super().__init__()
            self.known = known

    class Preparing(Message):
        """So much (0 to 1) of what suggestions need is done."""

        def __init__(self, done: float) -> None:
            super().__init__()
            self.done = done

    class Ready(Message):
        """Suggestions can be made from now on."""

    class Reading(Message):
        """The sentence encoder has read so much (0 to 1) of the answers."""

        def __init__(self, done: float) -> None:
            super().__init__()
            self.done = done

    class Failed(Message):
        """There are no suggestions for now."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    class SuggestWanted(Message):
        """Codes are to be suggested in another way from now on, in every question."""

        def __init__(self, wanted: Suggest) -> None:
            super().__init__()
            self.wanted = wanted

    def __init__(
        self,
        bench: Workbench,
        child: Child,
        session: Session | None = None,
        suggest: Suggest | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(bench, child, session)
        self._how = suggest or Suggest()
        self._clock = clock
        self._asker = Asker(self._prepare_suggesting, self._ask, self._fail)
        self._known: dict[int, Known] = {}
        self._still_until = 0.0
        self._is_first = True
        self._has_failed = False

    def begin_suggesting(self) -> None:
        """Suggest from now on, if that is wanted."""
        if self._how.on and self.is_attached:
            self._asker.start()
            self._look_ahead()

    def end_suggesting(self) -> None:
        """Suggest no more."""
        self._asker.stop()

    async def take(self, event: events.Key | events.Paste) -> bool:
        """From the first key on, what stands on the digits stays."""
        opened = self._opened
        taken = await super().take(event)
        if self._opened == opened:
            self._still_until = 0.0
        return taken

    def offered(self, answer_id: int | None) -> Offer | None:
        """What is suggested for an answer that is opened, if that has come already."""
        self._still_until = self._clock() + (SOON_AT_FIRST if self._is_first else SOON)
        self._is_first = answer_id is None
        known = self._fresh(answer_id)
        return known.offer if known else None

    def open(self, answer_id: int | None) -> None:
        """Show an answer, and look at what may come next."""
        super().open(answer_id)
        self._look_ahead()

    def on_coding_suggestions_found(self, message: Found) -> None:
        """Keep suggestions for later, or show them when they still may be."""
        known = message.known
        answer_id = known.suggested.answer
        latest = [*self._known.items()][-_MOST_KEPT:]
        self._known = {**dict(latest), answer_id: known}
        self.finder.say_note("")
        if answer_id != self._opened or self._fresh(answer_id) is None:
            return
        if self._clock() < self._still_until and not self.finder.is_offering:
            self.finder.offer(known.offer)
        else:
            self.finder.order_by(known.offer.likely)

    def on_coding_suggestions_preparing(self, message: Preparing) -> None:
        """Tell how far it is."""
        percent = round(100 * message.done)
        said = _("suggestions {percent} %").format(percent=percent) if percent < 100 else ""
        self.finder.say_note(said)

    def on_coding_suggestions_ready(self) -> None:
        """Let the sentence encoder read the answers, when it is installed."""
        in_background(self, "reading", self._read_answers)

    def on_coding_suggestions_reading(self, message: Reading) -> None:
        """Tell how far it is."""
        percent = round(100 * message.done)
        said = _("reading answers {percent} %").format(percent=percent) if percent < 100 else ""
        self.finder.say_note(said)

    def on_coding_suggestions_failed(self, message: Failed) -> None:
        """Tell it once; the codes used lately stand on the digits."""
        self.finder.say_note("")
        if not self._has_failed:
            self._has_failed = True
            self.notify(message.said, severity="warning", timeout=5, markup=False)

    def do_suggestions(self) -> None:
        """Choose whether codes are suggested, and whether likely ones are ticked ahead."""
        ways = [
            (Suggest(on=False), _("off: the codes used lately stand on the digits"), ""),
            (Suggest(), _("on"), ""),
            *((Suggest(pretick=level), _ticking(level), "") for level in _LEVELS),
        ]
        at = next((at for at, (way, *_said) in enumerate(ways) if way == self._how), 0)

        def take(way: Suggest | None) -> None:
            if way is not None and way != self._how:
                self.suggest_like(way)
                self.post_message(self.SuggestWanted(way))

        self.app.push_screen(Choosing(_("Suggestions"), ways, at), take)

    def suggest_like(self, way: Suggest) -> None:
        """Suggest in another way from the next answer on; switched off, from now on not at all."""
        self._how, self._known = way, {}
        self._has_failed = False
        if way.on:
            self._still_until = self._clock() + SOON
            self.begin_suggesting()
        else:
            self.end_suggesting()
            self.finder.say_note("")
            self.finder.withdraw()

    def _fresh(self, answer_id: int | None) -> Known | None:
        """What is known for an answer, unless its codes or the codebook have changed since."""
        known = None if answer_id is None else self._known.get(answer_id)
        if known is None or not self._how.on or self.suggesting.is_stale(known.suggested):
            return None
        return known

    def _look_ahead(self) -> None:
        """Have suggestions made for the open answer, and for those that may come next."""
        if self._how.on and self._opened is not None:
            opened, ids, wants_it = self._opened, self.grid.ids, not self.finder.is_offering
            self._asker.want(lambda: self._wanted(opened, ids, wants_it))

    def _wanted(self, opened: int, ids: Sequence[int], wants_it: bool) -> list[int]:
        """Called in the thread: the open answer, the next one without a code, the one below."""
        left = self.bench.tally.left
        place = ids.index(opened) + 1 if opened in ids else len(ids)
        uncoded = next_among(ids, left, opened) if left else None
        coming = [] if uncoded in (None, opened) else [uncoded]
        wanted = [*([opened] if wants_it else []), *coming, *ids[place : place + 1]]
        return [id_ for id_ in dict.fromkeys(wanted) if id_ is not None]

    def _prepare_suggesting(self, stopped: Stopped) -> None:
        began, told = self._clock(), [-1]

        def tell(done: float) -> None:
            if int(10 * done) > told[0] and self._clock() - began > _SEEN_AFTER:
                told[0] = int(10 * done)
                self.post_message(self.Preparing(done))

        self.suggesting.prepare(tell, stopped)
        self.post_message(self.Ready())

    def _read_answers(self) -> None:
        """In a thread: it takes long the first time."""
        told = [-1]

        def tell(done: float) -> None:
            if int(100 * done) > told[0]:
                told[0] = int(100 * done)
                self.post_message(self.Reading(done))

        try:
            if self.suggesting.encode(tell, cancelled()):
                self.post_message(self.Reading(1.0))
        except Cancelled:
            return
        except Problem as problem:
            from_thread(self, self.tell, problem)

    def _ask(self, answer_id: int, stopped: Stopped) -> None:
        suggested = self.suggesting.suggest(answer_id, stopped)
        named = [each.reason.answer for each in suggested.suggestions]
        texts = dict(self.bench.texts([answer for answer in named if answer is not None]))
        held = self.bench.coverage([answer_id])
        offer = offer_of(suggested, texts, held, self._how.pretick)
        if self.bench.tree.single:
            offer = replace(offer, ticked=offer.ticked[:1])
        self.post_message(self.Found(Known(suggested, offer)))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Problem):
            said = _("Codes are not suggested for now; those used lately stand on the digits.")
        else:
            said = write_down(error)
        self.post_message(self.Failed(said))


def _ticking(level: float) -> str:
    said = _("on, and codes ticked ahead that are {percent} % likely or more")
    return said.format(percent=round(100 * level))
