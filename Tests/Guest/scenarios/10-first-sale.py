"""The first sale: scanned over USB, typed on the terminal, printed over USB, kept in the books."""

import re

from bench import (Keyboard, Printer, Till, check, clean_data, database_files, equal, fingerprint,
                   galla, keep_receipts, matches, query, unchanged, value, wait_for,
                   wait_for_receipts)
from bench.sample import A, B, UNKNOWN, WRONG_DIGIT, stock_up

LIMIT = 240


def run():
    stock_up()
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = open_till()
    number = first_bill(till, scanner)
    the_paper(printer, number)
    the_books(number)
    further_bills(till, scanner, printer)
    keep_receipts(printer)
    till.stop()

    clean_data()
    stock_up()
    till = open_till()
    refusals(till, scanner, printer)
    till.answer("quit", "")
    wait_for(lambda: till.process == 0, "the till to end after quit")


def open_till():
    till = Till().start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    return till


def first_bill(till, scanner):
    for code, line in ((A, r"1 × ₹100\.00 +₹100\.00 +total +₹100\.00 +Product A"),
                       (A, r"2 × ₹100\.00 +₹200\.00 +total +₹200\.00 +Product A"),
                       (B, r"1 × ₹100\.00 +₹100\.00 +total +₹300\.00 +Product B"),
                       (B, r"2 × ₹100\.00 +₹200\.00 +total +₹400\.00 +Product B"),
                       (B, r"3 × ₹100\.00 +₹300\.00 +total +₹500\.00 +Product B")):
        scanner.scan(code)
        till.expect(line)
    till.answer("phone 98765-43210", r"9876543210 +CUST0001 - Walk-in Customer")
    till.answer("name John Doe", r"CUST0001 - John Doe")
    return till.answer(
        "cash 600",
        r"(BILL-\d{10}) +total ₹500\.00 +cash ₹600\.00 +change ₹100\.00").group(1)


def the_paper(printer, number):
    receipt, = wait_for_receipts(printer, 1)
    date = r"Date: \d{4}-\d\d-\d\d \d\d:\d\d [AP]M"
    for row in (r"My Shop", rf"Bill No: {number}", r"Customer: CUST0001 - John Doe", r"Phone: 9876543210",
                date, r"Product A 2 × ₹100 ₹200",
                r"Product B 3 × ₹100 ₹300", r"Subtotal: ₹500", r"Total: ₹500", r"Payment: Cash",
                r"Cash given: ₹600", r"Change: ₹100"):
        check(any(re.fullmatch(row, line) for line in receipt),
              f"no row of the receipt is {row!r}: {receipt}")
    check(not any("?" in line or "DUPLICATE" in line for line in receipt),
          f"the receipt has a ? or a mark: {receipt}")


def the_books(number):
    wait_for(lambda: value("SELECT state FROM print_job") == "sent", "the print job to be done")
    equal(query("SELECT number, total, total_cost, profit, change_given, customer_number, "
                "customer_name, customer_phone FROM bill"),
          [(number, 50000, 39000, 11000, 10000, "CUST0001", "John Doe", "9876543210")], "the bill")
    equal(query("SELECT b.label, m.quantity FROM stock_movement m JOIN batch b ON b.id = batch_id "
                "WHERE type = 'sale' ORDER BY m.id"),
          [("A1", -1000), ("A2", -1000), ("B1", -3000)], "the movements of the sale")
    equal(query("SELECT b.label, m.quantity FROM stock_movement m JOIN batch b ON b.id = batch_id "
                "WHERE type = 'receipt' ORDER BY m.id"),
          [("A1", 1000), ("A2", 10000), ("B1", 10000)], "the movements of the import")
    equal(value("SELECT count(*) FROM stock_movement"), 6, "movements in all")
    equal(query("SELECT p.name, sum(b.quantity) FROM batch b JOIN product p ON p.id = product_id "
                "GROUP BY p.id ORDER BY p.id"),
          [("Product A", 9000), ("Product B", 7000)], "the stock")
    equal(query("SELECT product_id, sum(quantity) FROM stock_movement GROUP BY product_id"),
          query("SELECT product_id, sum(quantity) FROM batch GROUP BY product_id"),
          "the stock by movements")
    equal(query("SELECT number, name FROM customer"), [("CUST0001", "John Doe")], "the customers")
    equal(query("SELECT c.number, c.phone FROM bill JOIN customer c ON c.id = customer_id"),
          [("CUST0001", "9876543210")], "the customer that the bill is linked to")
    equal(value("SELECT value FROM counter WHERE name = 'customer'"), 1, "the customers' counter")
    matches(galla("bill", "show", number), r"Customer: CUST0001 - John Doe", "galla bill show")


def further_bills(till, scanner, printer):
    scanner.scan(B)
    till.expect("Product B")
    till.answer("phone 98765 43210", r"CUST0001 - John Doe")
    till.answer("cash 100", r"BILL-\d+ ")
    scanner.scan(B)
    till.expect("Product B")
    till.answer("cash 100", r"BILL-\d+ ")
    equal(query("SELECT customer_id IS NULL, customer_number, customer_name, customer_phone, "
                "customer_email FROM bill ORDER BY id LIMIT 2 OFFSET 1"),
          [(0, "CUST0001", "John Doe", "9876543210", None), (1, None, None, None, None)],
          "the customers of the second and the third bill")
    second, third = wait_for_receipts(printer, 3)[1:]
    check("Customer: CUST0001 - John Doe" in second, f"the second receipt: {second}")
    check(not any(line.startswith(("Customer:", "Phone:")) for line in third),
          f"the third receipt names a customer: {third}")


def refusals(till, scanner, printer):
    for _ in range(2):
        scanner.scan(A)
        till.expect("Product A")
    till.answer("price 85", r"2 × ₹85\.00")
    till.answer("price 100", r"2 × ₹100\.00")
    for _ in range(3):
        scanner.scan(B)
        till.expect("Product B")
    cart = till.cart()
    equal(len(cart), 3, f"rows of the bill {cart}")
    for line, answer in (
            ("price 1 82", r"₹82\.00 .*₹85\.00 .*A2"),
            ("cash 499.99", r"₹0\.01 is missing"),
            ("9*" + B, r"Only 10 pc in stock, 12 wanted: Product B")):
        refused(till, printer, line, answer, lambda line=line: till.enter(line))
    for code, answer in ((UNKNOWN, rf"No product has the barcode {UNKNOWN}"),
                         (WRONG_DIGIT, rf"{WRONG_DIGIT}: The last digit is 1 but should be 0")):
        refused(till, printer, code, answer, lambda code=code: scanner.scan(code))
    till.answer("void", r"₹500\.00 not sold")


def refused(till, printer, what, answer, do):
    """Does it and sees that it is refused in one row and leaves everything as it was."""
    cart, before, mark = till.cart(), fingerprint(printer), till.mark()
    files = database_files()
    do()
    till.expect(answer)
    unchanged(files, database_files(), what)
    unchanged(before, fingerprint(printer), what)
    equal(till.cart(), cart, f"the bill after {what}")
    said = till.rows_since(mark)
    equal(said[1:], cart, f"rows after the only one that refuses {what}, {said[:1]}")
