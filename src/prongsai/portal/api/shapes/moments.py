"""When something happened, as answers say it."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta

Moment = Annotated[datetime, Meta(tz=True)]
"""ISO 8601 with its offset."""
