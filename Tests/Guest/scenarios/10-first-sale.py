"""The first sale: scanned over USB, typed on the terminal, printed over USB, kept in the books."""

from bench import (Keyboard, Printer, Till, check, clean_data, database_files, equal, fingerprint,
                   keep_receipts, query, unchanged, value, wait_for, wait_for_receipts)
from bench.sample import A, B, UNKNOWN, WRONG_DIGIT, stock_up
from bench.walkthrough import LINES, SCANS, check_books, check_paper

LIMIT = 240
BELOW_COST = r"₹82\.00 is below the cost of ₹85\.00 of batch A2: Product A"


def run():
    stock_up()
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = open_till()
    number = first_bill(till, scanner)
    receipt, = wait_for_receipts(printer, 1)
    check_paper(receipt, number)
    wait_for(lambda: value("SELECT state FROM print_job") == "confirmed", "the print job to be done")
    check_books(number)
    further_bills(till, scanner, printer)
    keep_receipts("cable1", bytes(printer.printed))
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
    for code, row in SCANS:
        scanner.scan(code)
        till.expect(row)
    for line, row in LINES:
        answer = till.answer(line, row)
    return answer.group(1)


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
    till.answer("price 85", r"2 × ₹85\.00 +₹170\.00")
    refused(till, printer, "price 82", BELOW_COST, lambda: till.enter("price 82"))
    till.answer("price 100", r"2 × ₹100\.00")
    for _ in range(3):
        scanner.scan(B)
        till.expect("Product B")
    equal(len(till.cart()), 3, "rows of the bill: two lines and the total")
    for line, answer in (
            ("price 1 82", BELOW_COST),
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
