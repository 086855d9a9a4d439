// The scenario's app on Slack's own JavaScript framework: over HTTP, or in Socket Mode when APP_TOKEN is set.
import bolt from "@slack/bolt";

const { API_URL, APP_TOKEN, BOT_TOKEN, SIGNING_SECRET } = process.env;
const app = new bolt.App({
  token: BOT_TOKEN,
  signingSecret: SIGNING_SECRET,
  appToken: APP_TOKEN,
  socketMode: Boolean(APP_TOKEN),
  logLevel: bolt.LogLevel.ERROR,
  clientOptions: { slackApiUrl: API_URL, retryConfig: { retries: 0 } },
});

const plain = (text) => ({ type: "plain_text", text });
const section = (text) => ({ type: "section", text: { type: "mrkdwn", text } });
const button = (action_id, label, value) => ({ type: "button", action_id, text: plain(label), value });

app.command("/echo", async ({ ack, command, client }) => {
  if (command.text === "people") {
    const names = [];
    for await (const page of client.paginate("users.list", { limit: 2 })) names.push(...page.members.map((one) => one.name));
    await ack({ response_type: "ephemeral", text: names.join(" ") });
    return;
  }
  if (command.text === "elsewhere") {
    await ack();
    try {
      await client.chat.postMessage({ channel: "C0CLOSED", text: "Is anybody there?" });
    } catch (refusal) {
      await client.chat.postEphemeral({ channel: command.channel_id, user: command.user_id, text: refusal.data.error });
    }
    return;
  }
  const buttons = { type: "actions", block_id: "verbs", elements: [button("share", "Share", command.text), button("ask", "Why", "why")] };
  await ack({ response_type: "ephemeral", text: command.text, blocks: [section(`You said *${command.text}*`), buttons] });
});

app.action("share", async ({ ack, action, respond }) => {
  await ack();
  await respond({ response_type: "in_channel", replace_original: false, text: `For everyone: ${action.value}` });
});

app.action("ask", async ({ ack, body, client }) => {
  await ack();
  const element = { type: "plain_text_input", action_id: "words" };
  const input = { type: "input", block_id: "why", label: plain("Why?"), element };
  const view = { type: "modal", callback_id: "why", title: plain("Why"), submit: plain("Send"), blocks: [input] };
  await client.views.open({ trigger_id: body.trigger_id, view });
});

app.view("why", async ({ ack, view, body, client }) => {
  const words = view.state.values.why.words.value;
  if (words.length < 5) {
    await ack({ response_action: "errors", errors: { why: "Say more." } });
    return;
  }
  await ack();
  const metadata = { event_type: "reason", event_payload: { words } };
  const posted = await client.chat.postMessage({ channel: body.user.id, text: `Because: ${words}`, metadata });
  await client.chat.update({ channel: posted.channel, ts: posted.ts, text: `Because: ${words} (seen)` });
});

app.event("app_mention", async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: "Yes?" });
});

await app.start(0);
const server = APP_TOKEN ? null : app.receiver.server.address();
console.log(server ? server.port : "connected");
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
