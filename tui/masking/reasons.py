"""Why something was found, what was decided on it, and how far an answer is, in words."""

from typing import TYPE_CHECKING

from coder.quoting.wording import ChoiceKind
from corpus.privacy.hits import Category
from tui.words import _, later

if TYPE_CHECKING:
    from coder.workbench.masked_answer import Found, State

_STATES = {
    "not searched yet": later("not searched yet"),
    "nothing found": later("nothing found"),
    "to review": later("to review"),
    "approved": later("approved"),
    "approval lapsed": later("approval lapsed"),
}
_LAYERS = {
    "own names": later("the respondent's own name"),
    "names of the study": later("another respondent's name"),
    "lists of names": later("a listed name"),
    "addresses": later("an address"),
    "capital letters": later("a capital letter inside a sentence"),
    "words grown from names": later("a word grown from a name"),
    "institutions": later("an institution"),
    "patterns": later("a pattern"),
    "persons": later("a person"),
    "population": later("a number of inhabitants"),
    "recogniser": later("read as a name"),
    "installed recogniser": later("read as a name by the installed model"),
    "misspelt names": later("a misspelt name"),
    "by hand": later("chosen by hand"),
}
_RULES = {
    "own name": later("own name"),
    "capital letter": later("capital letter"),
    "capital letter at the beginning": later("capital letter at the beginning"),
    "capital letter inside": later("capital letter inside"),
    "lower case": later("lower case"),
    "lower case at the beginning": later("lower case at the beginning"),
    "beside kommune or bydel": later("beside kommune or bydel"),
    "beside another name": later("beside another name"),
    "after a preposition": later("after a preposition"),
    "after a public body": later("after a public body"),
    "name beside its kind": later("name beside its kind"),
    "name of a person": later("name of a person"),
    "name inside a sentence": later("name inside a sentence"),
    "two initials": later("two initials"),
    "people of a place": later("people of a place"),
    "compound with a name": later("compound with a name"),
    "one letter from a name": later("one letter from a name"),
    "read as a name": later("read as a name"),
    "number of people who live here": later("number of people who live here"),
    "street and number": later("street and number"),
    "postcode and place": later("postcode and place"),
    "post box": later("post box"),
    "web address": later("web address"),
}
_FLAGS = {
    "only one of its kind": later("only one of its kind"),
    "host municipality": later("host municipality"),
    "kind of place": later("kind of place"),
    "border": later("a border"),
    "merger": later("a merger"),
    "event": later("an event"),
    "landmark": later("a landmark"),
    "named project": later("a project by name"),
    "age of a person": later("the age of a person"),
    "nynorsk": later("nynorsk, which few of the size band write"),
    "dialect": later("dialect, which few of the size band write"),
}
_CATEGORIES = {
    Category.MUNICIPALITY: later("municipality"),
    Category.NEIGHBOUR: later("neighbouring municipality"),
    Category.CITY_DISTRICT: later("city district"),
    Category.COUNTY: later("county"),
    Category.PLACE: later("place"),
    Category.HEALTH_TRUST: later("health trust"),
    Category.INSTITUTION: later("institution"),
    Category.PERSON: later("person"),
    Category.NAME: later("name"),
    Category.POPULATION: later("number"),
    Category.ADDRESS: later("address"),
    Category.WEB_ADDRESS: later("web address"),
    Category.E_MAIL: later("e-mail"),
    Category.TELEPHONE: later("telephone"),
    Category.IDENTITY_NUMBER: later("national identity number"),
    Category.ORGANISATION_NUMBER: later("organisation number"),
}


def state_words(state: "State") -> str:
    """How far an answer is."""
    return _(_STATES.get(state.value, state.value))


def flag_words(kind: str) -> str:
    """Why an answer is to be looked at."""
    return _(_FLAGS.get(kind, kind))


def category_words(category: Category) -> str:
    """What sort of thing it is, for the reader of the screen."""
    return _(_CATEGORIES[category])


def reason_words(found: "Found") -> str:
    """Why something is masked: the layer that found it, its rule, and whether that is a guess."""
    layer = _(_LAYERS.get(found.layer, found.layer))
    rule = _(_RULES.get(found.rule, found.rule)) if found.rule else ""
    why = f"{layer}: {rule}" if rule and rule != layer else layer
    return why if found.certain else _("{why} (not certain)").format(why=why)


def becomes_words(found: "Found") -> str:
    """What is printed in its place."""
    if found.decided is ChoiceKind.RELEASE:
        return _("stands")
    if found.decided is ChoiceKind.CUT or found.category is None:
        return _("cut")
    return f"[{category_words(found.category)}]"
