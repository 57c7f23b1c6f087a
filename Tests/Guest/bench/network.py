"""A receipt printer in the network: a port of the guest that answers like port 9100 of one."""

import socket
import threading
import time

from .leftovers import place
from .status import Status
from .waiting import DEFAULT_SECONDS, PATIENCE, TooLate


class NetworkPrinter:
    """Takes one connection at a time. `printed` is what is on its paper."""

    udc = "tcp"

    def __init__(self, port=9100):
        self.status = Status()
        self.changed = threading.Condition()
        self.connection = None
        self.log = place("printer-tcp.bin").open("wb", buffering=0)
        self.port = port
        self.listener = None

    def switch_on(self):
        """Listens; gives itself."""
        self.listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._serve, args=(self.listener,), daemon=True).start()
        return self

    def switch_off(self):
        """The connection breaks and the port is closed."""
        listener, self.listener = self.listener, None
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        with self.changed:
            if self.connection:
                self.connection.shutdown(socket.SHUT_RDWR)

    @property
    def printed(self):
        return self.status.printed

    def change(self, **what):
        """As `Printer.change`."""
        with self.changed:
            at = time.monotonic()
            self.status.change(**what)
            self._pass_words_on()
            self.changed.notify_all()
            return at

    def wait_for_bytes(self, predicate, what, timeout=DEFAULT_SECONDS):
        """As `Printer.wait_for_bytes`."""
        with self.changed:
            if not self.changed.wait_for(lambda: predicate(bytes(self.printed)),
                                         timeout * PATIENCE):
                raise TooLate(f"waited in vain for {what}; {len(self.printed)} bytes were printed")
            return bytes(self.printed)

    def _serve(self, listener):
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with self.changed:
                self.connection = connection
            self._read(connection)

    def _read(self, connection):
        while True:
            try:
                data = connection.recv(4096)
            except OSError:
                data = b""
            if not data:
                connection.close()
                with self.changed:
                    self.connection = None
                return
            self.log.write(data)
            with self.changed:
                self.status.feed(data)
                self._pass_words_on()
                self.changed.notify_all()

    def _pass_words_on(self):
        words, self.status.words = self.status.words, []
        if self.connection:
            for reply in words:
                self.connection.sendall(reply)
