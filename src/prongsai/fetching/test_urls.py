import pytest

from prongsai.fetching.network import PUBLIC
from prongsai.fetching.outcomes import Outcome
from prongsai.fetching.stopping import Stopped
from prongsai.fetching.urls import read_url


def outcome_of(text):
    with pytest.raises(Stopped) as end:
        read_url(text, PUBLIC, 4096)
    return end.value.outcome


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("https://www.municipality.go.th/", "https://www.municipality.go.th/"),
        (" http://WWW.Municipality.go.th/a#b \n", "http://www.municipality.go.th/a"),
        ("https://www.municipality.go.th/แผน.pdf", "https://www.municipality.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"),
        ("https://เทศบาล.ไทย/", f"https://{'เทศบาล.ไทย'.encode('idna').decode()}/"),
        ("http://8.8.8.8:8080/x%2Fy?z=a%26b", "http://8.8.8.8:8080/x%2Fy?z=a%26b"),
        ("http://a_b.municipality.go.th./", "http://a_b.municipality.go.th./"),
    ],
)
def test_a_plain_url_is_read(text, read):
    assert str(read_url(text, PUBLIC, 4096)) == read


@pytest.mark.parametrize(
    "text",
    [
        *("http://127.0.0.1/", "http://127.1/", "http://0/", "http://0x7f000001/", "http://0177.0.0.1/"),
        *(
            "http://2130706433/",
            "http://127.0.0.1./",
            "http://[::1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://localhost/",
        ),
        *("http://intranet/", "http://169.254.169.254/latest", "http://[fd00:ec2::254]/", "http://localhost./"),
        *("http://1.2.3.4.5/", "http://256.256.256.256/", "http://8.8.8.8.0x1/", "http://①②⑦.0.0.1/"),
    ],
)
def test_a_host_that_is_an_inner_address_in_any_dress_is_refused(text):
    assert outcome_of(text) is Outcome.REFUSED_ADDRESS


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "www.municipality.go.th",
            "http//x.go.th",
            "http://",
            "http:///a",
            "http://a b.go.th/",
            "http://x.go.th\\@y",
        ),
        *("http://x.go.th/a\tb", "http://x.go.th/a\nb", "http://[::1", "http://x.go.th:abc/", "http://x.go.th:99999/"),
        *(
            "http://-x.go.th/",
            "http://x..go.th/",
            "http://x%00.go.th/",
            "http://[fe80::1%25eth0]/",
            "http://x.go.th\x00/",
        ),
        "http://x.go.th/" + "a" * 5000,
    ],
)
def test_what_is_no_url_is_malformed(text):
    assert outcome_of(text) in {Outcome.MALFORMED_URL, Outcome.REFUSED_ADDRESS}


@pytest.mark.parametrize("text", ["ftp://x.go.th/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x"])
def test_another_scheme_is_refused(text):
    assert outcome_of(text) is Outcome.REFUSED_SCHEME


@pytest.mark.parametrize("text", ["http://a@x.go.th/", "http://a:b@x.go.th/", "http://x.go.th@y.go.th/"])
def test_a_name_before_the_host_is_refused(text):
    assert outcome_of(text) is Outcome.REFUSED_USER_INFO


@pytest.mark.parametrize("port", [0, 22, 25, 6379, 3306, 9200, 8000])
def test_the_port_of_another_service_is_refused(port):
    assert outcome_of(f"http://x.go.th:{port}/") is Outcome.REFUSED_PORT
