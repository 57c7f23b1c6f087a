"""The bench's hand in the guest: runs what the host sends and tells what came of it.

It is part of the guest's image, so it knows nothing about Galla: a change of a scenario or of the
bench library must not rebuild the image. Messages from the host:

  hello  {time}              sets the clock, answers {event: ready} when the boot has settled
  run    {argv, env, into}   unpacks the frame's tar into a folder, runs a program there, sends
                             its output as {event: output} frames, its end as {event: exit}
  signal {number}            sends a signal to the program and everything it started in its group
  fetch  {path}              answers {event: files} with a tar of a folder
"""

import io
import os
import pathlib
import select
import signal
import subprocess
import tarfile
import time

import frames

PORT = "/dev/virtio-ports/galla.bench"
CHUNK = 1 << 16


class Agent:
    """One port, at most one running program."""

    def __init__(self, port):
        self.port = port
        self.decoder = frames.Decoder()
        self.child = None
        self.end = None  # readable when the child has ended

    def serve(self):
        """Answers for ever."""
        while True:
            poll = select.poll()
            poll.register(self.port, select.POLLIN)
            if self.child:
                poll.register(self.end, select.POLLIN)
                if not self.child.stdout.closed:
                    poll.register(self.child.stdout, select.POLLIN)
            ready = dict(poll.poll())
            if self.port in ready:
                self._hear(ready[self.port])
            elif self.end in ready:
                self._bury()
            else:
                self._pass_output_on()

    def _hear(self, event):
        data = os.read(self.port, CHUNK) if event & select.POLLIN else b""
        if not data:
            # A virtio port without a host side is readable for ever and has no event for
            # the host's return: the only place where the agent has to look again by the clock.
            time.sleep(0.05)
            return
        for message, blob in self.decoder.feed(data):
            try:
                self._obey(message, blob)
            except Exception as error:  # the host must hear of it, whatever it is
                self._send({"event": "refused", "why": f"{type(error).__name__}: {error}"})

    def _obey(self, message, blob):
        match message["op"]:
            case "hello":
                time.clock_settime(time.CLOCK_REALTIME, message["time"])
                subprocess.run(["systemctl", "is-system-running", "--wait"],
                               stdout=subprocess.DEVNULL, check=False)
                self._send({"event": "ready"})
            case "run":
                self._run(message, blob)
            case "signal":
                if self.child:
                    os.killpg(self.child.pid, message["number"])
            case "fetch":
                self._send({"event": "files"}, self._packed(message["path"]))
            case unknown:
                raise ValueError(f"unknown message {unknown}")

    def _run(self, message, blob):
        folder = pathlib.Path(message["into"])
        folder.mkdir(parents=True, exist_ok=True)
        if blob:
            with tarfile.open(fileobj=io.BytesIO(blob)) as archive:
                archive.extractall(folder)
        self.child = subprocess.Popen(
            message["argv"], cwd=folder, env={**os.environ, **message["env"]},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )

        os.set_blocking(self.child.stdout.fileno(), False)
        self.end = os.pidfd_open(self.child.pid)

    def _pass_output_on(self):
        """Sends what the child has written; tells whether there may be more."""
        try:
            data = os.read(self.child.stdout.fileno(), CHUNK)
        except BlockingIOError:
            return False
        if data:
            self._send({"event": "output"}, data)
        else:
            self.child.stdout.close()
        return bool(data)

    def _bury(self):
        # What the program left running would write into the next program's world. It may also
        # hold the pipe open, so its end says nothing about the program's.
        try:
            os.killpg(self.child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass  # nothing left: the usual case
        while not self.child.stdout.closed and self._pass_output_on():
            pass
        self.child.stdout.close()
        os.close(self.end)
        status = self.child.wait()
        self.child = self.end = None
        self._send({"event": "exit", "status": status})

    def _packed(self, path):
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            if os.path.isdir(path):
                archive.add(path, arcname=".", filter=regular_only)
        return buffer.getvalue()

    def _send(self, message, blob=b""):
        data = memoryview(frames.encode(message, blob))
        while data:
            data = data[os.write(self.port, data):]


def regular_only(entry):
    """Leaves sockets, pipes and device nodes out of an archive that is for reading."""
    return entry if entry.isfile() or entry.isdir() else None


if __name__ == "__main__":
    Agent(os.open(PORT, os.O_RDWR | os.O_CLOEXEC)).serve()
