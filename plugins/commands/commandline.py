"""The command line in Vietnamese, read off the signatures of plain functions; these are invoke tasks as well.

Works before anything is installed: standard library only (invoke is imported for its collection alone). What
a task does is no matter here."""

import argparse
import atexit
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

PYTHON = "py" if os.name == "nt" else "python3"
EXIT_MISTAKE = EXIT_CRASH = 2
EXIT_STOPPED = 130
CRASH_LOG = "su-co.log"


class Mistake(Exception):
    """The user asked for something that cannot be; the message says in Vietnamese what and what to do."""


@dataclass(frozen=True)
class Option:
    """One parameter of a task. `kind` is its annotation: Path, int, str, date or bool (no value)."""

    name: str
    kind: type
    help: str

    @property
    def flag(self) -> str:
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True)
class Command:
    """One task: `sentence` is its docstring's first line; `rest` the help of its `*args`, passed on."""

    name: str
    sentence: str
    options: tuple[Option, ...]
    rest: str
    run: Callable


def describe(functions: Iterable[Callable], helps: dict[str, str]) -> dict[str, Command]:
    """The tasks by name, from annotated functions and one sentence of help for each name of a parameter."""
    commands = {}
    for function in functions:
        options, rest = [], ""
        for name, parameter in inspect.signature(function).parameters.items():
            if parameter.kind is parameter.VAR_POSITIONAL:
                rest = helps[name]
            else:
                options.append(Option(name, parameter.annotation, helps[name]))
        name, sentence = function.__name__, inspect.getdoc(function).splitlines()[0]
        commands[name] = Command(name, sentence, tuple(options), rest, function)
    return commands


def read(commands: dict[str, Command], argv: list[str]) -> tuple[Command | None, dict[str, object], list[str]]:
    """The task that `argv` names, its values and the arguments to pass on.

    Where help is asked for it is printed, and the task is None. Raises Mistake."""
    if not argv or argv[0] in ("-h", "--help"):
        print(overview(commands))
        return None, {}, []
    name, *words = argv
    if name not in commands:
        raise Mistake(f"Không có việc “{name}”{_perhaps(name, commands)}. Các việc: {', '.join(commands)}.")
    command = commands[name]
    parser = _parser(command)
    if "-h" in words or "--help" in words:
        print(parser.format_help().rstrip())
        return None, {}, []
    if command.rest:
        return command, {}, words
    try:
        given, unknown = parser.parse_known_args(words)
    except argparse.ArgumentError as error:
        raise Mistake(_explain(command, error.argument_name)) from error
    if unknown:
        known = [option.flag for option in command.options]
        raise Mistake(
            f"Việc “{name}” không có tùy chọn “{unknown[0]}”{_perhaps(unknown[0].split('=')[0], known)}. "
            f"Xem các tùy chọn: {PYTHON} tasks.py {name} --help"
        )
    return command, convert(command, vars(given)), []


def convert(command: Command, given: dict[str, object]) -> dict[str, object]:
    """Typed values of what was given; the rest keeps its default. Paths count from the caller's folder."""
    values = {option.name: (option, given.get(option.name)) for option in command.options}
    return {name: _value(*pair) for name, pair in values.items() if pair[1] not in (None, "", False)}


def run(command: Command, values: dict[str, object], rest: Iterable[str], logs: Path) -> int:
    """Do the task and give its exit code. The unforeseen becomes one sentence, and a log in `logs`."""
    try:
        return command.run(*rest, **values) or 0
    except Mistake as mistake:
        complain(mistake)
        return EXIT_MISTAKE
    except KeyboardInterrupt:
        complain("Đã dừng theo yêu cầu.")
        return EXIT_STOPPED
    except BrokenPipeError:  # whoever read our words has gone; the work itself was done or stopped cleanly
        sys.stdout = None
        return EXIT_STOPPED
    except Exception as crash:
        import traceback  # slow to load

        log = Path(values.get("cache") or logs) / CRASH_LOG
        try:
            log.parent.mkdir(parents=True, exist_ok=True)
            log.write_text(traceback.format_exc(), encoding="utf-8")
            where = f"Hãy gửi quản trị tệp {log}"
        except OSError:
            where = traceback.format_exc()
        if isinstance(crash, OSError) and crash.filename:
            complain(f"Không đọc hoặc ghi được {crash.filename} ({crash.strerror}). Trang cũ vẫn nguyên. {where}")
        else:
            complain(f"Có sự cố ngoài dự kiến ({type(crash).__name__}: {crash}). {where}")
        return EXIT_CRASH


def leave(code: int) -> NoReturn:
    """Ends the process: what is to be done at the end is done and said, the rest is left to the system. Python would take all
    modules apart one by one, which for an edit is a tenth of the whole."""
    if "threading" in sys.modules and sys.modules["threading"].active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except OSError:
        code = code or EXIT_STOPPED
    os._exit(code)


def complain(message: object) -> None:
    """One sentence to the terminal's error stream."""
    print(message, file=sys.stderr, flush=True)


def overview(commands: dict[str, Command]) -> str:
    """The help of tasks.py as a whole: every task with its sentence."""
    width = max(map(len, commands))
    lines = [f"  {command.name:<{width}}  {command.sentence}" for command in commands.values()]
    head = [f"Cách dùng: {PYTHON} tasks.py VIỆC [tùy chọn]", "", "Các việc:"]
    return "\n".join([*head, *lines, "", f"Tùy chọn của một việc: {PYTHON} tasks.py VIỆC --help"])


def collection(commands: dict[str, Command], logs: Path):
    """The same tasks as an invoke Collection, for `invoke --list` and `invoke build`."""
    import invoke

    tasks = invoke.Collection()
    for command in commands.values():
        tasks.add_task(invoke.Task(_invokable(command, logs), name=command.name, auto_shortflags=False))
    return tasks


def _invokable(command: Command, logs: Path) -> Callable:
    def body(context, **given):
        try:
            values = convert(command, given)
        except Mistake as mistake:
            complain(mistake)
            sys.exit(EXIT_MISTAKE)
        if code := run(command, values, (), logs):
            sys.exit(code)

    context = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    empty = {option.name: False if option.kind is bool else "" for option in command.options}
    options = [inspect.Parameter(name, context.kind, default=value) for name, value in empty.items()]
    body.__signature__ = inspect.Signature([context, *options])
    body.__doc__ = command.sentence
    return body


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, "Cách dùng: ")


def _parser(command: Command) -> argparse.ArgumentParser:
    end = f"[{command.rest}]" if command.rest else "[tùy chọn]"
    parser = argparse.ArgumentParser(
        usage=f"{PYTHON} tasks.py {command.name} {end}",
        description=command.sentence,
        formatter_class=_Help,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    group = parser.add_argument_group("Tùy chọn")
    for option in command.options:
        if option.kind is bool:
            group.add_argument(option.flag, action="store_true", help=option.help)
        else:
            group.add_argument(option.flag, metavar=_METAVARS[option.kind], help=option.help)
    group.add_argument("-h", "--help", action="store_true", help="in phần hướng dẫn này")
    return parser


_METAVARS = {Path: "ĐƯỜNG_DẪN", int: "SỐ", str: "GIÁ_TRỊ", date: "NĂM-THÁNG-NGÀY"}
_EXAMPLES = {Path: "thu-muc", int: "8000", str: "https://tinhdoan.example.vn", date: "2026-03-26"}


def _value(option: Option, written: object) -> object:
    if option.kind is Path:
        return Path(os.path.abspath(str(written)))
    if option.kind is int and re.fullmatch(r"[0-9]{1,9}", str(written)):
        return int(str(written))
    if option.kind is date and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(written)):
        try:
            return date.fromisoformat(str(written))
        except ValueError as error:
            raise Mistake(f"{option.flag}: không có ngày “{written}” trong lịch.") from error
    if option.kind in (int, date):
        wanted = "một số nguyên" if option.kind is int else "ngày viết theo dạng năm-tháng-ngày"
        example = f"{option.flag} {_EXAMPLES[option.kind]}"
        raise Mistake(f"{option.flag} cần {wanted}, không phải “{written}”. Ví dụ: {example}")
    return written


def _explain(command: Command, flag: str) -> str:
    """argparse refuses two things here: an option without its value, and a flag with one."""
    option = next(option for option in command.options if option.flag == flag)
    if option.kind is bool:
        return f"{flag} không nhận giá trị; chỉ viết {flag}."
    return f"{flag} còn thiếu giá trị. Ví dụ: {flag} {_EXAMPLES[option.kind]}"


def _perhaps(word: str, known: Iterable[str]) -> str:
    import difflib  # slow to load

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" (có phải “{close[0]}” không?)" if close else ""
