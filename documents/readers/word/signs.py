"""Letters of fonts that draw signs instead: what they show, not what they are called."""

from lxml.etree import _Element

from documents.readers.xml import value

_SYMBOLS = {
    "symbol": {0xB7: "•", 0x2D: "−", 0xB3: "≥", 0xA3: "≤", 0xB0: "°", 0xB4: "×"},
    "wingdings": {0xA7: "•", 0x9F: "•", 0x6C: "•", 0x6E: "•", 0x75: "•", 0x76: "•", 0xD8: "•", 0x71: "•", 0xFC: "✓",
                  0xFB: "✗", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐", 0xE0: "→"},
}  # fmt: skip


def sign(symbol: _Element) -> str:
    """A letter of a font of signs, as the sign it draws."""
    code = int(value(symbol, "char") or "0", 16) if (value(symbol, "char") or "").isalnum() else 0
    font = (value(symbol, "font") or "").lower()
    signs = next((signs for begins, signs in _SYMBOLS.items() if font.startswith(begins)), None)
    if signs is not None:
        return signs.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xE000 and not 0xD800 <= code < 0xE000 else ""
