"""The sentences of a case matrix, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language

MOST = 30
"""More cases than this are a survey rather than cases."""


@dataclass(frozen=True)
class CaseWording:
    """One language's sentences; in braces what is filled in."""

    title: str
    case: str
    theme: str
    linked: str
    banded: str
    many: str
    summarised: str
    counted: str
    quoted: str


_NB = CaseWording(
    title="Casematrise: {title}",
    case="Case",
    theme="Tema",
    linked="Et pseudonym knytter sammen alt som samme case har sagt, så flere utsagn til sammen "
    "kan røpe hvem det er. Matrisen er ment for intervjuer og casestudier; pseudonymene gjelder "
    "bare i denne rapporten.",
    banded="Størrelsesgruppen står ved pseudonymet. Sammen med alt casen har sagt gjør den det "
    "lettere å kjenne igjen kommunen.",
    many="Matrisen har {n} caser. Svar fra en spørreundersøkelse bør trykkes som sitater uten "
    "pseudonym.",
    summarised="{n} av cellene er sammendrag skrevet av forskerne.",
    counted="Tallene er antall kodede utdrag.",
    quoted="«{text}»",
)
_NN = CaseWording(
    title="Casematrise: {title}",
    case="Case",
    theme="Tema",
    linked="Eit pseudonym knyter saman alt som same case har sagt, så fleire utsegner til saman "
    "kan røpe kven det er. Matrisa er meint for intervju og casestudiar; pseudonyma gjeld berre i "
    "denne rapporten.",
    banded="Storleiksgruppa står ved pseudonymet. Saman med alt casen har sagt gjer ho det "
    "lettare å kjenne att kommunen.",
    many="Matrisa har {n} casar. Svar frå ei spørjeundersøking bør trykkjast som sitat utan "
    "pseudonym.",
    summarised="{n} av cellene er samandrag skrivne av forskarane.",
    counted="Tala er talet på koda utdrag.",
    quoted="«{text}»",
)
_EN = CaseWording(
    title="Case matrix: {title}",
    case="Case",
    theme="Theme",
    linked="A pseudonym links everything that one case has said, so that statements together may "
    "tell who it is. The matrix is meant for interviews and case studies; the pseudonyms hold in "
    "this report only.",
    banded="The size band stands beside the pseudonym. With everything the case has said it makes "
    "the municipality easier to recognise.",
    many="The matrix has {n} cases. Answers to a survey are better printed as quotes without a "
    "pseudonym.",
    summarised="Cells that are summaries written by the researchers: {n}.",
    counted="The numbers are counts of coded pieces.",
    quoted="\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}",
)
_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def case_wording(language: Language) -> CaseWording:
    """The sentences of one language."""
    return _WORDINGS[language]
