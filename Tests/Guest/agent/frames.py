"""One message between the host and the agent in the guest.

A frame is a magic word, two big-endian lengths, a JSON object and bytes that belong to it.
The magic word makes a stream that has lost its place fail at once, with a sentence, and not by
waiting for four gigabytes that never come.
"""

import json
import struct

MAGIC = b"GBF1"
HEADER = struct.Struct(">4sII")
JSON_LIMIT = 1 << 20
BLOB_LIMIT = 1 << 30


class FrameError(Exception):
    """The stream does not hold a frame: whoever reads it must close it."""


def encode(message, blob=b""):
    """Gives the bytes of one frame."""
    text = json.dumps(message).encode()
    if len(text) > JSON_LIMIT or len(blob) > BLOB_LIMIT:
        raise FrameError(f"a frame of {len(text)} + {len(blob)} bytes is over the limit")
    return HEADER.pack(MAGIC, len(text), len(blob)) + text + blob


class Decoder:
    """Collects the bytes that arrive and gives back whole frames."""

    def __init__(self):
        self.buffer = bytearray()

    def feed(self, data):
        """Adds bytes and returns the frames that are complete now, as (message, blob) pairs."""
        self.buffer += data
        frames = []
        while (frame := self._take()) is not None:
            frames.append(frame)
        return frames

    def _take(self):
        if len(self.buffer) < HEADER.size:
            return None
        magic, text_length, blob_length = HEADER.unpack_from(self.buffer)
        if magic != MAGIC or text_length > JSON_LIMIT or blob_length > BLOB_LIMIT:
            raise FrameError(f"not a frame: {bytes(self.buffer[:16]).hex(' ')}")
        end = HEADER.size + text_length + blob_length
        if len(self.buffer) < end:
            return None
        middle = HEADER.size + text_length
        message = json.loads(self.buffer[HEADER.size:middle])
        blob = bytes(self.buffer[middle:end])
        del self.buffer[:end]
        return message, blob
