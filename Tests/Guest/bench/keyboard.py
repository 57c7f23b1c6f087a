"""A barcode scanner that is a USB keyboard: HID boot protocol, 8-byte reports, us layout."""

import errno
import os
import pathlib
import select
import time

from .gadget import Gadget, known_to_udev, read
from .waiting import TooLate, deadline, wait_for

# A boot keyboard's report descriptor, from the USB HID specification 1.11, appendix B.1.
REPORT_DESCRIPTOR = bytes.fromhex(
    "05010906a101050719e029e715002501750195088102950175088103"
    "950575010508190129059102950175039103950675081500256505071900296581 00c0")

SHIFT = 0x02  # left shift in the report's modifier byte
RELEASED = bytes(8)

# Key usages of page 7 (USB HID usage tables): the plain and the shifted character of each key.
KEYS = {
    **{0x04 + n: (chr(97 + n), chr(65 + n)) for n in range(26)},
    **{0x1E + n: pair for n, pair in enumerate(zip("1234567890", "!@#$%^&*()"))},
    0x2C: (" ", " "), 0x2D: ("-", "_"), 0x2E: ("=", "+"), 0x2F: ("[", "{"), 0x30: ("]", "}"),
    0x31: ("\\", "|"), 0x33: (";", ":"), 0x34: ("'", '"'), 0x35: ("`", "~"), 0x36: (",", "<"),
    0x37: (".", ">"), 0x38: ("/", "?"),
}
STROKES = {
    character: (modifier, usage)
    for usage, pair in KEYS.items() for modifier, character in ((SHIFT, pair[1]), (0, pair[0]))
}
TERMINATORS = {"enter": 0x28, "tab": 0x2B, "keypad-enter": 0x58, "none": None}


def open_function(gadget):
    """The gadget's side of a HID function; OSError with ESHUTDOWN where there is no cable.

    The node's number is the kernel's choice; the function knows it as major:minor. It is there
    while the cable is.
    """
    place = pathlib.Path("/dev/char") / read(gadget.function / "dev")
    for is_last in (False, True):
        try:
            return open(place, "r+b", 0, opener=without_waiting)
        except FileNotFoundError:
            if is_last:
                raise OSError(errno.ESHUTDOWN, "the cable was pulled") from None
            wait_for(lambda: place.exists() or gadget.device is None, f"the gadget's node {place}")


def without_waiting(file, flags):
    """An opener of files whose reading and writing never waits."""
    return os.open(file, flags | os.O_NONBLOCK | os.O_CLOEXEC)


def send_report(gadget, node, report):
    """Hands a report to the device controller when the one before it has been fetched."""
    end = deadline()
    while True:
        if select.select([], [node], [], 0.05)[1]:
            os.write(node.fileno(), report)
            return
        # A cable that is pulled meanwhile wakes nobody.
        if gadget.device is None:
            raise OSError(errno.ESHUTDOWN, "the cable was pulled")
        if time.monotonic() > end:
            raise TooLate("waited in vain for the host to fetch a report")


class Keyboard(Gadget):
    """A keyboard scanner on a cable; what it scans arrives as key events."""

    def __init__(self, udc, vendor=0x0C2E, product=0x0200, serial="", name="Scanner"):
        super().__init__(udc, vendor, product, serial, "Bench", name)
        self.function = self.add_function(
            "hid", protocol=1, subclass=1, report_length=8, report_desc=REPORT_DESCRIPTOR)

    def scan(self, text, terminator="enter", gap=0):
        """Types the text and the terminator as a scanner does: press, release, next.

        `gap` is the pause between two characters in seconds. Raises OSError with ESHUTDOWN when the
        cable is pulled meanwhile.
        """
        self.send(self.reports(text, terminator), gap)

    def reports(self, text, terminator="enter"):
        """The reports of a scan: of each key one for the press and one for the release."""
        strokes = [STROKES[character] for character in text]
        if (end := TERMINATORS[terminator]) is not None:
            strokes.append((0, end))
        return [report for modifier, usage in strokes
                for report in (bytes((modifier, 0, usage, 0, 0, 0, 0, 0)), RELEASED)]

    def send(self, reports, gap=0):
        """Sends reports as fast as the host fetches them, with a pause after each release."""
        with self.opened() as node:
            for report in reports:
                self.hand_over(node, report)
                if gap and report == RELEASED:
                    time.sleep(gap)

    def opened(self):
        """The node that takes reports, as an open file."""
        return open_function(self)

    def hand_over(self, node, report):
        """Sends one report; returns when the one before it has been fetched."""
        send_report(self, node, report)

    @property
    def event_node(self):
        """The `/dev/input/eventN` of the host side, or None without a cable."""
        inputs = self.device.glob("*/*/input/input*/event*") if self.device else ()
        found = next(iter(inputs), None)
        return pathlib.Path("/dev/input") / found.name if found else None

    def input_properties(self):
        """What udev knows of the input device."""
        return self.properties(pathlib.Path("/sys/class/input") / self.event_node.name)

    def _initialised(self):
        if not super()._initialised() or self.event_node is None:
            return False
        return known_to_udev(pathlib.Path("/sys/class/input") / self.event_node.name)
