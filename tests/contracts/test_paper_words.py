"""Nothing on a paper but what is in its content stands in the code; longer texts have room."""

from __future__ import annotations

import pytest

from kitadesk.handouts import registry
from kitadesk.handouts.kit.blocks import Document, Heading, Paragraph
from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.spec import HandoutSpec
from kitadesk.handouts.texts import text_groups
from tests.support import paper_words as words
from tests.support.paper_checks import assert_inside
from tests.support.reading import read_pdf

IS_FIXED = {"ruler": "tells the office how to measure its printer; it is no paper for others"}
"""Papers whose words the office cannot change, with the reason."""
PAPERS = tuple(paper for paper in registry.all_papers() if paper.id not in IS_FIXED)
Spec = HandoutSpec[object, object]


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: spec.id)
def test_a_paper_has_no_word_of_its_own(spec: Spec) -> None:
    documents = words.documents_of(spec, words.only_figures(), words.without_words)

    assert set().union(*map(words.words_left, documents)) == set()


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: spec.id)
def test_texts_three_times_as_long_stay_on_the_sheet(spec: Spec) -> None:
    for document in words.documents_of(spec, words.three_times_as_long()):
        assert_inside(read_pdf(render(document), words=False))


def test_a_word_in_the_code_is_found() -> None:
    planted = Document(
        "7",
        (
            Heading("7"),
            Paragraph("Mo 8. April, Kommen"),
        ),
    )

    assert words.words_left(planted) == {"Kommen"}


@pytest.mark.parametrize("spec", PAPERS, ids=lambda spec: spec.id)
def test_a_paper_stands_beside_every_text_that_it_prints(spec: Spec) -> None:
    printed = set().union(*map(words.keys_in, words.documents_of(spec, words.only_keys())))
    named = {text.key for group in text_groups() for text in group.texts if spec.id in group.papers}

    assert printed - named == set()
