"""A brief, and who holds what, as blocks: short lines that a phone shows well, within Slack's limits however many."""

from collections.abc import Callable, Iterator

from bot import briefs, drafts, gaps, openings, posts
from bot.briefs import Group
from bot.requests import ASKED
from bot.slack.blocks import chunks, clipped, context, header, section
from bot.slack.limits import Block
from bot.slack.marks import fit, literal
from plans.messages import Brief, BriefLine, Posts

CHARS = 10_500  # leaves room in the message for its other blocks and the buttons
MORE = "A message holds no more than this: `/actions mine open` lists every action of yours, page by page."
FORWARDED = 2_000
DRAFTS = 4
REGISTER = 3_000

Draw = Callable[[BriefLine, Brief], str]


def draw(brief: Brief) -> list[Block]:
    """The count, words to forward, then section by section. Where a whole brief has no room, lines are said in fewer
    words, and then left out by number."""
    ahead_of = [section(fit(said, 500, literal)) for said in drafts.drafted(brief)[:DRAFTS]]
    top = [section(fit(openings.opening(brief), 1_500, literal)), *ahead_of, *map(_forward, openings.forwards(brief))]
    ahead = briefs.ahead(brief)
    below = [
        *([header(briefs.coming(brief)), section(fit(ahead, 200, literal))] if ahead else []),
        *_gaps(brief),
        *([context(fit(" ".join(foot), 500, literal))] if (foot := briefs.foot(brief)) else []),
    ]
    room = CHARS - sum(len(str(block)) for block in (*top, *below))
    return [*top, *_sections(brief, room), *below]


def _forward(words: tuple[str, str]) -> Block:
    """The words to send on stand in a quotation, which a phone copies whole."""
    said, quoted = words
    return section(f"{fit(said, 300, literal)}\n>{fit(quoted, FORWARDED, literal)}")


def _sections(brief: Brief, room: int) -> list[Block]:
    groups = briefs.groups(brief)
    for drawn in (_full, _short):
        if sum(len(drawn(line, brief)) + 1 for group in groups for line in group.lines) <= room:
            return [block for group in groups for block in _drawn(group, brief, drawn)]
    cut = [block for group in _cut(groups, brief, room) for block in _drawn(group, brief, _short)]
    return [*cut, context(MORE)]


def _cut(groups: list[Group], brief: Brief, room: int) -> Iterator[Group]:
    """As many of each group as there is room for, the first groups first; the rest is counted."""
    for group in groups:
        kept = 0
        for line in group.lines:
            room -= len(_short(line, brief)) + 1
            if room < 0:
                break
            kept += 1
        yield Group(group.heading, group.lines[:kept], group.more + len(group.lines) - kept)


def _drawn(group: Group, brief: Brief, draw_line: Draw) -> list[Block]:
    mark = "\N{LARGE RED CIRCLE} " if group.heading == briefs.LATE else ""
    lines = [draw_line(line, brief) for line in group.lines]
    if group.more:
        lines.append(f"… and {group.more:,} more")
    return [header(f"{mark}{group.heading}"), *chunks(lines)]


def _full(line: BriefLine, brief: Brief) -> str:
    """The action in one line, bold, so that the eye finds the next; what is said of it under that."""
    asked = any(one.doing == "nudge" for one in line.news)
    said = fit(briefs.said(line, brief.on), 400 + (ASKED if asked else 0), literal)
    return f"*{_place(line, brief)} {_title(line)}*\n{said}"


def _short(line: BriefLine, brief: Brief) -> str:
    return f"*{_place(line, brief)}* {_title(line)}"


def _place(line: BriefLine, brief: Brief) -> str:
    return fit(f"{brief.places.get(line.line.plan, '')} {line.line.address}".strip(), 50, literal)


def _title(line: BriefLine) -> str:
    return fit(line.line.title, 110, literal)


def _gaps(brief: Brief) -> list[Block]:
    if not brief.gaps:
        return []
    lines = "\n".join(f"• {fit(gaps.gap(gap, brief.person), 400, literal)}" for gap in brief.gaps)
    return [header(gaps.HEADING), section(clipped(lines, REGISTER))]


def draw_posts(message: Posts) -> list[Block]:
    """A line a post, as many as one message holds."""
    lines = [_held(posts.cells(held)) for held in message.held]
    said = [section(fit(posts.summary(message), 600, literal))]
    kept = _within(lines, CHARS - REGISTER)
    more = [f"… and {len(lines) - kept:,} more"] if kept < len(lines) else []
    remarks = "\n".join(fit(remark, 1_200, literal) for remark in posts.remarks(message))
    return [
        *said,
        *(chunks([*lines[:kept], *more]) if lines else []),
        *([context(clipped(remarks, REGISTER))] if remarks else []),
    ]


def _held(cells: tuple[str, str, str]) -> str:
    post, *rest = cells
    return f"*{fit(post, 80, literal)}* {' · '.join(fit(cell, 200, literal) for cell in rest if cell)}"


def _within(lines: list[str], room: int) -> int:
    """How many of the lines there is room for."""
    kept = 0
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept += 1
    return kept
