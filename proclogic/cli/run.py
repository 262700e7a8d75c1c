"""Runs one command and turns whatever happens into an exit code, never into a traceback.

0 done ("no" is an answer); 1 findings; 2 wrong command line, or a question that cannot be read; 3 rules that cannot be
read; 4 the search was not complete; 5 a program that is needed is missing; 70 a bug of ours; 130 interrupted. A reader
that closes the pipe early (`proclogic ... | head`) ends the command quietly with 0.
"""

from __future__ import annotations

import os
import sys

from proclogic.cli.streams import CannotWrite, ReaderLeft, flush

DONE, FINDINGS, WRONG_COMMAND, UNREADABLE, INCOMPLETE, NO_PROGRAM, BUG, INTERRUPTED = 0, 1, 2, 3, 4, 5, 70, 130


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    try:
        _speak_utf8()
        code = _command(arguments)
        flush()
        return code
    except (BrokenPipeError, ReaderLeft):
        _close_quietly()
        return DONE
    except CannotWrite as error:
        _close_quietly()
        sys.stderr.write(f"The answer could not be written: {str(error).lower()}. What was written is not whole.\n")
        return WRONG_COMMAND
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:
        return _bug(error, arguments)


def _command(arguments: list[str]) -> int:
    if not arguments:
        from proclogic.cli.commands import first_screen

        sys.stdout.write(first_screen())
        return DONE
    if arguments in (["--version"], ["-V"]):
        from proclogic import __version__

        sys.stdout.write(f"proclogic {__version__}\n")
        return DONE
    from proclogic.cli.app import app

    try:
        code = app(arguments)(arguments, prog_name="proclogic", standalone_mode=False)
    except Exception as error:
        # Typer's errors of usage know how to show themselves; their classes are not part of its public names.
        show = getattr(error, "show", None)
        if show is None:
            raise
        show(file=sys.stderr)
        return WRONG_COMMAND
    return INTERRUPTED if code == INTERRUPTED else int(code or DONE)


def _speak_utf8() -> None:
    """Texts hold any letter: what cannot be written in the encoding of the terminal is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is None:
            continue
        if not stream.isatty() and os.name == "nt":
            change(encoding="utf-8")
        change(errors="backslashreplace")


def _interrupted() -> int:
    sys.stderr.write("\nStopped.\n")
    return INTERRUPTED


def _close_quietly() -> None:
    """Gives the stream to nobody, so that the interpreter's last flush does not fail again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115


def _bug(error: Exception, arguments: list[str]) -> int:
    """Writes the details to a file in the user's own folder, and says where."""
    import tempfile
    import traceback

    from proclogic import __version__
    from proclogic.cache import folder

    details = "".join(traceback.format_exception(error))
    text = f"proclogic {__version__}, Python {sys.version}\narguments: {arguments}\n\n{details}"
    for place in (folder(), tempfile.gettempdir()):
        try:
            os.makedirs(place, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                "w", prefix="bug-", suffix=".txt", dir=place, delete=False, encoding="utf-8", errors="replace"
            ) as file:
                file.write(text)
            where = f"The details are in {file.name}"
            break
        except OSError:
            where = "The details could not be written to a file"
    sys.stderr.write(
        f"I have a bug: this should not happen, and it is not your mistake.\n{where};\n"
        "the file quotes your command and stays on this computer. Please send it with a report.\n"
    )
    return BUG
