"""Steps of the history in words."""

from collections.abc import Mapping

from tui.flags import flag_in_words
from tui.words import _, later

_WORDS = {
    "import": later("imported {file} ({rows} rows)"),
    "apply_code": later("coded {question} {answer}: {code}"),
    "remove_code": later("took {code} off {question} {answer}"),
    "apply_to_many": later("applied {code} to {answers} answers of {question}"),
    "make_code_here": later("coded {question} {answer} with the new code {code}"),
    "apply_new_code": later("applied the new code {code} to {answers} answers of {question}"),
    "remove_from_many": later("took {code} off {answers} answers of {question}"),
    "settle_likely": later(
        "went through answers likely to have {code} in {question}: {given} got it, {declined} not"
    ),
    "decline_code": later("declined {code} for {answers} answers of {question}"),
    "flag": later("flagged {answers} answers: {flag}"),
    "code_file": later("coded from {file} ({rows} rows)"),
    "changed": later("settled changed texts"),
    "add_code": later("added the code {code} to {question}"),
    "rename_code": later("renamed {code} to {name} in {question}"),
    "define_code": later("changed the definition of {code} in {question}"),
    "move_code": later("moved {code} in {question}"),
    "merge_codes": later("merged {code} into {into} in {question}"),
    "split_code": later("split {code} in {question}"),
    "send_to_part": later("sent {answers} answers from {code} to {part} in {question}"),
    "forget_apart": later("let {code} and {other} be proposed again in {question}"),
    "retire_code": later("retired {code} in {question}"),
    "unretire_code": later("offered {code} again in {question}"),
    "lock_code": later("locked {code} in {question}"),
    "unlock_code": later("unlocked {code} in {question}"),
    "lock_codebook": later("locked the codebook of {question}"),
    "unlock_codebook": later("unlocked the codebook of {question}"),
    "sort_codes": later("sorted the codes of {question}"),
    "keep_apart": later("kept {code} and {other} apart in {question}"),
    "continue_codebook": later("took the codebook of {source} over to {question}"),
    "codebook_from_variable": later("made the codebook of {question} from {variable}"),
    "take_in_codebook": later("took the codes of {file} into the codebook of {question}"),
    "load_starter": later("loaded the starter codebook {name} on {question}"),
    "share_codebook": later("coded {other} with the codebook of {question}"),
    "question": later("changed the question {question}"),
    "bands": later("changed the size bands"),
    "add_name": later("added a name to be masked"),
    "write_memo": later("wrote a memo on the {subject} {name}"),
    "change_memo": later("changed a memo on the {subject} {name}"),
    "remove_memo": later("removed a memo on the {subject} {name}"),
    "release_word": later("released the word {word}"),
    "save_table": later("saved the table {table}"),
    "rename_table": later("renamed the table {table} to {name}"),
    "remove_table": later("removed the table {table}"),
    "sort_tables": later("put the tables in another order"),
    "export_tables": later("exported {tables} to {file}"),
    "take_amounts": later("took the numbers in {question} into {variable}"),
    "set_amount": later("set {variable} of {answer}"),
    "working_copy": later("wrote a working copy of {question}: {file}"),
    "export_matrix": later("wrote the matrix of respondents and codes: {file}"),
    "export_table": later("exported a table of {question} to {file}"),
    "lead_in": later("wrote the lead-in of {code} in {question}"),
    "mask_as": later("masked a piece of {question} {answer} as {category}"),
    "mask_release": later("let a hit in {question} {answer} stand"),
    "mask_cut": later("cut a piece of {question} {answer}"),
    "mask_forget": later("took back a decision on {question} {answer}"),
    "answer_caution": later("answered a caution on {question} {answer}"),
    "paraphrase": later("wrote a paraphrase of {question} {answer}"),
    "approve_plain": later(
        "approved the wording of {answers} answers of {question} in which nothing was found"
    ),
    "approve_wording": later("approved the wording of {question} {answer}"),
    "withdraw_approval": later("withdrew the approval of {question} {answer}"),
    "quote_rule": later("changed whether only approved quotes may leave"),
    "thin_labels": later("printed labels that few stand behind in {question}: {reason}"),
    "choose_quotes": later("chose {answers} quotes of {code} in {question}"),
    "unchoose_quotes": later("put {answers} quotes of {code} in {question} back"),
    "take_proposal": later("took {answers} proposed quotes of {code} in {question}"),
    "order_quotes": later("put the quotes of {code} in {question} in another order"),
    "number_cases": later("gave {answers} cases their pseudonyms"),
    "renumber_cases": later("drew the pseudonyms of {answers} cases anew"),
    "summarise_case": later("summarised {answer} under {code} in {question}"),
    "remove_summary": later("removed the summary of {answer} under {code} in {question}"),
    "undo": later("undid step {step}"),
    "redo": later("redid step {step}"),
}

_OF_ONE = {
    "apply_to_many": later("applied {code} to one answer of {question}"),
    "apply_new_code": later("applied the new code {code} to one answer of {question}"),
    "remove_from_many": later("took {code} off one answer of {question}"),
    "decline_code": later("declined {code} for one answer of {question}"),
    "flag": later("flagged one answer: {flag}"),
    "approve_plain": later(
        "approved the wording of one answer of {question} in which nothing was found"
    ),
    "choose_quotes": later("chose one quote of {code} in {question}"),
    "unchoose_quotes": later("put one quote of {code} in {question} back"),
    "take_proposal": later("took one proposed quote of {code} in {question}"),
    "number_cases": later("gave one case its pseudonym"),
    "send_to_part": later("sent one answer from {code} to {part} in {question}"),
}

_SUBJECTS = {
    "answer": later("answer"),
    "code": later("code"),
    "coding": later("coding"),
    "question": later("question"),
}


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "?"


def step_words(kind: str, parameters: Mapping[str, object]) -> str:
    """What a step did, in the reader's words."""
    words = _OF_ONE.get(kind) if parameters.get("answers") == 1 else None
    known = _Known(parameters)
    if "subject" in known:
        subject = str(known["subject"])
        known["subject"] = _(_SUBJECTS.get(subject, subject))
    if "flag" in known:
        known["flag"] = flag_in_words(str(known["flag"]))
    return _(words or _WORDS.get(kind, kind)).format_map(known)
