"""What a terminal has shown for good: its finished lines, as a person would have read them.

A till draws the line being typed anew at every key and wipes it before it writes a row above, so
the bytes alone hold text that nobody sees. Control sequences: ECMA-48, and DEC's ESC 7 and ESC 8.
"""

import codecs
import re

# What stands where it is written: no control character, and none that begins a sequence.
PLAIN = re.compile(r"[^\x00-\x1f\x7f]+")
# Control sequences, operating system commands, charset choices, single-character escapes.
SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-Za-z]|[0-~])")
UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[()])?\Z")
BELL = "\x07"


class Transcript:
    """Takes what a program writes to its terminal and keeps what stays on it."""

    def __init__(self):
        self.finished = ""  # every line that has ended, each with its line feed
        self.line, self.column, self.saved = [], 0, 0
        self.decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.rest = ""

    def feed(self, data):
        """Takes bytes as they come, cut anywhere."""
        text = self.rest + self.decoder.decode(data)
        cut = UNFINISHED.search(text)
        text, self.rest = (text[:cut.start()], cut.group()) if cut else (text, "")
        at, ended = 0, []
        while at < len(text):
            if run := PLAIN.match(text, at):
                self._write(run.group())
                at = run.end()
            elif sequence := SEQUENCE.match(text, at):
                self._obey(sequence.group())
                at = sequence.end()
            else:
                self._put(text[at], ended)
                at += 1
        # Once for all: what is finished is long, and an addition copies it.
        if ended:
            self.finished += "".join(ended)

    def _write(self, run):
        self.line += " " * (self.column - len(self.line))
        end = self.column + len(run)
        self.line[self.column:end] = run
        self.column = end

    def _put(self, character, ended):
        match character:
            case "\n":
                ended.append("".join(self.line).rstrip(" ") + "\n")
                self.line, self.column = [], 0
            case "\r":
                self.column = 0
            case "\b":
                self.column = max(0, self.column - 1)
            case _ if character != BELL:
                self._write(character)

    def _obey(self, sequence):
        match sequence:
            case "\x1b[K" | "\x1b[0K":
                del self.line[self.column:]
            case "\x1b[2K":
                self.line = []
            case "\x1b7":
                self.saved = self.column
            case "\x1b8":
                self.column = self.saved
            case "\x1b[2J":
                self.line, self.column = [], 0
            case _:
                # Colours, wrapping, and what only moves between lines: none of it is text.
                return
