"""Forms as Slack posts them are read as the standard library reads them."""

from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import parse_qsl, urlencode

from hypothesis import given
from hypothesis import strategies as st

from bot.slack.guards import _fields

standard = partial(parse_qsl, keep_blank_values=True, errors="strict")
FORMS = st.text(st.characters(codec="utf-8") | st.sampled_from("&=%+;20aF"), max_size=60)


def told(reader: Callable[[str], Iterable[tuple[str, str]]], form: str) -> list[tuple[str, str]] | str:
    try:
        return list(reader(form))
    except ValueError:
        return "refused"


@given(FORMS)
def test_any_text_is_read_or_refused_as_the_standard_library_does(form: str):
    assert told(_fields, form) == told(standard, form)


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_what_is_posted_is_what_is_read(fields: dict[str, str]):
    assert dict(_fields(urlencode(fields))) == fields
