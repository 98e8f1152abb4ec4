from prongsai.papers.digits import showable, shown


def test_digits_become_thai_but_addresses_stay():
    text = "ปี 2568 ที่ https://www.example.go.th/ita/2568/ หรือ ita2568@example.go.th โทร. 02"
    expected = "ปี ๒๕๖๘ ที่ https://www.example.go.th/ita/2568/ หรือ ita2568@example.go.th โทร. ๐๒"
    assert shown(text, "thai") == expected


def test_thai_digits_become_arabic_where_the_document_has_these():
    assert shown("๘๕.๕๐", "arabic") == "85.50"


def test_an_address_ends_where_thai_begins():
    assert shown("www.a.go.th/1ปี 2", "thai") == "www.a.go.th/1ปี ๒"


def test_what_no_file_may_hold_is_dropped():
    assert showable("ก\x00ข\ud800ค\ufffe\u200b\tง\nจ") == "กขค ง\nจ"


def test_marks_of_repetition_are_spaced_but_not_inside_an_address():
    assert shown("ต่างๆได้ที่ https://a.go.th/ต่างๆ", "arabic").startswith("ต่าง ๆ ได้ที่ https://a.go.th/")
