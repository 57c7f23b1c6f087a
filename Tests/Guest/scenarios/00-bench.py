"""The bench itself, without Galla: a keyboard and a printer that the kernel believes in."""

import fcntl
import os
import queue
import select
import struct
import threading
import time

from bench import Keyboard, Printer, check, equal, wait_for
from bench.waiting import TooLate

NEEDS_GALLA = False
LIMIT = 90

EVENT = struct.Struct("llHHi")
EV_SYN, EV_KEY, SYN_DROPPED = 0, 1, 3
KEY_DIGITS = {2: "1", 3: "2", 4: "3", 5: "4", 6: "5", 7: "6", 8: "7", 9: "8", 10: "9", 11: "0"}
KEY_A, KEY_ENTER, KEY_LEFTSHIFT = 30, 28, 42


def run():
    keyboard_types()
    two_keyboards_at_once()
    printer = Printer(3).plug()
    printer_prints(printer)
    printer_makes_the_host_wait(printer)
    printer_is_unplugged(printer)


class Events:
    """Reads an event node all the time, as whoever stalls for one scan loses keys: the kernel's
    ring holds 64 events."""

    def __init__(self, keyboard):
        self.node = os.open(keyboard.event_node, os.O_RDONLY)
        self.presses, self.end = queue.Queue(), None
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self):
        while self.end is None:
            try:
                data = os.read(self.node, EVENT.size * 64)
            except OSError as error:
                self.end = error.strerror
                os.close(self.node)
                return
            for _, _, kind, code, state in EVENT.iter_unpack(data):
                check(kind != EV_SYN or code != SYN_DROPPED, "the kernel dropped events")
                if kind == EV_KEY and state == 1:
                    self.presses.put(code)

    def until(self, last):
        """The key codes pressed until the code `last` comes."""
        found = []
        while not found or found[-1] != last:
            found.append(self.presses.get(timeout=20))
        return found


def keyboard_types():
    keyboard = Keyboard(0, vendor=0x0C2E, product=0x0B61, serial="K1").plug()
    properties = keyboard.input_properties()
    equal(properties.get("ID_INPUT_KEYBOARD"), "1", "ID_INPUT_KEYBOARD")
    equal(properties.get("ID_SERIAL_SHORT"), "K1", "the serial number")
    events = Events(keyboard)
    keyboard.scan("8901234567890")
    codes = events.until(KEY_ENTER)
    equal("".join(KEY_DIGITS[code] for code in codes[:-1]), "8901234567890", "the typed digits")
    keyboard.scan("A")
    equal(events.until(KEY_ENTER), [KEY_LEFTSHIFT, KEY_A, KEY_ENTER], "a capital letter")

    keyboard.unplug()
    events.thread.join(20)
    equal(events.end, "No such device", "reading from an unplugged keyboard")
    keyboard.plug()
    events = Events(keyboard)
    keyboard.scan("7")
    equal(events.until(KEY_ENTER), [8, KEY_ENTER], "the digit after the cable came back")
    keyboard.unplug()


def two_keyboards_at_once():
    boards = [Keyboard(cable, serial="").plug() for cable in (1, 2)]
    readers = [Events(board) for board in boards]
    for digit, board in zip("12", boards):
        board.scan(digit)
    for code, events in zip((2, 3), readers):
        equal(events.until(KEY_ENTER), [code, KEY_ENTER], "each keyboard's own digit")
    for board in boards:
        board.unplug()


def lp():
    return os.open("/dev/usb/lp0", os.O_RDWR | os.O_NONBLOCK)


def printer_prints(printer):
    wait_for(lambda: os.path.exists("/dev/usb/lp0"), "/dev/usb/lp0")
    identity = next(printer.device.glob("*:1.0/ieee1284_id")).read_text()
    check("CMD:ESC/POS" in identity, f"the IEEE 1284 id is {identity!r}")
    node = lp()
    os.write(node, b"first receipt\n")
    printer.wait_for_bytes(lambda data: data == b"first receipt\n", "the first receipt")
    os.write(node, b"\x10\x04\x01")
    equal(answer(node), b"\x12", "the answer to DLE EOT 1")
    os.close(node)


def answer(node):
    """The first bytes that usblp has from the printer; it gives none where none came."""
    os.set_blocking(node, False)
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if select.select([node], [], [], 1)[0] and (data := os.read(node, 16)):
            return data
    raise TooLate("the printer's answer did not arrive")


def printer_makes_the_host_wait(printer):
    before = len(printer.printed)
    printer.pause()
    node = lp()
    os.write(node, b"x" * 640)
    check(not select.select([], [node], [], 0.5)[1], "the host could write to a busy printer")
    equal(len(printer.printed), before, "bytes taken while busy")
    printer.pause_after(128)
    printer.wait_until_paused()
    equal(len(printer.printed) - before, 128, "bytes taken before the printer stopped again")
    printer.set_paper_out(True)
    equal(port_status(node) & 0x20, 0x20, "the paper-out bit of the port status")
    printer.set_paper_out(False)
    printer.wait_for_bytes(lambda data: len(data) == before + 640, "the rest")
    os.close(node)


def port_status(node):
    """usblp's LPGETSTATUS."""
    return fcntl.ioctl(node, 0x060B, bytes(4))[0]


def printer_is_unplugged(printer):
    printer.pause()
    node = lp()
    os.write(node, b"y" * 640)
    printer.pause_after(64)
    printer.wait_until_paused()
    printer.unplug()
    try:
        os.write(node, b"z")
        check(False, "a write to an unplugged printer was accepted")
    except OSError as error:
        equal(error.strerror, "No such device", "writing to an unplugged printer")
    os.close(node)
    count = len(printer.printed)
    printer.resume()
    printer.plug()
    wait_for(lambda: os.path.exists("/dev/usb/lp0"), "/dev/usb/lp0 to come back")
    node = lp()
    os.write(node, b"again\n")
    printer.wait_for_bytes(lambda data: data[count:] == b"again\n", "only the new bytes")
    os.close(node)
