"""A shop's counter in the middle of the day: sales of one product, and what paper must show."""

import collections

from .checks import check, equal
from .paper import CUT, receipts
from .sample import B
from .shop import query, value
from .waiting import TooLate, wait_for


RESET = b"\x1b@"


def sell(till, scanner):
    """Sells one of product B for cash and gives the bill's number."""
    scanner.scan(B)
    till.expect(r"1 × .*Product B")
    return till.answer("cash 100", r"(BILL-\d+) .*change ₹0\.00").group(1)


def jobs():
    """The state of each bill's print job, by its number."""
    return dict(query("SELECT b.number, j.state FROM print_job j JOIN bill b ON b.id = bill_id"))


def state_of(number):
    """The state of a bill's print job."""
    return value("SELECT j.state FROM print_job j JOIN bill b ON b.id = bill_id WHERE b.number = ?",
                 number)


def wait_until_printed(timeout=None):
    """Waits until every receipt is confirmed by the printer."""
    try:
        wait_for(lambda: set(jobs().values()) <= {"confirmed"}, "every receipt to be confirmed", timeout)
    except TooLate as late:
        raise TooLate(f"{late}; their states are {jobs()}") from None


def is_of(receipt, number, marked):
    """Fails unless a receipt is that bill's and has the mark DUPLICATE or not."""
    check(f"Bill No: {number}" in receipt, f"not the receipt of {number}: {receipt}")
    equal("DUPLICATE" in receipt, marked, f"the mark DUPLICATE on {number}")


def whole_receipts(data):
    """The receipts that came to their cut, whatever was torn between them: each one begins with
    the command that sets the printer back, which ends what a torn one left open. The mark behind a
    cut may be torn as well."""
    pieces = [RESET + piece[:piece.rindex(CUT) + len(CUT)]
              for piece in data.split(RESET)[1:] if CUT in piece]
    return [receipt for piece in pieces for receipt in receipts(piece)]


def each_once(data, numbers):
    """Fails unless the paper has each bill once whole, and every other copy is marked."""
    whole = whole_receipts(data)
    of_bill = collections.defaultdict(list)
    for receipt in whole:
        of_bill[next((row for row in receipt if row.startswith("Bill No: ")), None)].append(receipt)
    for number in numbers:
        copies = of_bill[f"Bill No: {number}"]
        plain = [receipt for receipt in copies if "DUPLICATE" not in receipt]
        check(copies, f"{number} is on no paper; the paper has {len(whole)} receipts")
        check(len(plain) <= 1, f"{number} is on paper {len(plain)} times without a mark")
