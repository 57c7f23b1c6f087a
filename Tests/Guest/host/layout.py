"""Where things are, and the few helpers every other file of the host's half needs."""

import hashlib
import pathlib
import shutil
import subprocess
import time

GUEST = pathlib.Path(__file__).resolve().parent.parent
REPOSITORY = GUEST.parent.parent
CACHE = REPOSITORY / ".guest"
SCENARIOS = GUEST / "scenarios"


class BenchError(Exception):
    """Something a person has to put right before any scenario can run; the text says what."""


def say(text):
    """Prints one line at once, also into a pipe."""
    print(text, flush=True)


class Timed:
    """Prints what is being done and, at its end, how long it took."""

    def __init__(self, what):
        self.what = what

    def __enter__(self):
        self.start = time.monotonic()
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            say(f"guest: {self.what} ({time.monotonic() - self.start:.1f} s)")


def fingerprint(*parts):
    """A short name for exactly these files, folders and texts."""
    digest = hashlib.sha256()
    for part in parts:
        if isinstance(part, pathlib.Path):
            for file in sorted(part.rglob("*")) if part.is_dir() else [part]:
                if file.is_file() and file.suffix != ".pyc":
                    digest.update(f"{file.relative_to(part.parent)}\0".encode())
                    with file.open("rb") as content:
                        digest.update(hashlib.file_digest(content, "sha256").digest())
        else:
            digest.update(f"{part}\0".encode())
    return digest.hexdigest()[:16]


def call(*argv, why, **options):
    """Runs a host program; a failure becomes a BenchError that ends with its last words."""
    if shutil.which(str(argv[0])) is None:
        raise BenchError(f"{argv[0]} is missing on this machine; it is needed to {why}. "
                         "The packages are named in Tests/Guest/README.md.")
    done = subprocess.run([str(word) for word in argv], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace",
                          check=False, **options)
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-15:])
        raise BenchError(f"could not {why}: {argv[0]} ended with {done.returncode}\n{tail}")
    return done.stdout


def renew(folder):
    """Gives an empty folder in the place of whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
