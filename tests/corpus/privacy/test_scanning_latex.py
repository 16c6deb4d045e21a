"""LaTeX in the last gate: what is read is what a reader sees, not how it is written."""

from pathlib import Path

from coder.exports.latex_text import as_latex
from corpus.privacy.finder import Finder
from corpus.privacy.scan.files import read_pieces
from corpus.privacy.scan.gate import scan_file


def _texts(folder: Path, text: str) -> list[str]:
    path = folder / "tabell.tex"
    path.write_text(text, "utf-8")
    return [piece.text for piece in read_pieces(path)]


def test_escapes_commands_and_braces_are_taken_away(tmp_path: Path) -> None:
    text, comment = _texts(tmp_path, "\\textbf{50\\% \\& mer} \\\\ % en kommentar")
    assert comment == " en kommentar"
    assert " ".join(text.split()) == "50% & mer"


def test_names_and_addresses_are_found_through_the_escapes(tmp_path: Path) -> None:
    path = tmp_path / "tabell.tex"
    leaks = "Storvik kommune", "kari_nordmann@storvik.no", "987\u00a065\u00a0432"
    path.write_text("\n\n".join(f"{as_latex(leak)} & 1 \\\\" for leak in leaks), "utf-8")
    found = {leak.place for leak in scan_file(path, Finder(["Storvik"]))}
    assert len(found) == 3


def test_percents_in_cells_are_no_telephone_number(tmp_path: Path) -> None:
    path = tmp_path / "tabell.tex"
    path.write_text("Bolig & 35 & 58 & 58 & 60 \\\\", "utf-8")
    assert not scan_file(path, Finder())
