"""Scans at the full rate of USB while the printer prints: all there, in order, none doubled."""

import re
import subprocess
import threading
import time

from bench import CAMPAIGN, HIDPOS, Keyboard, Printer, Till, check, equal, matches
from bench.numbers import stock_up
from bench.paper import CUT

LIMIT = 180
CAMPAIGN_LIMIT = 3600

SCANS = 20_000 if CAMPAIGN else 300
# Each scanner sells products of its own, one after the other and round again: the rows then tell
# the order of its scans, and that none of them is missing or there twice.
EACH = 8
ROW = re.compile(r"(\d+) × ₹1\.00 .*total .*S(\d)P(\d)\b")


def run():
    names = [f"S{scanner}P{product}" for scanner in range(3) for product in range(EACH)]
    codes = stock_up(names, pieces=SCANS)
    scanners = [Keyboard(0, name="Left").plug(), Keyboard(1, product=0x0B61, name="Right").plug(),
                HIDPOS(2).plug()]
    printer = Printer(3).plug()
    till = Till(options=["--measure-scans"]).start()
    till.expect_all("Scanner ready: .*Left", "Scanner ready: .*Right", "Scanner ready: HID-POS",
                    "Printer ready")
    scanners[0].scan(codes[0])
    till.expect(r"1 × ₹1\.00 .*S0P0")
    till.answer("cash 1", r"change ₹0\.00")
    shares = [SCANS - 2 * (SCANS // 3), SCANS // 3, SCANS // 3]
    mark, begun = till.mark(), time.monotonic()
    hands = [threading.Thread(target=send, args=(scanner, codes[EACH * number:][:EACH], count))
             for number, (scanner, count) in enumerate(zip(scanners, shares))]
    for hand in hands:
        hand.start()
    for hand in hands:
        print_until_done(till, printer, hand)
    seconds, printed = time.monotonic() - begun, len(printer.printed)
    till.expect(rf"total +₹{SCANS}\.00 ", timeout=LIMIT)
    # What is typed last is answered last: no scan is on its way any more.
    till.answer("total", rf"^total ₹{SCANS}\.00 ")
    in_order(till.rows_since(mark), shares)
    check(printed > min(10 * SCANS, 10_000), f"the printer printed {printed} bytes meanwhile")
    print(f"{SCANS} scans in {seconds:.1f} s, {SCANS / seconds:.0f} a second, "
          f"{printed} bytes printed meanwhile")
    till.stop()
    print(measured(till, SCANS + 1))


def send(scanner, codes, count):
    for number in range(count):
        scanner.scan(codes[number % EACH])


def print_until_done(till, printer, hand):
    """Keeps the printer busy with copies of the first receipt: one prints and one waits."""
    while hand.is_alive():
        copies = printer.printed.count(CUT)
        till.enter("reprint")
        while hand.is_alive() and printer.printed.count(CUT) == copies:
            hand.join(0.1)


def in_order(rows, shares):
    seen = [[], [], []]
    for row in rows:
        if found := ROW.search(row):
            quantity, scanner, product = map(int, found.groups())
            seen[scanner].append((quantity, product))
    for scanner, count in enumerate(shares):
        expected = [(number // EACH + 1, number % EACH) for number in range(count)]
        wrong = next((n for n, (a, b) in enumerate(zip(seen[scanner], expected)) if a != b), None)
        check(wrong is None, f"scan {wrong} of scanner {scanner} is another than was sent")
        equal(len(seen[scanner]), count, f"how many scans of scanner {scanner} were answered")


def measured(till, count):
    """The line that the till says of its scans at its end."""
    journal = subprocess.run(["journalctl", "--no-pager", "--output=cat", f"--unit={till.unit}"],
                             capture_output=True, text=True, check=True).stdout
    return matches(journal, rf"(?m)^{count} scans, from the kernel's event to the answer: .*$",
                   "what the till measured").group()
