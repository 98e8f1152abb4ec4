import pytest

pytestmark = pytest.mark.django_db


def test_the_first_page_of_an_empty_portal(client):
    response = client.get("/")
    assert response.status_code == 200
    assert "ไม่พบผลที่ตรงกับเงื่อนไข" in response.content.decode()


def test_the_list_names_agency_year_total_and_level(client, don):
    content = client.get("/").content.decode()
    assert 'href="/agencies/don/2567/"' in content
    assert "93.71" in content
    assert "อย่างน้อย ผ่าน" in content


def test_english(client, don):
    content = client.get("/en/").content.decode()
    assert "Don SAO" in content
    assert 'href="/en/agencies/don/2567/"' in content
    assert "At least Pass (ผ่าน)" in content


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "' OR 1=1 --"},
        {"q": "<script>alert(1)</script>"},
        {"q": "%" * 80},
        {"q": "a" * 5000},
        {"q": "\x00"},
        {"q": "\ud800".encode("utf-8", "surrogatepass")},
        {"year": "2567; DROP TABLE"},
        {"year": "๒๕๖๗"},
        {"year": "9" * 400},
        {"type": "spaceship"},
        {"province": "nowhere"},
        {"order": "-pk"},
        {"page": "-1"},
        {"page": "9" * 400},
        {"page": "last"},
    ],
)
def test_hostile_questions_are_answered_calmly(client, don, asked):
    response = client.get("/", asked)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_a_question_that_cannot_be_asked_says_so(client, don):
    content = client.get("/", {"province": "nowhere"}).content.decode()
    assert "บางเงื่อนไขใช้ค้นหาไม่ได้" in content
    assert "93.71" in content


def test_only_reading_is_allowed(client):
    assert client.post("/").status_code == 405


def test_fictional_agencies_are_announced(client, publish):
    publish("dream", is_fictional=True)
    assert "ไม่ใช่ผลของหน่วยงานจริง" in client.get("/").content.decode()


@pytest.mark.parametrize("agencies", [30, 300])
def test_the_list_takes_four_queries_however_many_agencies(client, publish, django_assert_num_queries, agencies):
    for number in range(agencies):
        publish(f"a{number}", figures="90 90 90 90 90 90 90 90 90 90")
    with django_assert_num_queries(4):
        content = client.get("/").content.decode()
    assert content.count('class="row-link"') == 25


def test_pages_keep_the_question(client, publish):
    for number in range(30):
        publish(f"a{number}")
    assert "?q=a&amp;page=2#results" in client.get("/", {"q": "a"}).content.decode()
    assert client.get("/", {"q": "a", "page": 2}).content.decode().count('class="row-link"') == 5
