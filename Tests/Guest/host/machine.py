"""One QEMU process: started, spoken to over QMP, saved, killed.

A state of the guest is a pair of files: a qcow2 layer over the image's disk, and the machine's
memory. States are never written to again, so a scenario starts from one in a second, whatever the
one before it did, and a killed QEMU damages nothing but its own layer.
"""

import dataclasses
import json
import os
import pathlib
import platform
import shutil
import signal
import socket
import subprocess
import tempfile

from . import layout
from .agent_link import AgentLink

QEMU = f"qemu-system-{platform.machine()}"
MEMORY_MIB = 768
CORES = 2
COMMAND_LINE = "root=/dev/vda rw console=ttyS0 quiet mitigations=off net.ifnames=0 panic=-1"


@dataclasses.dataclass(frozen=True)
class State:
    """A guest to go on from."""

    disk: pathlib.Path
    memory: pathlib.Path | None


class Machine:
    """A running guest with the link to its agent. Use it in a `with`: it ends with the block."""

    def __init__(self, image, accelerator, start, run, payload=None):
        """Starts a guest on a new layer in the folder `run`, from the state `start` or by booting
        when that has no memory. `payload` becomes the read-only second disk."""
        self.run = run
        self.console = run / "console.txt"
        self.disk = run / "disk.qcow2"
        # A socket's path may have 107 bytes at most; a checkout may lie deeper than that.
        self.sockets = pathlib.Path(tempfile.mkdtemp(prefix="galla-bench-"))
        layer(start.disk, self.disk)
        self.process = subprocess.Popen(
            self._arguments(image, accelerator, start, payload), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=(run / "qemu.txt").open("wb"), process_group=0,
        )
        try:
            self.monitor = Monitor(self._connect("qmp"))
            # Before it wakes up: what a guest says to a port that nobody has open is lost.
            self.agent = AgentLink(self._connect("agent"))
            if start.memory:
                self._wake_up(start.memory)
        except BaseException:
            self.kill()
            raise

    def _arguments(self, image, accelerator, start, payload):
        yield from (QEMU, "-M", "q35", *accelerator, "-m", str(MEMORY_MIB), "-smp", str(CORES))
        yield from ("-nodefaults", "-display", "none", "-no-reboot", "-rtc", "base=utc")
        yield from ("-kernel", image.kernel, "-initrd", image.initrd, "-append", COMMAND_LINE)
        yield from ("-serial", f"file:{self.console}")
        yield from ("-drive", f"file={self.disk},if=virtio,format=qcow2,discard=unmap")
        yield from ("-drive", f"file={payload or os.devnull},if=virtio,format=raw,readonly=on")
        yield from ("-device", "virtio-rng-pci", "-device", "virtio-serial-pci")
        for name in ("qmp", "agent"):
            path = self.sockets / name
            yield from ("-chardev", f"socket,id={name},path={path},server=on,wait=off")
        yield from ("-device", "virtserialport,chardev=agent,name=galla.bench")
        yield from ("-mon", "chardev=qmp,mode=control")
        if start.memory:
            yield from ("-incoming", "defer")

    def _wake_up(self, memory):
        self.monitor.execute("migrate-incoming", uri=f"exec:cat '{memory}'")
        self.monitor.wait_for("MIGRATION", lambda data: data["status"] == "completed")
        self.monitor.execute("cont")

    def _connect(self, name):
        # QEMU listens before it does anything else, or it ends: its end is what is waited for,
        # in steps, because a socket's birth has no event of its own.
        while True:
            connection = socket.socket(socket.AF_UNIX)
            try:
                connection.connect(str(self.sockets / name))
                return connection
            except (FileNotFoundError, ConnectionRefusedError):
                connection.close()
            try:
                self.process.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
            raise layout.BenchError(f"QEMU did not start: {(self.run / 'qemu.txt').read_text()}")

    def save(self, folder):
        """Stops the guest for good and makes a state of it in a new folder."""
        self.monitor.execute("stop")
        return self.save_stopped(folder)

    def save_stopped(self, folder):
        """Makes a state of a guest that stands still."""
        memory = self.run / "memory"
        self.monitor.execute("migrate-set-parameters", **{"max-bandwidth": 1 << 40})
        self.monitor.execute("migrate", uri=f"exec:cat >'{memory}'")
        self.monitor.wait_for("MIGRATION", lambda data: data["status"] == "completed")
        self.monitor.execute("quit")
        self.process.wait(30)
        self.run.rename(folder)
        return State(folder / "disk.qcow2", folder / "memory")

    def kill(self):
        """Ends QEMU at once: for the guest, the power goes."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        shutil.rmtree(self.sockets, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.kill()


class Monitor:
    """QEMU's machine protocol: one request, its answer, and the events between."""

    def __init__(self, connection):
        self.stream = connection.makefile("rw")
        self.events = []
        json.loads(self.stream.readline())
        self.execute("qmp_capabilities")
        self.execute("migrate-set-capabilities",
                     capabilities=[{"capability": "events", "state": True}])

    def execute(self, command, **arguments):
        """Gives the command's answer; raises a BenchError with QEMU's words on a refusal."""
        self.stream.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self.stream.flush()
        while "event" in (answer := self._next()):
            self.events.append(answer)
        if "error" in answer:
            raise layout.BenchError(f"QEMU refused {command}: {answer['error']['desc']}")
        return answer["return"]

    def wait_for(self, event, accepts):
        """Waits for an event of this name whose data is accepted."""
        while True:
            answer = self.events.pop(0) if self.events else self._next()
            if answer.get("event") == event and accepts(answer["data"]):
                return
            if answer.get("event") == event and answer["data"].get("status") == "failed":
                raise layout.BenchError("QEMU could not move the guest's memory: is the disk full?")

    def _next(self):
        line = self.stream.readline()
        if not line:
            raise layout.BenchError("QEMU ended before it answered")
        return json.loads(line)


def layer(backing, disk):
    """Makes an empty qcow2 layer over a disk that is not written to."""
    kind = "qcow2" if backing.suffix == ".qcow2" else "raw"
    layout.call("qemu-img", "create", "-q", "-f", "qcow2", "-b", backing, "-F", kind, disk,
                why="put a layer over the guest's disk")
