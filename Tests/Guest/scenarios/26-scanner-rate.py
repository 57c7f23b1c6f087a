"""Scans at the full rate of USB while the printer prints: all there, in order, none doubled."""

import itertools
import re
import subprocess
import threading
import time

from bench import HIDPOS, Keyboard, Printer, Till, check, count_of, equal, matches
from bench.numbers import stock_up
from bench.paper import CUT

LIMIT = 240
CAMPAIGN_LIMIT = 5400

SCANS = count_of(1_000, 20_000)
# Each scanner sells products of its own, one after the other and round again: the rows then tell
# the order of its scans, and that none of them is missing or there twice.
EACH = 8
# So many scans may wait for their answer, and so many copies for the printer.
WAITING = 50
# The kernel keeps hardly more than one scan of a keyboard that nobody has read: on a machine that is
# too slow for a second one at full rate, that one would be lost, and the till would say so.
MOST_KEYS = 1
# So many scans of the HID-POS scanner come on one of the keyboards'.
MOST_REPORTS = 8
COPIES = 4
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
    answers, began = Answers(till.terminal.reader()), time.monotonic()
    # Each as fast as it can, until all of them together have sent enough.
    tickets = Tickets(answers)
    hands = [Hand(number, scanner, codes[EACH * number:][:EACH], tickets)
             for number, scanner in enumerate(scanners)]
    copying = Copies(till, printer, answers)
    for worker in (*hands, copying):
        worker.start()
    answers.take_until(SCANS)
    seconds, copies = time.monotonic() - began, copying.printed
    for worker in (*hands, copying):
        worker.join()
    # What is typed last is answered last: nothing else is on its way.
    till.terminal.position = answers.reader.position
    till.answer("total", rf"^total ₹{SCANS}\.00 ", timeout=60)
    for number, hand in enumerate(hands):
        equal(answers.seen[number], hand.sent, f"how many scans of scanner {number} were answered")
    print(f"{SCANS} scans ({', '.join(str(hand.sent) for hand in hands)}) in {seconds:.1f} s, "
          f"{SCANS / seconds:.0f} a second, {copies} receipts printed meanwhile")
    check(copies >= SCANS // 1000, "the printer did not print all the while")
    till.stop()
    print(measured(till, SCANS + 1))


class Hand(threading.Thread):
    """Scans one scanner's codes in turn, without a pause, while there are tickets."""

    def __init__(self, number, scanner, codes, tickets):
        super().__init__(daemon=True)
        self.number, self.scanner, self.tickets = number, scanner, tickets
        self.scans = [scanner.reports(code) for code in codes]
        self.sent = 0

    def run(self):
        with self.scanner.opened() as node:
            for reports in itertools.cycle(self.scans):
                if not self.tickets.take(self.number):
                    return
                for report in reports:
                    self.scanner.hand_over(node, report)
                self.sent += 1


class Tickets:
    """Leave to scan once more, while not too many scans wait for an answer.

    What a person types, and so the copies that keep the printer busy, is answered in its turn: behind
    an unlimited queue of scans it would come when all is over. A HID-POS scan is one report and a
    keyboard's 28: the reports must not be done before the keys have been much of it.
    """

    def __init__(self, answers):
        self.answers, self.given = answers, [0, 0, 0]

    def take(self, scanner):
        """Waits until this scanner may scan once more; false when all has been scanned."""
        with self.answers.changed:
            self.answers.changed.wait_for(lambda: self._is_over() or self._may(scanner))
            if self._is_over():
                return False
            self.given[scanner] += 1
            self.answers.changed.notify_all()
            return True

    def _is_over(self):
        return self.answers.is_over or sum(self.given) >= SCANS

    def _may(self, scanner):
        left, right, reports = self.given
        if scanner == 2 and reports > MOST_REPORTS * (left + right + 1):
            return False
        waiting = [given - seen for given, seen in zip(self.given, self.answers.seen)]
        return sum(waiting) < WAITING and (scanner == 2 or waiting[scanner] < MOST_KEYS)


class Answers:
    """The till's answers in their order; a scan that is missing, doubled or late is told at once."""

    def __init__(self, reader):
        self.reader = reader
        self.seen, self.is_over = [0, 0, 0], False
        self.changed = threading.Condition()

    def take_until(self, count):
        """Reads until so many scans have been answered."""
        try:
            while sum(self.seen) < count:
                rows = self.reader.lines(timeout=60)
                with self.changed:
                    for row in rows:
                        if found := ROW.search(row):
                            self._take(*map(int, found.groups()))
                    self.changed.notify_all()
        finally:
            with self.changed:
                self.is_over = True
                self.changed.notify_all()

    def _take(self, quantity, scanner, product):
        number = self.seen[scanner]
        equal((quantity, product), (number // EACH + 1, number % EACH),
              f"what scan {number} of scanner {scanner} was answered with")
        self.seen[scanner] += 1


class Copies(threading.Thread):
    """Keeps the printer busy with copies of the first receipt: some always wait for it."""

    def __init__(self, till, printer, answers):
        super().__init__(daemon=True)
        self.till, self.printer, self.answers = till, printer, answers
        self.printed, self.place = 0, printer.status.taken

    def run(self):
        asked = 0
        while not self.answers.is_over:
            for _ in range(asked - self.printed, COPIES):
                self.till.enter("reprint")
                asked += 1
            with self.printer.changed:
                self.printer.changed.wait(0.5)
                while (cut := self.printer.status.paper.find(CUT, self.place)) >= 0:
                    self.printed, self.place = self.printed + 1, cut + len(CUT)


def measured(till, count):
    """The line that the till says of its scans at its end."""
    journal = subprocess.run(["journalctl", "--no-pager", "--output=cat", f"--unit={till.unit}"],
                             capture_output=True, text=True, check=True).stdout
    return matches(journal, rf"(?m)^{count} scans, from the kernel's event to the answer: .*$",
                   "what the till measured").group()
