"""A printer in the network: it is switched off and on, runs out of paper, and loses no receipt."""

from bench import Keyboard, Till, equal, wait_for_receipts
from bench.counter import each_once, is_of, jobs, sell, wait_until_printed
from bench.network import NetworkPrinter
from bench.sample import more_of_b, stock_up

LIMIT = 90


def run():
    stock_up()
    more_of_b(20)
    scanner, printer = Keyboard(0).plug(), NetworkPrinter().switch_on()
    till = Till(printer="tcp://127.0.0.1:9100").start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: network printer 127\.0\.0\.1:9100")
    sold = [step(till, scanner, printer, len(printer.printed)) for step in
            (straight, swallowed_without_paper, switched_off)]
    each_once(printer.printed, sold)


def straight(till, scanner, printer, start):
    number = sell(till, scanner)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    wait_until_printed()
    return number


def swallowed_without_paper(till, scanner, printer, start):
    # Nobody has described this model, so it is asked: now and then while nothing is to be printed,
    # and all the time while a receipt waits for it.
    took = till.expect_within(10, r"Printer: no paper\. Load paper\.",
                              since=printer.change(paper_out=True))
    print(f"{took:.1f} s until an idle printer was asked", flush=True)
    number = sell(till, scanner)
    equal(jobs()[number], "sending", "the job of a receipt that waits for paper")
    equal(len(printer.printed), start, "bytes on paper where there is none")
    took = till.expect_within(0.5, r"Printer: goes on printing", printer.change(paper_out=False))
    print(f"{1000 * took:.0f} ms until one that a receipt waited for was", flush=True)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    wait_until_printed()
    return number


def switched_off(till, scanner, printer, start):
    printer.switch_off()
    till.expect(r"Printer: .*Selling goes on")
    number = sell(till, scanner)
    printer.switch_on()
    till.expect(r"Printer ready: ")
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    wait_until_printed()
    return number
