"""What people do other than ask, written by hand: one brief, its Seen, Snooze and Show all, a prison's posts. Every press
and form is kept, and none has an effect twice."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from plans.chat import Answered, Ask, Hand, Heard, Pressed, Quiet, Redraw, Refill, Replied, Said, Say, Submitted, Where
from plans.messages import Field, Form, Held, Home, Message, Notice, Posts, Verb
from tests.digests import a_digest
from tests.fakes import answers
from tests.fakes.briefs import MONDAY, monday
from tests.fakes.homes import home

SEEN = datetime(2024, 12, 2, 10, 42, tzinfo=UTC)
POSTS = Posts(
    "HMP Rochester",
    MONDAY,
    (Held("Governor", "A. Sample", actions=7),),
    verbs=(Verb("post", "Change a post", "rochester"),),
)


def form(choices: int = 3) -> Form:
    offered = tuple((str(n), f"{n} Invented action number {n}") for n in range(1, choices + 1))
    which = Field("which", "Which actions?", "any", offered, value="1")
    until = Field("until", "Until when?", "day", value="2024-12-09", hint="Monday 16 December at the latest.")
    return Form("snooze", "Snooze", "Snooze", (which, until), about="7", intro="Their dates stand.")


def post_form() -> Form:
    fields = (
        Field("post", "Which post?", "one", (("governor", "Governor"), ("head of safety", "Head of Safety"))),
        Field("person", "Who?", "person", optional=True),
        Field("note", "A word?", "words", optional=True, value="none"),
    )
    return Form("post", "Change a post", "Save", fields, about="rochester")


@dataclass
class Acting:
    heard: list[Heard] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    choices: int = 3
    history: str = "minutes attached"
    revised: tuple[tuple[Where, Message], ...] = ()
    said: list[Replied] = field(default_factory=list)
    home: Home = field(default_factory=lambda: home(18, 6))
    breaks: bool = False

    def __call__(self, heard: Heard) -> Answered | None:
        if isinstance(heard, Replied):
            self.said.append(heard)
        elif not isinstance(heard, Said):
            self.heard.append(heard)
        return self._at_home(heard) or self._of_actions(heard) or self._of_briefs(heard)

    def _at_home(self, heard: Heard) -> Answered | None:
        match heard:
            case Pressed(Verb("home")) if self.breaks:
                raise ZeroDivisionError("a secret that nobody outside may see")
            case Pressed(Verb("home", page=page)):
                return Redraw(replace(self.home, page=page))
            case Pressed(Verb("away")):
                return Ask(Form("away", "I am away", "Save", (Field("until", "Until which day?", "day"),)))
            case Submitted("away", values=values) if values:
                self.home = replace(self.home, verbs=(*self.home.verbs[:-1], Verb("back", "I am back", "")))
                return Say(Notice("plain", detail=f"Recorded: you are away until {values['until']}."))
            case Submitted("away"):
                return Refill({"until": "Choose a day after today."})
            case Pressed(Verb("back"), _, key):
                self.home = replace(self.home, verbs=(*self.home.verbs[:-1], Verb("away", "I am away", "")))
                return self._once(key, Redraw(self.home))
        return None

    def _of_briefs(self, heard: Heard) -> Answered | None:
        match heard:
            case Said("posts"):
                return Say(POSTS)
            case Said("my brief"):
                return Say(monday())
            case Pressed(Verb("seen"), _, key):
                return self._once(key, Redraw(monday(seen=SEEN, verbs=monday().verbs[1:])))
            case Pressed(Verb("all")):
                return Redraw(replace(monday(), whole=True))
            case Pressed(Verb("snooze", query=query)):
                return Ask(form(self.choices)) if query == "7" else Say(Notice("plain", detail="That brief is gone."))
            case Pressed(Verb("post")):
                return Ask(post_form())
            case Pressed(Verb("save")):
                return Hand(a_digest())
            case Submitted("snooze", values=values, key=key):
                if not values.get("which"):
                    return Refill({"which": "Choose at least one action."})
                return self._once(key, Say(Notice("plain", detail=f"Snoozed {', '.join(values['which'])}.")))
            case Submitted("post", values=values, members=members):
                name = members["person"].name if "person" in members else "nobody"
                return Say(Notice("plain", detail=f"{values['post']}: {name}"))
        return None

    def _of_actions(self, heard: Heard) -> Answered | None:
        match heard:
            case Replied(text, links=links):
                return self._replied(text, links)
            case Said("5 done"):
                return Ask(answers.answer_form())
            case Said("5"):
                return Say(answers.card(self.history))
            case Pressed(Verb("card" | "story")):
                return Redraw(answers.card("the whole story"))
            case Pressed(Verb("undo" | "send" | "drop", query=query), _, key):
                return self._once(key, Say(answers.older()) if query == "older" else Redraw(answers.undone()))
            case Pressed(Verb("answer")):
                return Ask(answers.answer_form())
            case Submitted("answer", values=values, key=key):
                if not values:
                    return Refill({"nowhere": "Say how you know."})
                return self._once(key, Say(answers.receipt()))
        return None

    def _replied(self, text: str, links: tuple[str, ...]) -> Answered | None:
        """None: a question."""
        match text:
            case "thanks":
                return Quiet()
            case "5 done" | "":
                return Say(answers.receipt(links), revised=self.revised)
            case "5 and 6 done":
                return Say(answers.read_back("5", "6"))
            case "5 by form":
                return Ask(answers.answer_form())
            case _ if text.startswith("note "):
                return Say(answers.receipt(words=text))
            case _:
                return None

    def _once(self, key: str, answered: Answered) -> Answered | None:
        if key in self.keys:
            return None
        self.keys.add(key)
        return answered
