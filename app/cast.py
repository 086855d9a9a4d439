"""Who and what is in the demonstration's workspace: a prison's people, who go by their posts, and what to try there."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from bot.slack.manifest import COMMAND, EVENTS, SHORTCUTS
from plans.prisons import plain
from storage.channels import Purpose
from workspace.calendar import Calendar
from workspace.team import App, Conversation, Person, Team

SAMPLE_PRISON = "HMP Rochester"
DIGEST, COORDINATOR = "C0LEADERSHIP", "C0ACTIONPLAN"
CHANNELS: dict[Purpose, tuple[str, str]] = {
    "digest": (DIGEST, "leadership"),
    "coordinator": (COORDINATOR, "action-plan"),
}
"""By what they are for, the channels of the prison at home: their ids and names."""
OWN_PLANS = (
    "To import a plan of your own: be the Coordinator, open Action plans, attach the file with + and send it. Or start"
    " with it: .venv/bin/actions demo FILE"
)


@dataclass(frozen=True)
class Cast:
    """`prisons` as plans print them: everybody works at the first. `sample`: the plan is the project's own."""

    prisons: Sequence[str]
    sample: bool

    @property
    def home(self) -> str:
        return self.prisons[0] if self.prisons else SAMPLE_PRISON

    @property
    def hints(self) -> tuple[str, ...]:
        (name,) = plain([self.home])
        asked = (f"{COMMAND} {name} overdue", f"{COMMAND} mine", f"{COMMAND} {name} due soon", f"{COMMAND} help")
        digest = "Move the calendar to a Tuesday: the week's digest is in #leadership. Monday's brief has its draft."
        if not self.sample:
            return (*asked, "Move the calendar on to see more fall due.", digest, OWN_PLANS)
        more = f"{COMMAND} {name} GFSL open", f"{COMMAND} about drugs"
        posts = f"{COMMAND} posts {name}"
        briefs = (
            "Open Action plans under Direct messages: the day's brief is there. Each day you move to may bring one."
        )
        later = "Set the calendar to 3 February 2025 and ask again: much more is late by then."
        return (*asked[:3], *more, posts, *asked[3:], briefs, digest, later, OWN_PLANS)

    def team(self, calendar: Calendar) -> Team:
        """Its people go by their posts: nobody in it exists."""
        name = f"{self.home} (sample)" if self.sample else self.home
        shortcuts = tuple((each["callback_id"], each["name"]) for each in SHORTCUTS)
        app = App(commands=(COMMAND,), shortcuts=shortcuts, events=EVENTS)
        team = Team(clock=time.time, name=name, calendar=calendar, app=app)
        people = (
            Person("U0GOVERNOR", "governor", "Governor", self.home, "governor@prison.example"),
            Person("U0DIRECTOR", "director", "Prison Group Director", "Several prisons", "director@prison.example"),
            Person("U0EXECUTIVE", "executive", "Executive Director", "HMPPS", "executive@prison.example"),
            Person("U0SAFETY", "safety", "Head of Safety", self.home, "safety@prison.example"),
            Person("U0GFSL", "gfsl", "GFSL's liaison", self.home, "facilities@prison.example"),
            Person("U0PROPERTY", "property", "MoJ Property's liaison", self.home, "estates@prison.example"),
            Person("U0COORDINATOR", "coordinator", "Coordinator", "Business hub", "hub@prison.example"),
        )
        team.add(*people)
        everyone = {*team.people}
        team.add(
            Conversation(COORDINATOR, "action-plan", members=everyone, topic="The action plan, day to day"),
            Conversation(DIGEST, "leadership", members=everyone, topic="The governor's meeting"),
        )
        for person in people:
            team.direct(person.id)
        return team

    def register(self, sample: str) -> str:
        """Who holds what, as a file of posts: the sample's people at their own prison, and those above at every one."""
        heading, *rows = sample.splitlines()
        everywhere = [row for row in rows if ",Prison Group Director," in row or ",Executive Director," in row]
        lines = [row.replace(SAMPLE_PRISON, self.home) for row in rows]
        lines += [row.replace(SAMPLE_PRISON, other) for other in self.prisons[1:] for row in everywhere]
        return "\n".join([heading, *lines, ""])
