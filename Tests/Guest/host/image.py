"""Builds the guest's disk from Debian packages, once per recipe.

The recipe is `image/` (packages, what dpkg leaves out, configuration files), `agent/` and this
file. What is built lies in `.guest/image-FINGERPRINT/`, until the recipe has changed.
"""

import dataclasses
import os
import pathlib
import shutil

from . import layout

SUITE = "bookworm"
DISK_SIZE = "1800M"


@dataclasses.dataclass(frozen=True)
class Image:
    """A built guest: a raw ext4 disk, never written to, and what boots it."""

    folder: pathlib.Path

    @property
    def disk(self):
        """The root file system, raw."""
        return self.folder / "disk.raw"

    @property
    def kernel(self):
        """Debian's kernel, from the same packages as the disk's modules."""
        return self.folder / "vmlinuz"

    @property
    def initrd(self):
        """The initial file system that finds the disk."""
        return self.folder / "initrd"


def ensure():
    """Gives the image of the present recipe and builds it when there is none."""
    recipe = layout.fingerprint(layout.GUEST / "image", layout.GUEST / "agent",
                                pathlib.Path(__file__))
    image = Image(layout.CACHE / f"image-{recipe}")
    if image.folder.is_dir():
        return image
    for old in layout.CACHE.glob("image-*"):
        shutil.rmtree(old)
    work = layout.renew(layout.CACHE / "building")
    with layout.Timed("image built"):
        _build(work)
    # The rename is what makes an image: a build that was cut off leaves none.
    work.rename(image.folder)
    return image


def _build(work):
    archive, root = work / "root.tar", work / "root"
    layout.call(*_bootstrap(archive), why="build the guest's root file system")
    root.mkdir()
    script = (f"tar -xf '{archive}' -C '{root}' --exclude='./dev/*' && mke2fs -q -t ext4 -m 0 "
              f"-d '{root}' '{work}/disk.raw' {DISK_SIZE}")
    # Without root, fakeroot remembers who owns what between the two commands.
    shell = ["sh", "-c"] if os.geteuid() == 0 else ["fakeroot", "sh", "-c"]
    layout.call(*shell, script, why="make the guest's disk")
    for name in ("vmlinuz", "initrd.img"):
        shutil.copy(next((root / "boot").glob(f"{name}-*")), work / name.removesuffix(".img"))
    shutil.rmtree(root)
    archive.unlink()


def _bootstrap(archive):
    image, agent = layout.GUEST / "image", layout.GUEST / "agent"
    yield from ("mmdebstrap", "--variant=essential")
    yield "--include=" + ",".join(_lines(image / "packages"))
    yield "--aptopt=APT::Install-Recommends \"false\""
    for path in _lines(image / "excluded"):
        yield f"--dpkgopt=path-exclude={path}"
    # Before the packages: the initrd is made while the kernel is installed.
    yield f"--setup-hook=cp -r '{image}/files/.' \"$1\""
    yield "--customize-hook=" + " && ".join((
        'install -d "$1/usr/lib/galla-bench"',
        f"install -m 644 '{agent}'/*.py \"$1/usr/lib/galla-bench\"",
        f"install -m 644 '{agent}'/*.service \"$1/etc/systemd/system\"",
        'chroot "$1" systemctl --quiet enable galla-bench-agent.service',
        # Work by the clock would disturb what the scenarios measure.
        'chroot "$1" systemctl --quiet mask dpkg-db-backup.timer e2scrub_all.timer'
        " e2scrub_reap.service fstrim.timer serial-getty@ttyS0.service getty@tty1.service"
        " systemd-tmpfiles-clean.timer",
        'echo galla-bench >"$1/etc/hostname"',
    ))
    yield from (SUITE, archive)


def _lines(file):
    text = (line.partition("#")[0].strip() for line in file.read_text().splitlines())
    return [line for line in text if line]
