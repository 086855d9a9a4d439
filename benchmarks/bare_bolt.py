"""What ours is measured against: a Bolt AsyncApp that checks the signature and echoes a line, on the same server."""

import socket
import sys

import uvicorn
from slack_bolt.adapter.asgi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from benchmarks.load import SECRET


async def authorize() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T0BENCH", bot_token="xoxb-bench")


app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=True)


@app.command("/actions")
async def echo(ack: AsyncAck, body: dict[str, str]) -> None:
    await ack(f"You said: {body['text']}")


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(AsyncSlackRequestHandler(app), log_level="warning", access_log=False, lifespan="off")
    print(f"Listening on http://127.0.0.1:{listener.getsockname()[1]}", file=sys.stderr, flush=True)
    uvicorn.Server(config).run(sockets=[listener])
