"""Writes documents as web pages, in three hands: tidy as GOV.UK's, as Word saves them, and as an old editor did."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from tests.documents.making.layouts import Box, Made, Para, Table


def as_html(made: Made) -> bytes:
    """As on GOV.UK: navigation round it, head and body of each table apart, lists as lists, blank lines as blanks."""
    title = escape(made.before[0].words) if made.before else "Published document"
    body = "\n".join([*_prose(made), *(_table(table) for table in made.tables)])
    return f"""<!DOCTYPE html>
<html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>{title} - GOV.UK</title>
<style>.govuk-table td {{ display: table-cell }}</style><script>if (1 < 2) document.write("<table><tr><td>x")</script>
</head><body><a href="#content" class="govuk-skip-link">Skip to main content</a>
<header role="banner"><a href="/">GOV.UK</a></header><nav><ul><li>Action plans</li><li>Prisons</li></ul></nav>
<main id="content">{body}
<form hidden><input type="password"></form></main>
<footer><h2>Support links</h2><ul><li>Help</li></ul></footer></body></html>""".encode()


def _prose(made: Made) -> Iterator[str]:
    for paragraph in made.before[:1]:
        yield f"<h1>{escape(paragraph.words)}</h1>"
    for paragraph in made.before[1:]:
        words = re.sub(r"\b(\d{1,2})(st|nd|rd|th)\b", r"\1<sup>\2</sup>", escape(paragraph.words))
        yield f"<p>{words}</p>"


def _table(table: Table) -> str:
    head = "".join(_row(row, "th") for row in table.rows[: table.headers])
    body = "".join(_row(row, "td") for row in table.rows[table.headers :])
    return f"<table class=govuk-table><caption></caption><thead>{head}</thead>\n<tbody>{body}</tbody></table>"


def _row(row: tuple[Box | None, ...], tag: str) -> str:
    return f"<tr>{''.join(_cell(box, tag) for box in row if box)}</tr>\n"


def _cell(box: Box, tag: str) -> str:
    down = f' rowspan="{box.down}"' if box.down > 1 else ""
    across = f' colspan="{box.across}"' if box.across > 1 else ""
    return f"<{tag}{down}{across}>{''.join(_blocks(box.paragraphs))}</{tag}>"


def _blocks(paragraphs: tuple[Para, ...]) -> Iterator[str]:
    for is_item, group in groupby(paragraphs, key=lambda one: one.bullet):
        if is_item:
            yield f"<ul>{''.join(f'<li>{escape(one.words)}' for one in group)}</ul>"
            continue
        for one in group:
            words = escape(one.words, quote=False)
            if one.numeral:
                start = _COUNTS.index(one.numeral) + 1
                yield f'<ol type="i" start="{start}"><li>{words}</li></ol>'
            else:
                yield f"<p><strong>{words}</strong></p>" if one.bold else f"<p>{words or '&nbsp;'}</p>"


_COUNTS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


# --- as Word saves them ----------------------------------------------------------------------------------------------


def as_word_html(made: Made) -> bytes:
    """Windows' own letters, wrapped source lines, glyphs and numbers in spans of their own, deleted words still there."""
    body = "\n".join([*_word_prose(made), *(_word_table(table) for table in made.tables)])
    page = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=EN-GB><div class=WordSection1>{body}</div></body></html>"""
    return page.encode("cp1252", errors="xmlcharrefreplace")


def _word_prose(made: Made) -> Iterator[str]:
    return (f"<p class=MsoNormal><b>{_wrapped(one.words)}</b><o:p></o:p></p>" for one in made.before)


def _wrapped(words: str) -> str:
    """Word breaks its source at some width, in the middle of sentences."""
    return escape(words).replace(" the ", "\nthe ")


def _word_table(table: Table) -> str:
    rows = "".join(
        f"<tr style='mso-yfti-irow:{at}'>{''.join(_word_cell(box) for box in row if box)}</tr>"
        for at, row in enumerate(table.rows)
    )
    return f"<table class=MsoTableGrid border=1>{rows}</table><p class=MsoNormal><o:p>&nbsp;</o:p></p>"


def _word_cell(box: Box) -> str:
    paragraphs = "".join(_word_paragraph(one) for one in box.paragraphs) or "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    return f"<td width=90 valign=top rowspan={box.down} colspan={box.across}>{paragraphs}</td>"


def _word_paragraph(one: Para) -> str:
    mark = "·" if one.bullet else f"{one.numeral})" if one.numeral else ""
    ignored = (
        f"<![if !supportLists]><span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; </span></span><![endif]>"
        if mark
        else ""
    )
    words = f"<b style='mso-bidi-font-weight:normal'>{_wrapped(one.words)}</b>" if one.bold else _wrapped(one.words)
    return (
        f"<p class=MsoListParagraph>{ignored}<span lang=EN-GB><del cite='mailto:A'>Old words.</del>"
        f"<ins cite='mailto:A'>{words}</ins><o:p>{'' if one.words else '&nbsp;'}</o:p></span></p>"
    )


# --- as an old editor did --------------------------------------------------------------------------------------------


def as_old_html(made: Made) -> bytes:
    """Upper case, nothing closed, breaks for paragraphs, everything within one table that only arranges the page."""
    lines = "<BR>".join(escape(one.words) for one in made.before)
    tables = "".join(_old_table(table) for table in made.tables)
    return f"<HTML><BODY><TABLE WIDTH=600><TR><TD>{lines}<TR><TD>{tables}</TABLE>".encode()


def _old_table(table: Table) -> str:
    rows = "".join("<TR>" + "".join(_old_cell(box) for box in row if box) for row in table.rows)
    return f"<TABLE BORDER=1>{rows}</TABLE>"


def _old_cell(box: Box) -> str:
    words = "<BR>".join(("&#8226; " if one.bullet else "") + escape(one.printed) for one in box.paragraphs)
    return f"<TD ROWSPAN={box.down if box.down < 3 else 500} COLSPAN={box.across}>{words}"
