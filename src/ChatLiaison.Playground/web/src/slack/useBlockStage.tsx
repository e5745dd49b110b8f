import { useRef, useState } from "preact/hooks";
import { doAs } from "../acts";
import type { Holder } from "../contract";
import { Dialog } from "../frame/Dialog";
import { Text } from "./Markup";
import { initialValue, keyOf, plainValue, type Block, type BlockElement, type Confirm, type Value } from "./shapes";
import type { BlockStage } from "./stage";

const pause = 350;

interface Known {
  typed?: Record<string, Record<string, unknown>>;
  errors?: Record<string, string>;
}

const base64 = (file: File) => new Promise<string>((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(String(reader.result).replace(/^data:[^,]*,/, ""));
  reader.onerror = () => failed(reader.error ?? new Error("The file could not be read."));
  reader.readAsDataURL(file);
});

/**
 * Keeps what a person types into blocks. It is told to the server as they go on, so that a reload finds it again; what is on the screen is
 * never taken back by a slower answer.
 */
export function useBlockStage(on: Holder, known: Known = {}) {
  const [edits, setEdits] = useState<Record<string, Value>>({});
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState<string | null>(null);
  const [question, setQuestion] = useState<{ words: Confirm; then: () => void } | null>(null);
  const waiting = useRef(new Map<string, { timer: number; send: () => Promise<unknown> }>());
  const id = `sl-${typeof on === "string" ? on : `${on.room}-${on.message}`}`.replace(/[^\w-]/g, "-");

  const flush = async () => {
    const all = [...waiting.current.values()];
    waiting.current.clear();
    for (const one of all) { clearTimeout(one.timer); await one.send(); }
  };

  const wire = (block: Block, element: BlockElement) => ({ block: block.block_id ?? "", action: element.action_id ?? "" });

  const stage: BlockStage = {
    id, busy,
    press: (block, element) => {
      if (element.url) window.open(element.url, "_blank", "noopener");
      setBusy(keyOf(block, element));
      void flush().then(() => doAs("slack", { do: "press", on, element: wire(block, element) })).finally(() => setBusy(null));
    },
    change: (block, element, value, now) => {
      const key = keyOf(block, element);
      setEdits(before => ({ ...before, [key]: value }));
      setMissing(before => Object.fromEntries(Object.entries(before).filter(([name]) => name !== block.block_id)));
      const send = () => doAs("slack", { do: "choose", on, element: wire(block, element), value }, { quiet: !now });
      const before = waiting.current.get(key);
      if (before) clearTimeout(before.timer);
      waiting.current.delete(key);
      if (now) void send();
      else waiting.current.set(key, { send, timer: window.setTimeout(() => { waiting.current.delete(key); void send(); }, pause) });
    },
    suggest: async (block, element, typed) => (await doAs("slack", { do: "suggest", on, element: wire(block, element), typed }, { quiet: true })).options,
    upload: async file => {
      const answer = await doAs("slack", { do: "upload", room: null, name: file.name, base64: await base64(file) });
      return answer.ok && answer.message ? { id: answer.message, name: file.name } : null;
    },
    value: (block, element) => {
      const key = keyOf(block, element);
      if (key in edits) return edits[key] ?? null;
      const entry = known.typed?.[key];
      return entry ? plainValue(element.type, entry) : initialValue(element);
    },
    entry: (block, element) => known.typed?.[keyOf(block, element)],
    error: block => missing[block.block_id ?? ""] ?? known.errors?.[block.block_id ?? ""],
    confirm: (_, element, then) => { if (element.confirm) setQuestion({ words: element.confirm, then }); },
  };

  const asked = question && (
    <Dialog label={question.words.title.text} close={() => setQuestion(null)} class="sl-veil sl-asking">
      <header class="sl-modal-head"><h2><Text of={question.words.title} /></h2></header>
      <div class="sl-modal-body"><p><Text of={question.words.text} /></p></div>
      <footer class="sl-modal-foot">
        <button type="button" class="sl-button" onClick={() => setQuestion(null)}><Text of={question.words.deny} /></button>
        <button type="button" class={`sl-button ${question.words.style === "danger" ? "sl-danger" : "sl-primary"}`}
          onClick={() => { setQuestion(null); question.then(); }}><Text of={question.words.confirm} /></button>
      </footer>
    </Dialog>
  );

  return { stage, asked, edits, setMissing, setBusy, flush };
}
