// What needs no browser: mrkdwn, moments, offers, cards made ready. Run by `npm test`.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Pane, Person, Room } from "../src/contract";
import { placeOfButton, prepare } from "../src/teams/cards";
import { toHtml } from "../src/teams/markdown";
import { instantOf, slackDate, timeOf } from "../src/words/moments";
import { offersFor } from "../src/words/offers";
import { readMarkup } from "../src/words/slackMarkup";

const kinds = (text: string) => readMarkup(text).map(p => p.kind);

test("mrkdwn is read as Slack reads it", () => {
  assert.deepEqual(readMarkup("*bold* _italic_ ~gone~ `code`").map(p => p.kind).filter(k => k !== "text"), ["bold", "italic", "strike", "code"]);
  assert.deepEqual(kinds("2*3*4 and snake_case_name"), ["text"]);
  assert.deepEqual(kinds("&gt; quoted\nnot"), ["quote", "text"]);
  assert.deepEqual(readMarkup("<@U0DANA> in <#C0ACME|acme>").map(p => p.kind), ["user", "text", "channel"]);
  assert.deepEqual(readMarkup("<!date^1795435200^{time}|12:00 UTC>")[0], { kind: "date", seconds: 1795435200, format: "{time}", fallback: "12:00 UTC" });
  assert.deepEqual(kinds("*see <https://a.example|this> now*"), ["bold"]);
});

test("mrkdwn inside code stays as it was typed", () => {
  assert.deepEqual(readMarkup("```*a* <@U1>```"), [{ kind: "pre", text: "*a* <@U1>" }]);
});

test("an address that is no web page becomes no link", () => {
  assert.deepEqual(kinds("<javascript:alert(1)|press>"), ["text"]);
});

test("Teams text never becomes HTML of its own", () => {
  const html = toHtml("<script>alert(1)</script> **b** <at>Dana</at> [x](javascript:alert(1)) [y](https://a.example)", [{ text: "<at>Dana</at>", mentioned: { id: "1", name: "Dana" } }], "Lee");
  assert.ok(!html.includes("<script"), html);
  assert.ok(!html.includes('href="javascript'), html);
  assert.ok(html.includes("<strong>b</strong>") && html.includes('<span class="tm-mention">Dana</span>') && html.includes('rel="noopener noreferrer"'), html);
});

test("a mention that the message does not name stays plain", () => {
  assert.ok(toHtml("<at>Walter Kim</at>", [], "Lee").includes("&lt;at&gt;"));
});

test("moments are those of the reader's zone, over a change of the clocks too", () => {
  const now = new Date("2026-11-24T10:00:00Z");
  assert.equal(slackDate("{date_short_pretty}, {time}", new Date("2026-11-24T23:30:00Z"), now, "Europe/London"), "today, 23:30");
  assert.equal(slackDate("{date_short_pretty}", new Date("2026-11-24T23:30:00Z"), now, "Asia/Tokyo"), "tomorrow");
  for (const zone of ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Tokyo"]) {
    for (const day of ["2026-03-29", "2026-07-01", "2026-10-25", "2026-12-31"]) assert.equal(timeOf(instantOf(day, "13:45", zone), zone), "13:45", `${zone} ${day}`);
  }
});

test("buttons are numbered as they stand in the card, and typed values stay", () => {
  const card = prepare({
    body: [
      { type: "Input.Text", id: "a", value: "old" }, { type: "TextBlock", text: "by {{TIME(2026-11-24T10:03:05Z)}}" },
      { type: "ActionSet", actions: [{ type: "Action.Execute", fallback: { type: "Action.Submit" } }, { type: "Action.Submit", data: { type: "Action.Fake" } }] },
    ],
  }, "Asia/Tokyo", { a: "new" }) as any;
  assert.equal(card.body[0].value, "new");
  assert.equal(card.body[1].text, "by 19:03");
  assert.deepEqual(card.body[2].actions.map((a: any) => placeOfButton(a.id)), [0, 2]);
  assert.equal(placeOfButton(card.body[2].actions[0].fallback.id), 1);
});

test("a message box offers commands, verbs and names", () => {
  const hint = (name: string, usage = "") => ({ name, usage, summary: "." });
  const pane = (side: "slack" | "teams") => ({ side, bot: { id: "B", name: "ChatLiaison" }, commands: side === "slack" ? [hint("/case", "REF"), hint("/cases"), hint("/liaison")] : [hint("case", "REF"), hint("liaison take", "REF")], verbs: [hint("take", "REF"), hint("link")] }) as unknown as Pane;
  const room = { key: "acme", kind: "customer", members: ["dana"] } as unknown as Room;
  const people = [{ key: "dana", name: "Dana Park", title: "Liaison" }, { key: "ada", name: "Ada Byrne", title: "Acme" }] as Person[];
  const texts = (text: string, side: "slack" | "teams" = "slack", thread = false) => offersFor(text, pane(side), people, room, thread).map(o => o.text);
  assert.deepEqual(texts("/ca"), ["/case ", "/cases"]);
  assert.deepEqual(texts("/liaison t"), ["/liaison take "]);
  assert.deepEqual(texts("/ca", "slack", true), []);
  assert.deepEqual(texts("hello @D"), ["hello @Dana Park "]);
  assert.deepEqual(texts("@ChatLiaison ca", "teams"), ["@ChatLiaison case "]);
  assert.deepEqual(texts("@ChatLiaison liaison ", "teams"), ["@ChatLiaison liaison take ", "@ChatLiaison liaison link"]);
  assert.deepEqual(texts("just words"), []);
});
