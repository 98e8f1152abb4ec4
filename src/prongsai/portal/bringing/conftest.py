"""What tests of bringing share."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

HEAD = "agency,year,instrument,code,score,n\n"


@pytest.fixture
def send(officer):
    """Sends a scores file as the officer, and gives back the answer."""

    def act(content, name="scores.csv"):
        data = content.encode() if isinstance(content, str) else content
        return officer.post("/office/town/results/file/send/", {"file": SimpleUploadedFile(name, data)})

    return act
