"""A terminal without a person: a pty, everything that appeared on it, and a typist."""

import errno
import fcntl
import os
import re
import struct
import termios
import threading
import time

from .leftovers import place
from .waiting import DEFAULT_SECONDS, PATIENCE, TooLate

ROWS, COLUMNS = 40, 100

# Control sequences (ECMA-48 CSI and OSC), charset choices and single-character escapes.
ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-Za-z]|[0-~])")


class Terminal:
    """A pty whose other end a program can be given as its terminal."""

    def __init__(self, name):
        """`name` is the stem of the transcript's file among the leftovers."""
        self.master, self.slave = os.openpty()
        self.path = os.ttyname(self.slave)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 0, 0))
        self.raw = bytearray()
        self.position = 0
        self.appeared = threading.Condition()
        self.log = place(f"{name}.txt").open("wb", buffering=0)
        threading.Thread(target=self._read, daemon=True).start()

    def type(self, text, gap=0):
        """Types characters; `gap` is the pause after each in seconds."""
        for piece in text if gap else (text,):
            os.write(self.master, piece.encode())
            if gap:
                time.sleep(gap)

    def expect(self, pattern, timeout=DEFAULT_SECONDS):
        """Waits for a regular expression in what appeared since the last `expect`; gives the match.

        The text is without control sequences, its lines end with a line feed. What was matched,
        and everything before it, is used up.
        """
        expression = re.compile(pattern, re.MULTILINE)
        end = time.monotonic() + timeout * PATIENCE
        with self.appeared:
            while not (found := expression.search(self._text(), self.position)):
                left = end - time.monotonic()
                if left <= 0:
                    raise TooLate(f"waited in vain for /{pattern}/ on the terminal; since the "
                                  f"last match there was {self._text()[self.position:][-600:]!r}")
                self.appeared.wait(left)
            self.position = found.end()
            return found

    def expect_all(self, *patterns, timeout=DEFAULT_SECONDS):
        """Waits for several regular expressions in any order; all up to the last is used up."""
        start, ends = self.position, []
        for pattern in patterns:
            self.position = start
            ends.append(self.expect(pattern, timeout).end())
        self.position = max(ends)

    def unread(self):
        """What appeared since the last `expect`, without using it up."""
        with self.appeared:
            return self._text()[self.position:]

    def everything(self):
        """All that ever appeared, cleaned."""
        with self.appeared:
            return self._text()

    def _text(self):
        text = self.raw.decode(errors="replace")
        return ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n")

    def _read(self):
        while True:
            try:
                data = os.read(self.master, 4096)
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                # Nobody has the other end open, and its opening has no event on this one.
                time.sleep(0.02)
                continue
            self.log.write(data)
            with self.appeared:
                self.raw += data
                self.appeared.notify_all()
