"""A served shop in a folder of its own, and what the books say of it."""

import contextlib
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import tempfile

import requests

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GALLA = os.environ.get("GALLA", str(ROOT / ".build" / "debug" / "galla"))

PRODUCTS = """barcode,name,unit,hsn,gst_rate,category
8901000000019,Product A,pc,,0,
8901000000026,Product B,pc,,0,
"""
BATCHES = """barcode,batch,received_at,expires_on,quantity,cost,price,mrp
8901000000019,A1,2026-05-01,,{stock},80,100,
8901000000026,B1,2026-05-01,,{stock},75,100,
"""
SETTINGS = """[printer]
uri = "none:"
"""


class Shop:
    """Books with two products at ₹100, and at most one process that serves them."""

    def __init__(self, stock=100_000):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="galla-api-"))
        self.config = self.folder / "galla.toml"
        self.config.write_text(SETTINGS)
        self.process = None
        self.url = None
        for name, text in ("products", PRODUCTS), ("batches", BATCHES):
            path = self.folder / f"{name}.csv"
            path.write_text(text.format(stock=stock))
            self.galla("import", name, str(path))

    def galla(self, *words):
        """Runs a command on the shop; answers what it printed."""
        done = subprocess.run(
            [GALLA, *words, "--data", str(self.folder)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise AssertionError(f"galla {' '.join(words)}: {done.stdout}")
        return done.stdout

    def serve(self, *words, **options):
        """Starts a command that listens, `serve` unless another is named; waits for its address."""
        command = words or ("serve",)
        self.process = subprocess.Popen(
            [GALLA, *command, "--data", str(self.folder), "--config", str(self.config),
             "--listen", "127.0.0.1:0"],
            stdin=options.get("stdin", subprocess.DEVNULL), stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)
        for line in self.process.stdout:
            found = re.search(r"reach the till at (127\.0\.0\.1:\d+)", line)
            if found:
                self.url = "http://" + found[1]
                return self
        raise AssertionError("it ended without listening")

    @property
    def token(self):
        """The secret of the first token in the folder."""
        return (self.folder / "api-tokens").read_text().split()[2]

    def session(self):
        """A client that is let in."""
        session = requests.Session()
        # The machine's own proxies and certificates are nothing to the shop.
        session.trust_env = False
        session.headers["Authorization"] = "Bearer " + self.token
        return session

    def kill(self):
        """Ends the process as a crash does."""
        self.process.kill()
        self.process.communicate()

    def stop(self):
        """Ends the process as the system does; answers its exit status."""
        self.process.terminate()
        self.process.communicate(timeout=60)
        return self.process.returncode

    def query(self, sql):
        """The rows of a query over the books."""
        with contextlib.closing(
            sqlite3.connect(f"file:{self.folder}/galla.sqlite?mode=ro", uri=True)
        ) as books:
            return books.execute(sql).fetchall()

    def check_books(self):
        """The laws that hold whoever has sold: stock, money, numbers, the chain."""
        laws = {
            "a batch is its movements": """
                SELECT count(*) FROM batch b WHERE b.id > 0 AND b.quantity <>
                    (SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE batch_id = b.id)""",
            "a line is its parts": """
                SELECT count(*) FROM bill_line l WHERE l.quantity <>
                    (SELECT sum(quantity) FROM bill_line_batch p
                     WHERE p.bill_id = l.bill_id AND p.position = l.position)""",
            "payments less change are the total": """
                SELECT count(*) FROM bill b WHERE b.total + b.change_given <>
                    (SELECT sum(amount) FROM payment WHERE bill_id = b.id)""",
            "numbers have no gap": """
                SELECT count(*) <> coalesce(CAST(max(substr(invoice_number, -6)) AS INTEGER), 0)
                FROM bill""",
        }
        for law, sql in laws.items():
            assert self.query(sql) == [(0,)], law
        self.galla("bill", "verify")

    def remove(self):
        """Leaves nothing behind."""
        if self.process and self.process.poll() is None:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def sale(reference, quantity=2, **receipt):
    """The specification's sale: Product A at ₹100, paid in cash."""
    total = 100 * quantity
    return {
        "saleItems": [{"productId": "8901000000019", "quantity": quantity, "notes": None}],
        "referenceNumber": reference,
        "receiptData": {
            "items": [{"productId": "8901000000019", "name": "Product A",
                       "quantity": quantity, "price": 100, "total": total}],
            "subtotal": total, "total": total, "customerPhone": None, "customerName": None,
            "customerEmail": None, "paymentMethod": "Cash", **receipt,
        },
    }
