"""A receipt of 1,000 lines prints whole, through paper that ends in its middle; and how soon a
receipt's first byte follows its sale."""

import re
import subprocess

from bench import CAMPAIGN, Keyboard, Printer, Till, check, equal, keep_receipts, receipts
from bench.counter import is_of, sell, wait_until_printed
from bench.numbers import stock_up
from bench.paper import CUT
from bench import sample

LIMIT = 150
CAMPAIGN_LIMIT = 600
LINES = 1000
SALES = 300 if CAMPAIGN else 20


def run():
    codes = stock_up([f"Article {number:04}" for number in range(LINES)], pieces=5)
    sample.stock_up()
    sample.more_of_b(SALES)
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = Till(options=["--measure-receipts"]).start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    first_bytes = [first_byte(till, scanner, printer) for _ in range(SALES)]
    thousand_lines(till, printer, codes)
    till.stop()
    tell(till, first_bytes)


def first_byte(till, scanner, printer):
    printer.first_packet = None
    number = sell(till, scanner)
    wait_until_printed()
    return number, printer.first_packet


def thousand_lines(till, printer, codes):
    start = len(printer.printed)
    till.type("".join(f"{code}\r" for code in codes))
    till.expect(rf"total +₹{LINES}\.00 .*Article {LINES - 1:04}$", timeout=120)
    printer.pause_after(20_000)
    number = till.answer(f"cash {LINES}", r"(BILL-\d+) .*change ₹0\.00").group(1)
    printer.wait_until_paused()
    printer.set_paper_out(True)
    till.expect(r"Printer: no paper")
    printer.set_paper_out(False)
    data = printer.wait_for_bytes(lambda data: CUT in data[-2 * len(CUT):],
                                  "the end of the long receipt", timeout=90)[start:]
    wait_until_printed()
    receipt, = receipts(data)
    is_of(receipt, number, marked=False)
    found = [row for row in receipt if "Article" in row]
    equal([re.search(r"Article (\d{4})", row).group(1) for row in found],
          [f"{number:04}" for number in range(LINES)], "the receipt's lines")
    check(any(re.fullmatch(r"Total:? ₹1,?000(\.00)?", row) for row in receipt),
          f"no total of the long receipt: {receipt[-20:]}")
    keep_receipts("long", data)
    print(f"{LINES} lines: {len(receipt)} rows, {len(data)} bytes", flush=True)


def tell(till, first_bytes):
    """Lays the till's own times beside those of the packets: both are the kernel's monotonic ones."""
    journal = subprocess.run(["journalctl", "--no-pager", "--output=cat", f"--unit={till.unit}"],
                             capture_output=True, text=True, check=True).stdout
    saved = {number: float(at) for number, at in
             re.findall(r"(BILL-\d+): in the books at ([\d.]+), ", journal)}
    took = sorted(packet - saved[number] for number, packet in first_bytes)
    check(took[0] > 0, f"a first byte {took[0]} s after its sale")
    print(re.search(rf"(?m)^{SALES + 1} receipts, from the books to .*$", journal).group())
    print(f"{len(took)} receipts, from the books to the printer's first packet: "
          + ", ".join(f"{name} {1e6 * took[(len(took) - 1) * rank // 100]:.0f} µs"
                      for name, rank in (("p50", 50), ("p99", 99), ("max", 100))))
