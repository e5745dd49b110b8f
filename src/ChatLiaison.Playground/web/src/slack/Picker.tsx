import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../frame/Icon";
import { Popup } from "../frame/Popup";
import { paneOf, world } from "../world";
import { keyOf, wordsOf, type Block, type BlockElement } from "./shapes";
import { useStage } from "./stage";

interface Choice { value: string; text: string; note?: string | undefined; group?: string | undefined }

const choicesOf = (element: BlockElement): Choice[] => {
  if (/users_select$/.test(element.type)) return (world.value?.people ?? []).map(p => ({ value: p.slackId, text: p.name, note: p.title }));
  if (/(channels|conversations)_select$/.test(element.type)) {
    return (paneOf("slack")?.rooms ?? []).filter(r => r.kind !== "direct").map(r => ({ value: r.id, text: `#${r.name}` }));
  }
  const plain = (element.options ?? []).map(o => ({ value: o.value, text: o.text.text, note: o.description?.text }));
  return [...plain, ...(element.option_groups ?? []).flatMap(g => g.options.map(o => ({ value: o.value, text: o.text.text, note: o.description?.text, group: g.label.text })))];
};

/** Every kind of select: what is typed narrows the list, or asks the app for one. */
export function Picker({ block, element, labelled, described }: { block: Block; element: BlockElement; labelled?: string | undefined; described?: string | undefined }) {
  const stage = useStage();
  const many = element.type.startsWith("multi_");
  const external = element.type.endsWith("external_select");
  const value = stage.value(block, element);
  const chosen = Array.isArray(value) ? value : value === null ? [] : [value];
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [offered, setOffered] = useState<Choice[] | null>(null);
  const [words, setWords] = useState<Record<string, string>>({});
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = `${stage.id}-${block.block_id ?? ""}`;
  const listId = `${stage.id}-${keyOf(block, element)}-list`;
  const least = element.min_query_length ?? 3;

  const fixed = external ? [] : choicesOf(element);
  const wordOf = (v: string) => words[v] ?? fixed.find(c => c.value === v)?.text ?? wordsOf(element, v, stage.entry(block, element)) ?? v;

  useEffect(() => {
    if (!open || !external) return;
    if (typed.length < least) { setOffered(null); return; }
    let late = false;
    const wait = setTimeout(async () => {
      const found = await stage.suggest(block, element, typed);
      if (!late) { setOffered(found); setAt(0); }
    }, typed ? 180 : 0);
    return () => { late = true; clearTimeout(wait); };
  }, [open, typed, external]);

  const list = external ? offered ?? [] : fixed.filter(c => c.text.toLowerCase().includes(typed.toLowerCase()));
  const close = useCallback(() => { setOpen(false); setTyped(""); }, []);

  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    setWords({ ...words, [choice.value]: choice.text });
    const next = many ? (chosen.includes(choice.value) ? chosen.filter(v => v !== choice.value) : [...chosen, choice.value]) : choice.value;
    const put = () => stage.change(block, element, next, true);
    if (!many) close();
    else setTyped("");
    if (element.confirm) stage.confirm(block, element, put);
    else put();
  };

  const key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else setAt((at + (event.key === "ArrowDown" ? 1 : -1) + list.length) % Math.max(1, list.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (open) pick(list[at]);
      else setOpen(true);
    } else if (event.key === "Backspace" && !typed) {
      if (many && chosen.length > 0) stage.change(block, element, chosen.slice(0, -1), true);
      else if (!many && block.optional && chosen.length > 0) stage.change(block, element, null, true);
    } else if (event.key === "Tab") close();
  };

  const note = external && typed.length < least ? "Type to search" : external && !offered ? "Looking …" : "No results";
  return (
    <div ref={box} class={`sl-picker ${open ? "sl-open" : ""}`} onClick={() => { if (!open) setOpen(true); input.current?.focus(); }}>
      {many && chosen.map(v => (
        <span key={v} class="sl-token">{wordOf(v)}
          <button type="button" aria-label={`Remove ${wordOf(v)}`} onClick={e => { e.stopPropagation(); stage.change(block, element, chosen.filter(x => x !== v), true); }}><Icon name="close" size={14} /></button>
        </span>
      ))}
      <input ref={input} id={`${id}-input`} role="combobox" aria-expanded={open} aria-controls={listId} aria-autocomplete="list" aria-required={block.type === "input" && !block.optional ? true : undefined} aria-labelledby={labelled} aria-describedby={described}
        aria-label={labelled ? undefined : element.placeholder?.text ?? "Choose"} aria-activedescendant={open && list[at] ? `${listId}-${at}` : undefined} autocomplete="off"
        value={open ? typed : many ? "" : chosen[0] ? wordOf(chosen[0]) : ""}
        placeholder={many && chosen.length > 0 ? "" : !many && open && chosen[0] ? wordOf(chosen[0]) : element.placeholder?.text ?? "Choose"}
        onInput={e => { setTyped(e.currentTarget.value); setAt(0); setOpen(true); }} onKeyDown={key} />
      <Icon name="down" size={16} />
      {open && (
        <Popup anchor={box} close={close} wide class="menu sl-menu">
          <div role="listbox" id={listId} aria-multiselectable={many} aria-label={element.placeholder?.text ?? "Choices"}>
            {list.map((c, i) => (
              <>
                {c.group && c.group !== list[i - 1]?.group && <div class="menu-group" role="presentation">{c.group}</div>}
                <div key={c.value} id={`${listId}-${i}`} role="option" aria-selected={chosen.includes(c.value)} class={i === at ? "at" : ""}
                  ref={e => { if (i === at) e?.scrollIntoView({ block: "nearest" }); }} onPointerDown={e => { e.preventDefault(); e.stopPropagation(); pick(c); }}>
                  <span>{c.text}</span>{c.note && <small>{c.note}</small>}{chosen.includes(c.value) && <Icon name="check" size={15} />}
                </div>
              </>
            ))}
            {list.length === 0 && <p class="menu-empty">{note}</p>}
          </div>
        </Popup>
      )}
    </div>
  );
}
