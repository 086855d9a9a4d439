"""Pretends to be Slack: a small server of Slack's shape on this machine, with a page to use it in.

It imports nothing of ours: the bot, and other people's clients, reach it over HTTP and WebSockets as they would Slack.
`team` holds what a workspace holds, `methods` answer the Web API, `delivery` calls the app, `acting` does what people
do, `faults` misbehave on demand, `record` counts what was accepted, `server` puts them together, `page` is looked at.
"""
