"""A terminal without a person: a pty, everything that appeared on it, and a typist."""

import bisect
import errno
import fcntl
import os
import re
import struct
import termios
import threading
import time

from .leftovers import place
from .transcript import Transcript
from .waiting import DEFAULT_SECONDS, PATIENCE, TooLate

ROWS, COLUMNS = 40, 100


class Reader:
    """Somebody who reads a terminal's lines, from some place on."""

    def __init__(self, terminal, position):
        self.terminal, self.position = terminal, position

    def expect(self, pattern, timeout=DEFAULT_SECONDS):
        """Waits for a regular expression in the lines since the last `expect`; gives the match.

        Lines count once they have ended: the one being typed is drawn anew all the time. What was
        matched, and everything before it, is used up.
        """
        expression = re.compile(pattern, re.MULTILINE)
        end = time.monotonic() + timeout * PATIENCE
        with self.terminal.appeared:
            while not (found := expression.search(self.terminal.text, self.position)):
                left = end - time.monotonic()
                if left <= 0:
                    raise TooLate(f"waited in vain for /{pattern}/ on the terminal; since the "
                                  "last match there was "
                                  f"{self.terminal.text[self.position:][-600:]!r}")
                self.terminal.appeared.wait(left)
            self.position = found.end()
            return found

    def expect_all(self, *patterns, timeout=DEFAULT_SECONDS):
        """Waits for several regular expressions in any order; all up to the last is used up."""
        start, ends = self.position, []
        for pattern in patterns:
            self.position = start
            ends.append(self.expect(pattern, timeout).end())
        self.position = max(ends)

    def lines(self, timeout=DEFAULT_SECONDS):
        """Waits for lines that nobody has read here yet, and gives all of them."""
        with self.terminal.appeared:
            if not self.terminal.appeared.wait_for(
                    lambda: len(self.terminal.text) > self.position, timeout * PATIENCE):
                raise TooLate("waited in vain for another line on the terminal; before it there was "
                              f"{self.terminal.text[max(0, self.position - 300):]!r}")
            start, self.position = self.position, len(self.terminal.text)
            return self.terminal.text[start:].splitlines()


class Terminal(Reader):
    """A pty whose other end a program can be given as its terminal."""

    def __init__(self, name):
        """`name` is the stem of the transcript's file among the leftovers."""
        self.master, self.slave = os.openpty()
        self.path = os.ttyname(self.slave)
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 0, 0))
        self.transcript = Transcript()
        # How long `text` was at which monotonic time, as often as it grew.
        self.growth = []
        self.appeared = threading.Condition()
        super().__init__(self, 0)
        self.log = place(f"{name}.txt").open("wb", buffering=0)
        threading.Thread(target=self._read, daemon=True).start()

    def type(self, text, gap=0):
        """Types characters; `gap` is the pause after each in seconds."""
        for piece in text if gap else (text,):
            os.write(self.master, piece.encode())
            if gap:
                time.sleep(gap)

    def shown_at(self, match):
        """The monotonic time at which the last line of what `expect` gave had come."""
        with self.appeared:
            place = bisect.bisect_left(self.growth, match.end(), key=lambda one: one[0])
            return self.growth[place][1]

    def reader(self):
        """Another reader, from here on: a thread of its own can wait for lines of its own."""
        return Reader(self, len(self.text))

    @property
    def text(self):
        """Every line that has ended, in order; `position` counts in it."""
        with self.appeared:
            return self.transcript.finished

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
            at = time.monotonic()
            self.log.write(data)
            with self.appeared:
                self.transcript.feed(data)
                self.growth.append((len(self.transcript.finished), at))
                self.appeared.notify_all()
