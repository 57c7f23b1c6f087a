"""What the till takes, what it leaves alone, who may sell beside it, and what it gives back."""

import fcntl
import json
import os
import pathlib

from bench import (DATA, Keyboard, Printer, Till, check, equal, fingerprint, galla, matches,
                   unchanged, wait_for)
from bench.sample import A, stock_up

LIMIT = 180

LP = pathlib.Path("/dev/usb/lp0")
EVIOCGRAB = 0x40044590  # linux/input.h


def run():
    stock_up()
    scanner = Keyboard(0).plug()
    person = Keyboard(1, vendor=0x0416, product=0xC141, name="Keyboard").plug()
    till = Till().start()
    till.expect_all(r"Scanner ready: .*Scanner on port", r"Printer: No USB printer is plugged in")
    printer = Printer(2)
    printer.plug()
    till.expect(r"Printer ready: USB printer Bench Receipt 80 on port ")
    check(not LP.exists(), f"{LP} is there while the till has the printer")
    survey(scanner, person, printer)
    check(is_grabbed(scanner), "the scanner is not grabbed: its scans are typed elsewhere too")
    check(not is_grabbed(person), "a person's keyboard is grabbed")
    one_owner(till, scanner, printer)
    till.stop()
    wait_for(LP.exists, f"{LP} to be there after the till has ended")
    check(not is_grabbed(scanner), "the scanner is still grabbed after the till has ended")


def survey(scanner, person, printer):
    found = {device["port"]: device for device in json.loads(galla("devices", "--json"))
             if "port" in device}
    equal({port: (device["kind"], device["accepted"]) for port, device in found.items()},
          {scanner.port: ("scanner", True), person.port: ("scanner", False),
           printer.port: ("printer", True)}, "what `galla devices --json` takes")
    equal(found[scanner.port]["node"], str(scanner.event_node), "the scanner's node")
    equal(found[printer.port]["node"], str(printer.node), "the printer's node")
    text = galla("devices")
    for device, pattern in (
            (scanner, r"Bench Scanner  taken\n.* {port} .*\n.*The udev rule marks it"),
            (person, r"Bench Keyboard  not taken\n.* {port} .*\n.*It may be a person's keyboard"),
            (printer, r"Receipt 80  taken\n.* {port} .*\n.*The printer address usb: means it")):
        matches(text, pattern.replace("{port}", device.port), "galla devices")


def is_grabbed(keyboard):
    """Whether somebody has taken the keyboard for himself alone."""
    node = os.open(keyboard.event_node, os.O_RDONLY)
    try:
        fcntl.ioctl(node, EVIOCGRAB, 1)
        return False
    except OSError as error:
        equal(error.strerror, "Device or resource busy", "why the keyboard cannot be grabbed")
        return True
    finally:
        os.close(node)


def one_owner(till, scanner, printer):
    scanner.scan(A)
    till.expect(r"1 × ₹100\.00 .*Product A")
    cart, before = till.cart(), fingerprint(printer)
    said = galla("cashier", "--printer", "usb:", expect=1, stdin=f"{A}\ncash 100\n")
    matches(said, rf"^[^\n]*{DATA} is in use by galla cashier \(process {till.process}\)[^\n]*\n$",
            "what a second till says")
    unchanged(before, fingerprint(printer), "a second till")
    equal(till.cart(), cart, "the bill after a second till")
    scanner.scan(A)
    till.expect(r"2 × ₹100\.00 .*Product A")
