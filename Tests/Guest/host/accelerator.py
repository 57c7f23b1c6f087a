"""Chooses how QEMU runs the guest's code."""

import pathlib
import subprocess

from . import layout
from .machine import QEMU

KVM = ("-accel", "kvm", "-cpu", "host")
SOFTWARE = ("-accel", "tcg,thread=multi", "-cpu", "max")
PROBE_SECONDS = 15


def choose(image):
    """Gives QEMU's arguments: KVM where it really runs a kernel, else translation in software.

    `/dev/kvm` that opens proves nothing (some hosts refuse a register later, some let the guest
    stand still), so a kernel without a root disk has to come as far as its panic. The answer holds
    until the machine is started again.
    """
    boot = pathlib.Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    answer = layout.CACHE / f"accelerator-{boot}"
    if not answer.exists():
        for old in layout.CACHE.glob("accelerator-*"):
            old.unlink()
        with layout.Timed("KVM tried out"):
            answer.write_text("kvm" if _kvm_works(image) else "software")
    return KVM if answer.read_text() == "kvm" else SOFTWARE


def _kvm_works(image):
    try:
        pathlib.Path("/dev/kvm").open("r+b").close()
    except OSError:
        return False
    command = (QEMU, "-M", "q35", *KVM, "-m", "256", "-nodefaults", "-display", "none",
               "-no-reboot", "-kernel", image.kernel, "-append", "panic=-1")
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=PROBE_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
