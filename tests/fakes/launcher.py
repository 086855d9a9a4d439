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
        # In this order: an argument may be empty, a line of the environment is not.
        given = [f"{name}={value}" for name, value in os.environ.items()], [os.getcwd(), *sys.argv[2:]]
        words = "\0\0".join("\0".join(each) for each in given).encode(errors="surrogateescape")
        socket.send_fds(connection, [len(words).to_bytes(4, "big")], [0, 1, 2])
        connection.sendall(words)
        for number in PASSED_ON:
            signal.signal(number, lambda number, _: connection.sendall(bytes([number])))
        told = connection.recv(4)
        if not told:
            sys.exit("the process that was to fork the program is gone")
        end(int.from_bytes(told, "big", signed=True))


def end(code: int) -> None:
    if code < 0:  # by a signal
        if -code != signal.SIGKILL:  # which cannot be handled
            signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    os._exit(code)


main()
