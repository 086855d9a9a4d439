"""The Slack face: payloads in, Block Kit out. Listeners translate; what is answered is decided elsewhere."""
