"""Puts beside a scenario's own leftovers what the system knows: journal, database, devices."""

import shutil
import subprocess

from .leftovers import place
from .shop import DATA

COMMANDS = {
    "journal.txt": ("journalctl", "--boot", "--no-pager", "--output=short-monotonic"),
    "devices.txt": ("udevadm", "info", "--export-db"),
    "units.txt": ("systemctl", "--no-pager", "--all", "status", "galla*"),
}


def main():
    """Writes everything into the folder that goes back to the host."""
    for name, command in COMMANDS.items():
        with place(name).open("wb") as out:
            subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False)
    if DATA.is_dir():
        # A copy file by file: opening the database here could change its WAL.
        shutil.copytree(DATA, place("database"), dirs_exist_ok=True,
                        ignore=lambda folder, names: [name for name in names
                                                      if name.endswith(".sock")])


if __name__ == "__main__":
    main()
