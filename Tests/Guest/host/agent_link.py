"""The host's end of the line to the agent in the guest."""

import pathlib
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "agent"))

import frames  # noqa: E402  the guest's copy and the host's are the same file


class GuestSilent(Exception):
    """The guest did not answer in its time: it hangs, or it is dead."""


class AgentLink:
    """Frames to and from the agent, with a deadline on everything that waits."""

    def __init__(self, connection):
        self.connection = connection
        self.decoder = frames.Decoder()
        self.arrived = []

    def send(self, message, blob=b"", timeout=60):
        """Hands one frame over."""
        self.connection.settimeout(timeout)
        try:
            self.connection.sendall(frames.encode(message, blob))
        except OSError as error:
            raise GuestSilent(f"the guest does not take messages: {error}") from error

    def receive(self, timeout):
        """Gives the next frame as (message, blob)."""
        deadline = time.monotonic() + timeout
        while not self.arrived:
            self.connection.settimeout(max(deadline - time.monotonic(), 0.001))
            try:
                data = self.connection.recv(1 << 18)
            except TimeoutError:
                raise GuestSilent("the guest said nothing in time") from None
            except OSError as error:
                raise GuestSilent(f"the line to the guest broke: {error}") from error
            if not data:
                raise GuestSilent("QEMU closed the line: the guest ended")
            self.arrived += self.decoder.feed(data)
        return self.arrived.pop(0)

    def greet(self, timeout, at=None):
        """Sets the guest's clock, to another time than now if one is given, and waits until its boot
        has settled."""
        self.send({"op": "hello", "time": at or time.time()}, timeout=timeout)
        self._expect("ready", timeout)

    def run(self, argv, into, env=None, blob=b"", timeout=120, output=None):
        """Runs a program in the guest; gives (status, output). `output` is called with each piece.
        Raises GuestSilent when it has not ended in time; the program is then still running."""
        self.send({"op": "run", "argv": argv, "env": env or {}, "into": into}, blob)
        return self.follow(timeout, output)

    def stop_running(self, number, timeout, output=None):
        """Sends a signal to the running program's group; tells whether it ended."""
        try:
            self.send({"op": "signal", "number": number}, timeout=timeout)
            self.follow(timeout, output)
        except GuestSilent:
            return False
        return True

    def follow(self, timeout, output):
        """Gives (status, output) of the program that is running, as `run` does."""
        deadline, pieces = time.monotonic() + timeout, []
        while True:
            message, data = self.receive(deadline - time.monotonic())
            match message["event"]:
                case "output":
                    pieces.append(data)
                    if output:
                        output(data)
                case "exit":
                    return message["status"], b"".join(pieces).decode(errors="replace")
                case "refused":
                    raise GuestSilent(f"the agent refused: {message['why']}")

    def fetch(self, path, timeout=60):
        """Gives a tar of a folder in the guest."""
        self.send({"op": "fetch", "path": path}, timeout=timeout)
        return self._expect("files", timeout)

    def _expect(self, event, timeout):
        message, blob = self.receive(timeout)
        if message["event"] != event:
            raise GuestSilent(f"the agent answered {message} instead of {event}")
        return blob
