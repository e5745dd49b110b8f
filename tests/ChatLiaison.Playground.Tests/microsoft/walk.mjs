// Walks a case through Microsoft's own local Teams client, as far as that client goes: its dialogs do not open from a bot's answer, so the
// form is asked for and sent as the activities that Teams would send; all else is done in its page.
import { chromium } from "playwright-core";

const [client, server, port] = process.argv.slice(2);
const issue = "The nightly export stopped";
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
page.setDefaultTimeout(Number(process.env.PATIENCE ?? 150_000));
// What the client's page asks of other machines is not needed here, and must not be waited for.
await page.route(url => url.hostname !== "127.0.0.1" && url.hostname !== "localhost", route => route.abort());

const step = words => console.log(words);
const open = name => page.getByRole("treeitem", { name }).click();
const sees = words => page.getByText(words).last().waitFor();
const button = name => page.getByRole("button", { name, exact: true });

async function invoke(name, value) {
  const now = new Date().toISOString();
  const answer = await fetch(`${server}api/messages`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      type: "invoke", id: crypto.randomUUID(), name, timestamp: now, localTimestamp: now, channelId: "msteams", locale: "en-US",
      serviceUrl: `http://localhost:${port}/_connector`,
      from: { id: "29:dana", name: "Dana Park", aadObjectId: "22222222-2222-4222-8222-222222222201" },
      recipient: { id: "28:aaaaaaaa-0000-4000-8000-000000000001", name: "ChatLiaison" },
      conversation: { conversationType: "personal", tenantId: "11111111-1111-4111-8111-111111111111", id: "a:personal-dana" },
      channelData: { source: { name: "compose" }, tenant: { id: "11111111-1111-4111-8111-111111111111" } },
      value: { commandId: "escalate", commandContext: "compose", context: { theme: "default" }, ...value },
    }),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const inside = node => Array.isArray(node) ? node.flatMap(inside)
  : node && typeof node === "object" ? [node, ...Object.values(node).flatMap(inside)] : [];

function fill(card) {
  const values = {};
  for (const input of inside(card).filter(n => n.type?.startsWith?.("Input.") && n.isRequired && !n.value)) {
    const acme = input.choices?.find(c => c.title.includes("Acme"));
    values[input.id] = input.choices ? (acme ?? input.choices[0]).value : issue;
  }
  const submit = inside(card).find(n => n.type === "Action.Submit");
  return { ...submit.data, ...values };
}

try {
  await page.goto(client, { waitUntil: "commit" });
  await open("Personal Chat");

  // The page takes what is typed only when it is connected; the welcome shows that it is.
  await sees("Nothing waits for you");
  step("the welcome is read");

  await page.getByRole("textbox").first().click();
  await page.keyboard.type("liaison");
  await page.getByRole("button", { name: "Send Message" }).click();
  await sees("What you can do here");
  step("help is read");

  const form = await invoke("composeExtension/fetchTask", {});
  const taken = await invoke("composeExtension/submitAction", { data: fill(form.task.value.card.content) });
  if (taken.task?.type === "continue") throw new Error(`the form came back: ${JSON.stringify(taken).slice(0, 1500)}`);
  step("the form is taken");

  await open("triage");
  await sees(issue);
  await button("Acknowledge").last().click();
  await button("Acknowledge").last().waitFor({ state: "detached" });
  step("the card shows that it is acknowledged");
  await page.getByText("Dana Park").last().waitFor();
  await button("I can settle this").last().click();
  await page.getByText("Yes, says").last().waitFor();
  await button("Update customer").last().waitFor();
  step("the card shows who holds it and settles it");
} catch (problem) {
  console.log(await page.innerText("body").catch(() => "no page"));
  throw problem;
} finally {
  await browser.close();
}
