"""Cables pulled at random moments: each whole scan counts once, and nothing is left behind."""

import collections
import os
import pathlib
import random
import re
import select
import socket
import threading
import time

from bench import CAMPAIGN, HIDPOS, Keyboard, SerialScanner, Till, check, equal
from bench.numbers import stock_up
from bench.waiting import NETLINK_KOBJECT_UEVENT, PATIENCE, UDEV_GROUP

LIMIT = 180
CAMPAIGN_LIMIT = 3600

CYCLES = 1000 if CAMPAIGN else 15
NAMES = ("Keyboard", "HIDPOS", "Serial")
# How many scans can have been sent that no program on the host gets to see. The kernel throws away the
# keys of an unplugged keyboard that nobody has read yet (evdev_read asks first whether the device is
# there): a scan or two on a slow machine. Of reports the device controller takes one before the host
# asks for it, and the next waits behind it; what was fetched stays readable. A serial line has sixteen
# requests of its own.
UNDER_WAY = {Keyboard: 2, HIDPOS: 2, SerialScanner: 17}
# What udev tells of when the till can take a scanner.
WORD = {Keyboard: r"^add@.*/event\d+$", HIDPOS: r"^bind@.*/\d+-1$",
        SerialScanner: r"^add@.*/ttyACM\d+$"}
# After udev's word the till has so long to be ready.
READY_SECONDS = 0.5


def run():
    seed = int(os.environ.get("BENCH_SEED", random.SystemRandom().getrandbits(32)))
    print(f"seed {seed}")
    chance = random.Random(seed)
    codes = stock_up(NAMES, pieces=900_000)
    scanners = [Keyboard(0, name="Keyboard"), HIDPOS(1, name="HIDPOS"),
                SerialScanner(2, name="Serial")]
    for scanner in scanners:
        scanner.plug()
    till = Till(printer="none:").start()
    till.expect_all(*(rf"Scanner ready: (?:Bench )?{name} on" for name in NAMES))
    news, counted = News(), collections.Counter()
    # One round of all first: what is opened once for all is open then.
    for which in range(3):
        cycle(till, scanners[which], which, codes[which], chance, news, counted)
    before = held(till)
    slowest = dict.fromkeys(NAMES, 0.0)
    for number in range(CYCLES):
        which = number % 3
        took = cycle(till, scanners[which], which, codes[which], chance, news, counted)
        slowest[NAMES[which]] = max(slowest[NAMES[which]], took)
    equal(held(till), before, "descriptors and threads of the till after the last cycle")
    print(f"{CYCLES} cycles, {sum(counted.values())} scans; at most so many milliseconds from "
          "udev's word to ready: "
          + ", ".join(f"{name} {took * 1000:.0f}" for name, took in slowest.items()))


def cycle(till, scanner, which, code, chance, news, counted):
    """Scans until the cable is pulled, then puts it back; gives how long the till took to be ready."""
    hand = Hand(scanner, code)
    hand.start()
    select.select([], [], [], chance.uniform(0, 0.25))
    scanner.unplug()
    hand.stop()
    till.expect(rf"Scanner unplugged: (?:Bench )?{NAMES[which]} on")
    news.forget()
    scanner.plug()
    till.expect(rf"Scanner ready: (?:Bench )?{NAMES[which]} on", timeout=20)
    took = time.monotonic() - news.first(scanner)
    check(took <= READY_SECONDS * PATIENCE, f"{NAMES[which]} was ready {took * 1000:.0f} ms after "
                                            "udev had told of it")
    # A scan after it: whatever was sent before has been answered by then.
    scanner.scan(code)
    least, most = counted[which] + hand.whole + 1, counted[which] + hand.begun + 1
    counted[which] = sold(till, NAMES[which], least)
    check(counted[which] <= most, f"{NAMES[which]}: {most} scans were sent at most, "
                                  f"{counted[which]} were counted")
    return took


def sold(till, name, least):
    """Waits for the answer to a scan that is at least the so-manieth; gives which it is."""
    while True:
        found = till.expect(rf"(\d+) × ₹1\.00 .*{name}$")
        if (count := int(found.group(1))) >= least:
            # Nothing may follow: `total` is answered after all that was read before it.
            till.answer("total", r"^total .*$")
            rest = re.findall(rf"(?m)(\d+) × ₹1\.00 .*{name}$", till.terminal.text[found.end():])
            return max([count, *map(int, rest)])


class Hand(threading.Thread):
    """Scans without a pause until the cable is gone or it is told to stop."""

    def __init__(self, scanner, code):
        super().__init__(daemon=True)
        self.scanner, self.code = scanner, code
        self.under_way = UNDER_WAY[type(scanner)]
        # Scans of which anything was sent, and those of which the host has surely taken all.
        self.begun = self.whole = 0
        self.stopped = threading.Event()

    def run(self):
        try:
            while not self.stopped.is_set():
                self.begun += 1
                self.scanner.scan(self.code)
                self.whole = max(0, self.begun - self.under_way)
        except OSError:
            # The cable is out.
            return

    def stop(self):
        """Waits for its end."""
        self.stopped.set()
        self.join()


def held(till):
    """How many descriptors and threads the till has."""
    process = pathlib.Path(f"/proc/{till.process}")
    return {name: len(list((process / name).iterdir())) for name in ("fd", "task")}


class News:
    """When udev told first of each device, by the action and the device's folder."""

    def __init__(self):
        self.times = {}
        self.socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, NETLINK_KOBJECT_UEVENT)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self.socket.bind((0, UDEV_GROUP))
        threading.Thread(target=self._listen, daemon=True).start()

    def forget(self):
        """Starts anew."""
        self.times = {}

    def first(self, scanner):
        """When udev told first of what the till takes."""
        folder = str(scanner.device).removeprefix("/sys")
        wanted = [at for word, at in list(self.times.items())
                  if folder in word and re.search(WORD[type(scanner)], word)]
        check(wanted, f"udev told nothing of {folder}: {sorted(self.times)}")
        return min(wanted)

    def _listen(self):
        while True:
            message = self.socket.recv(1 << 16)
            at = time.monotonic()
            path = re.search(rb"DEVPATH=([^\0]+)", message)
            action = re.search(rb"ACTION=([^\0]+)", message)
            if path and action:
                self.times.setdefault(f"{action[1].decode()}@{path[1].decode()}", at)
