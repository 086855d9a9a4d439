"""What holds of every reply: no doubtful sentence completes anything, nothing is invented, nothing raises or takes long."""

from datetime import date
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plans.dates import find
from plans.replies import Context, understand

TODAY = date(2025, 2, 3)
CONTEXT = Context(TODAY, due=date(2025, 2, 28), ref="5", refs=tuple(map(str, range(1, 27))))
LOOSE = Context(TODAY, ref="5")

DONE = (
    "done",
    "complete",
    "completed",
    "finished",
    "closed",
    "sorted",
    "signed off",
    "actioned",
    "in place",
    "all done",
)
FEW = DONE[::3]
SUBJECTS = ("", "it's ", "this is ", "it is ", "5 is ", "action 5 is ", "the audit is ", "we are ")
TAILS = (
    "",
    " thanks",
    ", thanks",
    " now",
    ", minutes attached",
    " at last",
    ".",
    "!",
    " 👍",
    "\n\nKind regards\nA. Sample",
)
BEFORE = (
    "not ", "never ", "hardly ", "far from ", "nowhere near ", "not yet ", "no way is it ", "don't say ", "can't say it's ",
    "I doubt it's ", "nearly ", "almost ", "mostly ", "partly ", "half ", "90% ", "pretty much ", "more or less ", "I think ",
    "I believe it's ", "maybe ", "probably ", "hopefully ", "should be ", "might be ", "if healthcare agree it's ", "once signed it's ",
    "unless told otherwise ", "when the contractor returns it's ", "after Friday it's ", "will be ", "to be ", "going to be ",
    "due to be ", "Dave says it's ", "GFSL tell me it's ", "apparently ", "I'm told it's ", "they reckon it's ", "supposedly ",
    "is it ", "has it been ", "when is it ", "who said it's ", "as if it's ", "phase 1 ", "the first half is ", "only B wing is ",
    "some of it is ", "everything but the showers is ", "cells 1-10 ", "2 of 3 ", "isn't ", "wasn't ", "hasn't been ", "nobody thinks it's ",
    "must be ", "needs to be ", "wants to be ", "could be ", "would be ", "imagine it ", "pretend it's ", "I wish it was ",
    "happen it's ", "mebbe it's ", "it isnae ", "it's nae ", "it's no' ", "nowt's been ", "nobody's had it ", "in theory ", "on paper ",
    "technically ", "to all intents ", "all but ", "as good as ", "close to ", "I'd say ", "fingers crossed it's ", "supposed to be ",
    "meant to be ", "should've been ", "touch wood ", "AFAIK ", "IIRC ", "as far as I know ", "pending sign off ", "subject to audit ",
    "provided it rains ", "as soon as the doors come it's ", "aiming to get it ", "getting it ", "according to Dave ", "word is it's ",
    "so I gather it's ", "everything bar the plan ", "all apart from C wing ", "most of it ", "a third is ", "the rest is ", "our side is ",
    "phase two ", "the showers are ", "the first workshop was ", "the interviews are ", "if only it was ", "make sure it's ", "I want it ",
    "has anyone ", "did Dave get it ", "are we ", "what's ", "by Friday it's ", "I'll tell you when it's ", "I doubt ", "can't wait till it's ",
)  # fmt: skip
AFTER = (
    " except the showers", " apart from B wing", " bar two cells", " subject to sign off", " pending approval", " if the PGD agrees",
    " once the contractor returns", " unless they object", " when the paint dries", ", I think", ", I believe", " maybe", " probably",
    " I hope", ", apparently", ", Dave says", ", or so they say", ", not", " - not", ". Not.", "?", ", right?", " or is it?", " by Friday",
    " tomorrow", " next week", " soon", ", ha ha", " 🙄", ", as if", ", yeah right", " but not signed", ", though two wings are left",
    ", still waiting for the policy", ", awaiting sign off", ", just the kitchen to do", ", rest to follow", ", more or less",
    " on B wing", " for half the staff", " in part", " in principle", ", almost", ", well, nearly", ". Actually no.", ", snagging outstanding",
    " to all intents", ", bar the shouting", " bar one", " give or take", ", touch wood", " or so", " or so I'm told", ", there or thereabouts",
    " AFAIK", " IIRC", " unless I'm mistaken", ", technically", " on paper", ", I'd say", ", so he says", ", I'm told", " according to Dave",
    ", just the lights left", " with two to go", " save for C wing", " minus the rota", " for some", " in two of the three", " as much as we can",
    ", is it", " isn't it", ", am I right?", " innit", ", I wish", " in my dreams", ", still to test", ". Two cells left.", ". Not quite though.",
    ", hopefully", " by close of play", " from next week", " apart from the snagging", ". Apart from B wing.", ". Unless it rains.", " soonish",
    " as far as I know", " to the best of my knowledge", " assuming GFSL turn up", ", mostly", "ish", "-ish", " when funded",
)  # fmt: skip
DATES = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def spoilt(text: str, at: int, how: int) -> str:
    """A slip of typing, another case, or another sign."""
    at = at % max(1, len(text))
    match how:
        case 1:
            return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]
        case 2:
            return text.upper()
        case 3:
            return text.replace(",", " ").replace("'", "’")
        case 4:
            return text.replace("'", "")
        case 5:
            return text.replace(" ", "  ").title()
    return text


SPOILT = st.tuples(st.integers(0, 40), st.sampled_from([0, 0, 2, 3, 4, 5]))


def completes(text: str, context: Context = CONTEXT) -> bool:
    found = understand(text, context)
    return any(meant.intent == "complete" for meant in (found.own, *found.others))


@pytest.mark.parametrize("before", BEFORE)
def test_no_doubt_before_any_word_of_completion_completes(before: str) -> None:
    assert [text for done in FEW for tail in TAILS[::2] if completes(text := before + done + tail)] == []


@pytest.mark.parametrize("after", AFTER)
def test_no_doubt_after_any_word_of_completion_completes(after: str) -> None:
    assert [text for done in FEW for subject in SUBJECTS[::2] if completes(text := subject + done + after)] == []


@given(
    st.sampled_from(BEFORE), st.sampled_from(DONE), st.sampled_from(AFTER), SPOILT, st.sampled_from([CONTEXT, LOOSE])
)
def test_a_doubtful_sentence_completes_nothing_however_typed(before, done, after, slip, context) -> None:
    assert not completes(spoilt(before + done + after, *slip), context)


@given(
    st.sampled_from(["", "5 ", "8: ", "5 and 6 "]),
    st.sampled_from(BEFORE),
    st.sampled_from(DONE),
    st.sampled_from(TAILS),
    SPOILT,
)
def test_a_doubt_of_an_action_named_completes_nothing(refs, before, done, tail, slip) -> None:
    assert not completes(spoilt(refs + before + done + tail, *slip))


@given(st.sampled_from(SUBJECTS), st.sampled_from(DONE), st.sampled_from(AFTER), SPOILT)
def test_a_completion_doubted_afterwards_completes_nothing(subject, done, after, slip) -> None:
    assert not completes(spoilt(subject + done + after, *slip))


OF_THINGS = ("the showers are ", "the interviews are ")
"""Said of a thing, they doubt "done"; beside a plain sentence they tell what was done."""
DOUBTED = tuple(before for before in BEFORE if before not in OF_THINGS)
PLAIN = ("Done.", "Action complete.", "This is finished.", "We have completed this action.")


@given(st.sampled_from(DOUBTED), st.sampled_from(["", *SUBJECTS[1:4]]), st.sampled_from(DONE), st.sampled_from(PLAIN))
def test_no_plain_sentence_outdoes_a_doubt_told_with_it(before, subject, done, plain) -> None:
    assert not completes(f"{before}{done}. {plain}")
    assert not completes(f"{plain} {before}{subject}{done}")


@given(st.sampled_from(SUBJECTS), st.sampled_from(DONE), st.sampled_from(AFTER), st.sampled_from(PLAIN))
def test_no_plain_sentence_outdoes_a_doubt_that_ends_another(subject, done, after, plain) -> None:
    assert not completes(f"{subject}{done}{after.removesuffix('?')}. {plain}") or after.endswith("?")
    assert not completes(f"{plain} {subject}{done}{after}")


STRANGERS = st.lists(
    st.sampled_from(["marigold", "trellis", "ponder", "grommet", "blithely", "the", "of", "Wensley", "a", "with", "on", "our"]),
    max_size=4,
).map(" ".join)  # fmt: skip


@settings(max_examples=400)
@given(st.sampled_from(BEFORE), STRANGERS, st.sampled_from(DONE), STRANGERS, st.sampled_from(TAILS))
def test_no_doubt_is_lost_behind_unknown_words(before, strange, done, more, tail) -> None:
    assert not completes(f"{before}{strange} {done} {more}{tail}")


@settings(max_examples=400)
@given(st.sampled_from(SUBJECTS), st.sampled_from(DONE), STRANGERS, st.sampled_from(AFTER), st.sampled_from(TAILS))
def test_no_doubt_is_lost_after_unknown_words(subject, done, strange, after, tail) -> None:
    assert not completes(f"{subject}{done} {strange}{after}{tail}")


@given(st.sampled_from(SUBJECTS), st.sampled_from(DONE), st.sampled_from(TAILS))
def test_a_plain_sentence_completes(subject, done, tail) -> None:
    assert completes(subject + done + tail) or subject == "we are "


@given(st.text(max_size=400))
@example("5" * 400)
@example("\x00\ud800<@<<>>|" * 20)
def test_no_text_raises(text: str) -> None:
    understand(text, CONTEXT)
    understand(text, LOOSE)


WORDS = st.lists(
    st.sampled_from([*" ".join((*DONE, *BEFORE, *AFTER)).split(), "5", "6", "9", "push", "to", "until", "March", "14", "remind", "me", "blocked", "mine", "https://a.example/x", "\n", "-", ":", "31/12/2025"]),
    max_size=14,
).map(" ".join)  # fmt: skip


@given(WORDS)
def test_every_day_given_is_read_from_the_words(text: str) -> None:
    found = understand(text, CONTEXT)

    for meant in (found.own, *found.others):
        assert meant.date is None or meant.intent in ("postpone", "snooze", "complete")
        assert meant.date is None or any(one.day == meant.date and one.words in text for one in meant.read)
        assert all(one in text for one in meant.evidence)
        assert meant.note in text or "\n" in text or "  " in text or meant.evidence


@given(
    DATES,
    st.sampled_from(["%d %B %Y", "%d/%m/%Y", "%Y-%m-%d", "%-d %b %Y"]),
    st.sampled_from(["push to", "need until", "extension to", "move to", "new date", "will be done by"]),
)
def test_a_written_day_is_the_day_asked_for(day, form, words) -> None:
    own = understand(f"{words} {day.strftime(form)}", CONTEXT).own

    if day > date(2025, 2, 28):
        assert (own.intent, own.date) == ("postpone", day)
    else:
        assert own.date is None
        assert own.intent == "progress" or own.asks in ("past_day", "done_or_going") or own.intent == "note"


def test_today_is_nobodys_default() -> None:
    for text in (*DONE, "push it back", "remind me", "need longer", "blocked", "not mine", "working on it"):
        assert understand(text, CONTEXT).own.date is None


@pytest.mark.parametrize(
    "unit",
    ["done ", "not ", "5 and ", "a", "5, ", "https://x.example/", "until Friday ", "(", "\n", "@ ", "<", "> done\n", "no no", "14 March ", ":a", "'s", "1.", "- "],
)  # fmt: skip
def test_ten_thousand_letters_of_anything_are_read_at_once(unit: str) -> None:
    for size in (1_400, 10_000):
        text = (unit * size)[:size]
        understand(text[:50], CONTEXT)
        began = process_time()  # of this process alone, whatever else the machine has to do
        understand(text, CONTEXT)

        assert process_time() - began < 20  # measured: 0.1 s at most; squared in its length it would be minutes


def test_what_the_dates_find_is_what_the_reply_reads() -> None:
    assert [one.words for one in find("push to mid March", TODAY)] == [
        understand("push to mid March", CONTEXT).own.read[0].words
    ]
