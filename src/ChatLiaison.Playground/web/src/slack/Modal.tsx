import { useEffect } from "preact/hooks";
import { doAs, trouble } from "../acts";
import type { SlackView } from "../contract";
import { Dialog } from "../frame/Dialog";
import { Icon } from "../frame/Icon";
import { Avatar } from "../frame/Avatar";
import { Blocks } from "./Blocks";
import { Text } from "./Markup";
import { keyOf, type Block, type TextObject } from "./shapes";
import { StageContext } from "./stage";
import { useBlockStage } from "./useBlockStage";

/** The modal on top of a person's stack. Those below wait; "back" closes the top one, the cross all of them. */
export function Modal({ view, depth }: { view: SlackView; depth: number }) {
  const { stage, asked, edits, setMissing, setBusy, flush } = useBlockStage("view", view);
  const content = view.view as { title?: TextObject; submit?: TextObject; close?: TextObject; blocks?: Block[]; clear_on_close?: boolean };
  const blocks = content.blocks ?? [];
  const failed = trouble.slack.value;
  const close = (all: boolean) => void doAs("slack", { do: "close", ...(all ? { all } : {}) });

  useEffect(() => {
    document.querySelector<HTMLElement>(".sl-modal .sl-wrong :is(input,textarea)")?.focus();
  }, [Object.keys(view.errors).join(), view.hash]);

  const submit = async () => {
    setBusy("submit");
    await flush();
    const fields = blocks.flatMap(b => [b.element, b.accessory, ...(b.elements ?? [])].filter(e => e !== undefined).map(e => keyOf(b, e)));
    const values = Object.fromEntries(Object.entries(edits).filter(([key]) => fields.includes(key)));
    const answer = await doAs("slack", { do: "submit", values });
    setBusy(null);
    setMissing(answer.errors);
    if (Object.keys(answer.errors).length > 0) setTimeout(() => document.querySelector<HTMLElement>(".sl-modal .sl-wrong :is(input,textarea)")?.focus());
  };

  return (
    <StageContext.Provider value={stage}>
      <Dialog label={content.title?.text ?? "Form"} close={() => close(false)} class="sl-veil sl-modal">
        <form onSubmit={event => { event.preventDefault(); if (content.submit) void submit(); }} novalidate>
          <header class="sl-modal-head">
            {depth > 1 ? <button type="button" class="sl-quiet" aria-label="Back" onClick={() => close(false)}><Icon name="back" /></button> : <Avatar of={null} name="ChatLiaison" size={28} />}
            <h2><Text of={content.title} /></h2>
            <button type="button" class="sl-quiet" aria-label="Close" onClick={() => close(true)}><Icon name="close" /></button>
          </header>
          <div class="sl-modal-body">
            {failed && <p class="sl-failed" role="alert">{failed}</p>}
            <Blocks blocks={blocks} />
          </div>
          <footer class="sl-modal-foot">
            <button type="button" class="sl-button" onClick={() => close(false)}>{content.close ? <Text of={content.close} /> : "Close"}</button>
            {content.submit && <button type="submit" class="sl-button sl-primary" disabled={stage.busy !== null} aria-busy={stage.busy === "submit"}><Text of={content.submit} /></button>}
          </footer>
        </form>
      </Dialog>
      {asked}
    </StageContext.Provider>
  );
}
