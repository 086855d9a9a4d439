"""The page of a week: what stands on it, that it stands for itself, and that no words can break out of it."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.page import page
from bot.page.charts import bars, lines
from plans.messages import Burn, ThemeRow
from tests.digests import a_digest, a_line, many

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Reader(HTMLParser):
    """Which elements a page has, that each is closed where it is to be, and the words of each."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(written)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    @property
    def text(self) -> str:
        return " ".join(" ".join(words for tag, words in self.words if tag != "style").split())


def shape(written: str) -> list[tuple[str, tuple[str, ...]]]:
    """Its elements, but for what is strong: a title that holds our own mark for that makes more of it, and no harm."""
    return [(tag, tuple(attributes)) for tag, attributes in Reader(written).found if tag != "strong"]


def test_it_says_whose_week_it_is_as_at_when_and_what_it_is_proved_by() -> None:
    digest = a_digest()
    said = Reader(page(digest)).text

    assert "HMP Rochester Digest 14" in said
    assert "Week of Tuesday 4 February 2025, as at Tuesday 4 February 2025, 8:30am" in said
    assert "18 of 26 actions are late, 6 more than last week" in said
    assert "Newly late since Tuesday 28 January" in said
    assert digest.sha256 in said
    assert "18 Red" in said
    assert "Draft" not in said


def test_a_draft_says_that_it_is_one() -> None:
    said = Reader(page(a_digest(draft=True, number=15))).text

    assert "Draft of digest 15" in said
    assert "Not kept" in said


def test_every_action_stands_once_below_its_theme() -> None:
    written = page(a_digest())
    refs = re.findall(r'<th scope="row" role="rowheader">([^<]+)</th>', written)

    assert sorted(refs, key=int) == [str(n) for n in range(1, 27)]
    assert written.count('scope="rowgroup"') == 9


def test_what_nobody_answered_about_is_not_said_to_be_not_started() -> None:
    said = Reader(page(a_digest())).text

    assert "Nothing reported yet, 96 days late" in said
    assert "Not started" not in said


def test_the_table_of_actions_can_be_left_out() -> None:
    written = page(a_digest(), actions=False)

    assert "All actions" not in written
    assert "Planned and confirmed" in written


def test_what_slipped_keeps_the_date_that_was_first_promised() -> None:
    line = a_line("12", original_due=date(2024, 12, 31), slips=1, waits=("extension",))
    said = Reader(page(a_digest([line]))).text

    assert "12 Curriculum review Governor 28 February 2025 31 December 2024, moved once" in said
    assert "another date asked for" in said


def test_of_two_plans_each_ref_says_whose_it_is() -> None:
    digest = a_digest([a_line("1"), a_line("2", plan="rochester-2025")])
    digest = replace(digest, plans=(("rochester-2024", "One"), ("rochester-2025", "Two")))

    assert "HMP Rochester (rochester-2025) 2" in Reader(page(digest)).text


def test_prisoner_numbers_are_masked_wherever_they_stand() -> None:
    digest = a_digest([a_line("1", title="Move A1234BC", theme="A1234BC", owners=("A 1234 BC",))], prison="A1234BC")

    assert "1234" not in page(digest)


@pytest.mark.parametrize("digest", [a_digest([]), a_digest([a_line("7")], burn_up=()), many(1), many(400)])
def test_it_is_whole_with_nothing_in_it_and_with_very_much(digest: object) -> None:
    assert Reader(page(digest)).found  # type: ignore[arg-type]  # facts by name


def test_it_asks_for_nothing_and_runs_nothing() -> None:
    written = page(a_digest())
    asked = [value for _, had in Reader(written).found for name, value in had.items() if name in ("src", "href")]

    assert all(str(value).startswith("#") for value in asked)
    assert "<script" not in written
    assert not re.search(r"url\((?!#)|@import|https?:", written)


def test_headings_are_in_order_and_every_table_says_what_it_is() -> None:
    found = Reader(page(a_digest())).found
    levels = [int(tag[1]) for tag, _ in found if re.fullmatch(r"h\d", tag)]
    tags = [tag for tag, _ in found]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tags.count("caption") == tags.count("table") == 3
    assert all("scope" in had for tag, had in found if tag == "th")
    assert {"header", "nav", "main", "footer"} <= set(tags)
    assert dict(found)["html"] == {"lang": "en-GB"}


def test_the_same_digest_is_the_same_bytes() -> None:
    assert page(a_digest()) == page(a_digest())


ODD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30) | st.sampled_from(
    ["</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", '" onload="x', "*/ }", "{{ 7 * 7 }}", "\\22 }", "\x00\x02"]
)  # fmt: skip


@settings(max_examples=60)
@given(title=ODD, owner=ODD, theme=ODD, prison=ODD)
def test_no_words_become_markup(title: str, owner: str, theme: str, prison: str) -> None:
    odd = a_digest(
        [a_line("8", title=title, owners=(owner,), theme=theme), a_line("9", theme=f"{theme}.")], prison=prison
    )
    even = a_digest([a_line("8"), a_line("9", theme="Another")])

    assert shape(page(odd)) == shape(page(even))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", page(odd))


# --- the charts ------------------------------------------------------------------------------------------------------


def test_bars_are_to_one_scale_and_their_parts_touch() -> None:
    drawn = bars([ThemeRow("One", red=3, green=1), ThemeRow("Two", blue=2)])
    (one, two) = drawn.bars

    assert [(part.colour, part.count) for part in one.parts] == [("red", 3), ("green", 1)]
    assert one.parts[1].x == pytest.approx(one.parts[0].width, abs=0.2)
    assert two.end == pytest.approx(one.end / 2, abs=0.2)
    assert one.end < drawn.width


def test_a_number_without_room_is_left_to_the_table() -> None:
    (bar,) = bars([ThemeRow("One", red=399, green=1)]).bars

    assert [part.said for part in bar.parts] == [True, False]


def test_days_are_to_scale_and_more_is_higher() -> None:
    drawn = lines([Burn(date(2025, 1, 1), 0, 0), Burn(date(2025, 1, 11), 5, 1), Burn(date(2025, 2, 10), 30, 1)])

    assert drawn is not None
    first, second, last = drawn.points
    assert (second.x - first.x) * 4 == pytest.approx(last.x - first.x, abs=0.5)
    assert last.planned_y < second.planned_y < first.planned_y == drawn.floor
    assert [step for step, _ in drawn.steps] == [0, 15, 30]


@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=20))
def test_whatever_the_numbers_every_point_is_within_the_chart(counts: list[int]) -> None:
    drawn = lines([Burn(date.fromordinal(738_000 + at), count, 0) for at, count in enumerate(counts)])

    assert drawn is not None
    assert all(0 <= point.planned_y <= point.confirmed_y <= drawn.height for point in drawn.points)
    assert all(0 <= point.x <= drawn.width for point in drawn.points)
    assert drawn.steps[-1][0] >= max(counts)
