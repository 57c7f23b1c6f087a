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
    wait_for(lambda: place.exists() or gadget.device is None, f"the gadget's node {place}")
    try:
        node = os.open(place, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise OSError(errno.ESHUTDOWN, "the cable was pulled") from None
    return os.fdopen(node, "r+b", 0)


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
        strokes = [STROKES[character] for character in text]
        if (end := TERMINATORS[terminator]) is not None:
            strokes.append((0, end))
        with open_function(self) as node:
            for modifier, usage in strokes:
                self._send(node, bytes((modifier, 0, usage, 0, 0, 0, 0, 0)))
                self._send(node, RELEASED)
                if gap:
                    time.sleep(gap)

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

    def _send(self, node, report):
        end = deadline()
        while True:
            try:
                os.write(node.fileno(), report)
                return
            except BlockingIOError:
                # The report before has not been fetched yet.
                # A cable that is pulled meanwhile wakes nobody.
                if not select.select([], [node], [], 0.05)[1] and time.monotonic() > end:
                    raise TooLate("waited in vain for the host to fetch a key report") from None
                if self.device is None:
                    raise OSError(errno.ESHUTDOWN, "the keyboard's cable was pulled") from None
