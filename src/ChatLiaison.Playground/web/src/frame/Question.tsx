import { useState } from "preact/hooks";
import { Dialog } from "./Dialog";

/** Asks once before something that is not taken back. */
export function Question({ title, words, yes, close, go }: { title: string; words: string; yes: string; close: () => void; go: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  return (
    <Dialog label={title} close={close} class="page-veil">
      <div class="question">
        <h2>{title}</h2>
        <p>{words}</p>
        <footer>
          <button type="button" class="plain" onClick={close}>Cancel</button>
          <button type="button" class="strong" disabled={busy} onClick={() => { setBusy(true); void go().finally(close); }}>{busy ? "One moment …" : yes}</button>
        </footer>
      </div>
    </Dialog>
  );
}
