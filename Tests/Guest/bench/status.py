"""What a healthy ESC/POS printer answers on its IN endpoint.

Only what a host needs to see that the printer lives: DLE EOT n, GS r 1, and the process id of
GS ( H. Like a real printer it looks at bytes, not at commands: a request inside raster data is
answered too. Sources: Epson's command reference for TM printers.
"""

import re

REQUEST = re.compile(
    rb"\x10\x04(?P<realtime>[\x01-\x04])"
    rb"|\x1d\x72(?P<queued>[\x01\x31])"
    rb"|\x1d\x28\x48\x06\x00\x30\x30(?P<process>[\x20-\x7e]{4})", re.DOTALL)
LONGEST_REQUEST = 11


class Status:
    """The printer's state and the stream of bytes in which requests may lie."""

    def __init__(self):
        self.paper_out = False
        self.tail = b""

    def replies(self, data):
        """Gives the answers to the requests that these bytes complete."""
        text = self.tail + data
        found, end = [], 0
        for match in REQUEST.finditer(text):
            found.append(self._reply(match))
            end = match.end()
        self.tail = text[max(end, len(text) - LONGEST_REQUEST + 1):]
        return found

    def _reply(self, match):
        if (process := match["process"]) is not None:
            return b"\x37\x22" + process + b"\x00"
        if match["queued"] is not None:
            return b"\x0c" if self.paper_out else b"\x00"
        # The fixed bits 1 and 4, then what is wrong.
        wrong = {1: 0x08, 2: 0x20, 3: 0x00, 4: 0x60}[match["realtime"][0]]
        return bytes((0x12 | (wrong if self.paper_out else 0),))
