"""The first sale's figures: what paper and books hold after two of A and three of B for 600."""

import re

from .checks import check, equal, matches
from .sample import A, B
from .shop import galla, query, value

# What is scanned, and the row that answers it.
SCANS = (
    (A, r"1 × ₹100\.00 +₹100\.00 +total +₹100\.00 +Product A"),
    (A, r"2 × ₹100\.00 +₹200\.00 +total +₹200\.00 +Product A"),
    (B, r"1 × ₹100\.00 +₹100\.00 +total +₹300\.00 +Product B"),
    (B, r"2 × ₹100\.00 +₹200\.00 +total +₹400\.00 +Product B"),
    (B, r"3 × ₹100\.00 +₹300\.00 +total +₹500\.00 +Product B"),
)
# What is typed, and the row that answers it.
LINES = (
    ("phone 98765-43210", r"9876543210 +CUST0001 - Walk-in Customer"),
    ("name John Doe", r"9876543210 +CUST0001 - John Doe"),
    ("cash 600", r"(BILL-\d{10}) +total ₹500\.00 +cash ₹600\.00 +change ₹100\.00"),
)
RECEIPT = (
    r"My Shop", r"Bill No: {number}", r"Customer: CUST0001 - John Doe", r"Phone: 9876543210",
    r"Date: \d{4}-\d\d-\d\d \d\d:\d\d [AP]M", r"Product A 2 × ₹100 ₹200",
    r"Product B 3 × ₹100 ₹300", r"Subtotal: ₹500", r"Total: ₹500", r"Payment: Cash",
    r"Cash given: ₹600", r"Change: ₹100", r"\[cut\]",
)


def check_paper(receipt, number):
    """Fails unless the receipt's rows are the first sale's, in this order and without a mark."""
    place = 0
    for pattern in RECEIPT:
        row = pattern.replace("{number}", number)
        found = [at for at in range(place, len(receipt)) if re.fullmatch(row, receipt[at])]
        check(found, f"no row after {receipt[:place]} is {row!r}: {receipt[place:]}")
        place = found[0] + 1
    check(not any("?" in line or "DUPLICATE" in line for line in receipt),
          f"the receipt has a ? or a mark: {receipt}")


def check_books(number):
    """Fails unless the database holds the first sale and nothing else."""
    check_bill(number)
    check_stock()
    equal(query("SELECT number, name FROM customer"), [("CUST0001", "John Doe")], "the customers")
    equal(value("SELECT value FROM counter WHERE name = 'customer'"), 1, "the customers' counter")
    matches(galla("bill", "show", number), r"Customer: CUST0001 - John Doe", "galla bill show")


def check_bill(number):
    """The bill: what it cost and earned, whom it is linked to, and that it is printed."""
    equal(query("SELECT number, total, total_cost, profit, change_given, customer_number, "
                "customer_name, customer_phone FROM bill"),
          [(number, 50000, 39000, 11000, 10000, "CUST0001", "John Doe", "9876543210")], "the bill")
    equal(query("SELECT c.number, c.phone FROM bill JOIN customer c ON c.id = customer_id"),
          [("CUST0001", "9876543210")], "the customer that the bill is linked to")
    equal(query("SELECT b.number, j.state IN ('sent', 'confirmed') FROM print_job j "
                "JOIN bill b ON b.id = bill_id"), [(number, 1)], "the print jobs")


def check_stock():
    """The movements of import and sale, and that the stock is their sum."""
    movements = ("SELECT b.label, m.quantity FROM stock_movement m JOIN batch b ON b.id = batch_id "
                 "WHERE type = ? ORDER BY m.id")
    equal(query(movements, "receipt"), [("A1", 1000), ("A2", 10000), ("B1", 10000)],
          "the movements of the import")
    equal(query(movements, "sale"), [("A1", -1000), ("A2", -1000), ("B1", -3000)],
          "the movements of the sale")
    equal(query("SELECT p.name, sum(b.quantity) FROM batch b JOIN product p ON p.id = product_id "
                "WHERE p.id > 0 GROUP BY p.id ORDER BY p.id"),
          [("Product A", 9000), ("Product B", 7000)], "the stock")
    equal(query("SELECT product_id, sum(quantity) FROM stock_movement GROUP BY product_id"),
          query("SELECT product_id, sum(quantity) FROM batch WHERE product_id > 0 "
                "GROUP BY product_id"),
          "the stock by movements")
