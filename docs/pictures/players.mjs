// Plays two stories, each on Slack and on Teams: a critical case along the tour's eight steps, and an everyday one.
const sides = ["slack", "teams"];

export class Players {
  constructor(page, post) {
    this.page = page;
    this.post = post;
  }

  pane(side) { return this.page.getByRole("region", { name: side === "slack" ? "Slack" : "Teams", exact: true }); }

  log(side) { return this.pane(side).getByRole("log"); }

  form(side) { return this.pane(side).getByRole("dialog"); }

  async be(name) {
    await this.page.getByRole("button", { name: /^You are / }).click();
    await this.page.getByRole("menuitemradio", { name }).click();
  }

  async go(side, room) {
    await this.pane(side).getByRole("navigation").locator("[role=group] button").filter({ hasText: room }).first().click();
  }

  async press(side, name) {
    const button = this.pane(side).locator("article").getByRole("button", { name }).last();
    const thread = this.log(side).locator(".sl-replies").last();
    await button.or(thread).first().waitFor();
    // In Slack it may stand in the newest thread.
    if (await button.count() === 0) await thread.click();
    await button.click();
  }

  async open(side, words) {
    if (side === "slack") {
      const box = this.pane(side).getByRole("textbox", { name: /^Message/ });
      await box.fill(`/escalate ${words}`);
      await box.press("Escape");
      await box.press("Enter");
    } else {
      await this.pane(side).getByRole("button", { name: "Actions and apps" }).click();
      await this.page.getByRole("menuitem", { name: /^Report a problem/ }).click();
    }
    await this.form(side).waitFor();
  }

  /** Fills what must be filled: empty text fields with these words, the choice of that place where none is made. */
  async fill(side, words, choice = 0) {
    const form = this.form(side);
    await form.waitFor();
    for (const field of await form.locator(":is(textarea, input[type=text])[aria-required=true]:not([role=combobox])").all()) {
      if (await field.inputValue() === "") await field.fill(words);
    }
    for (const group of await form.locator("[role=radiogroup][aria-required=true], .ac-choiceSetInput-expanded.ac-input-required").all()) {
      if (await group.locator("input:checked").count() === 0) await group.locator("input[type=radio]").nth(choice).check();
    }
    for (const list of await form.locator("input[role=combobox][aria-required=true]").all()) {
      if (await list.inputValue() === "") { await list.click(); await list.press("Enter"); }
    }
    for (const list of await form.locator("select[aria-required=true]").all()) {
      if (await list.inputValue() === "") await list.selectOption({ index: 1 });
    }
  }

  async send(side) {
    const form = this.form(side);
    // A form may show first what the customer is going to read; then it is sent once more.
    for (let i = 0; i < 4 && await form.count() > 0; i++) {
      await (side === "slack" ? form.locator("footer button[type=submit]") : form.locator(".ac-pushButton.style-positive").last()).click({ timeout: 8000 }).catch(() => {});
      await form.waitFor({ state: "detached", timeout: 6000 }).catch(() => {});
    }
  }

  async move(what) {
    await this.post("time", what);
    await this.page.waitForTimeout(400);
    await this.page.locator(".clock:not(.walking)").waitFor({ timeout: 90_000 });
    await this.page.waitForTimeout(1500);
  }

  async both(act) { for (const side of sides) await act(side); }

  async say(side, words) {
    const box = this.pane(side).getByRole("textbox", { name: side === "slack" ? /^Message/ : "Start a post" });
    await box.fill(words);
    await box.press("Escape");
    await box.press("Enter");
  }

  async answer(side, words) {
    if (side === "slack") await this.log(side).locator(".sl-replies").last().click();
    else await this.log(side).getByRole("button", { name: "Reply in thread" }).last().click();
    const box = this.pane(side).getByRole("textbox", { name: /^Reply/ }).last();
    await box.fill(words);
    await box.press("Enter");
  }

  async everyday(take) {
    const { page } = this;
    await this.be("Ada Byrne");
    await this.both(side => this.go(side, "acme"));
    await this.both(async side => {
      await this.say(side, "@ChatLiaison escalate The report of June is empty");
      await this.press(side, "Open the form");
      await this.fill(side, "The report of June is empty", 1);
    });
    await take("everyday-1-form");
    await this.both(side => this.send(side));
    await page.waitForTimeout(1500);
    await take("everyday-2-customer");
    await this.be("Dana Park");
    await this.both(side => this.go(side, "triage"));
    await this.both(side => this.press(side, /^Take/));
    await page.waitForTimeout(1500);
    await this.both(async side => {
      await this.press(side, /^Wait/);
      await this.form(side).locator("textarea").first().fill("Is it empty for every country, or only for some?");
      await this.send(side);
    });
    await page.waitForTimeout(1500);
    await this.be("Ada Byrne");
    await this.both(side => this.go(side, "acme"));
    await this.both(side => this.answer(side, "Only for Spain."));
    await page.waitForTimeout(1500);
    await take("everyday-3-answer");
    await this.be("Dana Park");
    await this.both(side => this.go(side, "triage"));
    await take("everyday-4-triage");
    await this.both(async side => {
      await this.press(side, /^Resolve/);
      await this.fill(side, "The data of Spain had arrived late. The report of June is complete now.");
      await this.send(side);
    });
    await page.waitForTimeout(1500);
    await this.be("Ada Byrne");
    await this.both(side => this.go(side, "acme"));
    await this.both(side => this.press(side, /works/));
    await page.waitForTimeout(1500);
    await take("everyday-5-works");
  }

  async critical(take) {
    const { page } = this;
    await this.post("tour", { do: "start" });
    await this.be("Ada Byrne");
    await this.both(side => this.say(
      side, "Good morning. The nightly export of orders stopped at 02:10 with “connection reset”. Nothing has reached our warehouse since, and the morning picks are standing still."));
    await this.be("Dana Park");
    await this.both(side => this.go(side, "acme"));
    await this.both(async side => {
      await this.open(side, "The nightly export of orders stopped at 02:10");
      await this.fill(side, "The nightly export of orders stopped at 02:10");
    });
    await take("critical-1-capture-form");
    await this.both(side => this.send(side));
    await page.waitForTimeout(1500);
    await this.both(side => this.go(side, "acme"));
    await take("critical-1-capture");
    await this.both(side => this.go(side, "triage"));
    await take("critical-2-triage");
    await this.both(side => this.press(side, "Acknowledge"));
    await page.waitForTimeout(600);
    await this.both(side => this.press(side, /^Take/).catch(() => {}));
    await page.waitForTimeout(1500);
    await this.both(side => this.go(side, "triage"));
    await take("critical-2-acknowledge");
    await this.move({ do: "ahead", minutes: 16 });
    await this.both(side => this.go(side, "ChatLiaison"));
    await take("critical-3-nudge");
    await this.both(side => this.go(side, "triage"));
    await this.both(async side => {
      await this.press(side, /^Update customer/);
      await this.fill(side, "We found the cause: the database refuses new connections. We are making room for them now.");
    });
    await take("critical-4-update-form");
    await this.both(side => this.send(side));
    await page.waitForTimeout(1500);
    await this.be("Ada Byrne");
    await this.both(side => this.go(side, "acme"));
    await take("critical-4-update");
    await this.move({ do: "ahead", minutes: 60 });
    await this.be("Priya Raman");
    await this.both(side => this.go(side, "ChatLiaison"));
    await take("critical-5-escalate");
    await this.both(side => this.press(side, /on it/i));
    await page.waitForTimeout(1000);
    await this.be("Dana Park");
    await this.both(side => this.go(side, "triage"));
    await this.both(async side => {
      await this.press(side, /^Resolve/);
      await this.fill(side, "The connection pool was too small for the night’s load. It is larger now, and last night’s export is through.");
    });
    await take("critical-6-resolve-form");
    await this.both(side => this.send(side));
    await page.waitForTimeout(1500);
    await this.be("Ada Byrne");
    await this.both(side => this.go(side, "acme"));
    await take("critical-6-resolve");
    await this.both(side => this.press(side, /works/));
    await page.waitForTimeout(1500);
    await take("critical-7-follow-up");
    await this.move({ do: "monday" });
    await this.be("Grace Lindqvist");
    await this.both(side => this.go(side, "management"));
    await take("critical-8-digest");
  }
}
