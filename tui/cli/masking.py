"""The command that masks: what is masked in quotes, what is decided on it, who approves it."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from tui.cli.screen import counted, print_data, print_text, say
from tui.cli.shared import (
    CoderOption,
    JsonOption,
    StudyArgument,
    found_before,
    open_study,
    open_to_change,
    who,
)

if TYPE_CHECKING:
    from coder.study import Study
    from coder.workbench.masking_desk import MaskingDesk

_WARNING = "Not for publication: these words are what is masked."


def mask(
    study: StudyArgument,
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="Only answers to this question.")
    ] = "",
    as_list: Annotated[
        bool, typer.Option("--list", help="List what is masked (the default).")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="List the coded answers as they are worded now.")
    ] = False,
    as_json: JsonOption = False,
    release: Annotated[
        list[str] | None,
        typer.Option("--release", metavar="WORD", help="Let a word stand in the whole study."),
    ] = None,
    add: Annotated[
        list[str] | None,
        typer.Option("--add", metavar="NAME", help="Mask a name in the whole study."),
    ] = None,
    answer: Annotated[
        str, typer.Option("--answer", metavar="ID", help="The answer that is decided on.")
    ] = "",
    mask_text: Annotated[
        list[str] | None,
        typer.Option("--mask", metavar="TEXT", help="Mask TEXT (or 12-20) in it; needs --as."),
    ] = None,
    category: Annotated[
        str, typer.Option("--as", metavar="CATEGORY", help="What it is masked as, such as sted.")
    ] = "",
    stand: Annotated[
        list[str] | None,
        typer.Option("--stand", metavar="TEXT", help="Let TEXT stand in this answer."),
    ] = None,
    cut: Annotated[
        list[str] | None, typer.Option("--cut", metavar="TEXT", help="Leave TEXT out, for [...].")
    ] = None,
    as_found: Annotated[
        list[str] | None,
        typer.Option("--as-found", metavar="TEXT", help="Take back what was decided on TEXT."),
    ] = None,
    seen: Annotated[
        list[str] | None,
        typer.Option("--seen", metavar="KIND", help="A caution was looked at, such as border."),
    ] = None,
    paraphrase: Annotated[
        str | None,
        typer.Option("--paraphrase", metavar="TEXT", help='Print TEXT instead; "" takes it back.'),
    ] = None,
    approve: Annotated[
        list[str] | None,
        typer.Option("--approve", metavar="ID", help="Approve the wording of this answer."),
    ] = None,
    approve_plain: Annotated[
        bool,
        typer.Option("--approve-plain", help="Approve all in which nothing was found or flagged."),
    ] = False,
    withdraw: Annotated[
        list[str] | None,
        typer.Option("--withdraw", metavar="ID", help="Take its approval away."),
    ] = None,
    demand: Annotated[
        bool | None,
        typer.Option("--demand-approval/--allow-drafts", help="What may leave the study."),
    ] = None,
    coder: CoderOption = "",
) -> None:
    """See what is masked in quotes, decide on it answer by answer, approve the wording."""
    pieces = {"--stand": stand, "--cut": cut, "--as-found": as_found, "--seen": seen}
    on_answer = {name: texts for name, texts in (("--mask", mask_text), *pieces.items()) if texts}
    _check(
        question,
        answer,
        category,
        on_answer,
        paraphrase,
        bool(approve or withdraw or approve_plain),
    )
    changes = bool(on_answer or paraphrase is not None or approve or withdraw or approve_plain)
    if release or add or changes or demand is not None:
        with open_to_change(study) as opened:
            if release:
                _release(opened, release, who(coder))
            if add:
                _add(opened, add, who(coder))
            if demand is not None:
                _demand(opened, demand, who(coder))
            if changes:
                desk = _desk(opened, question, who(coder))
                if answer:
                    _decide(desk, answer, on_answer, category, paraphrase)
                _approve(desk, approve or [], withdraw or [])
                if approve_plain:
                    _approve_plain(opened, desk)
    elif not (review or as_json):
        as_list = True
    if as_list:
        _list(study, question)
    if review or as_json:
        _review(study, question, as_json)


def _check(
    question: str,
    answer: str,
    category: str,
    on_answer: dict[str, list[str]],
    paraphrase: str | None,
    approved: bool,
) -> None:
    """Refuse what says too little."""
    decided = bool(on_answer) or paraphrase is not None
    if decided and not answer:
        raise typer.BadParameter("Say which answer is decided on: --answer ID.")
    if answer and not decided:
        raise typer.BadParameter("--answer needs --mask, --stand, --cut, --seen or --paraphrase.")
    if "--mask" in on_answer and not category:
        raise typer.BadParameter("--mask needs --as CATEGORY.")
    if category and "--mask" not in on_answer:
        raise typer.BadParameter("--as needs --mask TEXT.")
    if (decided or approved) and not question:
        raise typer.BadParameter("This needs a QUESTION.")


def _desk(study: "Study", question: str, coder: str) -> "MaskingDesk":
    from coder.workbench.masking_desk import MaskingDesk

    return MaskingDesk(study, question, coder)


def _release(study: "Study", words: list[str], coder: str) -> None:
    from corpus.edits import release_word

    with study.act("release_word", coder, word="; ".join(words)) as session:
        for word in words:
            release_word(session, word)
    say(f"Released: {', '.join(words)}")


def _add(study: "Study", names: list[str], coder: str) -> None:
    from corpus.edits import add_name

    with study.act("add_name", coder) as session:
        for name in names:
            add_name(session, name)
    say(f"Added: {', '.join(names)}")


def _demand(study: "Study", demanded: bool, coder: str) -> None:
    from coder.quoting.decisions import demand_approval

    with study.act("quote_rule", coder, demanded=int(demanded)) as session:
        demand_approval(session, demanded)
    say("Only approved quotes leave the study." if demanded else "Drafts may leave the study.")


def _decide(
    desk: "MaskingDesk",
    respondent: str,
    on_answer: dict[str, list[str]],
    category: str,
    paraphrase: str | None,
) -> None:
    """Carry out the decisions on one answer, each as a step, and show its wording."""
    from coder.workbench.masking_by_name import (
        answer_named,
        category_named,
        caution_named,
        place_named,
    )

    answer = answer_named(desk, respondent)
    for text in on_answer.get("--mask", ()):
        start, end = place_named(answer, text)
        known = any((each.start, each.end) == (start, end) for each in desk.open(answer).found)
        (desk.mask_as if known else desk.add)(answer, start, end, category_named(category))
    acts = {"--stand": desk.release_here, "--cut": desk.cut, "--as-found": desk.forget}
    for name, act in acts.items():
        for text in on_answer.get(name, ()):
            act(answer, *place_named(answer, text))
    for kind in on_answer.get("--seen", ()):
        desk.answer_caution(answer, caution_named(desk.open(answer), kind).flag)
    if paraphrase is not None:
        desk.paraphrase(answer, paraphrase)
    say(f"{answer.respondent}: {' '.join(desk.open(answer).wording.text.split())}")


def _approve(desk: "MaskingDesk", approve: list[str], withdraw: list[str]) -> None:
    from coder.workbench.masking_by_name import answer_named

    for respondent in approve:
        desk.approve(answer_named(desk, respondent))
    for respondent in withdraw:
        desk.withdraw(answer_named(desk, respondent))
    for what, which in (("Approved", approve), ("Withdrawn", withdraw)):
        if which:
            say(f"{what}: {', '.join(which)}")


def _approve_plain(study: "Study", desk: "MaskingDesk") -> None:
    """Search what is not searched yet, then approve all that has nothing in it, as one step."""
    with study.read() as session, found_before(study, session):
        for _ in desk.read_ahead():
            pass
    count = desk.approve_plain(desk.plain())
    say(f"Approved {counted(count, 'answer')} in which nothing was found.")


def _list(path: StudyArgument, question: str) -> None:
    from coder.results.masked import list_hits

    say(_WARNING)
    with open_study(path) as study, study.read() as session, found_before(study, session):
        for found in list_hits(session, question):
            line = f"{found.question} {found.respondent}: {found.excerpt}  [{found.category}]"
            print_text(" ".join(line.split()))


def _review(path: StudyArgument, question: str, as_json: bool) -> None:
    from coder.workbench.masking_by_name import as_data
    from corpus.queries import find_question, questions

    say("Not for publication: respondents stand beside what they wrote.")
    with open_study(path) as study:
        with study.read() as session:
            asked = [find_question(session, question)] if question else questions(session)
        desks = [_desk(study, each.full_key, who("")) for each in asked]
        with study.read() as session, found_before(study, session):
            rows = [row for desk in desks for row in as_data(desk)]
        if as_json:
            print_data(json.dumps({"answers": rows}, ensure_ascii=False, indent=2), "json")
            return
        for desk in desks:
            _print(desk)


def _print(desk: "MaskingDesk") -> None:
    for answer in desk.answers:
        opened = desk.open(answer)
        whose = f"{answer.question} {answer.respondent}"
        print_text(" ".join(f"{whose}  {opened.state.value}: {opened.wording.text}".split()))
        for caution in opened.open_cautions:
            print_text(f"  caution: {caution.flag.kind}")
