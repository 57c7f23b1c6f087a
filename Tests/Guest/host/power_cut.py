"""Power cuts: a scenario in two halves, and between them QEMU is killed at a random moment.

The first half says `CUT NOW` when the power may go; there its guest is saved, and every cut starts
from that state and ends at a moment of its own. What a killed guest's disk holds, after the file
system has replayed its journal, is kept, and at last one more guest gets what all of them left: it
starts the till on each in turn and looks what became of everything that had been promised.
"""

import io
import random
import tarfile
import time

from . import layout, payload, states
from .agent_link import GuestSilent
from .machine import Machine

MARK = b"CUT NOW"
SEED = 2026
GREETING_SECONDS = 60
# A cut comes so many lines and so many seconds after the mark, at most: three sales with their
# receipts, a line for each packet that is on paper. Counted in lines it is the same on any machine.
MOST_LINES = 24
LONGEST_SECONDS = 0.3
# The second half's clock goes on where the cuts have ended: receipts that wait for long are not
# printed any more without a question.
LONGEST_CUT_SECONDS = 60
# So many cuts are looked at by one guest: what they left is handed over in one piece.
TOGETHER = 10


def play(suite, scenario, run, leftovers, log, rescue):
    """Plays every round; gives the reason of the first failure, or None."""
    chance = random.Random(SEED)
    marked = _Marked(suite, scenario, run, log)
    if marked.reason:
        return marked.reason
    waiting = []
    for number in range(1, scenario.power_cuts + 1):
        lines, seconds = chance.randrange(MOST_LINES), chance.uniform(0, LONGEST_SECONDS)
        name = f"power cut {number}, {lines} lines and {seconds:.2f} s after the mark"
        folder = layout.renew(leftovers / f"cut-{number:02}")
        if reason := marked.cut(lines, seconds, folder, rescue):
            return f"{name}: {reason}"
        log(f"{name}\n".encode())
        waiting.append(folder)
        if len(waiting) == TOGETHER or number == scenario.power_cuts:
            if reason := _second_half(suite, scenario, layout.renew(run / "second"), waiting,
                                      marked.time + LONGEST_CUT_SECONDS, log):
                return reason
            waiting = []
    return None


class _Marked:
    """The first half's guest, saved at its mark."""

    def __init__(self, suite, scenario, run, log):
        self.suite, self.limit, self.log = suite, scenario.limit * suite.patience, log
        self.run = run
        self.said = bytearray()
        self.reason = self.state = None
        disk = payload.write(layout.renew(run / "first") / "payload", ())
        with Machine(suite.image, suite.accelerator, suite.start, run / "first", disk) as machine:
            try:
                machine.agent.greet(GREETING_SECONDS * suite.patience)
                status, text = _run(suite, machine, scenario, "first",
                                    states.library(scenario.file),
                                    lambda data: self._hear(machine, data))
                self.reason = f"the first half ended with {status} before its mark: {text[-300:]}"
            except _AtMark:
                self._save(machine)
            except GuestSilent as silence:
                self.reason = f"the first half did not come to its mark: {silence}"

    def _hear(self, machine, data):
        self.said.extend(data)
        self.log(data)
        if MARK in self.said:
            machine.monitor.execute("stop")
            raise _AtMark

    def _save(self, machine):
        self.time = time.time()
        self.state = machine.save_stopped(self.run / "marked")
        # What the guest had said before it stood still; a frame's beginning stays in the decoder.
        try:
            while True:
                self.said.extend(machine.agent.receive(timeout=10)[1])
        except GuestSilent:
            self.rest = bytes(machine.agent.decoder.buffer)

    def cut(self, lines, seconds, folder, rescue):
        """Goes on from the mark so far; leaves in the folder what was said and the books."""
        said = bytearray(self.said)
        lines += said.count(b"\n")
        place = layout.renew(self.run / "cut")
        disk = payload.write(place / "payload", ())
        with Machine(self.suite.image, self.suite.accelerator, self.state, place,
                     disk) as machine:
            machine.agent.decoder.buffer += self.rest
            end = time.monotonic() + self.limit
            while said.count(b"\n") < lines:
                try:
                    message, data = machine.agent.receive(end - time.monotonic())
                except GuestSilent as silence:
                    return f"the first half did not come to its cut: {silence}"
                if message["event"] != "output":
                    return f"the first half ended before the cut: {bytes(said[-300:])!r}"
                said.extend(data)
            # The moment is the test: it is not an event of the guest.
            time.sleep(seconds)
            machine.kill()
            try:
                # What it had handed over before it was killed has been said.
                while True:
                    said.extend(machine.agent.receive(timeout=10)[1])
            except GuestSilent:
                (folder / "before.txt").write_bytes(bytes(said))
            rescue(machine, folder)
        return None if (folder / "database").is_dir() else "the disk has no data folder"


class _AtMark(Exception):
    """The first half has come to its mark."""


def _second_half(suite, scenario, place, folders, clock, log):
    disk = payload.write(place / "payload", ())
    with Machine(suite.image, suite.accelerator, suite.start, place, disk) as machine:
        try:
            machine.agent.greet(GREETING_SECONDS * suite.patience, at=clock)
            blob = _with_folders(states.library(scenario.file), folders)
            status, text = _run(suite, machine, scenario, "second", blob, log)
        except GuestSilent as silence:
            return f"the second half: {silence}"
    if status == 0:
        return None
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else f"the second half ended with {status}"


def _run(suite, machine, scenario, half, blob, hear):
    return machine.agent.run(
        ["python3", "-m", "bench.main", f"scenarios/{scenario.file.name}"], states.WORKPLACE,
        {**suite.environment, "BENCH_HALF": half}, blob, scenario.limit * suite.patience, hear)


def _with_folders(library, folders):
    """The library's tar with what the cuts left: their data folders and what had been said."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        with tarfile.open(fileobj=io.BytesIO(library)) as files:
            for entry in files:
                archive.addfile(entry, files.extractfile(entry))
        for folder in folders:
            archive.add(folder / "database", arcname=f"rescued/{folder.name}/database")
            archive.add(folder / "before.txt", arcname=f"rescued/{folder.name}/before.txt")
    return buffer.getvalue()
