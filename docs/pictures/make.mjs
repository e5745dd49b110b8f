// Draws card.png: the triage card of the sample's first case, on Slack and on Teams, side by side.
//   npm ci && node make.mjs        (CHROMIUM=/path/to/chromium where it is not /usr/bin/chromium)
// triage.slack.json and triage.teams.json are what the desk posted to the stand-ins for the same report. The Teams card is drawn by
// Microsoft's own renderer, the Slack card by the few lines in slack.mjs, for the block types that a card uses.
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { drawSlack } from "./slack.mjs";

const here = new URL(".", import.meta.url);
const read = async name => readFile(new URL(name, here), "utf8");
const slack = JSON.parse(await read("triage.slack.json"));
const teams = JSON.parse(await read("triage.teams.json"));
const icon = `data:image/png;base64,${(await readFile(new URL("../../manifests/teams/color.png", here))).toString("base64")}`;
const people = { U0DANA: "Dana Park" };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1320, height: 800 }, deviceScaleFactor: 1.5, timezoneId: "UTC", locale: "en-GB" });
await page.setContent(`<!doctype html><html><head><meta charset="utf-8"><style>${await read("page.css")}</style></head><body>
  <div class="pair">
    <section class="slack"><h2># support-triage</h2><div class="message"><img src="${icon}"><div><p class="from"><b>ChatLiaison</b><span>APP</span> 09:58</p>
      ${drawSlack(slack.blocks, people)}</div></div></section>
    <section class="teams"><h2>Support › Triage</h2><div class="message"><img src="${icon}"><div class="post"><p class="from"><b>ChatLiaison</b> 09:58</p><div id="card"></div></div></div></section>
  </div></body></html>`);
await page.addScriptTag({ path: new URL("node_modules/adaptivecards/dist/adaptivecards.min.js", here).pathname });
await page.evaluate(({ card, host }) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const box = document.createElement("div");
    box.textContent = text;
    result.outputHtml = box.innerHTML.replace(/\*\*(.+?)\*\*/g, "<b>$1</b>");
    result.didProcess = true;
  };
  // Teams shows mentions as names; the renderer knows nothing of them.
  const shown = JSON.parse(JSON.stringify(card).replace(/<at>(.*?)<\/at>/g, "**@$1**"));
  const adaptive = new AdaptiveCards.AdaptiveCard();
  adaptive.hostConfig = new AdaptiveCards.HostConfig(host);
  adaptive.parse(shown);
  document.getElementById("card").append(adaptive.render());
}, { card: teams.attachments[0].content, host: JSON.parse(await read("teams-host.json")) });
await (await page.$(".pair")).screenshot({ path: new URL("card.png", here).pathname });
await browser.close();
