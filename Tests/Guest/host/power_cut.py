"""Power cuts: a scenario in two halves, and between them QEMU is killed at a random moment.

The first half runs in one guest and says `CUT NOW` when the power may go. What the killed guest's
disk holds, after the file system has replayed its journal, is given to a second guest, which starts
the till on it and looks what became of everything that the first half had promised.
"""

import io
import random
import shutil
import tarfile
import time

from . import layout, payload, states
from .agent_link import GuestSilent
from .machine import Machine

MARK = b"CUT NOW"
SEED = 2026
GREETING_SECONDS = 60
# From before the first byte of a receipt to after the next one: what a sale and its printing take.
LONGEST_SECONDS = 2.0


def play(suite, scenario, run, leftovers, log, rescue):
    """Plays every round; gives the reason of the first failure, or None."""
    chance = random.Random(SEED)
    for number in range(1, scenario.power_cuts + 1):
        seconds = chance.uniform(0, LONGEST_SECONDS)
        place = layout.renew(run / "cut")
        reason = _first_half(suite, scenario, place, leftovers, seconds, log, rescue)
        reason = reason or _second_half(suite, scenario, place, leftovers, log)
        if reason:
            return f"power cut {number}, {seconds:.2f} s after its mark: {reason}"
        log(f"power cut {number}, {seconds:.2f} s after its mark: fine\n".encode())
        shutil.rmtree(place)
        shutil.rmtree(leftovers / "database", ignore_errors=True)
    return None


def _first_half(suite, scenario, place, leftovers, seconds, log, rescue):
    said = bytearray()
    disk = payload.write(place / "payload", ())
    with Machine(suite.image, suite.accelerator, suite.start, place, disk) as machine:
        def hear(data):
            marked = MARK in said
            said.extend(data)
            log(data)
            if MARK in said and not marked:
                # The moment is the test: it is not an event of the guest.
                time.sleep(seconds)
                machine.kill()
        try:
            machine.agent.greet(GREETING_SECONDS * suite.patience)
            status, text = _run(suite, machine, scenario, "first", states.library(scenario.file),
                                hear)
            return f"the first half ended with {status} before the cut: {text[-300:]}"
        except GuestSilent as silence:
            if MARK not in said:
                return f"the first half did not come to its cut: {silence}"
        machine.kill()
        rescue(machine, leftovers)
        (place / "before.txt").write_bytes(bytes(said))
    return None if (leftovers / "database").is_dir() else "the disk has no data folder"


def _second_half(suite, scenario, place, leftovers, log):
    machine_place = layout.renew(place / "second")
    disk = payload.write(machine_place / "payload", ())
    with Machine(suite.image, suite.accelerator, suite.start, machine_place, disk) as machine:
        try:
            machine.agent.greet(GREETING_SECONDS * suite.patience)
            blob = _with_disk(states.library(scenario.file), place, leftovers)
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


def _with_disk(library, place, leftovers):
    """The library's tar with the rescued data folder and what the first half had said."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        with tarfile.open(fileobj=io.BytesIO(library)) as files:
            for entry in files:
                archive.addfile(entry, files.extractfile(entry))
        archive.add(leftovers / "database", arcname="rescued")
        archive.add(place / "before.txt", arcname="before.txt")
    return buffer.getvalue()
