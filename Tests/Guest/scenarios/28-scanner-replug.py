"""Cables pulled in the middle of scans: each whole scan counts once, and nothing is left behind."""

import collections
import os
import pathlib
import random
import select
import struct
import threading
import time

from bench import HIDPOS, Keyboard, SerialScanner, Till, check, count_of, equal
from bench.keyboard import KEYS
from bench.numbers import stock_up
from bench.standstill import Standstill
from bench.udevnews import UdevNews
from bench.waiting import PATIENCE

LIMIT = 180
CAMPAIGN_LIMIT = 5400

SETTINGS = pathlib.Path("/etc/galla/galla.toml")
CYCLES = count_of(30, 1000)
NAMES = ("Keyboard", "HIDPOS", "Serial")
# What udev tells of when the till can take a scanner.
WORD = {Keyboard: r"^add .*/event\d+$", HIDPOS: r"^bind .*/\d+-1$",
        SerialScanner: r"^add .*/ttyACM\d+$"}
# After udev's word the till has so long to be ready.
READY_SECONDS = 0.5
EVENT = struct.Struct("@llHHi")  # struct input_event


def run():
    seed = int(os.environ.get("BENCH_SEED", random.SystemRandom().getrandbits(32)))
    print(f"seed {seed}")
    codes = stock_up(NAMES, pieces=900_000)
    # What the till has open is counted: the day's backup, which begins with it, is not of scanners.
    SETTINGS.parent.mkdir(exist_ok=True)
    SETTINGS.write_text("[backup]\ndaily = false\n")
    till = Till(printer="none:")
    watch = UdevNews(), Standstill()
    # Two cables go in at a time and no more: what is measured then is the till, and not how many
    # devices udev can work off at once. Cables are pulled at any time.
    plugging = threading.Semaphore(2)
    lanes = [Lane(which, till, codes[which], random.Random(seed + which), watch, plugging)
             for which in range(3)]
    person = Person(Keyboard(3, vendor=0x0416, product=0xC141, name="Person").plug(),
                    random.Random(seed + 3))
    for lane in lanes:
        lane.scanner.plug()
    till.start()
    till.expect_all(*(rf"Scanner ready: (?:Bench )?{name} on" for name in NAMES))
    # One cycle of each first: what is opened once for all is open then.
    play(lanes, 1)
    before = held(till)
    person.start()
    began = time.monotonic()
    play(lanes, CYCLES)
    seconds = time.monotonic() - began
    person.end()
    equal(held(till), before, "descriptors and threads of the till after the last cycle")
    check("No product has" not in till.terminal.text, "a scan was cut, or mixed with another")
    report(lanes, seconds, person)


def play(lanes, cycles):
    """Lets all lanes work at once until so many cycles have been played together."""
    for number, lane in enumerate(lanes):
        lane.begin(cycles // len(lanes) + (number < cycles % len(lanes)) if cycles > 1 else 1)
    for lane in lanes:
        lane.finish()


def report(lanes, seconds, person):
    """What was done and how long the scanners took to be ready."""
    cycles, scans = sum(len(lane.took) - 1 for lane in lanes), sum(lane.sold for lane in lanes)
    print(f"{cycles} cables pulled in {seconds:.0f} s, {scans} scans; {person.typed} keys of a "
          "person beside them")
    for lane in lanes:
        took = sorted(lane.took)
        cut = lane.cuts
        print(f"{lane.name}: ready {took[len(took) // 2] * 1000:.0f} ms after udev's word (p50), "
              f"{took[-1] * 1000:.0f} ms at most; pulled before a scan {cut['before']} times, in "
              f"it {cut['within']}, when all of it was sent {cut['whole']}, of which "
              f"{cut['counted']} counted")


class Lane:
    """One scanner, what it sells, and its cable. Scans, is pulled in the middle, comes back."""

    def __init__(self, which, till, code, chance, watch, plugging):
        self.name, self.code, self.chance = NAMES[which], code, chance
        self.scanner = (Keyboard, HIDPOS, SerialScanner)[which](which, name=self.name)
        self.till, (self.news, self.standstill), self.plugging = till, watch, plugging
        # How many scans have been answered; whether one more may be, sent whole before the cable
        # was pulled: nobody can say whether anybody was in time to read it.
        self.sold, self.doubt = 0, 0
        self.took, self.cuts = [], collections.Counter()

    def begin(self, cycles):
        """Starts so many cycles on a thread of their own."""
        self.reader, self.failure = self.till.terminal.reader(), None
        self.thread = threading.Thread(target=self._play, args=(cycles,), daemon=True)
        self.thread.start()

    def finish(self):
        """Waits for the last cycle; raises what went wrong."""
        self.thread.join()
        if self.failure:
            raise AssertionError(f"{self.name}: {self.failure}") from self.failure

    def _play(self, cycles):
        try:
            for _ in range(cycles):
                self._cycle()
            self._sell()
        except Exception as failure:  # told by `finish`
            self.failure = failure

    def _cycle(self):
        for _ in range(self.chance.randint(1, 3)):
            self._sell()
        self._cut()
        self.reader.expect(rf"Scanner unplugged: (?:Bench )?{self.name} on")
        with self.plugging:
            self._plug()

    def _plug(self):
        """Puts the cable in and waits until the till is ready, which is in time."""
        self.news.forget(self.scanner)
        waited = kept_waiting(self.till)
        self.scanner.put_in()
        said = self.reader.expect(rf"Scanner ready: (?:Bench )?{self.name} on")
        ready = self.till.terminal.shown_at(said)
        told = self.news.first(self.scanner, WORD[type(self.scanner)])
        took, limit = ready - told, READY_SECONDS * PATIENCE
        if took > limit:
            # Time in which the machine ran others although the till wanted to run is not the till's.
            limit += kept_waiting(self.till) - waited + self.standstill.between(told, ready)
        check(took <= limit, f"ready {took * 1000:.0f} ms after udev had told of it, instead of "
                             f"{limit * 1000:.0f}")
        self.took.append(took)

    def _sell(self):
        """A scan whose answer is waited for: it counts, and all before it has been answered."""
        self.scanner.scan(self.code)
        answered = int(self.reader.expect(rf"(\d+) × ₹1\.00 .*{self.name}$").group(1))
        new = answered - self.sold
        check(1 <= new <= 1 + self.doubt,
              f"{self.sold} scans were answered, {self.doubt} more may count; after the next one "
              f"there are {answered}")
        self.cuts["counted"] += new - 1
        self.sold, self.doubt = answered, 0

    def _cut(self):
        """Sends a scan up to a random place, nothing of it, a part, or all, and pulls the cable."""
        pieces = self._pieces()
        # The moments right behind the last piece are the ones that can be doubted: more of those.
        count = self.chance.choice((self.chance.randint(0, len(pieces)),) * 3 + (len(pieces),))
        with self.scanner.opened() as node:
            for piece in pieces[:count]:
                self.scanner.hand_over(node, piece)
            select.select([], [], [], self.chance.uniform(0, 0.01))
            self.scanner.unplug()
        # The release of the last key adds nothing: its press has ended the scan.
        ends = len(pieces) - isinstance(self.scanner, Keyboard)
        self.cuts["before" if not count else "whole" if count >= ends else "within"] += 1
        self.doubt = int(count >= ends)

    def _pieces(self):
        """A scan in the pieces that this scanner hands over."""
        match self.scanner:
            case Keyboard():
                return self.scanner.reports(self.code)
            case HIDPOS():
                return self.scanner.reports(self.code, room=5)
            case _:
                data = self.code.encode() + b"\r"
                return [data[at:at + 1] for at in range(len(data))]


class Person(threading.Thread):
    """Types on a keyboard that is no scanner, and sees that each key arrives."""

    def __init__(self, keyboard, chance):
        super().__init__(daemon=True)
        self.keyboard, self.chance = keyboard, chance
        self.typed, self.failure = 0, None
        self.stopped = threading.Event()

    def run(self):
        usages = [usage for usage in KEYS if usage < 0x28]
        try:
            with self.keyboard.event_node.open("rb", 0) as node:
                while not self.stopped.wait(self.chance.uniform(0.1, 1)):
                    usage = self.chance.choice(usages)
                    self.keyboard.send([bytes((0, 0, usage, 0, 0, 0, 0, 0)), bytes(8)])
                    equal(presses_and_releases(node), [1, 0], "what came of a person's key")
                    self.typed += 1
        except Exception as failure:  # told by `end`
            self.failure = failure

    def end(self):
        """Stops typing; raises what went wrong."""
        self.stopped.set()
        self.join()
        if self.failure:
            raise AssertionError(f"a person's keyboard: {self.failure}") from self.failure
        check(self.typed > 3, f"the person typed {self.typed} keys only")


def presses_and_releases(node):
    """The next two key events of an input device: 1 for a press, 0 for a release."""
    seen = []
    while len(seen) < 2 and select.select([node], [], [], 10 * PATIENCE)[0]:
        seen += [value for *_, kind, _, value in EVENT.iter_unpack(node.read(EVENT.size * 64))
                 if kind == 1]
    return seen


def kept_waiting(till):
    """How many seconds the till's threads have stood in line for a processor so far."""
    tasks = pathlib.Path(f"/proc/{till.process}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[1]) for task in tasks) / 1e9


def held(till):
    """How many descriptors and threads the till has."""
    process = pathlib.Path(f"/proc/{till.process}")
    return {name: len(list((process / name).iterdir())) for name in ("fd", "task")}
