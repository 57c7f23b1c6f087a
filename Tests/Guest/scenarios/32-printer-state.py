"""What a printer says of itself: shown in time, and receipts wait for paper instead of vanishing."""

import json
import time

from bench import CAMPAIGN, Keyboard, Printer, Till, check, equal, galla, matches
from bench.counter import each_once, is_of, jobs, sell, wait_until_printed
from bench.sample import more_of_b, stock_up
from bench import wait_for, wait_for_receipts

LIMIT = 120
CAMPAIGN_LIMIT = 900
# A printer that pushes its states is heard at once, whatever the till is doing.
SHOWN_SECONDS = 0.5
# Longer than the time after which an idle printer that does not push is asked again.
ASLEEP_SECONDS = 9
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
    nothing_wakes_it(till, printer)


def nobody_is_asked():
    matches(galla("printer", "status"), r"No USB printer is plugged in", "status without a printer")
    equal(galla("printer", "queue", expect=2).strip(), "No receipt waits for the printer.",
          "the queue of a new shop")


def idle_printer_tells_a_command(printer):
    # Asked again where this printer, which is a program, is too slow for a question's 1.5 s.
    printer.change(cover_open=True)
    wait_for(lambda: told("state", "troubles") == ("cover-open", ["cover-open"]),
             "the open cover to be told")
    printer.change(cover_open=False)
    wait_for(lambda: "is ready. No receipt is waiting." in galla("printer", "status"),
             "a ready printer to be told")


def told(*names):
    """What a command is told of the printer."""
    answer = json.loads(galla("printer", "status", "--json"))
    return tuple(answer[name] for name in names)


def shown(till, pattern, since):
    took = till.expect_within(SHOWN_SECONDS, pattern, since)
    print(f"  {1000 * took:4.0f} ms to /{pattern}/", flush=True)


def cover_opened_while_idle(till, scanner, printer, start):
    began = printer.change(cover_open=True)
    shown(till, r"Printer: the cover is open\. Close it\.", began)
    equal(told("state", "waiting"), ("cover-open", 0), "what a command is told beside")
    print(f"  {1000 * (time.monotonic() - began):4.0f} ms to `galla printer status`", flush=True)
    number = sell(till, scanner)
    equal(len(printer.printed), start, "bytes on paper while the cover is open")
    till.answer("status", r"the cover is open\. Close it; one receipt is waiting\.")
    equal(told("state", "waiting"), ("cover-open", 1), "what a command is told beside")
    equal([job["billNumber"] for job in json.loads(galla("printer", "queue", "--json"))], [number],
          "the queue as a command shows it")
    shown(till, r"Printer: goes on printing", printer.change(cover_open=False))
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number


def near_end(till, scanner, printer, start):
    shown(till, r"Printer: the paper is nearly at its end", printer.change(near_end=True))
    number = sell(till, scanner)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    printer.change(near_end=False)
    return number


def swallowed_without_paper(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    began = printer.change(paper_out=True)
    # It takes the rest into its buffer: every byte is gone, and nothing more is on paper.
    printer.resume()
    shown(till, r"Printer: no paper\. Load paper; one receipt is waiting\.", began)
    equal(jobs()[number], "sending", "the job of a receipt that is not on paper")
    printer.change(paper_out=False)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    return number


def cutter_jams(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    began = printer.change(cutter_error=True)
    printer.resume()
    shown(till, r"Printer: the cutter is jammed", began)
    # The hand takes the paper out of the cutter; the printer waits to be told that it may go on.
    before = len(printer.status.recoveries)
    printer.change(cutter_error=False)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    check(1 in printer.status.recoveries[before:] and 2 not in printer.status.recoveries,
          f"DLE ENQ 1, go on and forget nothing: {printer.status.recoveries}")
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


def nothing_wakes_it(till, printer):
    """A printer that tells by itself is not asked, and nobody looks whether it has told."""
    # What the last receipt has set going is answered by the time that this is.
    till.answer("status", r"Printer|printer")
    before = till.switches("galla-printer")
    with printer.changed:
        # Time that passes is what is tested; any packet to the printer would end it.
        packets = printer.packets
        moved = printer.changed.wait_for(lambda: printer.packets != packets, ASLEEP_SECONDS)
    check(not moved, "the idle printer was sent something")
    equal(till.switches("galla-printer") - before, 0,
          f"how often the printer's thread woke up in {ASLEEP_SECONDS} s")
