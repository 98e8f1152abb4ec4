import pytest

from prongsai.papers.addresses import address_run, readable_address


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://www.example.go.th/o1?id=2&x=3#a", "https://www.example.go.th/o1?id=2&x=3#a"),
        ("http://example.go.th/ข่าว", "http://example.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7"),
        ("https://example.go.th/a%20b", "https://example.go.th/a%20b"),
        ('https://example.go.th/"x\\y', "https://example.go.th/%22x%5Cy"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://[x", None),
        ("www.example.go.th", None),
        ("", None),
    ],
)
def test_only_web_addresses_lead_anywhere(address, link):
    run = address_run(address)
    assert (run.text, run.as_written, run.link) == (address, True, link)


def test_people_type_an_address_without_its_scheme():
    assert readable_address("https://ita.example.go.th/s/tuayang/") == "ita.example.go.th/s/tuayang"
    assert address_run("https://a.go.th/", shown="a.go.th").text == "a.go.th"
