"""How long a scan takes, from the kernel's time of its last key to the till's answer on the terminal.

Scans come one at a time, with the pause of a quick hand between them: nothing waits in a queue. The
same figures come from a real scanner at a real till with `galla cashier --measure-scans`.
"""

import random
import select
import subprocess

from bench import CAMPAIGN, Keyboard, Printer, Till, check, equal, matches
from bench.numbers import stock_up
from bench.waiting import PATIENCE

LIMIT = 180

SCANS = 2_000 if CAMPAIGN else 200
# A person sees an answer as one with the beep within so long.
AT_ONCE_MILLISECONDS = 100


def run():
    codes = stock_up([f"P{number}" for number in range(20)], pieces=SCANS)
    scanner, chance = Keyboard(0).plug(), random.Random(1)
    Printer(1).plug()
    till = Till(options=["--measure-scans"]).start()
    till.expect_all("Scanner ready", "Printer ready")
    for number in range(SCANS):
        scanner.scan(codes[number % len(codes)])
        found = till.expect(r"(\d+) × ₹1\.00 .*P(\d+)$")
        equal(tuple(map(int, found.groups())), (number // len(codes) + 1, number % len(codes)),
              "the answer to a scan")
        select.select([], [], [], chance.uniform(0, 0.2))
    till.stop()
    journal = subprocess.run(["journalctl", "--no-pager", "--output=cat", f"--unit={till.unit}"],
                             capture_output=True, text=True, check=True).stdout
    said = matches(journal, rf"(?m)^{SCANS} scans, from the kernel's event to the answer: "
                            r"p50 (\d+) µs, p99 (\d+) µs, max (\d+) µs$", "what the till measured")
    print(said.group())
    p50 = int(said.group(1)) / 1000
    check(p50 <= AT_ONCE_MILLISECONDS * PATIENCE, f"half of the scans took more than {p50:.0f} ms")
