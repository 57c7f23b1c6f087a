"""The till as an installed system runs it: the systemd unit, on a pty instead of tty1."""

import os
import pathlib
import re
import signal
import subprocess

from .checks import check
from .gadget import read
from .shop import PROGRAM
from .terminal import Terminal
from .waiting import DEFAULT_SECONDS, PATIENCE, wait_for

OPTIONS = pathlib.Path("/etc/galla/cashier.env")
CGROUPS = pathlib.Path("/sys/fs/cgroup/system.slice")
# A typed line stays on the terminal behind its prompt: what the customer owes so far.
TYPED = re.compile(r"(?:galla|₹[\d.]+)> ")


class Till:
    """`galla-cashier@pts-N.service` on a terminal of its own. Not running until `start()`."""

    count = 0

    def __init__(self, printer="usb:", scanner="auto", options=()):
        """The options go where an administrator would write them, into /etc/galla."""
        self.terminal = Terminal(f"till-{Till.count}")
        Till.count += 1
        self.unit = f"galla-cashier@{self.terminal.path.removeprefix('/dev/').replace('/', '-')}"
        self.options = ["--printer", printer, "--scanner", scanner, *options]

    def start(self):
        """Starts the unit; returns when systemd has started the process, not when it is ready."""
        OPTIONS.parent.mkdir(exist_ok=True)
        OPTIONS.write_text(f'GALLA_CASHIER_OPTIONS="{" ".join(self.options)}"\n')
        systemctl("start", self.unit)
        return self

    def stop(self):
        """Stops the unit as a shutdown does."""
        systemctl("stop", self.unit)

    def restart(self):
        """Stops and starts it as an administrator does."""
        systemctl("restart", self.unit)

    def kill9(self):
        """Kills the process without a warning and waits until systemd has started another."""
        before = self.process
        os.kill(before, signal.SIGKILL)
        wait_for(lambda: self.process not in (0, before), f"{self.unit} to be started again")

    @property
    def process(self):
        """The number of the till's process, 0 when there is none.

        Asked of the kernel: `systemctl` takes longer to start than a killed till stays away."""
        for file in CGROUPS.glob(f"*/{self.unit}.service/cgroup.procs"):
            # Empty where systemd is taking the control group of a killed till away just now.
            for number in map(int, read(file).split()):
                if program_of(number) == PROGRAM:
                    return number
        return 0

    def switches(self, thread):
        """How often the thread of that name has gone to sleep so far."""
        for task in pathlib.Path(f"/proc/{self.process}/task").iterdir():
            if (task / "comm").read_text().strip() == thread:
                return int(re.search(r"(?m)^voluntary_ctxt_switches:\s+(\d+)",
                                     (task / "status").read_text()).group(1))
        raise AssertionError(f"the till has no thread {thread}")

    def type(self, text, gap=0):
        """Types characters without Enter."""
        self.terminal.type(text, gap)

    def enter(self, line):
        """Types a line and Enter."""
        self.terminal.type(line + "\r")

    def expect(self, pattern, timeout=DEFAULT_SECONDS):
        """Waits for a regular expression on the terminal; see Terminal.expect."""
        return self.terminal.expect(pattern, timeout)

    def expect_within(self, seconds, pattern, since):
        """Expects a row so many seconds after a monotonic time; gives how many it took."""
        took = self.terminal.shown_at(self.expect(pattern)) - since
        check(took <= seconds * PATIENCE, f"/{pattern}/ was shown after {took:.2f} s")
        return took

    def expect_all(self, *patterns, timeout=DEFAULT_SECONDS):
        """Waits for several regular expressions in any order; see Terminal.expect_all."""
        self.terminal.expect_all(*patterns, timeout=timeout)

    def answer(self, line, pattern, timeout=DEFAULT_SECONDS):
        """Types a line and waits for its answer; gives the match."""
        self.enter(line)
        return self.expect(pattern, timeout)

    def cart(self):
        """The open bill's lines and its total as `total` shows them."""
        found = self.answer("total", r"(?:^ +\d+ .*\n|^.*CUST\d+ - .*\n)*^total .* lines?$")
        return found.group().splitlines()

    def mark(self):
        """The end of what has been shown, for `rows_since`."""
        return len(self.terminal.text)

    def rows_since(self, mark):
        """The rows shown since then, without the lines that were typed."""
        rows = self.terminal.text[mark:].splitlines()
        return [row for row in rows if not TYPED.match(row)]


def systemctl(*words):
    """Runs systemctl; a failure carries its words and the unit's last journal lines."""
    done = subprocess.run(["systemctl", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        journal = subprocess.run(["journalctl", "--no-pager", "--lines=8", f"--unit={words[-1]}"],
                                 capture_output=True, text=True, check=False).stdout
        raise AssertionError(f"systemctl {' '.join(words)}: {done.stderr.strip()} {journal}")


def show(unit, name):
    """One of a unit's properties."""
    return subprocess.run(["systemctl", "show", "--value", f"--property={name}", unit],
                          capture_output=True, text=True, check=True).stdout.strip()


def program_of(process):
    """The file that a process runs, empty when it is gone."""
    try:
        return os.readlink(f"/proc/{process}/exe")
    except OSError:
        return ""
