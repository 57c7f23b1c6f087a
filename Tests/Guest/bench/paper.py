"""What stands on the paper: printed ESC/POS bytes as rows of text.

A second opinion, written from the manuals and not from Galla's encoder: it knows how long each
command is, so bytes that are no command cannot pass for text, and a command it does not know stops
it. A bit image in a line reads as ₹ where it has the sign's two bars, else as ▒.
"""

from .leftovers import place

CELL_DOTS = 12  # font A
CUT = b"\x1dVB\x00"
DRAWER, DRAWER_LENGTH = b"\x1bp", 5  # ESC p m t1 t2
RUPEE, IMAGE = "₹", "▒"

# How many bytes follow the two of a command (Epson's command reference).
ESCAPE_LENGTHS = {"@": 0, "t": 1, "2": 0, "3": 1, "E": 1, "a": 1, "d": 1, "p": 3, "%": 1, "M": 1}
GROUP_LENGTHS = {"!": 1, "H": 1, "V": 2, "f": 1, "h": 1, "w": 1, "r": 1, "a": 1}


class PaperError(AssertionError):
    """The bytes are not what a receipt printer is sent."""


class Paper:
    """Reads bytes from the first to the last and keeps the rows."""

    def __init__(self, data, page="cp858"):
        self.data, self.page = data, page
        self.place = 0
        self.rows = []
        self.cuts = []  # where in the bytes each cut ends
        self.line, self.column, self.width = {}, 0, 1
        self.defined = {}
        while self.place < len(data):
            self._step()
        if self.line:
            self._end_line()

    def _take(self, count):
        piece = self.data[self.place:self.place + count]
        if len(piece) < count:
            raise PaperError(f"the bytes end within a command at {self.place}")
        self.place += count
        return piece

    def _step(self):
        byte = self._take(1)[0]
        match byte:
            case 0x0A:
                self._end_line()
            case 0x1B:
                self._escape(chr(self._take(1)[0]))
            case 0x1C:
                self._take(1)  # FS . leaves the Chinese mode
            case 0x1D:
                self._group(chr(self._take(1)[0]))
            case 0x10:
                self._take(2)  # DLE EOT n
            case _ if byte >= 0x20:
                self._put(self.defined.get(byte) or bytes((byte,)).decode(self.page))
            case _:
                raise PaperError(f"byte {byte:#04x} at {self.place - 1} is no command")

    def _escape(self, name):
        match name:
            case "$":
                self.column = int.from_bytes(self._take(2), "little") // CELL_DOTS
            case "*":
                self._take(1)
                dots = int.from_bytes(self._take(2), "little")
                self._put(sign(self._take(dots * 3)), max(1, round(dots / CELL_DOTS)))
            case "&":
                _, first, last, dots = self._take(4)
                if first != last:
                    raise PaperError("only one character is defined at a time")
                self.defined[first] = sign(self._take(dots * 3))
            case _ if name in ESCAPE_LENGTHS:
                self._take(ESCAPE_LENGTHS[name])
            case _:
                raise PaperError(f"ESC {name!r} at {self.place - 2} is not known")

    def _group(self, name):
        match name:
            case "k":
                kind, length = self._take(2)
                self.rows.append(f"[barcode {kind}: {self._take(length)!r}]")
            case "v":
                self._take(2)
                wide, high = (int.from_bytes(self._take(2), "little") for _ in range(2))
                self._take(wide * high)
                self.rows.append("[picture]")
            case "(":
                self._take(1)
                self._take(int.from_bytes(self._take(2), "little"))
            case "!":
                self.width = (self._take(1)[0] >> 4) + 1
            case "V":
                self._take(GROUP_LENGTHS[name])
                self.rows.append("[cut]")
                self.cuts.append(self.place)
            case _ if name in GROUP_LENGTHS:
                self._take(GROUP_LENGTHS[name])
            case _:
                raise PaperError(f"GS {name!r} at {self.place - 2} is not known")

    def _put(self, text, cells=None):
        cells = cells or self.width
        self.line[self.column] = text, cells
        self.column += cells

    def _end_line(self):
        text, at = "", 0
        for column in sorted(self.line):
            piece, cells = self.line[column]
            text += " " * (column - at) + piece
            at = column + cells
        self.rows.append(" ".join(text.split()))
        self.line, self.column = {}, 0


def sign(columns):
    """₹ for an image with two bars wider than half of it, one above the other at its top."""
    width = len(columns) // 3
    rows_of_dots = [sum(columns[x * 3 + y // 8] >> (7 - y % 8) & 1 for x in range(width))
                    for y in range(24)]
    wide = [count * 2 > width for count in rows_of_dots]
    bars = sum(1 for y in range(1, 16) if wide[y] and not wide[y - 1])
    return RUPEE if bars >= 2 else IMAGE


def rows(data):
    """The rows on the paper, with single spaces; cuts, pictures and barcodes stand in brackets."""
    return Paper(data).rows


def receipts(data):
    """The receipts that were cut off, each as its rows."""
    found, current = [], []
    for row in rows(data):
        current.append(row)
        if row == "[cut]":
            found.append(current)
            current = []
    return found


def keep_receipts(name, data):
    """Leaves every receipt in these bytes for the host, cut out and as the rows read here: the host
    lets the project's strict reader read the bytes and compares. What opens the drawer is sent by
    itself, before a receipt, and is none of its bytes."""
    starts = [0, *Paper(data).cuts]
    if len(starts) == 1:
        raise PaperError(f"no receipt in the {len(data)} bytes that are to be read again")
    for number, (start, end) in enumerate(zip(starts, starts[1:]), 1):
        while data.startswith(DRAWER, start):
            start += DRAWER_LENGTH
        stem = f"receipt-{name}-{number}"
        place(f"{stem}.bin").write_bytes(data[start:end])
        place(f"{stem}.txt").write_text("\n".join(rows(data[start:end])) + "\n")


def wait_for_receipts(printer, count, timeout=20, start=0):
    """Waits until so many receipts were cut off since the byte `start` and gives them as rows.

    What comes behind the last cut may have arrived in part only, and is not read.
    """
    data = printer.wait_for_bytes(lambda data: data[start:].count(CUT) >= count,
                                  f"{count} receipts on cable {printer.udc}", timeout)
    return receipts(data[start:data.rindex(CUT) + len(CUT)])
