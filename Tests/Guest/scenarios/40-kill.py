"""The till ends: killed in an open bill or while a receipt prints, or stopped by the system."""

import pathlib

from bench import (CAMPAIGN, Keyboard, Printer, Till, check, equal, receipts, value, wait_for,
                   wait_for_receipts)
from bench.sample import A, B, C, stock_up, stock_up_third
from bench.till import show

LIMIT = 180
LP = pathlib.Path("/dev/usb/lp0")
ROUNDS = 30 if CAMPAIGN else 2


def run():
    stock_up()
    stock_up_third()
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = Till().start()
    ready(till)
    open_bill_survives(till, scanner)
    torn_receipt_is_marked(till, scanner, printer)
    stop_with_a_standing_printer(till, scanner, printer)
    printer_is_given_back(till)


def ready(till):
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")


def open_bill_survives(till, scanner):
    scanner.scan(A)
    till.expect(r"1 × .*Product A")
    scanner.scan(B)
    till.expect(r"1 × .*Product B")
    till.answer("phone 98765 43210", r"CUST0001")
    till.answer("qty 2", r"2 × .*Product B")
    till.answer("0.450*" + C, r"0\.45 kg × ₹60\.00 .*தேங்காய்")
    before = till.cart()
    equal(len(before), 5, f"three lines, the customer and the total: {before}")
    for _ in range(ROUNDS):
        till.kill9()
        till.expect_all(r"The open bill of the last run is back:", r"Scanner ready: ",
                        r"Printer ready: ")
        equal(till.cart(), before, "the open bill after kill -9")
    # A scan that was answered is in the books, however soon the end comes.
    scanner.scan(B)
    till.expect(r"3 × .*Product B")
    till.kill9()
    till.expect(r"The open bill of the last run is back:")
    till.expect(r"3 × .*Product B")
    ready(till)
    till.answer("cash 427", r"BILL-\d+ +total ₹427\.00")


def torn_receipt_is_marked(till, scanner, printer):
    wait_for_receipts(printer, 1)
    scanner.scan(B)
    till.expect(r"1 × .*Product B")
    printer.pause_after(64)
    number = till.answer("cash 100", r"(BILL-\d+) ").group(1)
    printer.wait_until_paused()
    torn = len(printer.printed)
    till.kill9()
    printer.resume()
    receipt, = wait_for_receipts(printer, 1, start=torn)
    check(f"Bill No: {number}" in receipt and "DUPLICATE" in receipt,
          f"the receipt after the kill: {receipt}")
    wait_for(lambda: value("SELECT count(*) FROM print_job WHERE state <> 'confirmed'") == 0,
             "every print job to be done")
    equal(len(receipts(printer.printed[torn:])), 1, "receipts after the kill")


def stop_with_a_standing_printer(till, scanner, printer):
    scanner.scan(B)
    till.expect(r"1 × .*Product B")
    printer.pause_after(64)
    number = till.answer("cash 100", r"(BILL-\d+) ").group(1)
    printer.wait_until_paused()
    till.stop()
    equal(show(till.unit, "Result"), "success", "how the stop with a standing printer ended")
    wait_for(LP.exists, f"{LP} to be there")
    equal(value("SELECT state FROM print_job ORDER BY id DESC LIMIT 1"), "uncertain",
          "the torn receipt's job")
    torn = len(printer.printed)
    printer.resume()
    till.start()
    ready(till)
    receipt, = wait_for_receipts(printer, 1, start=torn)
    check(f"Bill No: {number}" in receipt and "DUPLICATE" in receipt,
          f"the receipt after the stop: {receipt}")
    wait_for(lambda: value("SELECT count(*) FROM print_job WHERE state <> 'confirmed'") == 0,
             "every print job to be done")


def printer_is_given_back(till):
    check(not LP.exists(), f"{LP} is there while the till has the printer")
    till.stop()
    wait_for(LP.exists, f"{LP} to be there after a till that was killed, and one that ended")
