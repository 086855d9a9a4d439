"""Parses the XML inside a file: no entity is resolved, no definition loaded, nothing fetched, nothing too deep."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from documents.unreadable import Unreadable

_DAMAGED = (
    "I could not read {name}: what it holds is damaged. Open it in the program it was made with, save it, send that."
)


def parsed(content: bytes) -> etree._Element:
    """The root of a document. One that defines entities of its own is no document that an office program wrote."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_DAMAGED) from error
    described: Any = root.getroottree().docinfo  # its stubs know no doctype
    if described is None or described.doctype:
        raise Unreadable(_DAMAGED)
    return root


def name(element: etree._Element) -> str:
    """An element's name without its namespace: the strict and the usual form of a format differ in that alone."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    """Asked of every element of a document several times over, and there are a few hundred tags."""
    return tag.rpartition("}")[2]


def within(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child of that name, and of that the next; None where there is none."""
    for wanted in names:
        for child in element if element is not None else ():
            if name(child) == wanted:
                element = child
                break
        else:
            return None
    return element


def every(element: etree._Element | None, wanted: str) -> Iterator[etree._Element]:
    """The children of that name."""
    return (child for child in (element if element is not None else ()) if name(child) == wanted)


def value(element: etree._Element | None, wanted: str = "val") -> str | None:
    """An attribute, whatever its namespace."""
    if element is None:
        return None
    return next((str(said) for key, said in element.attrib.items() if str(key).rpartition("}")[2] == wanted), None)


def number(element: etree._Element | None, wanted: str = "val", *, otherwise: int = 0) -> int:
    """An attribute that counts something."""
    said = (value(element, wanted) or "").strip()
    return int(said) if said.isascii() and said.removeprefix("-").isdecimal() and len(said) < 10 else otherwise
