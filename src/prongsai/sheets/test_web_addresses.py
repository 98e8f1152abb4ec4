import pytest

from prongsai.sheets.web_addresses import host_of, read_address, read_addresses


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("https://town.example/a", ["https://town.example/a"]),
        ("https://town.example/a https://town.example/b", ["https://town.example/a", "https://town.example/b"]),
        ("https://town.example/a,https://town.example/b", ["https://town.example/a", "https://town.example/b"]),
        ("https://town.example/a;\r\nwww.town.example/b", ["https://town.example/a", "https://www.town.example/b"]),
        ("1. https://town.example/a\n๒) https://town.example/b", ["https://town.example/a", "https://town.example/b"]),
        ("- https://town.example/a\n•https://town.example/b", ["https://town.example/a", "https://town.example/b"]),
        ("town.go.th/แผน/2569.pdf", ["https://town.go.th/แผน/2569.pdf"]),
        ("https://town.example/?q=1,2;3", ["https://town.example/?q=1,2;3"]),
        ("https://a.example/x\u200b", ["https://a.example/x"]),
        ("https://a.example https://a.example", ["https://a.example"]),
        ("<https://a.example/x>,", ["https://a.example/x"]),
        ("https://xn--72c.xn--o3cw4h/a", ["https://xn--72c.xn--o3cw4h/a"]),
        ("", []),
    ],
)
def test_addresses_are_read_as_people_paste_them(text, urls):
    found = read_addresses(text)
    assert (list(found.urls), found.others) == (urls, ())


def test_words_that_are_no_addresses_are_named_and_lose_nothing():
    found = read_addresses("ดูที่ https://town.example/a หน้า 3")
    assert found.urls == ("https://town.example/a",)
    assert found.others == ("ดูที่", "หน้า", "3")


@pytest.mark.parametrize(
    "word",
    [
        "javascript:alert(1)",
        "ftp://town.example/a",
        "https://user:word@town.example/",
        r"https://elsewhere.example\.town.example/",
        "https://<b>.town.example/",
        "https://town.example:99999/",
        "http://0x7f.0.0.1/",
        "http://１２７.０.０.１/",
        "https://localhost/",
        "https://",
        "http://[::1",
        "แผน.",
        "O12",
        "https://town.example/" + "a" * 1000,
    ],
)
def test_what_no_web_site_can_be_meant_by_is_none(word):
    assert read_address(word) is None


def test_an_address_that_a_space_tore_apart_is_not_taken_for_two():
    found = read_addresses("https://town.example/my plan.pdf")
    assert (found.urls, found.others) == (("https://town.example/my",), ("plan.pdf",))


def test_a_host_is_compared_without_www_and_case():
    assert host_of("https://WWW.Town.example:8080/a") == "town.example"
    assert host_of("nothing") == host_of("http://[x") == ""
