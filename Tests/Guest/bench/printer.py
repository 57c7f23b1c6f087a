"""A USB receipt printer: class 7/1/2, full speed, in user space over FunctionFS.

The kernel's own printer function takes 8 KiB at a time, a whole receipt, before it can say "wait".
Over FunctionFS the bench takes one 64-byte packet at a time, as a printer does: it can stop for
paper after any packet, and it answers the class requests itself. Formats: the kernel's
include/uapi/linux/usb/functionfs.h; requests: USB Printer Device Class 1.1, chapter 4.2.
"""

import ctypes
import errno
import os
import pathlib
import queue
import signal
import struct
import subprocess
import threading
import time

from .gadget import Gadget
from .leftovers import place
from .status import Status
from .waiting import DEFAULT_SECONDS, PATIENCE, TooLate

PACKET = 64
RESET = b"\x1b@"  # which every receipt begins with
PNP = "MFG:Bench;MDL:Receipt 80;CMD:ESC/POS;CLS:PRINTER;"

BIND, UNBIND, ENABLE, DISABLE, SETUP = range(5)
GET_DEVICE_ID, GET_PORT_STATUS, SOFT_RESET = range(3)

libc = ctypes.CDLL(None, use_errno=True)


class Printer(Gadget):
    """A printer on a cable. All it has printed is in `printed` and in `out/printer-N.bin`."""

    def __init__(self, udc, vendor=0x04B8, product=0x0E28, serial="BENCH1", name="Receipt 80",
                 pnp_string=PNP, answers=True):
        """Describes the printer. Without `answers` it never replies to ESC/POS status requests."""
        super().__init__(udc, vendor, product, serial, "Bench", name)
        self.pnp_string = pnp_string.encode()
        self.status = Status()
        self.status.speaks = answers
        self.resets = 0
        self.log = place(f"printer-{udc}.bin").open("wb", buffering=0)
        # Guards everything the endpoint threads change; notified on each change.
        self.changed = threading.Condition()
        self.stop_at = None
        self.waiting = False
        self.packets = 0
        # When the first packet of a receipt came after each time this was set to None.
        self.first_packet = None
        # Called with what has come to paper, before the host is told that it has.
        self.witness = None
        # A signal with a handler interrupts a blocked read; its handler has nothing to do.
        signal.signal(signal.SIGUSR1, lambda *_: None)
        self._open_endpoints()

    def _open_endpoints(self):
        self.add_function("ffs")
        mount = pathlib.Path(f"/run/bench/ffs{self.udc}")
        mount.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "functionfs", f"cable{self.udc}", mount], check=True)
        self.control = os.open(mount / "ep0", os.O_RDWR | os.O_CLOEXEC)
        os.write(self.control, descriptors())
        os.write(self.control, strings("Receipt printer"))
        self.bulk_out = os.open(mount / "ep1", os.O_RDWR | os.O_CLOEXEC)
        self.bulk_in = os.open(mount / "ep2", os.O_RDWR | os.O_CLOEXEC)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        # The host may fetch replies late or never: they must not hold up the paper.
        self.replies = queue.SimpleQueue()
        for work in (self._reply, self._serve_control):
            threading.Thread(target=work, daemon=True).start()

    # What a scenario does to it

    def pause(self):
        """Takes no further packet, not even one that the host is waiting to hand over: busy."""
        self.pause_after(0)
        with self.changed:
            while not self.waiting:
                # Once more each time: a signal that comes just before the read is lost.
                signal.pthread_kill(self.reader.ident, signal.SIGUSR1)
                self.changed.wait(0.01)

    def pause_after(self, count):
        """Takes no further packet when at least `count` more bytes have come."""
        with self.changed:
            self.stop_at = self.status.taken + count
            # Standing still from an earlier pause is not standing still after these bytes.
            self.waiting = self.waiting and count == 0
            self.changed.notify_all()

    def resume(self):
        """Takes packets again."""
        with self.changed:
            self.stop_at = None
            self.changed.notify_all()

    @property
    def printed(self):
        """What is on paper, without the requests that stood between."""
        return self.status.printed

    def set_paper_out(self, out):
        """Ends or renews the paper: the port status, the ESC/POS status, and it stops taking bytes
        after `out`, as a printer does whose buffer is full."""
        self.change(paper_out=out)
        if out:
            self.pause()
        else:
            self.resume()

    def change(self, **what):
        """Changes `paper_out`, `near_end`, `cover_open` or `cutter_error`, as a hand at the printer
        does. It goes on taking bytes into its buffer, and prints them when it can again.

        Gives the monotonic time just before the change."""
        with self.changed:
            at = time.monotonic()
            self.status.change(**what)
            self._pass_words_on()
            self.changed.notify_all()
            return at

    def stall(self):
        """Refuses the next packet with a stall: to FunctionFS that is writing where it reads."""
        try:
            os.write(self.bulk_out, b"")
        except OSError as error:
            if error.errno != errno.EBADMSG:
                raise

    def wait_for_bytes(self, predicate, what, timeout=DEFAULT_SECONDS):
        """Waits until `predicate(bytes printed so far)` is true and gives those bytes."""
        with self.changed:
            if not self.changed.wait_for(lambda: predicate(bytes(self.printed)),
                                         timeout * PATIENCE):
                raise TooLate(f"waited in vain for {what}; {len(self.printed)} bytes were printed,"
                              f" the last of them {bytes(self.printed[-48:])!r}")
            return bytes(self.printed)

    def wait_until_paused(self, timeout=DEFAULT_SECONDS):
        """Waits until the printer stands still after `pause_after`."""
        with self.changed:
            if not self.changed.wait_for(lambda: self.waiting, timeout * PATIENCE):
                raise TooLate(f"the printer was to stop at byte {self.stop_at} but only "
                              f"{len(self.printed)} came")

    def wait_while_paused(self, seconds):
        """Lets so many seconds pass in which the printer takes nothing; a move is a failure."""
        with self.changed:
            if self.changed.wait_for(lambda: not self.waiting, seconds):
                raise AssertionError("the printer moved though it was to stand still")

    def answer(self, data):
        """Hands bytes to the host; blocks until it has fetched them."""
        os.write(self.bulk_in, data)

    # The endpoints

    def _read(self):
        buffer = ctypes.create_string_buffer(PACKET)
        while True:
            self._wait_until_wanted()
            count = libc.read(self.bulk_out, buffer, PACKET)
            if count < 0:
                # Pulled, reset or interrupted; the next read waits for the next cable.
                if ctypes.get_errno() == errno.EBADF:
                    return
                continue
            self._take(buffer.raw[:count])

    def _wait_until_wanted(self):
        with self.changed:
            while self.stop_at is not None and self.status.taken >= self.stop_at:
                self.waiting = True
                self.changed.notify_all()
                self.changed.wait()
            self.waiting = False

    def _take(self, data):
        at = time.monotonic()
        self.log.write(data)
        with self.changed:
            before = len(self.status.paper)
            self.packets += 1
            if RESET in data:
                self.first_packet = self.first_packet or at
            self.status.feed(data)
            if self.witness and len(self.status.paper) > before:
                self.witness(bytes(self.status.paper[before:]))
            self._pass_words_on()
            self.changed.notify_all()

    def _pass_words_on(self):
        words, self.status.words = self.status.words, []
        for reply in words:
            self.replies.put(reply)

    def _reply(self):
        while True:
            try:
                self.answer(self.replies.get())
            except OSError as error:
                # Pulled before the host fetched it: a reply nobody waits for any more.
                if error.errno not in (errno.ESHUTDOWN, errno.ENODEV, errno.EINTR):
                    raise

    def _serve_control(self):
        while True:
            try:
                events = os.read(self.control, 12 * 4)
            except OSError as error:
                if error.errno in (errno.EIDRM, errno.EINTR, errno.ESHUTDOWN):
                    continue  # a request was given up by the host before it was read
                raise
            for start in range(0, len(events), 12):
                setup, kind = struct.unpack_from("<8sB", events, start)
                if kind == SETUP:
                    self._obey(*struct.unpack("<BBHHH", setup))

    def _obey(self, kind, request, value, index, length):
        try:
            match request:
                case 0 if kind == 0xA1:
                    text = struct.pack(">H", len(self.pnp_string) + 2) + self.pnp_string
                    os.write(self.control, text[:length])
                case 1 if kind == 0xA1:
                    os.write(self.control, bytes((self._port_status(),))[:length])
                case 2 if kind in (0x21, 0x23):
                    with self.changed:
                        self.resets += 1
                    os.read(self.control, 0)
                case _:
                    stall(self.control, kind)
        except OSError as error:
            # Given up by the host meanwhile; EOVERFLOW where a shorter request has taken its place.
            if error.errno not in (errno.EIDRM, errno.EL2HLT, errno.ESHUTDOWN, errno.EINTR,
                                   errno.EOVERFLOW):
                raise

    def _port_status(self):
        # Bit 5 paper empty, bit 4 selected, bit 3 no error.
        return 0x20 if self.status.paper_out else 0x10 if self.status.offline else 0x18


def stall(control, kind):
    """Refuses a request: to FunctionFS that is transferring in the wrong direction."""
    if kind & 0x80:
        os.read(control, 0)
    else:
        os.write(control, b"")


def descriptors():
    """The interface and its two bulk endpoints, for full and for high speed."""
    def speed(packet):
        return (struct.pack("<9B", 9, 4, 0, 0, 2, 7, 1, 2, 1)
                + struct.pack("<4BHB", 7, 5, 0x01, 2, packet, 0)
                + struct.pack("<4BHB", 7, 5, 0x82, 2, packet, 0))

    body = speed(PACKET) + speed(512)
    has_full, has_high, all_recipients = 1, 2, 64
    head = struct.pack("<5I", 3, 20 + len(body), has_full | has_high | all_recipients, 3, 3)
    return head + body


def strings(interface):
    """The interface's name in English."""
    body = struct.pack("<H", 0x0409) + interface.encode() + b"\0"
    return struct.pack("<4I", 2, 16 + len(body), 1, 1) + body
