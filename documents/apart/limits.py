"""How large a document may be and still be a plan, each limit with what the published plans need; nothing else.

The largest of the five published plans has 62 actions, 14 pages and 400 cells in 90 kB. Every limit leaves room for
a plan many times as large, and none for a file made to fill a machine.
"""

LARGEST_FILE = 20_000_000
"""Bytes. The largest published plan is under one megabyte, pictures and all; Slack's own limit is far higher."""

MEMBERS = 2_000
"""Files within a Word, Excel or OpenDocument file. A plan has 15 to 40, and one more for each picture."""

UNPACKED = 200_000_000
"""Bytes of all those files together. Pictures hardly shrink, so a plan is never ten times what it takes as a file."""

PART = 40_000_000
"""Bytes of one of them, unpacked. The words of a plan of 62 actions take half a megabyte of Word's XML."""

RATIO = 200
"""Times that one of them may have been packed down, when it is over a megabyte. Word's XML packs 10 to 40 times."""

PAGES = 1_000
"""Of a PDF. A plan has 5 to 60."""

CELLS = 50_000
"""Table cells that hold something. A plan has a few hundred."""

COLUMNS = 250
"""The widest published plan has seven; a workbook may have a few more beside it."""

LETTERS = 5_000_000
"""Of all words. A plan of 62 actions has 60,000."""

LINES = 200_000
"""Of a file that is text. A plan of 62 actions has 500."""

MEMORY = 512_000_000
"""Bytes of address space of the process that reads, Python's own included: with every library loaded that is 50 MB
(measured: 38 to 48), so that 460 are left for the document."""

SECONDS = 20.0
"""For a document to be read, by the clock on the wall and by the processor's."""

SECONDS_A_PAGE = 0.25
"""More for each page of a PDF, which takes a tenth of a second."""

ANSWER = 64_000_000
"""Bytes that the process may say. A draft of 62 actions is 100 kB."""

AT_ONCE = 2
"""Documents read at the same time: what they take together stays under a gigabyte."""
