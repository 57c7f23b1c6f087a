"""The disk that carries Galla into the guest: a tar of the files where a package would put them."""

import tarfile

from . import layout

# The guest learns a disk's size when it boots, so every payload has the same.
DISK_BYTES = 512 << 20

PLACES = (
    ("udev-rules/*.rules", "usr/lib/udev/rules.d"),
    ("systemd/*.service", "usr/lib/systemd/system"),
    ("systemd/*.sysusers.conf", "usr/lib/sysusers.d"),
    ("systemd/*.tmpfiles.conf", "usr/lib/tmpfiles.d"),
)
# What of packaging/ an installed Galla finds under /usr/share/galla: folders and files.
SHARED = ("demo", "labels", "printers", "openapi.json")


def contents(binary):
    """Gives (file, place in the guest) for everything a package would install."""
    if binary.exists():
        yield binary, "usr/bin/galla"
    for pattern, place in PLACES:
        for file in sorted(layout.REPOSITORY.glob(pattern)):
            # A file says on its own what it is for; its place says it in the installed system.
            name = file.name.replace(".sysusers", "").replace(".tmpfiles", "")
            yield file, f"{place}/{name}"
    packaging = layout.REPOSITORY / "packaging"
    for name in SHARED:
        for file in sorted((packaging / name).rglob("*")) or [packaging / name]:
            if file.is_file():
                yield file, f"usr/share/galla/{file.relative_to(packaging)}"


def write(disk, entries):
    """Writes the disk; with no entries it is empty."""
    with disk.open("wb") as out:
        with tarfile.open(fileobj=out, mode="w") as archive:
            for file, place in entries:
                archive.add(file, arcname=place, filter=_as_installed)
        size = out.tell()
        if size > DISK_BYTES:
            raise layout.BenchError(f"what is to be installed has {size >> 20} MiB; the guest's "
                                    f"second disk has {DISK_BYTES >> 20}")
        out.truncate(DISK_BYTES)
    return disk


def _as_installed(entry):
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mode = 0o755 if entry.name == "usr/bin/galla" else 0o644
    return entry
