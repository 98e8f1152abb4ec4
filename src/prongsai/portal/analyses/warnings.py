"""What is wrong with a sentence: claims that the figures deny, items of another year. Pure."""

from prongsai.portal.analyses.material import Material


def warnings_on(text_th: str, material: Material) -> tuple[str, ...]:
    """Sentences for the officer, in the page's language."""
    del text_th, material
    return ()
