"""The first sentences on a document before it is imported, and after: its counts, and how it stands."""

from bot.wording import are, many, strong
from plans.messages import ImportPreview
from plans.prisons import plain

REGISTER = "Leads get their list in the next brief."
BESIDE = "To see them beside what owners report: /actions {0} judgements."
NO_UNDO = (
    "An import cannot be taken back. A corrected file can be imported over it, and nothing that people report is lost."
)


def headline(message: ImportPreview) -> str:
    title = strong(message.title if not message.prison or _names(message) else f"{message.prison}, {message.title}")
    if message.state == "cancelled":
        return f"{title}: cancelled. Nothing of {message.file} was saved."
    if message.state == "saved":
        if message.is_same:
            return f"{title}: nothing changed. {message.plan} held all that {message.file} prints."
        return f"{title}: saved as {message.plan}, {_counted(message)}. {_after(message)}".rstrip()
    return f"{title}: {_counted(message)}; {_to_look_at(message)}. {_stands(message)}"


def _to_look_at(message: ImportPreview) -> str:
    """Each kind is counted as it is listed, under a heading of its own."""
    checks, looks = len(message.failed), len(message.looks)
    asked = len([each for each in message.questions if not each.chosen])
    counts = (
        f"{many(checks, 'check')} failed" if checks else "",
        f"{many(looks, 'thing')} to look at first" if looks else "",
        many(asked, "question") if asked else "",
    )
    return ", ".join(filter(None, counts)) or "nothing stood out"


def _names(message: ImportPreview) -> bool:
    return message.prison.split()[-1].casefold() in message.title.casefold()


def _counted(message: ImportPreview) -> str:
    if message.kind == "review":
        return many(message.judgements, "judgement")
    counts = ((message.actions, "action"), (message.themes, "theme"), (message.owners, "owner"))
    return ", ".join(many(count, name) for count, name in counts if count)


def _stands(message: ImportPreview) -> str:
    if not message.prison:
        return f"Nothing is saved of {message.file} yet, and I do not know which prison it is of."
    if message.is_new:
        return f"Nothing is saved of {message.file} yet; it would be {message.plan}."
    return f"Nothing is saved of {message.file} yet. I hold {message.plan} already: {_moves(message)}."


def _moves(message: ImportPreview) -> str:
    """Changed, unchanged and new are all the actions printed; those printed no more are counted apart."""
    if message.is_same:
        return "nothing changes"
    if not message.changes:
        return "its actions stay as they are" if message.actions else "it is brought up to date"
    is_saved = message.state == "saved"
    if message.kind == "review":
        judged = many(len({(each.address, each.title) for each in message.changes}), "judgement")
        return f"{judged} changed" if is_saved else f"{judged} would change"
    changed, not_changed = ("changed", "did not") if is_saved else ("would change", "would not")
    parts = [f"{many(message.changed, 'action')} {changed}", f"{message.unchanged:,} {not_changed}"]
    parts += [f"{message.added:,} {are(message.added)} new"] if message.added else []
    gone = f"; {message.gone:,} that I hold {are(message.gone)} no longer printed" if message.gone else ""
    return f"{', '.join(parts)}{gone}"


def _after(message: ImportPreview) -> str:
    """A plan that was held already goes live no second time; what holds of several files is said once, by who has
    them all."""
    is_chased = message.is_live and message.kind != "review"
    moved = "" if message.is_new else f"I held it already: {_moves(message)}."
    told = moved or (REGISTER if is_chased else "")
    if message.kind == "review" and not moved:
        told = BESIDE.format(next(iter(plain([message.prison])), message.prison))
    return " ".join(filter(None, (told, "" if message.among else NO_UNDO)))
