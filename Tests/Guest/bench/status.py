"""How a receipt printer is inside: its paper, its cover, its buffer, and what it answers to whom.

Like a real one it looks at bytes and not at commands for the requests that it answers at once
(DLE EOT, DLE ENQ), keeps what comes while it is offline in its buffer, and answers the requests that
stand in line (GS r, GS ( H) when everything before them is on paper. Sources: Epson's command
reference for TM printers; the Bixolon SRP-350 and Citizen CT-S310 manuals for the bits.
"""

import re

REQUEST = re.compile(
    rb"\x10\x04(?P<realtime>[\x01-\x04])"
    rb"|\x10\x05(?P<recovery>[\x01-\x03])"
    rb"|\x1d\x72(?P<queued>[\x01\x31])"
    rb"|\x1d\x61(?P<push>.)"
    rb"|\x1d\x28\x48\x06\x00\x30\x30(?P<process>[\x20-\x7e]{4})", re.DOTALL)
# What may be the beginning of a request whose end has not come yet.
BEGINNING = re.compile(rb"(?:\x10[\x04\x05]?|\x1d[\x72\x61]?|\x1d\x28(?:\x48(?:\x06(?:\x00(?:\x30(?:\x30"
                       rb"[\x20-\x7e]{0,3})?)?)?)?)?)$", re.DOTALL)


class Status:
    """The printer's state. `feed` takes its data; `words` is what it has to say."""

    def __init__(self):
        self.paper_out = self.near_end = self.cover_open = self.cutter_error = False
        self.paper = bytearray()   # what is printed, without requests
        self.line = []             # data and requests that wait while it is offline
        self.tail = b""
        self.pushes = False
        self.words = []
        self.recoveries = []       # the DLE ENQ that came
        # After an error that a hand has mended it stays offline until it is told how to go on.
        self.awaits_recovery = False
        self.speaks = True

    @property
    def offline(self):
        return self.paper_out or self.cover_open or self.cutter_error or self.awaits_recovery

    @property
    def printed(self):
        """What is on paper, with the few bytes of which it does not know yet what they are."""
        held = b"" if self.line else self.tail
        return bytes(self.paper) + held

    @property
    def taken(self):
        """How many bytes of receipts have come, printed or not."""
        return len(self.paper) + sum(len(data) for kind, data in self.line if kind == "data") \
            + len(self.tail)

    def feed(self, data):
        """Takes a packet."""
        text, end = self.tail + data, 0
        for match in REQUEST.finditer(text):
            self._take("data", text[end:match.start()])
            self._request(match)
            end = match.end()
        rest = text[end:]
        beginning = BEGINNING.search(rest)
        cut = beginning.start() if beginning else len(rest)
        self._take("data", rest[:cut])
        self.tail = rest[cut:]

    def change(self, **what):
        """Changes the paper, the cover or the cutter; prints what has waited if it can."""
        if self.cutter_error and what.get("cutter_error") is False:
            self.awaits_recovery = True
        for name, value in what.items():
            setattr(self, name, value)
        self._go_on()

    def _go_on(self):
        """Tells of a change, and prints what has waited if it can."""
        if self.pushes:
            self._say(self._pushed())
        if not self.offline:
            line, self.line = self.line, []
            for kind, data in line:
                self._take(kind, data)

    def _request(self, match):
        if match["realtime"]:
            self._say(bytes((self._real_time(match["realtime"][0]),)))
        elif match["recovery"]:
            self.recoveries.append(match["recovery"][0])
            if match["recovery"] == b"\x02":
                self.line = []
            # Before the hand has mended the error the printer fails once more.
            if self.awaits_recovery and match["recovery"] in b"\x01\x02":
                self.awaits_recovery = False
                self._go_on()
        elif match["queued"]:
            self._take("answer", "paper")
        elif match["push"]:
            self._take("push", match["push"][0] != 0)
        else:
            self._take("answer", b"\x37\x22" + match["process"] + b"\x00")

    def _take(self, kind, data):
        if self.offline:
            if data or kind != "data":
                self.line.append((kind, data))
        elif kind == "data":
            self.paper += data
        elif kind == "push":
            self.pushes = data
            if data:
                self._say(self._pushed())
        else:
            self._say(bytes((self._sensors(),)) if data == "paper" else data)

    def _say(self, words):
        if self.speaks:
            self.words.append(words)

    def _sensors(self):
        return (0x03 if self.near_end or self.paper_out else 0) | (0x0C if self.paper_out else 0)

    def _real_time(self, number):
        # The fixed bits 1 and 4, then what is wrong.
        wrong = {
            1: (0x08 if self.offline else 0) | (0x20 if self.awaits_recovery else 0),
            2: (0x04 if self.cover_open else 0) | (0x20 if self.paper_out else 0)
               | (0x40 if self.cutter_error else 0),
            3: 0x08 if self.cutter_error else 0,
            4: (0x0C if self.near_end or self.paper_out else 0) | (0x60 if self.paper_out else 0),
        }[number]
        return 0x12 | wrong

    def _pushed(self):
        first = 0x10 | (0x08 if self.offline else 0) | (0x20 if self.cover_open else 0)
        second = (0x01 if self.awaits_recovery else 0) | (0x08 if self.cutter_error else 0)
        return bytes((first, second, self._sensors(), 0))
