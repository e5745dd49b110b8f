import { useRef, useState } from "preact/hooks";
import { Icon } from "../frame/Icon";
import type { Block, BlockElement } from "./shapes";
import { useStage } from "./stage";

/** Files that go with a form. Each is sent at once; the form then names it. */
export function Files({ block, element }: { block: Block; element: BlockElement }) {
  const stage = useStage();
  const [names, setNames] = useState<Record<string, string>>({});
  const [waiting, setWaiting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const value = stage.value(block, element);
  const ids = Array.isArray(value) ? value : [];
  const most = element.max_files ?? 10;

  const add = async (files: FileList | null) => {
    setWaiting(true);
    let all = ids;
    for (const file of [...(files ?? [])].slice(0, most - ids.length)) {
      const kept = await stage.upload(file);
      if (!kept) continue;
      all = [...all, kept.id];
      setNames(before => ({ ...before, [kept.id]: kept.name }));
    }
    setWaiting(false);
    stage.change(block, element, all, true);
  };

  return (
    <div class="sl-files">
      {ids.map(id => (
        <span key={id} class="sl-token"><Icon name="file" size={16} />{names[id] ?? id}
          <button type="button" aria-label={`Remove ${names[id] ?? "file"}`} onClick={() => stage.change(block, element, ids.filter(other => other !== id), true)}><Icon name="close" size={14} /></button>
        </span>
      ))}
      <input ref={input} type="file" multiple={most > 1} hidden onChange={e => void add(e.currentTarget.files)} />
      <button type="button" class="sl-button" disabled={waiting || ids.length >= most} onClick={() => input.current?.click()}>
        <Icon name="clip" size={16} /> {waiting ? "Adding …" : "Add a file"}
      </button>
    </div>
  );
}
