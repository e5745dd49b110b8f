// Takes pictures of a running playground: both panes at each step of the tour and of an everyday case, light and dark, and a phone.
//   ./run.sh                       in another window, best with a new Data__Path
//   node docs/pictures/take.mjs    [address] [folder]; npm ci in src/ChatLiaison.Playground/web brings what it needs
// It starts the playground's sample over and plays both sides. The pictures of the README and of the life of a case are copies of some.
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { Players } from "./players.mjs";

const { chromium } = createRequire(new URL("../../src/ChatLiaison.Playground/web/package.json", import.meta.url))("playwright-core");
const address = process.argv[2] ?? "http://127.0.0.1:3978";
const folder = process.argv[3] ?? new URL("../../.data/pictures", import.meta.url).pathname;
await mkdir(folder, { recursive: true });

const post = async (path, body) => {
  const answer = await fetch(`${address}/playground/api/${path}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
};

await post("reset", {});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
page.on("console", message => { if (message.type() === "error") console.error(message.text()); });

/** The page as it stands, in both colours; the phone shows the Slack side and the Teams side. */
const take = async name => {
  await page.waitForTimeout(500);
  await page.mouse.move(720, 5);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${folder}/${name}${colorScheme === "dark" ? "-dark" : ""}.png` });
  }
  await page.emulateMedia({ colorScheme: "light" });
  console.log(name);
};

await page.goto(`${address}/playground/#as=dana&slack=acme&teams=acme`);
await page.getByRole("group", { name: "Time" }).waitFor();
const players = new Players(page, post);
await take("welcome");
await players.critical(take);

for (const side of ["slack", "teams"]) {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: side === "slack" ? "light" : "dark" });
  await phone.goto(`${address}/playground/#as=dana&show=${side}&slack=triage&teams=triage`);
  await phone.getByRole("group", { name: "Time" }).waitFor();
  await phone.waitForTimeout(600);
  await phone.screenshot({ path: `${folder}/phone-${side}.png` });
}

await post("reset", {});
await page.goto(`${address}/playground/#as=ada&slack=acme&teams=acme`);
await page.reload();
await page.getByRole("group", { name: "Time" }).waitFor();
await players.everyday(take);
await browser.close();
