"""The command line. Each command loads only what it needs: this module imports nothing heavy."""


def main() -> None:
    """Runs `proclogic` with the arguments of the process, and ends the process with its exit code."""
    import gc
    import os
    import sys

    # A command makes many small lasting values at once: looking for cycles among them so often costs more than solving.
    gc.set_threshold(100_000, 50, 50)

    from proclogic.cli.run import run

    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass
    # Everything is written: taking the interpreter apart, value by value, would only keep the reader waiting.
    os._exit(code)
