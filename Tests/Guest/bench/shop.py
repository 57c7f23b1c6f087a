"""The shop as it lies on disk: Galla's commands, its database, and a fingerprint of both."""

import contextlib
import grp
import hashlib
import os
import pathlib
import pwd
import shutil
import sqlite3
import subprocess

from .leftovers import place

USER = "galla"
PROGRAM = "/usr/bin/galla"
DATA = pathlib.Path("/var/lib/galla")
COMMAND_SECONDS = 60


def galla(*words, expect=0, stdin="", data=DATA):
    """Runs a `galla` command as the service's user and gives its output.

    Fails when its exit status is another than `expect`, with what it said; `expect=None` takes any.
    """
    argv = [PROGRAM, *map(str, words), "--data", str(data)]
    done = subprocess.run(argv, input=stdin, capture_output=True, text=True, user=USER, group=USER,
                          extra_groups=[], cwd="/", umask=0o007, timeout=COMMAND_SECONDS,
                          env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}, check=False)
    with place("commands.txt").open("a") as log:
        log.write(f"$ {' '.join(argv)}\n{done.stdout}{done.stderr}→ {done.returncode}\n")
    if expect is not None and done.returncode != expect:
        raise AssertionError(f"{' '.join(argv)} ended with {done.returncode} instead of {expect}: "
                             f"{done.stderr or done.stdout}")
    return done.stdout + done.stderr


def import_csv(kind, text, data=DATA):
    """Imports products or batches from a CSV text."""
    file = pathlib.Path(f"/run/bench/{kind}.csv")
    file.write_text(text)
    file.chmod(0o644)
    return galla("import", kind, file, data=data)


def clean_data():
    """Empties the data folder, leaving its owner and mode as the package made them."""
    for entry in DATA.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def query(sql, *parameters, data=DATA):
    """Gives the rows of a read-only query as tuples."""
    with as_service_user(), contextlib.closing(
            sqlite3.connect(f"file:{data}/galla.sqlite?mode=ro", uri=True, timeout=10)) as database:
        return database.execute(sql, parameters).fetchall()


def value(sql, *parameters, data=DATA):
    """Gives the only column of the only row of a query."""
    rows = query(sql, *parameters, data=data)
    if len(rows) != 1 or len(rows[0]) != 1:
        raise AssertionError(f"{sql} gave {len(rows)} rows instead of one value: {rows[:3]}")
    return rows[0][0]


def fingerprint(*printers, data=DATA):
    """What a refused input must leave as it was: every row of every table, every printed byte."""
    with as_service_user(), contextlib.closing(
            sqlite3.connect(f"file:{data}/galla.sqlite?mode=ro", uri=True, timeout=10)) as database:
        state = {"the database": contents(database)}
    for printer in printers:
        state[f"the paper of cable {printer.udc}"] = bytes(printer.printed)
    return state


def contents(database):
    """A digest of the schema and of every row. A virtual table cannot always be scanned; what it
    holds stands in ordinary tables of its own, which are read like all others."""
    digest = hashlib.sha256()
    entries = database.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name").fetchall()
    for kind, name, sql in entries:
        digest.update(repr((kind, name, sql)).encode())
        if kind == "table" and not sql.upper().startswith("CREATE VIRTUAL"):
            for row in database.execute(f'SELECT * FROM "{name}"'):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def database_files(data=DATA):
    """The database's files, byte for byte. A `query` in between may change them: the last reader
    to go can shorten the log."""
    return {f"the bytes of {name}": hashlib.sha256((data / name).read_bytes()).hexdigest()
            for name in ("galla.sqlite", "galla.sqlite-wal") if (data / name).exists()}


@contextlib.contextmanager
def as_service_user():
    """Acts as the service's user: a reader makes files beside the database, and what root made
    there the till could not open."""
    group, user = grp.getgrnam(USER).gr_gid, pwd.getpwnam(USER).pw_uid
    mask = os.umask(0o007)
    os.setegid(group)
    os.seteuid(user)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.umask(mask)
