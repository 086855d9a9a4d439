"""A process that has imported the program and does nothing but fork: see `starting`."""

import gc
import os
import select
import signal
import socket
import sys
from importlib import import_module
from pkgutil import walk_packages

PACKAGES = ("app", "bot", "jobs", "documents", "plans", "storage", "workspace")
LAZY = ("alembic.config", "uvicorn", "psycopg")


def import_everything() -> None:
    for package in map(import_module, PACKAGES):
        for module in walk_packages(package.__path__, f"{package.__name__}."):
            if ".migrations" not in module.name:
                import_module(module.name)
    for name in LAZY:
        import_module(name)
    gc.collect()
    gc.freeze()  # what is shared stays shared: a fork's collector need not touch it


def wait_for_work(door: str) -> None:
    """Returns in each process that is forked, once it is dressed for its work."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(door)
        listener.listen(64)
        print("ready", flush=True)
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the keepers
        while True:
            if 0 in select.select([listener, 0], [], [])[0]:
                os._exit(0)  # who started us is gone
            connection, _ = listener.accept()
            if os.fork() == 0:
                break
            connection.close()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    keep(connection)


def keep(connection: socket.socket) -> None:
    """Forks the one who works, and stays between it and its launcher until both are gone."""
    length, files, *_ = socket.recv_fds(connection, 4, 3)
    words = b""
    while len(words) < int.from_bytes(length, "big"):
        more = connection.recv(1 << 20)
        if not more:
            os._exit(1)  # the launcher was stopped before it had said all
        words += more
    ended, alive = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ended)
        connection.close()
        dress(words, files)
        return
    for each in (alive, *files):
        os.close(each)
    while ended not in select.select([connection, ended], [], [])[0]:
        for number in connection.recv(64) or [signal.SIGKILL]:  # nothing more is said: the launcher was killed
            os.kill(child, number)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        connection.sendall(code.to_bytes(4, "big", signed=True))
    finally:
        os._exit(0)


def dress(words: bytes, files: list[int]) -> None:
    """Takes on what the launcher was given."""
    for number, each in enumerate(files):
        os.dup2(each, number)
        os.close(each)
    environment, given = (each.split("\0") for each in words.decode(errors="surrogateescape").split("\0\0", maxsplit=1))
    os.chdir(given[0])
    sys.argv[:] = ["actions", *given[1:]]
    os.environ.clear()
    os.environ.update(each.split("=", 1) for each in environment)


if __name__ == "__main__":
    import_everything()
    wait_for_work(sys.argv[1])
    from app.cli import main

    main()
