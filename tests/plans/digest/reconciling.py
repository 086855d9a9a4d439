"""What must add up in any digest, whatever it is of."""

from collections import Counter
from dataclasses import replace

from plans.digest.behind import NAMES, behind, names
from plans.digest.colours import CONFIRMED
from plans.digest.sealing import body, unsealed
from plans.messages import COLOURS, Counts, Digest


def reconciles(digest: Digest) -> None:
    """Every way in which `Counts` says that its figures add up; every number opens the list that it counts."""
    counts = digest.counts
    assert len({one.action for one in digest.lines}) == counts.total == len(digest.lines)
    assert sum(getattr(counts, colour) for colour in COLOURS) == counts.total
    assert counts.open + counts.done + counts.sustained + counts.withdrawn == counts.total
    assert counts.late_before + counts.new - counts.cleared - counts.gone == counts.overdue
    assert counts.overdue <= counts.red
    assert counts.before_live <= counts.overdue
    assert counts.printed == len([one for one in digest.lines if one.printed and one.line.status in CONFIRMED])
    for name in NAMES:
        assert len(behind(digest, name)) == (counts.total if name == "all" else getattr(counts, name)), name
    _themes_add_up(digest)
    _the_chart_ends_where_the_counts_are(digest)
    _is_kept_as_it_is(digest)


def _themes_add_up(digest: Digest) -> None:
    opened = Counter(one.action for name in names(digest) if name.startswith("theme ") for one in behind(digest, name))
    assert opened == Counter(one.action for one in digest.lines)
    for at, row in enumerate(digest.themes):
        assert len(behind(digest, f"theme {at}")) == row.total
    for colour in COLOURS:
        assert sum(getattr(row, colour) for row in digest.themes) == getattr(digest.counts, colour)


def _the_chart_ends_where_the_counts_are(digest: Digest) -> None:
    days = [point.on for point in digest.burn_up]
    assert days == sorted(set(days))
    assert len(days) <= 20
    if digest.burn_up:
        assert days[-1] == digest.on
        assert digest.burn_up[-1].confirmed == digest.counts.done + digest.counts.sustained - digest.counts.printed


def _is_kept_as_it_is(digest: Digest) -> None:
    facts = body(digest)
    back = unsealed(Digest, facts)
    assert back == replace(digest, verbs=(), id=0, sha256="")
    assert body(back) == facts


def follows(digest: Digest, before: Counts) -> None:
    """This week's opening figure is last week's closing figure."""
    assert digest.counts.late_before == before.overdue
