"""What a printer says of itself: shown in time, and receipts wait for paper instead of vanishing."""

import json
import time

from bench import CAMPAIGN, Keyboard, Printer, Till, check, equal, galla, matches
from bench.counter import each_once, is_of, jobs, sell, wait_until_printed
from bench.sample import more_of_b, stock_up
from bench.waiting import PATIENCE
from bench import wait_for_receipts

LIMIT = 120
CAMPAIGN_LIMIT = 900
IDLE_SECONDS = 10
NAK_SECONDS = 600 if CAMPAIGN else 20


def run():
    stock_up()
    more_of_b(50)
    nobody_is_asked()
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    idle_printer_tells_a_command(printer)
    till = Till().start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: ")
    sold = []
    for step in (cover_opened_while_idle, near_end, swallowed_without_paper, cutter_jams,
                 stalled, nothing_is_taken):
        sold.append(step(till, scanner, printer, len(printer.printed)))
        wait_until_printed()
        print(f"{step.__name__}: fine", flush=True)
    each_once(printer.printed, sold)


def nobody_is_asked():
    matches(galla("printer", "status"), r"No USB printer is plugged in", "status without a printer")
    equal(galla("printer", "queue", expect=2).strip(), "No receipt waits for the printer.",
          "the queue of a new shop")


def idle_printer_tells_a_command(printer):
    printer.change(cover_open=True)
    told = json.loads(galla("printer", "status", "--json"))
    equal((told["state"], told["troubles"]), ("cover-open", ["cover-open"]), "the open cover")
    printer.change(cover_open=False)
    matches(galla("printer", "status"), r"is ready\. No receipt is waiting\.", "a ready printer")


def within(seconds, till, pattern):
    began = time.monotonic()
    till.expect(pattern)
    took = time.monotonic() - began
    check(took <= seconds * PATIENCE, f"{pattern} was shown after {took:.1f} s")


def cover_opened_while_idle(till, scanner, printer, start):
    printer.change(cover_open=True)
    within(IDLE_SECONDS, till, r"Printer: the cover is open\. Close it\.")
    number = sell(till, scanner)
    equal(len(printer.printed), start, "bytes on paper while the cover is open")
    till.answer("status", r"the cover is open\. Close it; one receipt is waiting\.")
    told = json.loads(galla("printer", "status", "--json"))
    equal((told["state"], told["waiting"]), ("cover-open", 1), "what a command is told beside")
    equal([job["billNumber"] for job in json.loads(galla("printer", "queue", "--json"))], [number],
          "the queue as a command shows it")
    printer.change(cover_open=False)
    within(2, till, r"Printer: goes on printing")
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number


def near_end(till, scanner, printer, start):
    printer.change(near_end=True)
    within(IDLE_SECONDS, till, r"Printer: the paper is nearly at its end")
    number = sell(till, scanner)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    printer.change(near_end=False)
    return number


def swallowed_without_paper(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    printer.change(paper_out=True)
    # It takes the rest into its buffer: every byte is gone, and nothing more is on paper.
    printer.resume()
    within(2, till, r"Printer: no paper\. Load paper; one receipt is waiting\.")
    equal(jobs()[number], "sending", "the job of a receipt that is not on paper")
    printer.change(paper_out=False)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number


def cutter_jams(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    printer.change(cutter_error=True)
    printer.resume()
    within(2, till, r"Printer: the cutter is jammed")
    printer.change(cutter_error=False)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number


def stalled(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    printer.stall()
    printer.resume()
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number


def nothing_is_taken(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    till.expect(r"Printer: it takes nothing at the moment")
    # Nothing happens for a long time: that is what is tested, so the time is what is waited for.
    printer.wait_while_paused(NAK_SECONDS)
    equal(jobs()[number], "sending", f"the job after {NAK_SECONDS} s without a byte")
    printer.resume()
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number
