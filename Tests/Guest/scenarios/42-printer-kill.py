"""kill -9 at random moments of printing, and cables pulled after random bytes: each receipt once."""

import random
import time

from bench import CAMPAIGN, Keyboard, Printer, Till, equal, value, wait_for
from bench.counter import each_once, sell, state_of, wait_until_printed
from bench.sample import more_of_b, stock_up

LIMIT = 150
CAMPAIGN_LIMIT = 7200
KILLS = 50 if CAMPAIGN else 3
CABLES = 1000 if CAMPAIGN else 10
SEED = 2026
# How often the copy of a torn receipt is torn as well.
AGAIN = 0.5


def run():
    stock_up()
    more_of_b(KILLS + CABLES + 10)
    chance = random.Random(SEED)
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    till = Till().start()
    ready(till)
    sold = [sell(till, scanner)]
    wait_until_printed()
    size = len(printer.printed)
    began = time.monotonic()
    sold += [killed(till, scanner, printer, chance) for _ in range(KILLS)]
    print(f"{KILLS} kills: fine, {time.monotonic() - began:.0f} s", flush=True)
    began, cables = time.monotonic(), 0
    while cables < CABLES:
        number, more = pulled(till, scanner, printer, chance, size, CABLES - cables)
        sold.append(number)
        cables += more
    wait_until_printed()
    print(f"{CABLES} pulled cables: fine, {time.monotonic() - began:.0f} s", flush=True)
    each_once(printer.printed, sold)
    equal(value("SELECT count(*) FROM bill"), len(sold), "the bills in the books")


def ready(till):
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")


def killed(till, scanner, printer, chance):
    number = sell(till, scanner)
    # The moment is the test: from before the first byte to after the last.
    time.sleep(chance.uniform(0, 0.6))
    till.kill9()
    ready(till)
    wait_until_printed()
    return number


def pulled(till, scanner, printer, chance, size, most):
    """Sells, and pulls the cable in the receipt, then perhaps in its copy, and so on; gives the
    bill's number and how many cables were pulled."""
    printer.pause_after(chance.randrange(size + 64))
    number = sell(till, scanner)
    for cables in range(1, most + 1):
        # Where the receipt is shorter than the place it is through; the cable is pulled all the same.
        wait_for(lambda: printer.waiting or state_of(number) == "confirmed",
                 f"the receipt of {number} to be torn or through")
        printer.unplug()
        if cables == most or state_of(number) == "confirmed" or chance.random() >= AGAIN:
            break
        printer.pause_after(chance.randrange(size + 64))
        printer.put_in()
    printer.resume()
    printer.put_in()
    wait_for(lambda: state_of(number) == "confirmed", f"the receipt of {number} to be confirmed")
    return number, cables
