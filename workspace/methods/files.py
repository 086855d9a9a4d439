"""files.*: an upload in three steps (an address, the bytes, where it is shown), and what is known of a file."""

from mimetypes import guess_type

from workspace.methods.call import Call, method
from workspace.methods.chat import compose
from workspace.refusals import Refusal
from workspace.team import Json, Team
from workspace.validation import invalid


@method("files.getUploadURLExternal", "filename", "length")
def get_upload_url(call: Call) -> Json:
    if not call.text("length").isdecimal():
        raise invalid("must provide a number [json-pointer:/length]")
    file = new_file(call.team, call.base, call.text("filename"), user=call.team.app.user_id)
    return {"upload_url": f"{call.base}/upload/{file['id']}", "file_id": file["id"]}


@method("files.completeUploadExternal", "files")
def complete_upload(call: Call) -> Json:
    wanted = call.arguments["files"]
    if not isinstance(wanted, list) or not all(isinstance(each, dict) for each in wanted):
        raise invalid("must provide an array of objects [json-pointer:/files]")
    files = [_uploaded(call.team, each) for each in wanted]
    for channel in [
        call.channel(each) for each in (call.text("channel_id") or call.text("channels")).split(",") if each
    ]:
        if call.team.app.user_id not in channel.members:
            raise Refusal("not_in_channel")
        said = {"text": call.text("initial_comment"), "thread_ts": call.text("thread_ts"), "files": files}
        call.team.put(channel, compose(call.team, call.faults, said, channel=channel))
    return {"files": files}


@method("files.info", "file")
def files_info(call: Call) -> Json:
    return {"file": as_file(_known(call)), "comments": [], "response_metadata": {"next_cursor": ""}}


@method("files.delete", "file")
def files_delete(call: Call) -> Json:
    del call.team.files[_known(call)["id"]]
    return {}


def new_file(team: Team, base: str, name: str, *, user: str, content: bytes | None = None) -> Json:
    """`content` None: the bytes are still to come."""
    kind, ending = guess_type(name)[0] or "application/octet-stream", name.rpartition(".")[2].lower()
    own = {"id": team.next_id("F"), "created": int(team.clock()), "user": user, "mode": "hosted", "is_external": False}
    file = {**own, "name": name, "title": name, "mimetype": kind, "filetype": ending, "content": content}
    file["url_private"] = file["url_private_download"] = f"{base}/files/{own['id']}/{name}"
    team.files[str(own["id"])] = file
    return file


def receive(team: Team, file_id: str, content: bytes) -> bool:
    """The bytes of a file that was announced."""
    if (file := team.files.get(file_id)) is None or file["content"] is not None:
        return False
    file["content"] = content
    return True


def as_file(file: Json) -> Json:
    """As Slack shows a file to apps."""
    return {name: value for name, value in file.items() if name != "content"} | {"size": len(file["content"] or b"")}


def _uploaded(team: Team, wanted: Json) -> Json:
    file = team.files.get(str(wanted.get("id")))
    if file is None or file["content"] is None:
        raise Refusal("file_not_found")
    file["title"] = wanted.get("title") or file["title"]
    return as_file(file)


def _known(call: Call) -> Json:
    if (file := call.team.files.get(call.text("file"))) is None:
        raise Refusal("file_not_found")
    return file
