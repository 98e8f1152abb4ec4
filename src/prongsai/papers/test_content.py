import pytest

from prongsai.papers.content import Cell, Column, Document, Figure, Row, Run, Table, plain_text, runs_of


def test_a_text_may_be_a_string_a_run_or_several():
    assert runs_of("ก") == (Run("ก"),)
    assert runs_of(("ก", Run("ข", bold=True)), bold=True) == (Run("ก", bold=True), Run("ข", bold=True))
    assert plain_text(("ก", Run("ข"))) == "กข"


def test_a_row_that_does_not_fit_its_table_is_refused():
    with pytest.raises(ValueError, match="spans 2 columns where the table has 3"):
        Table((Column("ก"), Column("ข"), Column("ค")), (Row(("1", "2")),))


def test_groups_must_span_all_columns():
    with pytest.raises(ValueError, match="spans 2 columns"):
        Table((Column("ก"),), (), groups=(Cell("ข", span=2),))


def test_a_table_without_columns_is_refused():
    with pytest.raises(ValueError, match="at least one column"):
        Table((), ())


def test_a_figure_without_alt_text_is_refused():
    with pytest.raises(ValueError, match="alt text"):
        Figure("<svg/>", " ")


def test_a_document_without_title_is_refused():
    with pytest.raises(ValueError, match="title"):
        Document(" ", ())
