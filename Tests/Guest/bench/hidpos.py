"""A barcode scanner in HID-POS mode: reports of usage page 0x8C, 64 bytes each."""

import pathlib
import select

from .gadget import Gadget, known_to_udev
from .keyboard import open_function, send_report
from .waiting import DEFAULT_SECONDS, PATIENCE, TooLate

# The layout that the makers' manuals show (HID Point of Sale Usage Tables 1.02): report id 2, the
# length, three bytes of AIM identifier, 56 of data, two of the maker's, the mark of a continued code.
REPORT_DESCRIPTOR = bytes.fromhex(
    "058c0902a1010912a10285021500 26ff00 75089501 0501093b8102"
    "9503058c09fb09fc09fd8102 953809fe820201 0666ff950209040900 8102"
    "058c2501750195 0809ff8102 c0c0")
ROOM = 56


def report(part, aim, goes_on):
    """One report with a part of a code."""
    return bytes((2, len(part))) + aim.encode() + part.ljust(ROOM, b"\0") + bytes((0, 0, goes_on))


class HIDPOS(Gadget):
    """A HID-POS scanner on a cable; the host side gets hidraw and no keyboard."""

    def __init__(self, udc, vendor=0x05E0, product=0x1900, serial="", name="HID-POS"):
        super().__init__(udc, vendor, product, serial, "Bench", name)
        self.function = self.add_function(
            "hid", protocol=0, subclass=0, report_length=64, report_desc=REPORT_DESCRIPTOR)

    def scan(self, text, aim="]E0"):
        """Sends the code in as many reports as it needs."""
        self.send(self.reports(text, aim))

    def reports(self, text, aim="]E0", room=ROOM):
        """The reports of a scan, with at most so many bytes of the code in each."""
        data = text.encode()
        parts = [data[at:at + room] for at in range(0, len(data), room)] or [b""]
        return [report(part, aim, goes_on=number < len(parts))
                for number, part in enumerate(parts, 1)]

    def send(self, reports):
        """Sends reports as fast as the host fetches them."""
        with self.opened() as node:
            for one in reports:
                self.hand_over(node, one)

    def opened(self):
        """The node that takes reports, as an open file."""
        return open_function(self)

    def hand_over(self, node, one):
        """Sends one report; returns when the one before it has been fetched."""
        send_report(self, node, one)

    def start_scan(self, text, aim="]E0"):
        """Sends a code in two reports of which the second says too that it goes on, and nothing
        more; returns when the host has fetched the first.

        The device controller takes one report before the host asks for it, so that only room for
        a third one tells.
        """
        data = text.encode()
        middle = len(data) // 2
        with open_function(self) as node:
            for part in (data[:middle], data[middle:]):
                send_report(self, node, report(part, aim, goes_on=True))
            if not select.select([], [node], [], DEFAULT_SECONDS * PATIENCE)[1]:
                raise TooLate("waited in vain for the host to fetch half a code")

    @property
    def driver(self):
        """The kernel's driver that has the interface, or nothing."""
        link = pathlib.Path(f"{self.device}/{self.device.name}:1.0/driver")
        return link.resolve().name if link.exists() else ""

    def _initialised(self):
        if not super()._initialised():
            return False
        return self.driver == "usbfs" or any(
            known_to_udev(found) for found in self.device.glob("*/*/hidraw/hidraw*"))
