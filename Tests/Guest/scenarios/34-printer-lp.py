"""The kernel's own printer driver: given back by the next till after a killed one, and the same
receipts through /dev/usb/lp0, cable and all."""

import pathlib
import subprocess

from bench import DATA, Keyboard, Printer, Till, check, wait_for, wait_for_receipts
from bench.counter import each_once, is_of, jobs, sell, wait_until_printed
from bench.sample import more_of_b, stock_up
from bench.shop import PROGRAM, USER

LIMIT = 90
LP = pathlib.Path("/dev/usb/lp0")


def run():
    stock_up()
    more_of_b(20)
    scanner, printer = Keyboard(0).plug(), Printer(1).plug()
    wait_for(LP.exists, f"{LP} to be there")
    # A till without a printer gives usblp back as soon as it starts; so does one that prints on it.
    left_without_usblp()
    till = Till(printer="none:", scanner="stdin").start()
    wait_for(LP.exists, f"{LP} to be given back by the next till")
    till.stop()
    left_without_usblp()
    till = Till(printer=f"lp:{LP}").start()
    till.expect_all(r"Scanner ready: ", r"Printer ready: printer /dev/usb/lp0")
    sold = [step(till, scanner, printer, len(printer.printed)) for step in
            (straight, paper_ends, unplugged)]
    each_once(printer.printed, sold)


def left_without_usblp():
    """A till takes the printer and is killed; systemd would start it again."""
    with subprocess.Popen([PROGRAM, "cashier", "--printer", "usb:", "--scanner", "stdin",
                           "--data", DATA], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          user=USER, group=USER, extra_groups=[], umask=0o007) as till:
        wait_for(lambda: not LP.exists(), f"{LP} to go away when a till takes the printer")
        till.kill()
    check(not LP.exists(), f"{LP} is there though the till that had the printer was killed")


def straight(till, scanner, printer, start):
    number = sell(till, scanner)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    wait_until_printed()
    return number


def paper_ends(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    printer.set_paper_out(True)
    till.expect(r"Printer: no paper")
    printer.set_paper_out(False)
    receipt, = wait_for_receipts(printer, 1, start=start)
    is_of(receipt, number, marked=False)
    wait_until_printed()
    return number


def unplugged(till, scanner, printer, start):
    printer.pause_after(128)
    number = sell(till, scanner)
    printer.wait_until_paused()
    printer.unplug()
    till.expect(rf"Receipt of {number}: .*marked DUPLICATE")
    again = len(printer.printed)
    printer.resume()
    printer.plug()
    receipt, = wait_for_receipts(printer, 1, start=again)
    is_of(receipt, number, marked=True)
    wait_until_printed()
    return number
