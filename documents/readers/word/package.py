"""Opens a Word file's package and finds the parts that say something: text, styles, numbering, notes, headers."""

import struct
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml.etree import _Element

from documents.readers.xml import every, parsed, value, within
from documents.unreadable import Unreadable

_BROKEN = (BadZipFile, OpcError, KeyError, ValueError, OSError, EOFError, RuntimeError, NotImplementedError)
_DAMAGED = "I could not read {name}: it is a damaged Word file. Open it in Word, save it again and send that."


class Package:
    """The parts of one file, each parsed when it is asked for."""

    def __init__(self, content: bytes) -> None:
        try:
            self._reader: Any = PhysPkgReader(BytesIO(content))  # type: ignore[no-untyped-call]  # untyped there
            self._main = self._targets(PACKAGE_URI, "officeDocument")[0]
        except (*_BROKEN, zlib.error, struct.error, IndexError) as error:
            raise Unreadable(_DAMAGED) from error

    def document(self) -> _Element:
        return self._part(self._main)

    def beside(self, kind: str) -> list[_Element]:
        """The roots of the parts that the document refers to as "styles", "numbering", "header"…, in its order."""
        return [self._part(uri) for uri in self._targets(self._main, kind)]

    def title(self) -> str | None:
        """The title in the file's properties."""
        for uri in self._targets(PACKAGE_URI, "core-properties"):
            title = within(self._part(uri), "title")
            return title.text if title is not None else None
        return None

    def _part(self, uri: PackURI) -> _Element:
        try:
            content: bytes = self._reader.blob_for(uri)
        except (*_BROKEN, zlib.error, struct.error) as error:
            raise Unreadable(_DAMAGED) from error
        return parsed(content)

    def _targets(self, source: PackURI, kind: str) -> list[PackURI]:
        """Parts of the kind within the file: what stands outside it is never fetched."""
        try:
            content: bytes | None = self._reader.rels_xml_for(source)
        except (*_BROKEN, zlib.error, struct.error) as error:
            raise Unreadable(_DAMAGED) from error
        found = every(parsed(content), "Relationship") if content else ()
        return [
            PackURI.from_rel_ref(source.baseURI, value(one, "Target") or "")
            for one in found
            if (value(one, "Type") or "").rpartition("/")[2] == kind and value(one, "TargetMode") != "External"
        ]
