"""The power goes while receipts print: what was sold is in the books and on paper, once or marked."""

import os
import pathlib
import shutil
import sys

from bench import DATA, Keyboard, Printer, Till, check, clean_data, equal, query, value
from bench.counter import sell, wait_until_printed, whole_receipts
from bench.paper import CUT
from bench.sample import more_of_b, stock_up

# Of each half, for as many cuts as one guest looks at.
LIMIT = 150
CAMPAIGN_LIMIT = 300
POWER_CUTS = 3
CAMPAIGN_POWER_CUTS = 50
SALES = 40


def run():
    first() if os.environ["BENCH_HALF"] == "first" else second()


def first():
    stock_up()
    more_of_b(SALES + 10)
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = Till().start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    # The guest that knows what is on paper will be gone: it says so as it gets there.
    printer.witness = lambda data: say(f"PAPER {data.hex()}")
    say(f"SAVED {sell(till, scanner)}")
    wait_until_printed()
    say("CUT NOW")
    for number in range(SALES):
        # A till asks what becomes of more than five that had to wait, and prints the others itself.
        printer.wait_for_bytes(lambda data: data.count(CUT) >= number - 2, "the receipts of before")
        say(f"SAVED {sell(till, scanner)}")


def say(line):
    """Prints a line in one piece: two threads do."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def second():
    printer, till = Printer(1).plug(), Till(scanner="stdin")
    for cut in sorted(pathlib.Path("rescued").iterdir()):
        # What stands behind the last line's end is torn: the power went while it was said.
        *told, _ = (cut / "before.txt").read_text(errors="replace").split("\n")
        try:
            bills, receipts = after(cut, told, printer, till)
        except AssertionError as error:
            raise AssertionError(f"{cut.name}: {error}") from error
        print(f"{cut.name}: {bills} bills, {receipts} receipts", flush=True)


def after(cut, told, printer, till):
    """Starts the till on what a cut left; gives how many bills and receipts there are."""
    saved = [line.split()[1] for line in told if line.startswith("SAVED BILL-")]
    paper = b"".join(bytes.fromhex(line.split()[1]) for line in told if line.startswith("PAPER "))
    clean_data()
    take_over(cut / "database")
    equal(value("PRAGMA integrity_check"), "ok", "the rescued books")
    numbers = [number for number, in query("SELECT number FROM bill ORDER BY id")]
    check(set(saved) <= set(numbers), f"{set(saved) - set(numbers)} was said to be saved and is "
                                      f"not in the books: {numbers}")
    start = len(printer.printed)
    till.start()
    till.expect(r"Printer ready: ")
    wait_until_printed()
    till.stop()
    copies = whole_receipts(paper) + whole_receipts(printer.printed[start:])
    for number in numbers:
        of_this = [copy for copy in copies if f"Bill No: {number}" in copy]
        plain = [copy for copy in of_this if "DUPLICATE" not in copy]
        check(of_this, f"{number} is on no paper")
        check(len(plain) <= 1, f"{number} is on paper {len(plain)} times without a mark")
    return len(numbers), len(copies)


def take_over(rescued):
    """Puts the rescued data folder in the place of the new one, as its owner had it."""
    for file in rescued.iterdir():
        if file.is_file():
            shutil.copy(file, DATA / file.name)
            shutil.chown(DATA / file.name, "galla", "galla")
            (DATA / file.name).chmod(0o660)
