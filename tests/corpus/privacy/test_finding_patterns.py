"""E-mail addresses, telephone numbers and identity numbers are found, other numbers are not."""

import pytest

from corpus.privacy.finder import Category, find


def of(category: Category, text: str) -> list[str]:
    """What is found of one category, as it is written."""
    return [hit.text for hit in find(text) if hit.category is category]


@pytest.mark.parametrize(
    "address",
    [
        "ola.nordmann@lier.kommune.no",
        "OLA@LIER.NO",
        "ola_n+1@post.ålesund.no",
        "ola(at)lier.kommune.no",
        "ola (at) lier.no",
        "ola[at]lier.no",
        "ola(a)lier.no",
    ],
)
def test_an_e_mail_address_is_found(address: str) -> None:
    assert of(Category.E_MAIL, f"Skriv til {address}.") == [address]


@pytest.mark.parametrize("text", ["Vi møtes @ rådhuset.", "a@b", "@lier", "punkt (a) over.ok"])
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert of(Category.E_MAIL, text) == []


@pytest.mark.parametrize(
    "number",
    [
        "22334455",
        "22 33 44 55",
        "22\u00a033\u00a044\u00a055",
        "900 00 000",
        "+47 22 33 44 55",
        "0047 22334455",
        "(+47) 22 33 44 55",
        "22-33-44-55",
    ],
)
def test_a_norwegian_telephone_number_is_found(number: str) -> None:
    assert of(Category.TELEPHONE, f"Ring {number}, takk.") == [number]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("22 33 44 55 22 33 44 66", ["22 33 44 55", "22 33 44 66"]),
        ("22 33 44 55 010190 12345", ["22 33 44 55"]),
        ("22.10.2020: 22 33 44 55 900 00 000", ["22 33 44 55", "900 00 000"]),
        ("22334455/22334466", ["22334455", "22334466"]),
    ],
)
def test_a_telephone_number_with_other_numbers_beside_it_is_found(
    text: str, found: list[str]
) -> None:
    assert of(Category.TELEPHONE, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I 2015 2016 og 2017",
        "i åra 2015-2016",
        "den 22.10.2020",
        "den 2022-10-20",
        "kl 10.00-15.30",
        "kr 22 000 000",
        "22 000 000 kroner",
        "fra 20000-50000 innbyggere",
        "116 117 og 02800",
        "12 345 678",
    ],
)
def test_years_dates_money_and_other_numbers_are_left(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "number", ["01019012345", "010190 12345", "010190\u00a012345", "010190-12345"]
)
def test_eleven_digits_are_an_identity_number(number: str) -> None:
    assert of(Category.IDENTITY_NUMBER, f"Fnr: {number}.") == [number]


@pytest.mark.parametrize("text", ["010190123456", "0101901234", "a01019012345"])
def test_other_runs_of_digits_are_no_identity_number(text: str) -> None:
    assert of(Category.IDENTITY_NUMBER, text) == []


def test_a_name_in_an_address_is_part_of_the_address() -> None:
    (hit,) = find("Skriv til post@Lier.kommune.no", ["Lier"])
    assert hit.text == "post@Lier.kommune.no"


@pytest.mark.parametrize("released", ["22334455", "22 33 44 55", "OLA@lier.no"])
def test_a_released_number_or_address_is_left(released: str) -> None:
    assert find(f"Ring {released.lower()}", released=[released]) == ()


def test_a_guid_is_no_telephone_number() -> None:
    assert find('"code": "48126215-a1d4-437c-aadf-99bf25f8c1e2"') == ()
