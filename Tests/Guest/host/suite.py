"""Runs scenarios, each in a guest of its own, and keeps what they leave."""

import ast
import dataclasses
import io
import pathlib
import shutil
import signal
import subprocess
import tarfile
import time

from . import layout, payload, power_cut, states, strict_reader
from .agent_link import GuestSilent
from .machine import Machine

LEFTOVERS = "/run/bench/out"
GREETING_SECONDS = 60
COLLECT_SECONDS = 60
STOP_SECONDS = 20


@dataclasses.dataclass(frozen=True)
class Scenario:
    """A file in `scenarios/` and what it says about itself in its constants."""

    file: pathlib.Path
    limit: float
    needs_galla: bool
    power_cuts: int = 0

    @property
    def name(self):
        """What a person types to run it."""
        return self.file.stem


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What came of a scenario; no reason means that it passed."""

    scenario: Scenario
    seconds: float
    reason: str | None
    # How many receipts the strict reader has read as well.
    read_again: int = 0

    def line(self):
        """The line that is printed for it."""
        if self.reason is None:
            again = f", {self.read_again} receipts read again" if self.read_again else ""
            return f"PASS {self.scenario.name} ({self.seconds:.1f} s{again})"
        return f"FAIL {self.scenario.name}: {self.reason}"


def find(names, campaign):
    """Gives the named scenarios, or all of them in the order of their names; with the limits for
    large counts in a campaign."""
    files = sorted(layout.SCENARIOS.glob("*.py"))
    wanted = [file for file in files if not names or file.stem in names]
    unknown = set(names) - {file.stem for file in wanted}
    if unknown:
        known = ", ".join(file.stem for file in files)
        raise layout.BenchError(f"no scenario {', '.join(sorted(unknown))}; there are: {known}")
    return [_read(file, campaign) for file in wanted]


def _read(file, campaign):
    constants = {"LIMIT": 120, "CAMPAIGN_LIMIT": 900, "NEEDS_GALLA": True, "POWER_CUTS": 0,
                 "CAMPAIGN_POWER_CUTS": 0}
    for node in ast.parse(file.read_text(), file.name).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) in constants:
            constants[node.targets[0].id] = ast.literal_eval(node.value)
    limit = constants["CAMPAIGN_LIMIT" if campaign else "LIMIT"]
    cuts = constants["CAMPAIGN_POWER_CUTS" if campaign else "POWER_CUTS"]
    return Scenario(file, limit, constants["NEEDS_GALLA"], cuts)


class Suite:
    """The saved state all scenarios start from, and how they are run."""

    def __init__(self, image, accelerator, start, environment, patience, show=None,
                 reader=None):
        """`environment` reaches the scenarios; `patience` stretches every time limit for a slow
        machine; `show` is called with a running scenario's output; `reader` is the strict reader
        of receipts, where there is one."""
        self.image, self.accelerator, self.start = image, accelerator, start
        self.environment = {**environment, "BENCH_PATIENCE": str(patience)}
        self.patience = patience
        self.show = show
        self.reader = reader

    def run(self, scenario):
        """Runs one scenario; its leftovers are in `.guest/last/` or `.guest/failed/` afterwards."""
        began = time.monotonic()
        run = layout.renew(layout.CACHE / f"run-{scenario.name}")
        leftovers = layout.renew(run / "leftovers")
        if scenario.power_cuts:
            reason = self._play_power_cuts(scenario, run, leftovers)
            return self._verdict(scenario, began, run, leftovers, reason)
        disk = payload.write(run / "payload", ())
        with Machine(self.image, self.accelerator, self.start, run, disk) as machine:
            reason = self._play(machine, scenario, leftovers)
            machine.kill()
            shutil.copy(machine.console, leftovers / "console.txt")
            if reason and not (leftovers / "journal.txt").exists():
                rescue(machine, leftovers)
        if not reason and self.reader:
            reason = strict_reader.objection(self.reader, leftovers)
        return self._verdict(scenario, began, run, leftovers, reason)

    def _verdict(self, scenario, began, run, leftovers, reason):
        read_again = len(strict_reader.kept(leftovers)) if self.reader else 0
        self._keep(scenario, leftovers, passed=reason is None)
        shutil.rmtree(run)
        return Verdict(scenario, time.monotonic() - began, reason, read_again)

    def _play_power_cuts(self, scenario, run, leftovers):
        with (leftovers / "output.txt").open("wb") as out:
            def log(data):
                out.write(data)
                if self.show:
                    self.show(data)
            return power_cut.play(self, scenario, run, leftovers, log, rescue)

    def _play(self, machine, scenario, leftovers):
        with (leftovers / "output.txt").open("wb") as log:
            def hear(data):
                log.write(data)
                if self.show:
                    self.show(data)
            reason = self._perform(machine.agent, scenario, hear)
        try:
            machine.agent.run(["python3", "-m", "bench.collect"], states.WORKPLACE,
                              timeout=COLLECT_SECONDS * self.patience)
            with tarfile.open(fileobj=io.BytesIO(machine.agent.fetch(LEFTOVERS))) as archive:
                # Debian 12's Python has no filters yet; the agent packs files and folders only.
                archive.extraction_filter = getattr(tarfile, "data_filter", lambda one, path: one)
                archive.extractall(leftovers)
        except GuestSilent as silence:
            return f"{reason or 'passed'}, then the guest was killed ({silence})"
        return reason

    def _perform(self, agent, scenario, hear):
        limit, began = scenario.limit * self.patience, time.monotonic()
        try:
            agent.greet(GREETING_SECONDS * self.patience)
            status, text = agent.run(
                ["python3", "-m", "bench.main", f"scenarios/{scenario.file.name}"],
                states.WORKPLACE, self.environment, states.library(scenario.file), limit, hear)
        except GuestSilent as silence:
            late = time.monotonic() - began >= limit
            # SIGINT first: a traceback says where the scenario was waiting.
            for number in (signal.SIGINT, signal.SIGKILL):
                if agent.stop_running(number, STOP_SECONDS * self.patience, hear):
                    break
            return f"not over after its {limit:.0f} s" if late else str(silence)
        if status != 0:
            return last_line(text) or f"ended with {status} and said nothing"
        return None

    def _keep(self, scenario, leftovers, passed):
        for kind in ("last", "failed"):
            shutil.rmtree(layout.CACHE / kind / scenario.name, ignore_errors=True)
        place = layout.CACHE / ("last" if passed else "failed") / scenario.name
        place.parent.mkdir(exist_ok=True)
        leftovers.rename(place)


def rescue(machine, leftovers):
    """Takes the database folder from the disk of a guest that cannot be asked any more.

    The disk is as a power cut would leave it; the file system's journal is replayed, and nothing
    repaired. What cannot be read is said in `rescue.txt`.
    """
    raw = machine.run / "rescue.raw"
    commands = (
        ("qemu-img", "convert", "-O", "raw", machine.disk, raw),
        ("e2fsck", "-y", "-E", "journal_only", raw),
        ("debugfs", "-R", f"rdump /var/lib/galla {leftovers}", raw),
    )
    with (leftovers / "rescue.txt").open("wb") as log:
        for command in commands:
            subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False)
    raw.unlink(missing_ok=True)
    if (leftovers / "galla").is_dir():
        (leftovers / "galla").rename(leftovers / "database")


def last_line(text):
    """The last line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""
