"""The kernel's own printer driver: given back after a killed till by the next one and by the doctor,
and the same receipts through /dev/usb/lp0, cable and all."""

import pathlib
import subprocess

from bench import (DATA, Keyboard, Printer, Till, check, galla, matches, wait_for,
                   wait_for_receipts)
from bench.counter import each_once, is_of, jobs, sell, wait_until_printed
from bench.sample import more_of_b, stock_up
from bench.shop import PROGRAM, USER

LIMIT = 90
LP = pathlib.Path("/dev/usb/lp0")
SETTINGS = pathlib.Path("/etc/galla/galla.toml")


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
    the_doctor_gives_it_back()
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


def the_doctor_gives_it_back():
    # Where the till prints elsewhere, nobody else looks at the printer. Tills that are killed at once
    # make no backup: that nothing is wrong but the driver takes saying that they need not.
    SETTINGS.parent.mkdir(exist_ok=True)
    SETTINGS.write_text('[printer]\nuri = "none:"\n[backup]\ndaily = false\n')
    matches(galla("doctor"), r"(?s)\Awarning +usblp .*Receipt 80.*run: galla doctor --fix",
            "what the doctor says of a printer without its driver")
    check(not LP.exists(), f"{LP} is back though the doctor was only to look")
    matches(galla("doctor", "--fix", "--yes"), r"Given back: .*Receipt 80", "the doctor's work")
    wait_for(LP.exists, f"{LP} to be given back by the doctor")
    check("usblp" not in galla("doctor"), "the doctor complains of a printer that has its driver")
    SETTINGS.unlink()


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
