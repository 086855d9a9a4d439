"""A register as spreadsheets save it is read; what is wrong is said by line and column, all of it at once."""

from datetime import date

import pytest

from documents.register import Line, read_register
from documents.unreadable import Unreadable

TODAY = date(2024, 11, 12)
HELD = ("Rochester", "Chelmsford")
HEAD = "prison,post,person,email,from,until,deputy_email\n"


def read(text: str | bytes) -> list[Line]:
    content = text if isinstance(text, bytes) else text.encode()
    return read_register(content, "posts.csv", held=HELD, today=TODAY)


def refused(text: str | bytes) -> str:
    with pytest.raises(Unreadable) as raised:
        read(text)
    return str(raised.value)


def test_a_line_is_read_column_by_column():
    (line,) = read(
        "prison,post,person,email,from,until,deputy_email,group,role,liaison_for,away_until\n"
        "HMP & YOI Rochester,Governor,A. Sample,A.Sample@Prison.Example,1/9/2024,31 Aug 2025,b@prison.example,"
        "Kent and Sussex,coordinator,GFSL; Oxleas,2024-11-30\n"
    )
    assert line == Line(
        number=2, prison="Rochester", post="Governor", acting=False, person="A. Sample",
        email="a.sample@prison.example", first=date(2024, 9, 1), last=date(2025, 8, 31), deputy="b@prison.example",
        group="Kent and Sussex", roles=("coordinator",), liaison_for=("Gov Facilities Services Ltd", "Oxleas"),
        away_until=date(2024, 11, 30),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        ("\ufeff" + HEAD + "Rochester,Governor,A. Sample,a@prison.example,,,\n").encode(),
        (HEAD + "Rochester,Governor,A. Sample,a@prison.example,,,\n").replace("\n", "\r\n"),
        (HEAD + "Rochester,Governor,A. Sample,a@prison.example,,,\n").replace(",", ";"),
        "sep=;\n" + (HEAD + "Rochester,Governor,A. Sample,a@prison.example,,,\n").replace(",", ";"),
        (HEAD + "Rochester,Governor,A. Sample,a@prison.example,,,\n").replace(",", "\t").encode("utf-16"),
        HEAD.replace("\n", ",,,\n") + "Rochester,Governor,A. Sample,a@prison.example,,,,,,\n,,,,,,,,,\n",
        "\n" + HEAD + "\n\nRochester,Governor,A. Sample,a@prison.example\n\n",
        "E-Mail,PERSON, Prison ,Post\na@prison.example,A. Sample,rochester,governor\n".replace("E-Mail", "Email"),
        HEAD + '"Rochester","Governor","A. Sample","a@prison.example",,,\n',
        HEAD + "Rochester,The Governor,  A.  Sample ,mailto:A@Prison.Example,,,\n",
    ],
    ids=["mark", "crlf", "semicolons", "sep", "utf-16 tabs", "trailing", "blank lines", "order", "quoted", "spaces"],
)
def test_however_a_spreadsheet_saved_it(text):
    (line,) = read(text)
    assert (line.prison, line.post, line.person, line.email) == (
        "Rochester", "Governor", "A. Sample", "a@prison.example",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("person", "read_as"),
    [("", None), ("vacant", None), ("(Vacant)", None), ("TBC", None), ("A. Sample", "A. Sample")],
)
def test_a_post_without_a_person_is_vacant(person: str, read_as: str | None):
    (line,) = read(HEAD + f"Rochester,Head of Safety,{person},,,,\n")
    assert line.person == read_as


@pytest.mark.parametrize("post", ["Acting Governor", "Governor (acting)", "Governor - Acting", "interim Governor"])
def test_whoever_acts_holds_the_post_itself(post: str):
    (line,) = read(HEAD + f"Rochester,{post},A. Sample,,,,\n")
    assert (line.post, line.acting) == ("Governor", True)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("2024-11-03", date(2024, 11, 3)), ("03/11/2024", date(2024, 11, 3)), ("3.11.24", date(2024, 11, 3)),
        ("3 Nov 2024", date(2024, 11, 3)), ("3-Nov-24", date(2024, 11, 3)), ("03/11/2024 00:00", date(2024, 11, 3)),
        ("November 2024", date(2024, 11, 1)),
    ],
)  # fmt: skip
def test_a_day_is_read_day_first(words: str, first: date):
    (line,) = read(HEAD + f"Rochester,Governor,A. Sample,,{words},,\n")
    assert line.first == first


def test_a_month_ends_on_its_last_day():
    (line,) = read(HEAD + "Rochester,Governor,A. Sample,,,Nov 2024,\n")
    assert line.last == date(2024, 11, 30)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Rochestor,Governor,A. Sample,,,,", "line 2, prison: I know no prison “Rochestor”; did you mean Rochester?"),
        ("Nowhere,Governor,A. Sample,,,,", "line 2, prison: I know no prison “Nowhere”"),
        (",Governor,A. Sample,,,,", "line 2, prison: it is blank"),
        ("Rochester,,A. Sample,,,,", "line 2, post: it is blank; a line has a post, a role or both"),
        (
            "Rochester,Governor,A. Sample,,31/09/2024,,",
            "line 2, from: “31/09/2024” does not exist; is it 2024-09-30?",
        ),
        ("Rochester,Governor,A. Sample,,12/25/2024,,", "line 2, from: “12/25/2024” is not a day"),
        ("Rochester,Governor,A. Sample,,1 Nov,,", "line 2, from: “1 Nov” leaves open which year"),
        ("Rochester,Governor,A. Sample,,45597,,", "line 2, from: “45597” is not a day"),
        ("Rochester,Governor,A. Sample,,next Friday,,", "line 2, from: “next Friday” is not a day"),
        ("Rochester,Governor,A. Sample,,1/11/1924,,", "line 2, from: “1/11/1924” is out of reach"),
        (
            "Rochester,Governor,A. Sample,,1/11/2024,31/10/2024,",
            "line 2, until: 2024-10-31 is before from, 2024-11-01",
        ),
        ("Rochester,Governor,A. Sample,a.sample,,,", "line 2, email: “a.sample” is not an e-mail address"),
        ("Rochester,Governor,,a@prison.example,,,", "line 2, person: there is an e-mail address and no name"),
        ("Rochester,Governor,a@prison.example,,,,", "line 2, person: “a@prison.example” is an e-mail address"),
        ("Rochester,Governor,A. Sample,a@x.example,,,A@x.example", "line 2, deputy_email: that is the holder's own"),
        ("Rochester,Governor,A. Sample,,,,,stray", "line 2: “stray” stands in column 8, which has no heading"),
        ('Rochester,"Governor,A. Sample,,,,', "a quotation mark on line 2 is never closed"),
    ],
)
def test_what_cannot_be_taken_is_said_by_line_and_column(row: str, said: str):
    told = refused(HEAD + row + "\n")
    assert said in told
    assert not told.endswith("?.")


def test_every_bad_line_is_named_in_one_sentence():
    told = refused(HEAD + "Rochestor,Governor,A,,,,\nRochester,Governor,B,,,,\n\nRochester,Head of Safety,C,c,,,\n")
    assert "line 2, prison:" in told
    assert "line 5, email:" in told
    assert "nothing was saved" in told
    assert "line 3" not in told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "it is empty"),
        ("\n , ,\n", "it is no register"),
        (HEAD, "there is no line below its headings"),
        (b"PK\x03\x04 a workbook", "it is not a text file. In the spreadsheet choose Save As, CSV."),
        ("A letter.\nDear all,\n", "it is no register. Its first line must be headings: prison,post,person"),
        ("prison,post\nRochester,Governor\n", "it has no column “person”"),
        ("prison,post,person,Telephone\n", "I do not know its column “Telephone”. I know prison, post,"),
        ("prison,post,person,post\n", "it has two columns “post”"),
    ],
)
def test_what_is_no_register_is_told(content: str | bytes, said: str):
    assert said in refused(content)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ["Rochester,Governor,A. Sample,,,,", "Rochester,The Governor,B. Sample,,1/11/2024,,"],
            "line 3, person: Governor of Rochester is held by A. Sample on line 2 at the same time; say there until",
        ),
        (
            ["Rochester,Governor,,,,,", "Rochester,Governor,B. Sample,,,,"],
            "line 3, person: Governor of Rochester is held by nobody on line 2 at the same time",
        ),
        (
            ["Rochester,Governor,A. Sample,,,,", "Rochester,Governor,A. Sample,,1/11/2024,,"],
            "line 3, from: line 2 has other days for the same person and post",
        ),
        (
            ["Rochester,Governor,A. Sample,a@x.example,,,", "Chelmsford,Governor,B. Sample,A@X.example,,,"],
            "line 3, email: a@x.example is B. Sample here and A. Sample on line 2",
        ),
        (
            ["Rochester,Governor,A. Sample,,,,d@x.example", "Rochester,Acting Governor,B. Sample,,,,e@x.example"],
            "line 3, deputy_email: it is d@x.example on line 2 for the same post",
        ),
    ],
)
def test_lines_that_cannot_both_be_are_told(rows: list[str], said: str):
    assert said in refused(HEAD + "\n".join(rows) + "\n")


def test_one_after_the_other_is_no_contradiction():
    lines = read(
        HEAD + "Rochester,Governor,A. Sample,a@x.example,,31/10/2024,\n"
        "Rochester,Governor,B. Sample,b@x.example,1/11/2024,,\nRochester,Acting Governor,C. Sample,,1/11/2024,,\n"
        "Chelmsford,Governor,A. SAMPLE,A@x.example,1/11/2024,,\n"
    )
    assert len(lines) == 4


def test_a_role_needs_no_post_and_at_every_prison_no_prison():
    lines = read("prison,post,person,email,role\nRochester,,A,,Co-ordinator\n,,B,,assurer and administrator\n")
    assert [(line.prison, line.roles) for line in lines] == [
        ("Rochester", ("coordinator",)), (None, ("assurer", "administrator")),
    ]  # fmt: skip
    assert "I know no role “boss”" in refused("prison,post,person,role\nRochester,,A,boss\n")


def test_two_posts_cannot_both_be_the_contact_for_one_organisation():
    told = refused("prison,post,person,liaison_for\nRochester,Governor,A,GFSL\nRochester,Head of Safety,B,GFSL\n")
    assert "line 3, liaison_for: Gov Facilities Services Ltd has Governor as its contact on line 2" in told
