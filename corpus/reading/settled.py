"""What a person has settled about a plan, by the position of the columns; the rest is guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from corpus.reading.plan import Layout, Role

LAYOUT_OF: Mapping[Role, Layout] = {
    Role.QUESTION: "wide",
    Role.QUESTION_KEY: "long",
    Role.QUESTION_TEXT: "long",
    Role.TEXT: "long",
}
"""The roles that only files of one layout have."""

SHARED = frozenset({Role.QUESTION, Role.VARIABLE, Role.IGNORE, Role.CODES, Role.CODE})
"""The roles that several columns may have; every other belongs to one column."""


@dataclass(frozen=True)
class Settled:
    """Roles by position from 0, the layout, and whether every row is a respondent of its own.

    A role that only one layout has settles the layout too. `codes_of` is the key of the question
    that columns of codes belong to when their headers name none.
    """

    roles: Mapping[int, Role] = field(default_factory=dict)
    layout: Layout | None = None
    by_row: bool = False
    codes_of: str = ""

    @property
    def meant_layout(self) -> Layout | None:
        """The layout as settled, or as a settled role demands it; None when it is open.

        Cells that list codes mean a long file when nothing says otherwise.
        """
        demanded = (LAYOUT_OF[role] for role in self.roles.values() if role in LAYOUT_OF)
        listed: Layout | None = "long" if Role.CODES in self.roles.values() else None
        return self.layout or next(demanded, listed)

    def with_role(self, positions: Iterable[int], role: Role | None) -> "Settled":
        """The same with a role for these columns; None leaves them to be guessed.

        Whatever does not go with it gives way: another column's role that only one can have, roles
        and the choice of the other layout, rows as respondents. Of several columns that ask for
        such a role the last one gets it.
        """
        wanted = list(positions)
        roles = {place: each for place, each in self.roles.items() if place not in wanted}
        if role is None:
            return replace(self, roles=roles)
        layout = LAYOUT_OF.get(role)
        if layout is not None:
            roles = {
                at: each for at, each in roles.items() if LAYOUT_OF.get(each, layout) == layout
            }
        if role not in SHARED:
            roles = {at: each for at, each in roles.items() if each is not role}
            wanted = wanted[-1:]
        return replace(
            self,
            roles=roles | dict.fromkeys(wanted, role),
            layout=None if layout is not None and self.layout != layout else self.layout,
            by_row=self.by_row and role is not Role.ID,
        )

    def with_layout(self, layout: Layout | None) -> "Settled":
        """The same with this layout, without the roles that only the other one has."""
        roles = {
            place: role
            for place, role in self.roles.items()
            if LAYOUT_OF.get(role, layout) == layout
        }
        return replace(self, roles=roles, layout=layout)

    def with_rows(self) -> "Settled":
        """The same with every row a respondent of its own, and no column of ids."""
        roles = {place: role for place, role in self.roles.items() if role is not Role.ID}
        return replace(self, roles=roles, by_row=True)
