import re

import pytest
import yaml
from django.utils.translation import get_language, gettext

from prongsai.portal.surveys.actions import make_links
from prongsai.portal.surveys.languages import reading
from prongsai.portal.surveys.languages.reading import (
    LanguageFileError,
    further_languages,
    language_files,
    needed_phrases,
    read_language,
)
from prongsai.portal.surveys.models import Answer
from prongsai.rulebook.loading import load_year
from prongsai.rulebook.survey_wording import own_wording

YEAR = 2569


def tongue(**changes):
    """A language of the test's own: every phrase and question in it is what it was, said backwards."""

    def said(text):
        marks = re.findall(r"%\(\w+\)s|\{\w+\}", text)
        return " ".join([f"«{len(text)}»", *marks])

    rules = load_year(YEAR)
    own = [entry.words for entry in own_wording(rules)]
    scales = {scale.key: scale for survey in rules.surveys for scale in survey.scales}
    language = {
        "key": "test-tongue",
        "lang": "ms-Arab",
        "name": "توتور",
        "direction": "rtl",
        "months": [f"month-{number}" for number in range(1, 13)],
        "phrases": {phrase: said(phrase) for phrase in needed_phrases()},
        "indicators": {number: f"title {number}" for number in range(1, 9)},
        "surveys": [
            {
                "years": [YEAR],
                "respondents": {"IIT": "those inside", "EIT": "those outside"},
                "scales": {key: [f"{key} {n}" for n in range(1, len(one.options) + 1)] for key, one in scales.items()},
                "questions": {words.code: f"question {words.code}" for words in own},
            }
        ],
    }
    return language | changes


@pytest.fixture
def lay_down(tmp_path, settings):
    """Lays a file into the installation's folder of languages; languages are read anew."""
    settings.PRONGSAI_LANGUAGES = tmp_path

    def act(content, name="tongue.yaml"):
        file = tmp_path / name
        file.write_text(content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True), "utf-8")
        further_languages.cache_clear()
        return file

    yield act
    further_languages.cache_clear()


def test_the_languages_that_come_with_the_program_are_whole():
    shipped = language_files()
    assert [file.name for file in shipped] == ["easy-thai.yaml"]
    for file in shipped:
        language = read_language(file)
        assert language.words_for(YEAR) is not None
        assert all(language.phrases.values())


@pytest.fixture
def citizens(collecting, agency):
    make_links(round_id=collecting.id, agency_id=agency.pk, agency_code=agency.code, actor="person/1")
    return "/s/town-e/"


@pytest.mark.django_db
def test_the_form_offers_a_language_when_its_file_is_there(visitor, citizens, lay_down):
    assert "?in=test-tongue" not in visitor.get(citizens).content.decode()
    lay_down(tongue())
    shown = visitor.get(citizens).content.decode()
    assert f'href="{citizens}?in=test-tongue"' in shown
    assert f'href="{citizens}?in=easy-thai"' in visitor.get(f"/en{citizens}").content.decode()


@pytest.mark.django_db
def test_the_whole_page_is_written_in_it_and_an_answer_counts_the_same(visitor, citizens, lay_down):
    lay_down(tongue())
    address = f"{citizens}?in=test-tongue"
    shown = visitor.get(address).content.decode()
    assert '<html lang="ms-Arab" dir="rtl">' in shown
    assert "question e1" in shown
    assert "agreement6 6" in shown
    assert "title 6" in shown
    assert re.search(r"[0-9]+ month-[0-9]+ 25[0-9]{2}", shown)
    thai = set(re.findall(r"[\u0e00-\u0e7f]+", re.sub(r"<title>.*?</title>", "", shown, flags=re.S)))
    assert thai - {"เทศบาลเมืองตัวอย่าง", "ภาษา", "ไทย", "ไทยอ่านง่าย"} == set(), "only names are left in Thai"
    assert f'action="{address}"' in shown
    refused = visitor.post(address, {"e1": "9"}).content.decode()
    assert "question e9" in refused
    assert "พบคำตอบ" not in refused
    counted = visitor.post(address, {"e3": "2"} | {f"e{n}": "6" for n in (1, 2, 4, 5, 6, 7, 8, 9)})
    assert counted.status_code == 200
    assert "data-counted" in counted.content.decode()
    assert Answer.objects.get().choices == "662666666"
    assert (get_language(), gettext("ถัดไป")) == ("th", "ถัดไป")
    assert "ส่งคำตอบ" in visitor.get(citizens).content.decode()


@pytest.mark.django_db
def test_a_language_nobody_knows_is_not_heard(visitor, citizens):
    assert "ส่งคำตอบ" in visitor.get(f"{citizens}?in=xx").content.decode()
    assert visitor.get(f"{citizens}?in=").status_code == 200


@pytest.mark.django_db
def test_in_words_that_the_office_changed_only_files_that_know_them_are_offered(lay_down):
    language = read_language(lay_down(tongue()))
    assert language.words_for(YEAR, "") is not None
    assert language.words_for(YEAR, "0123456789abcdef") is None
    knowing = tongue()
    knowing["surveys"][0]["wordings"] = ["0123456789ab"]
    assert read_language(lay_down(knowing)).words_for(YEAR, "0123456789abcdef") is not None


def without(phrase):
    phrases = tongue()["phrases"]
    return {key: said for key, said in phrases.items() if key != phrase}


def survey(**changes):
    return [tongue()["surveys"][0] | changes]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phrases": without("ถัดไป")}, "“ถัดไป” is missing"),
        ({"phrases": {**tongue()["phrases"], "ถัดไปๆ": "x"}}, "“ถัดไปๆ” is said on no page"),
        (
            {"phrases": {**tongue()["phrases"], "ยังส่งไม่ได้ มี %(n)s จุดที่ต้องแก้": "no number"}},
            r"keep its placeholders \(%\(n\)s\)",
        ),
        ({"phrases": {**tongue()["phrases"], "ถัดไป": "<b>x</b>"}}, "write it without HTML"),
        ({"key": "en"}, "write another"),
        ({"months": ["only one"]}, "found 1 names; write twelve"),
        ({"key": "not a slug"}, "cannot be used"),
        ({"colour": "blue"}, "cannot be used"),
        ({"indicators": dict.fromkeys(range(1, 8), "x")}, "indicators: 8 is missing"),
        ({"surveys": survey(years=[2499])}, "found 2499; write one of"),
        ({"surveys": survey(respondents={"IIT": "x"})}, "respondents: EIT is missing"),
        ({"surveys": survey(questions={"i1": "x"})}, "questions: i2: missing"),
        ({"surveys": survey(questions=tongue()["surveys"][0]["questions"] | {"i99": "x"})}, "i99 .no such question"),
        ({"surveys": survey(scales={"extent6": ["a", "b"]})}, r"i1: options: found 2; 6 are wanted"),
        ({"surveys": survey(scales={"extent6": ["a"] * 6})}, "scales: agreement6 is missing"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_its_place(lay_down, changes, said):
    file = lay_down(tongue(**changes))
    with pytest.raises(LanguageFileError, match=said) as fault:
        read_language(file)
    assert all(problem.startswith("tongue.yaml: ") for problem in fault.value.problems)


def test_a_file_with_a_fault_is_left_out_and_the_log_says_why(lay_down, caplog):
    lay_down("key: [broken")
    assert set(further_languages()) == {"easy-thai"}
    assert "tongue.yaml: cannot be used" in caplog.text


def test_phrases_are_found_where_pages_write_them():
    needed = needed_phrases()
    assert {"ส่งคำตอบ", "ยังไม่ได้เลือกคำตอบ", "ส่วนที่ {at} จาก {of}"} <= needed
    assert reading.SHIPPED.is_dir()
