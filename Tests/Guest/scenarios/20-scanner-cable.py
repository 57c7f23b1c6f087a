"""Scanners come and go between two scans, in the middle of one, and two at a time."""

import threading

from bench import CAMPAIGN, Keyboard, Printer, Till, equal, matches
from bench.sample import A, B, stock_up

LIMIT = 180
ROUNDS = 50 if CAMPAIGN else 2


def run():
    stock_up()
    left, right = Keyboard(0, name="Left").plug(), Keyboard(1, product=0x0B61, name="Right")
    Printer(2).plug()
    till = Till().start()
    till.expect_all(r"Scanner ready: .*Left", r"Printer ready: ")
    cable_between_scans(till, left)
    half_a_scan(till, left)
    line_being_typed(till, left)
    two_at_once(till, left, right)


def cable_between_scans(till, scanner):
    scanner.scan(A)
    till.expect(r"1 × .*Product A")
    for _ in range(ROUNDS):
        scanner.unplug()
        till.expect(r"Scanner unplugged: .*Left")
        till.answer(B, r"1 × .*Product B")
        scanner.plug()
        till.expect(r"Scanner ready: .*Left")
        scanner.scan(A)
        till.expect(r"2 × .*Product A")
        till.answer("del", r"removed .*Product B")
        till.answer("qty 1", r"1 × .*Product A")


def half_a_scan(till, scanner):
    before = till.cart()
    scanner.scan(B[:7], terminator="none")
    scanner.unplug()
    till.expect_all(r"A scan of .*Left was lost", r"Scanner unplugged: .*Left")
    scanner.plug()
    till.expect(r"Scanner ready: .*Left")
    equal(till.cart(), before, "the bill after half a scan")
    scanner.scan(B)
    till.expect(r"1 × .*Product B")


def line_being_typed(till, scanner):
    till.type("phone 98765")
    scanner.scan(B)
    till.expect(r"2 × .*Product B")
    till.enter("43210")
    till.expect(r"9876543210 +CUST0001 - ")


def two_at_once(till, left, right):
    right.plug()
    till.expect(r"Scanner ready: .*Right")
    till.answer("void", "not sold")
    each = 10
    # Each scanner sends the codes that keep the stock: ten of A and ten of B are there.
    hands = [threading.Thread(target=lambda board=board, code=code:
                              [board.scan(code) for _ in range(each)])
             for board, code in ((left, A), (right, B))]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    till.expect_all(rf"{each} × .*Product A", rf"{each} × .*Product B")
    lines = "\n".join(till.cart())
    for product in ("Product A", "Product B"):
        matches(lines, rf"(?m){each} × .*{product}$", "the bill of two scanners at once")
