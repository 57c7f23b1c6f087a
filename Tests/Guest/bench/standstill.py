"""How long the machine kept a program waiting that wanted to run.

The bench's guest shares its processors with whatever else the machine around it does. A time limit
of a till is about the till; what a watcher that does nothing but sleep is late in the same moment,
nobody on this machine could have been in time.
"""

import subprocess
import sys
import threading

from .waiting import wait_for

STEP = 0.02
# It sleeps, and says when it woke up and how much too late; once in a while in any case.
WATCHER = f"""
import sys, time
told = before = time.monotonic()
while True:
    time.sleep({STEP})
    now = time.monotonic()
    late = now - before - {STEP}
    if late > {STEP / 4} or now - told > 0.2:
        sys.stdout.write(f"{{now}} {{late}}\\n")
        sys.stdout.flush()
        told = now
    before = now
"""


class Standstill:
    """Watches from its making on."""

    def __init__(self):
        self.late = []  # when each lateness ended, and how long it was
        self.watcher = subprocess.Popen([sys.executable, "-c", WATCHER], stdout=subprocess.PIPE,
                                        text=True)
        threading.Thread(target=self._listen, daemon=True).start()

    def between(self, start, end):
        """How many seconds of these nobody could have run in."""
        wait_for(lambda: self.late and self.late[-1][0] > end, "the watcher of standstills")
        return sum(max(0, min(end, at) - max(start, at - late)) for at, late in list(self.late))

    def _listen(self):
        for line in self.watcher.stdout:
            at, late = line.split()
            self.late.append((float(at), float(late)))
