"""kill -9 at random moments of printing, and cables pulled after random bytes: each receipt once."""

import random
import time

from bench import CAMPAIGN, Keyboard, Printer, Till, check, equal, value
from bench.counter import each_once, sell, wait_until_printed
from bench.sample import more_of_b, stock_up

LIMIT = 150
CAMPAIGN_LIMIT = 7200
KILLS = 50 if CAMPAIGN else 2
CABLES = 1000 if CAMPAIGN else 5
SEED = 2026


def run():
    stock_up()
    more_of_b(KILLS + CABLES + 10)
    chance = random.Random(SEED)
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = Till().start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    sold = [sell(till, scanner)]
    wait_until_printed()
    size = len(printer.printed)
    sold += [killed(till, scanner, printer, chance) for _ in range(KILLS)]
    print(f"{KILLS} kills: fine", flush=True)
    for _ in range(CABLES):
        sold.append(pulled(till, scanner, printer, chance.randrange(size + 64)))
    print(f"{CABLES} pulled cables: fine", flush=True)
    each_once(printer.printed, sold)
    equal(value("SELECT count(*) FROM bill"), len(sold), "the bills in the books")


def killed(till, scanner, printer, chance):
    number = sell(till, scanner)
    # The moment is the test: from before the first byte to after the last.
    time.sleep(chance.uniform(0, 0.4))
    till.kill9()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    wait_until_printed()
    return number


def pulled(till, scanner, printer, place):
    before = len(printer.printed)
    printer.pause_after(place)
    number = sell(till, scanner)
    # Where the receipt is shorter than the place it is through; the cable is pulled all the same.
    try_to_pause(printer)
    printer.unplug()
    printer.resume()
    printer.plug()
    wait_until_printed()
    check(len(printer.printed) > before, f"nothing was printed of {number}")
    return number


def try_to_pause(printer):
    with printer.changed:
        printer.changed.wait_for(lambda: printer.waiting, 2)
