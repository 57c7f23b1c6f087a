"""The printer's cable and its paper: the till sells on, and no receipt is lost or doubled."""

from bench import (CAMPAIGN, Keyboard, Printer, Till, check, equal, query, wait_for,
                   wait_for_receipts)
from bench.sample import B, more_of_b, stock_up

LIMIT = 240
PACKET = 64
# ESC p m t1 t2: cash opens the drawer in a transfer of its own, before the receipt.
PULSE = 5


def run():
    stock_up()
    more_of_b(90)
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = Till().start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    for step in (pulled_before_the_sale, pulled_before_the_first_byte, pulled_after_any_byte,
                 paper_ends_in_the_middle):
        step(till, scanner, printer, len(printer.printed))
        print(f"{step.__name__}: fine", flush=True)
    printed = len(printer.printed)
    wait_until_done()
    equal(len(printer.printed), printed, "bytes printed when every receipt was out")


def wait_until_done():
    wait_for(lambda: query("SELECT DISTINCT state FROM print_job") == [("confirmed",)],
             "every print job to be done")


def sell(till, scanner):
    scanner.scan(B)
    till.expect(r"1 × .*Product B")
    return till.answer("cash 100", r"(BILL-\d+) .*change ₹0\.00").group(1)


def is_of(receipt, number, marked):
    check(f"Bill No: {number}" in receipt, f"not the receipt of {number}: {receipt}")
    equal("DUPLICATE" in receipt, marked, f"the mark DUPLICATE on {number}")


def pulled_before_the_sale(till, scanner, printer, start):
    printer.unplug()
    till.expect(r"Printer: .*Selling goes on")
    number = sell(till, scanner)
    equal(len(printer.printed), start, "bytes on an unplugged printer")
    printer.plug()
    till.expect(r"Printer ready: ")
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)


def pulled_before_the_first_byte(till, scanner, printer, start):
    printer.pause()
    number = sell(till, scanner)
    till.expect(r"Printer: it takes nothing at the moment")
    equal(len(printer.printed), start, "bytes taken by a busy printer")
    printer.unplug()
    till.expect(rf"Receipt of {number}: .*Nothing of it is on paper")
    printer.resume()
    printer.plug()
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)


def pulled_after_any_byte(till, scanner, printer, start):
    size = start // 2  # two receipts with one line of the same product each have been printed
    # A packet may hold requests too, so it brings up to its size of the receipt.
    last = size - PACKET
    for least in range(1, last + 1, PACKET) if CAMPAIGN else (1, last):
        pulled_after(least, size, till, scanner, printer, len(printer.printed))


def pulled_after(least, size, till, scanner, printer, start):
    printer.pause_after(PULSE + least)
    torn = sell(till, scanner)
    printer.wait_until_paused()
    printer.unplug()
    till.expect(rf"Receipt of {torn}: .*marked DUPLICATE")
    waiting = sell(till, scanner)
    again, told = len(printer.printed), len(printer.status.recoveries)
    taken = again - start - PULSE
    check(least <= taken < min(least + PACKET, size),
          f"{taken} of {size} bytes of a receipt that was torn after {least}")
    printer.resume()
    printer.plug()
    first, second = wait_for_receipts(printer, 2, start=again)
    is_of(first, torn, marked=True)
    is_of(second, waiting, marked=False)
    # DLE ENQ 2: what is left of the torn one in the printer's buffer is not to print too.
    equal(printer.status.recoveries[told:], [2], "what the printer was told before the copy")
    wait_until_done()


def paper_ends_in_the_middle(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    printer.set_paper_out(True)
    till.expect(r"Printer: no paper")
    printer.set_paper_out(False)
    till.expect(r"Printer: goes on printing")
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    equal(printer.printed[start:].count(b"\x1b@"), 1, "beginnings of the receipt")
