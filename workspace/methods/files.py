"""files.*: an upload in three steps (an address, the bytes, where it is shown), and what is known of a file."""

from mimetypes import guess_type
from urllib.parse import quote

from workspace.methods.call import Call, method
from workspace.methods.chat import compose
from workspace.refusals import Refusal, require
from workspace.team import Json, Team
from workspace.validation import invalid

INNER = ("content", "completed")  # what of a file is not shown


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
    found = [(_known(call.team, each.get("id")), each.get("title")) for each in wanted]
    require(not any(file["completed"] for file, _ in found), "file_not_found")  # it has been announced
    said = {"text": call.text("initial_comment"), "thread_ts": call.text("thread_ts")}
    files = [as_file(file | {"title": str(title or file["title"])}) for file, title in found]
    names = filter(None, (call.text("channel_id") or call.text("channels")).split(","))
    channels = [call.joined(name, to_write=True) for name in names]
    # Every one is looked at before anything is posted.
    for channel, message in [(each, compose(call.team, said, channel=each, files=files)) for each in channels]:
        call.team.put(channel, message)
    for file, title in found:
        file |= {"title": str(title or file["title"]), "completed": True}
    return {"files": files}


@method("files.info", "file")
def files_info(call: Call) -> Json:
    file = _known(call.team, call.arguments["file"])
    return {"file": as_file(file), "comments": [], "response_metadata": {"next_cursor": ""}}


def new_file(team: Team, base: str, name: str, *, user: str, content: bytes | None = None) -> Json:
    """`content` None: the bytes are still to come."""
    kind, ending = guess_type(name)[0] or "application/octet-stream", name.rpartition(".")[2].lower()
    own = {"id": team.next_id("F"), "created": int(team.clock()), "user": user, "mode": "hosted", "is_external": False}
    file = {
        **own,
        "name": name,
        "title": name,
        "mimetype": kind,
        "filetype": ending,
        "content": content,
        "completed": False,
    }
    where = f"{base}/files/{own['id']}/{quote(name)}"
    file |= dict.fromkeys(("url_private", "url_private_download", "permalink"), where)
    team.files[str(own["id"])] = file
    return file


def as_file(file: Json) -> Json:
    """As Slack shows a file to apps."""
    return {name: value for name, value in file.items() if name not in INNER} | {"size": len(file["content"])}


def _known(team: Team, name: object) -> Json:
    """A file whose bytes have come."""
    file = team.files.get(str(name))
    if file is None or file["content"] is None:
        raise Refusal("file_not_found")
    return file
