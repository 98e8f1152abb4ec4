"""Who may open and who may write, address by address: read it as a table, and add a line for each new address
in `expected`.

`reads` get the page, `writes` may post to it; everybody else is refused, and so is every other method. To `unseen` the
thing is not there, although they may open the same page of other things. `of` says of which plan the address is tried,
or that it is of a year's result. `post` is what a permitted person sends ({measure_id} and the like are filled in), `done` what is answered.
"""

from tests.permissions.expected.at_agencies import OFFICE
from tests.permissions.expected.doors import DOORS, Door
from tests.permissions.expected.in_other_states import IN_OTHER_STATES
from tests.permissions.expected.in_public import PUBLIC
from tests.permissions.expected.nationally import NATIONAL
from tests.permissions.expected.rules import EVERYBODY, MEASURE, NATIONALS, OUTSIDERS, SIGNED_IN, Rule

__all__ = [
    "DECLARED",
    "DOORS",
    "EVERYBODY",
    "IN_OTHER_STATES",
    "MEASURE",
    "NATIONAL",
    "NATIONALS",
    "OFFICE",
    "OUTSIDERS",
    "PUBLIC",
    "SIGNED_IN",
    "Door",
    "Rule",
]

DECLARED = frozenset({*PUBLIC, *OFFICE, *NATIONAL, *DOORS})
