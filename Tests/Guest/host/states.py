"""The guest's two saved states: booted, and booted with Galla installed.

Each is kept in `.guest/` under a fingerprint of what it was made from, so that a second run with
the same image and the same release build starts its first scenario at once.
"""

import io
import shutil
import tarfile

from . import layout, payload
from .agent_link import GuestSilent
from .machine import COMMAND_LINE, CORES, MEMORY_MIB, QEMU, Machine, State

BOOT_SECONDS = 300
INSTALL_SECONDS = 120
WORKPLACE = "/run/bench"


def booted(image, accelerator, patience):
    """Gives the state of the image after its boot; `patience` stretches the time limit."""
    version = layout.call(QEMU, "--version", why="learn QEMU's version").splitlines()[0]
    key = layout.fingerprint(image.folder.name, version, *map(str, accelerator), COMMAND_LINE,
                             str(CORES), str(MEMORY_MIB), layout.GUEST / "host" / "machine.py",
                             layout.GUEST / "host" / "payload.py")

    return _ensure("booted", key, "guest booted", image, accelerator, State(image.disk, None), (),
                   lambda machine: machine.agent.greet(BOOT_SECONDS * patience))


def installed(image, accelerator, start, binary, patience):
    """Gives the state with Galla, its rules and its unit installed as a package would."""
    entries = tuple(payload.contents(binary))
    files = (part for entry in entries for part in entry)
    installer = layout.GUEST / "bench" / "install.py"
    key = layout.fingerprint(start.disk.parent.name, installer, *files)

    def install(machine):
        machine.agent.greet(BOOT_SECONDS * patience)
        status, output = machine.agent.run(["python3", "-m", "bench.install"], WORKPLACE,
                                           blob=library(),
                                           timeout=INSTALL_SECONDS * patience)
        if status != 0:
            raise layout.BenchError(f"could not install Galla in the guest:\n{output}")

    return _ensure("installed", key, "Galla installed", image, accelerator, start, entries, install)


def library(*scenarios):
    """A tar of the bench library and these scenarios, as the guest's workplace has them."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for file in sorted((layout.GUEST / "bench").glob("*.py")):
            archive.add(file, arcname=f"bench/{file.name}")
        for file in scenarios:
            archive.add(file, arcname=f"scenarios/{file.name}")
    return buffer.getvalue()


def forget():
    """Throws both states away, so that the next run boots and installs again."""
    for kind in ("booted", "installed"):
        for folder in layout.CACHE.glob(f"{kind}-*"):
            shutil.rmtree(folder)


def _ensure(kind, key, what, image, accelerator, start, entries, prepare):
    folder = layout.CACHE / f"{kind}-{key}"
    if folder.is_dir():
        return State(folder / "disk.qcow2", folder / "memory")
    for old in layout.CACHE.glob(f"{kind}-*"):
        shutil.rmtree(old)
    run = layout.renew(layout.CACHE / f"making-{kind}")
    disk = payload.write(run / "payload", entries)
    with layout.Timed(what), Machine(image, accelerator, start, run, disk) as machine:
        try:
            prepare(machine)
        except GuestSilent as silence:
            raise layout.BenchError(f"no {kind} guest: {silence}; see {machine.console}") from None
        state = machine.save(folder)
    # Whoever goes on from here brings a disk of its own.
    (folder / "payload").unlink()
    return state
