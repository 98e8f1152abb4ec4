"""The demonstration, loaded once for all tests of a module: loading takes longer than asking."""

import pytest
from django.conf import settings as configured
from django.db import transaction

from prongsai.portal.demonstration.actions import load_demonstration


@pytest.fixture(scope="module")
def loaded_once(django_db_setup, django_db_blocker, tmp_path_factory):  # noqa: ARG001 - there must be a database
    """Loads it in a transaction that is undone after the module's last test; gives back how many agencies there are."""
    before, configured.STATE = configured.STATE, tmp_path_factory.mktemp("state")
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demonstration()
        transaction.set_rollback(True)
    configured.STATE = before


@pytest.fixture
def loaded(loaded_once, db):  # noqa: ARG001 - undoes
    """The demonstration; what a test changes is undone after it."""
    return loaded_once
