"""The technician's commands in front of real devices: watch, record, replay, learn; the rules' marks."""

import json
import pathlib
import re
import subprocess
import threading

from bench import HIDPOS, Keyboard, SerialScanner, Till, check, equal, matches, settle, wait_for
from bench.sample import A, B, stock_up
from bench.shop import PROGRAM, USER
from bench.waiting import DEFAULT_SECONDS, PATIENCE

LIMIT = 300

DATA_MATRIX = f"010{A}10A2\x1d21XYZ"
LOCAL_RULES = pathlib.Path("/etc/udev/rules.d/69-galla-local.rules")
ADDITION = pathlib.Path("/etc/galla/galla.toml.d/50-learnt-scanners.toml")
FOLDER = pathlib.Path("/run/bench/recordings")


def run():
    stock_up()
    FOLDER.mkdir()
    subprocess.run(["chown", USER, FOLDER], check=True)
    known = Keyboard(0).plug(), HIDPOS(1).plug(), SerialScanner(2).plug()
    marks(*known)
    watch(*known)
    for scanner, address in zip(known, ("evdev", "usb", "serial")):
        record(scanner, address)
    sell_from(FOLDER / "serial.recording")
    for scanner in known:
        scanner.remove()
    # Of no maker in the list; the keyboard has a serial number, the others go by their sockets.
    strangers = (Keyboard(0, 0x1234, 0x0001, serial="K1", name="Stranger Keys"),
                 HIDPOS(1, 0x1234, 0x0002, name="Stranger Reports"),
                 SerialScanner(2, 0x1234, 0x0003, name="Stranger Line"))
    person = Keyboard(3, 0x0416, 0xC141, name="Person").plug()
    for stranger in strangers:
        stranger.plug()
    for stranger in strangers:
        learn(stranger, person)
    sell_from_learnt(strangers, person)


def node_of(scanner):
    """The node under /dev that the rules are about."""
    match scanner:
        case Keyboard():
            return scanner.event_node
        case HIDPOS():
            return scanner.node
        case _:
            return scanner.tty_node


def udev_says(node):
    """What `udevadm info` prints of a node: its properties, and its tags."""
    printed = subprocess.run(["udevadm", "info", "--query=property", f"--name={node}"],
                             capture_output=True, text=True, check=True).stdout
    found = dict(line.split("=", 1) for line in printed.splitlines() if "=" in line)
    return found, found.get("CURRENT_TAGS", "").strip(":").split(":")


def marks(keyboard, hidpos, serial):
    """What the rules promise to the rest of the system, as udev tells it."""
    for scanner, ignored in ((keyboard, "LIBINPUT_IGNORE_DEVICE"), (hidpos, "ID_MM_DEVICE_IGNORE"),
                             (serial, "ID_MM_DEVICE_IGNORE")):
        found, tags = udev_says(node_of(scanner))
        equal((found.get("ID_GALLA_SCANNER"), found.get(ignored)), ("1", "1"),
              f"ID_GALLA_SCANNER and {ignored} of {node_of(scanner)}")
        check("systemd" in tags, f"{node_of(scanner)} has the tags {tags} and not systemd")
        equal(node_of(scanner).group(), "galla", f"the group of {node_of(scanner)}")
    found, _ = udev_says(serial.node)
    equal(found.get("ID_MM_DEVICE_IGNORE"), "1", "ID_MM_DEVICE_IGNORE of the serial scanner itself")


class Command:
    """A `galla scanner` command that runs while its scanners scan."""

    def __init__(self, *words, user=USER):
        self.process = subprocess.Popen(
            [PROGRAM, "scanner", *map(str, words)], stdin=subprocess.DEVNULL, user=user, group=user,
            extra_groups=[], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/",
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
        self.lines = {"out": [], "err": []}
        self.readers = [threading.Thread(target=self._read, args=(file, name), daemon=True)
                        for name, file in (("out", self.process.stdout),
                                           ("err", self.process.stderr))]
        for reader in self.readers:
            reader.start()

    def expect(self, stream, pattern):
        """Waits for a line."""
        return wait_for(lambda: next((found for line in list(self.lines[stream])
                                      if (found := re.search(pattern, line))), None),
                        f"/{pattern}/ from galla scanner; there is {self.lines}")

    def end(self, status=0):
        """Waits for its end and gives its output and what it said beside it."""
        equal(self.process.wait(DEFAULT_SECONDS * PATIENCE), status,
              f"the exit status; it said {self.lines}")
        for reader in self.readers:
            reader.join()
        return "\n".join(self.lines["out"]), "\n".join(self.lines["err"])

    def _read(self, file, name):
        for line in file:
            self.lines[name].append(line.rstrip("\n"))


def watch(keyboard, hidpos, serial):
    """Each scan with what it was, how it came and what is to be thought of it."""
    command = Command("watch", "auto", "--json", "--scans", 3)
    for way in ("keyboard", "hid-pos", "serial"):
        command.expect("out", rf'"event":"ready".*"way":"{way}"')
    keyboard.scan(A, terminator="tab")
    command.expect("out", f'"text":"{A}"')
    hidpos.scan(DATA_MATRIX, aim="]d2")
    command.expect("out", '"aim":"]d2"')
    serial.scan(B)
    out, _ = command.end()
    scans = {row["way"]: row for row in map(json.loads, out.splitlines()) if row["event"] == "scan"}
    equal(set(scans), {"keyboard", "hid-pos", "serial"}, "the ways of the scans that were watched")
    said = {way: {verdict["verdict"] for verdict in row["verdicts"]} for way, row in scans.items()}
    equal((scans["keyboard"]["text"], scans["keyboard"]["terminator"]), (A, "Tab"), "the keys")
    check({"keyboard-mode", "terminator"} <= said["keyboard"], f"verdicts: {said['keyboard']}")
    equal(scans["hid-pos"]["text"], DATA_MATRIX.replace("\x1d", "␝"), "the reports' text")
    check({"hid-pos-mode", "identifier", "separator"} <= said["hid-pos"], f"{said['hid-pos']}")
    equal(scans["serial"]["text"], B, "the line's text")
    check("serial-mode" in said["serial"], f"verdicts: {said['serial']}")


def record(scanner, scheme):
    """A recording of two scans replays as what was scanned, and not as anything else."""
    file = FOLDER / f"{scheme}.recording"
    command = Command("record", file, f"{scheme}:port={scanner.port}", "--scans", 2)
    command.expect("err", rf"on port {scanner.port} is ready")
    scanner.scan(A)
    command.expect("err", rf"1: .*{A}")
    scanner.scan(B)
    _, said = command.end()
    matches(said, r"2 scans from .* are in ", "what `record` says at its end")
    out, said = Command("replay", file, "--speed", "max", "--json").end()
    matches(said, "found all 2 that the recording expects", "what `replay` says")
    texts = [row["text"] for row in map(json.loads, out.splitlines()) if row["event"] == "scan"]
    equal(texts, [A, B], f"what the recording of {scheme} replays")
    changed = FOLDER / f"{scheme}-changed.recording"
    changed.write_text(file.read_text().replace(B, A))
    check(changed.read_text() != file.read_text(), "the recording does not say what it expects")
    _, said = Command("replay", changed, "--speed", "max").end(status=1)
    matches(said, "Outcome 2 .* should be", "what `replay` says of another outcome")


def wait_until_heard(scanner, command):
    """Waits until the command has opened the scanner's node: it listens from then on."""
    def is_open():
        for file in pathlib.Path(f"/proc/{command.process.pid}/fd").iterdir():
            try:
                if file.readlink() == node_of(scanner):
                    return True
            except FileNotFoundError:
                continue  # closed meanwhile
        return False
    wait_for(is_open, f"galla to open {node_of(scanner)}")


def sell_from(recording):
    """A till sells what a recording has in it."""
    till = Till(printer="none:", scanner=f"replay:{recording},speed=max").start()
    till.expect_all(r"1 × ₹100\.00 .*Product A", r"1 × ₹100\.00 .*Product B")
    till.answer("void", "not sold")
    till.stop()


def learn(stranger, person):
    """One scan makes an unknown scanner known: to the settings, and to udev without a replug."""
    node = node_of(stranger)
    found, _ = udev_says(node)
    check(found.get("ID_GALLA_SCANNER") != "1", f"{node} is known before it was learnt")
    command = Command("learn", user="root")
    command.expect("err", "scan one barcode")
    wait_until_heard(stranger, command)
    # A person who types beside it is no scanner.
    person.scan("12", gap=0.3)
    stranger.scan(A)
    out, _ = command.end()
    matches(out, "Found: .*" + stranger.name_on_label, "what `learn` says")
    for file in (ADDITION, LOCAL_RULES):
        matches(out, f"Wrote {file}", "what `learn` says")
    for command in (["control", "--reload"], ["trigger", "--action=add"]):
        check(f"sudo udevadm {' '.join(command)}" in out, f"`learn` does not say {command}")
        subprocess.run(["udevadm", *command], check=True)
    settle()
    is_known(stranger)
    check(udev_says(person.event_node)[0].get("ID_GALLA_SCANNER") != "1", "a person's keyboard is "
                                                                          "marked as a scanner")


def is_known(stranger):
    """Whether the local rule has been read and the packaged ones have acted on it."""
    node = node_of(stranger)
    found, tags = udev_says(node)
    equal(found.get("ID_GALLA_SCANNER"), "1", f"the mark of {node}, which was learnt")
    equal(node.group(), "galla", f"the group of {node}, which was learnt")
    check("systemd" in tags, f"{node}, which was learnt, has the tags {tags}")


def sell_from_learnt(strangers, person):
    """After a replug too: the till takes them, by the mark and by the settings alike."""
    for stranger in strangers:
        stranger.unplug()
        stranger.plug()
        is_known(stranger)
    till = Till(printer="none:").start()
    till.expect_all(*(rf"Scanner ready: .*{stranger.name_on_label} on" for stranger in strangers))
    for number, stranger in enumerate(strangers, 1):
        stranger.scan(A)
        till.expect(rf"{number} × ₹100\.00 .*Product A")
    till.answer("void", "not sold")
    till.stop()
    command = Command("watch", "--json", "--scans", 1)
    for stranger in strangers:
        command.expect("out", rf'"event":"ready".*{stranger.name_on_label}')
    strangers[1].scan(B)
    out, _ = command.end()
    check(person.name_on_label not in out, "a person's keyboard was watched")
