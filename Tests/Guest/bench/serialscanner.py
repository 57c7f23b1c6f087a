"""A barcode scanner that is a serial line on USB (CDC-ACM): bytes and a terminator."""

import errno
import fcntl
import os
import pathlib
import select
import struct
import termios
import time
import tty

from .gadget import Gadget, known_to_udev, read
from .waiting import TooLate, deadline, wait_for


class SerialScanner(Gadget):
    """A CDC-ACM scanner on a cable; the host side gets `/dev/ttyACM*`."""

    def __init__(self, udc, vendor=0x05F9, product=0x4204, serial="", name="Serial"):
        super().__init__(udc, vendor, product, serial, "Bench", name)
        self.function = self.add_function("acm")
        self.line = pathlib.Path(f"/dev/ttyGS{read(self.function / 'port_num')}")

    def scan(self, text, terminator="\r"):
        """Sends the text and the terminator at once, as such scanners do."""
        self.send(text.encode() + terminator.encode())

    def send(self, data):
        """Sends bytes and waits until the host has taken them."""
        try:
            with self.opened() as node:
                self.hand_over(node, data)
                self._drain(node.fileno())
        except termios.error as error:
            # It has a class of its own for what os.write calls OSError: the cable was pulled.
            raise OSError(*error.args) from None

    def opened(self):
        """The scanner's end of the line, raw, as an open file."""
        if not self.line.exists():
            wait_for(self.line.exists, f"{self.line}")
        node = open(self.line, "r+b", 0,
                    opener=lambda file, flags: os.open(file, flags | os.O_NOCTTY | os.O_CLOEXEC))
        tty.setraw(node, termios.TCSANOW)
        return node

    def hand_over(self, node, data):
        """Gives bytes to the line and does not wait for anything."""
        os.write(node.fileno(), data)

    def _drain(self, node):
        # tcdrain(3) would wait for a pulled cable for ever.
        end = deadline()
        while struct.unpack("i", fcntl.ioctl(node, termios.TIOCOUTQ, bytes(4)))[0]:
            if self.device is None:
                raise OSError(errno.ESHUTDOWN, "the scanner's cable was pulled")
            if time.monotonic() > end:
                raise TooLate("waited in vain for the host to take a scan")
            select.select([], [], [], 0.001)

    @property
    def tty_node(self):
        """The `/dev/ttyACMn` of the host side, or None without a cable."""
        found = next(iter(self.device.glob("*/tty/ttyACM*")), None) if self.device else None
        return pathlib.Path("/dev") / found.name if found else None

    def tty_properties(self):
        """What udev knows of the line."""
        return self.properties(pathlib.Path("/sys/class/tty") / self.tty_node.name)

    def _initialised(self):
        if not super()._initialised() or self.tty_node is None:
            return False
        return known_to_udev(pathlib.Path("/sys/class/tty") / self.tty_node.name)
