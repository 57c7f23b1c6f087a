"""The folder whose contents come back to the host after a scenario."""

import pathlib

FOLDER = pathlib.Path("/run/bench/out")


def place(name):
    """Where to write a file that is to come back."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    return FOLDER / name
