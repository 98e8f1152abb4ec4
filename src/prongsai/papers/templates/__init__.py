"""An agency's template: her logo, sections of her own, the order of sections and her wording, as checked data."""

from prongsai.papers.templates.applying import apply_template, section_keys, square_picture
from prongsai.papers.templates.checking import Template
from prongsai.papers.templates.mistakes import TemplateError
from prongsai.papers.templates.placeholders import PLACEHOLDERS, PlaceholderValues, placeholder_values
from prongsai.papers.templates.reading import read_template
from prongsai.papers.templates.schema import ExtraSection, TemplateFile

__all__ = [
    "PLACEHOLDERS",
    "ExtraSection",
    "PlaceholderValues",
    "Template",
    "TemplateError",
    "TemplateFile",
    "apply_template",
    "placeholder_values",
    "read_template",
    "section_keys",
    "square_picture",
]
