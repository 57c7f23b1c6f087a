"""Runs one scenario file: `python3 -m bench.main scenarios/NAME.py`.

The last line it prints is the reason of a failure, the traceback stands above it.
"""

import os
import runpy
import sys
import threading
import traceback


def main(file):
    """Gives the exit status after calling the file's `run()`."""
    try:
        runpy.run_path(file)["run"]()
    except KeyboardInterrupt:
        traceback.print_exc(file=sys.stdout)
        print("stopped at its time limit", flush=True)
        return 1
    except Exception as error:
        traceback.print_exc(file=sys.stdout)
        print(f"{type(error).__name__}: {' '.join(str(error).split())}", flush=True)
        return 1
    return 0


def thread_failed(failure):
    """Ends the scenario: a device without one of its threads is not the device it is tested with."""
    traceback.print_exception(failure.exc_value, file=sys.stdout)
    print(f"{failure.thread.name}: {failure.exc_type.__name__}: {failure.exc_value}", flush=True)
    os._exit(1)


if __name__ == "__main__":
    threading.excepthook = thread_failed
    status = main(sys.argv[1])
    sys.stdout.flush()
    # Threads that wait for a gadget's next packet would keep the interpreter from ending.
    os._exit(status)
