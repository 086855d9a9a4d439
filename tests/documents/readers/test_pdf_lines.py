"""Paragraphs from lines as office programs paint them: a space at the end of each line that more words follow."""

from documents.readers.pdf.lines import Setting, Text
from documents.readers.pdf.marks import Piece
from documents.readers.pdf.passages import paragraphs

PAINTED = Setting(pitch=1.2, trails=True)


def line(words: str, base: float, *, width: float, trails: bool) -> Text:
    return Text([Piece(words, 0, width, base, 10, "Sans", spaced=trails)], base, 10)


def read(*found: Text, breaks: dict[int, bool] | None = None) -> list[str]:
    return [each.words for each in paragraphs(found, PAINTED, left=0, right=100, breaks=breaks)]


def test_a_page_turn_between_two_whole_sentences_parts_two_paragraphs() -> None:
    above, below = (
        line("It will be kept.", 500, width=95, trails=False),
        line("Wardens check", 600, width=80, trails=True),
    )

    assert read(above, below, breaks={1: False}) == ["It will be kept.", "Wardens check"]


def test_a_sentence_that_ends_a_line_before_a_painted_space_leaves_its_paragraph_open() -> None:
    above, below = (
        line("It will be kept.", 500, width=92, trails=True),
        line("Wardens check", 600, width=80, trails=True),
    )

    assert read(above, below, breaks={1: False}) == ["It will be kept. Wardens check"]


def test_a_hyphen_with_a_space_painted_after_it_stays_apart() -> None:
    below = line("known way", 112, width=60, trails=False)

    assert read(line("by a well-", 100, width=95, trails=True), below) == ["by a well- known way"]
    assert read(line("by a well-", 100, width=95, trails=False), below) == ["by a well-known way"]


def test_a_word_too_long_for_its_column_is_put_together() -> None:
    above, below = line("Transformati", 100, width=98, trails=False), line("on", 112, width=10, trails=False)

    assert read(above, below) == ["Transformation"]
