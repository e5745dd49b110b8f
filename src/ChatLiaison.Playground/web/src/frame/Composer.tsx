import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { doAs } from "../acts";
import type { Room, Side } from "../contract";
import { paneOf, person, world } from "../world";
import { offersFor } from "../words/offers";
import { Icon } from "./Icon";
import { Popup } from "./Popup";

interface Props {
  side: Side;
  room: Room;
  thread?: string | undefined;
  placeholder: string;
  tools?: ComponentChildren;
  focus?: boolean;
  sent?: () => void;
}

const toBase64 = async (file: File) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
};

/** The message box of either pane. Enter sends, Shift+Enter goes to the next line; commands and names are offered while typing. */
export function Composer({ side, room, thread, placeholder, tools, focus = false, sent }: Props) {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [hidden, setHidden] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const pane = paneOf(side);
  const offers = pane && !hidden ? offersFor(text, pane, world.value?.people ?? [], room, thread !== undefined) : [];
  const listId = `${side}-offers-${thread ?? "room"}`;
  const hide = useCallback(() => setHidden(true), []);

  useEffect(() => { if (focus) area.current?.focus(); }, [focus]);
  useEffect(() => {
    const e = area.current;
    // Where the browser sizes the box by itself (style/frame.css), nothing is left to do.
    if (!e || CSS.supports("field-sizing", "content")) return;
    e.style.height = "auto";
    e.style.height = `${Math.min(e.scrollHeight, 160)}px`;
  }, [text]);

  const put = (next: string) => {
    setText(next);
    setHidden(false);
    // A word that is whole already is sent by Enter; one that is begun is finished by it.
    const exact = pane && [...pane.commands, ...pane.verbs].some(c => c.name.replace(/^\//, "") === next.trim().replace(/^\//, "").replace(`@${pane.bot.name} `, ""));
    setAt(exact || room.kind === "direct" && !/^[@/]/.test(next) ? -1 : 0);
  };

  const send = async () => {
    const words = text.trim();
    if (!words) return;
    setText("");
    const answer = await doAs(side, { do: "say", room: room.key, text: words, ...(thread ? { thread } : {}) });
    // What did not go out comes back into the box, unless something else stands there by now.
    if (!answer.ok) setText(now => now || words);
    else sent?.();
  };

  const attach = async (files: FileList | null) => {
    for (const one of files ?? []) {
      await doAs(side, { do: "upload", room: room.key, name: one.name, base64: await toBase64(one), ...(thread ? { thread } : {}) });
    }
    if (file.current) file.current.value = "";
  };

  const key = (event: KeyboardEvent) => {
    const offer = offers[at];
    if (offers.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setAt((Math.max(at, event.key === "ArrowUp" ? 0 : -1) + (event.key === "ArrowDown" ? 1 : -1) + offers.length) % offers.length);
    } else if (offers.length > 0 && event.key === "Tab" && !event.shiftKey) {
      event.preventDefault();
      put((offer ?? offers[0]!).text);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (offer) put(offer.text);
      else void send();
    }
  };

  return (
    <div class={`composer ${side}-composer`}>
      <div ref={box} class="composer-box">
        <textarea ref={area} rows={1} value={text} placeholder={placeholder} aria-label={placeholder} aria-autocomplete="list"
          aria-controls={offers.length > 0 ? listId : undefined} aria-activedescendant={offers[at] ? `${listId}-${at}` : undefined}
          onInput={e => put(e.currentTarget.value)} onKeyDown={key} />
        <div class="composer-tools">
          {tools}
          <input ref={file} type="file" hidden multiple onChange={e => void attach(e.currentTarget.files)} />
          <button type="button" class="tool" aria-label="Attach a file" title="Attach a file" onClick={() => file.current?.click()}><Icon name="clip" /></button>
          <button type="button" class="composer-send" aria-label="Send" title="Send" disabled={!text.trim()} onClick={() => void send()}><Icon name="send" /></button>
        </div>
      </div>
      {offers.length > 0 && (
        <Popup anchor={box} close={hide} wide class={`menu offers ${side}-offers`}>
          <div role="listbox" id={listId} aria-label="Commands and names">
            {offers.map((o, i) => (
              <div key={o.text} id={`${listId}-${i}`} role="option" aria-selected={i === at} class={i === at ? "at" : ""}
                ref={e => { if (i === at) e?.scrollIntoView({ block: "nearest" }); }}
                onPointerDown={e => { e.preventDefault(); put(o.text); area.current?.focus(); }}>
                <span><b>{o.title}</b>{o.usage && <code>{o.usage}</code>}</span><small>{o.note}</small>
              </div>
            ))}
          </div>
        </Popup>
      )}
      <p class="composer-as">as {person.value?.name}</p>
    </div>
  );
}
