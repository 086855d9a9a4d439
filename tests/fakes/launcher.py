"""Stands for the process that `parent` forks: hands over what was given to it, passes on the signals that it gets, and
ends as the other ends. It imports next to nothing: that is its use."""

import os
import signal
import socket
import sys

PASSED_ON = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def main() -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(sys.argv[1])
        for number in PASSED_ON:
            signal.signal(number, lambda number, _: connection.sendall(bytes([number])))
        given = [os.getcwd(), *sys.argv[2:]], [f"{name}={value}" for name, value in os.environ.items()]
        words = "\0\0".join("\0".join(each) for each in given).encode(errors="surrogateescape")
        socket.send_fds(connection, [len(words).to_bytes(4, "big")], [0, 1, 2])
        connection.sendall(words)
        end(int.from_bytes(connection.recv(4), "big", signed=True))


def end(code: int) -> None:
    if code < 0:  # by a signal
        signal.signal(-code, signal.SIG_DFL) if -code not in (signal.SIGKILL, signal.SIGSTOP) else None
        os.kill(os.getpid(), -code)
    os._exit(code)


main()
