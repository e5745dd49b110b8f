import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { Popup } from "./Popup";

export interface MenuItem {
  id: string;
  title: ComponentChildren;
  note?: string;
  group?: string;
  chosen?: boolean;
  danger?: boolean;
}

interface MenuProps {
  label: string;
  face: ComponentChildren;
  items: MenuItem[];
  pick: (id: string) => void;
  align?: "left" | "right";
  class?: string;
  popupClass?: string;
  wide?: boolean;
  /** The words on the button are its name. */
  named?: boolean;
}

/** A button that opens a list of choices. Arrow keys move in it, Enter chooses, Escape closes and goes back to the button. */
export function Menu({ label, face, items, pick, align = "left", class: name = "", popupClass = "", wide = false, named = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = useCallback(() => { setOpen(false); button.current?.focus(); }, []);

  useEffect(() => {
    if (!open) return;
    const chosen = list.current?.querySelector<HTMLElement>("[aria-checked=true]") ?? list.current?.querySelector<HTMLElement>("[role^=menuitem]");
    chosen?.focus();
  }, [open]);

  const move = (event: KeyboardEvent) => {
    const entries = [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      entries[(to + entries.length) % entries.length]?.focus();
    } else if (event.key === "Tab") setOpen(false);
    else if (event.key.length === 1) entries.find(e => e.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  };

  const radio = items.some(i => i.chosen !== undefined);
  return (
    <>
      <button ref={button} type="button" class={name} aria-label={named ? undefined : label} title={label} aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}
        onKeyDown={event => { if (event.key === "ArrowDown" && !open) { event.preventDefault(); setOpen(true); } }}>{face}</button>
      {open && (
        <Popup anchor={button} close={close} align={align} wide={wide} class={`menu ${popupClass}`}>
          <div ref={list} role="menu" aria-label={label} onKeyDown={move}>
            {items.map((item, i) => (
              <>
                {item.group && item.group !== items[i - 1]?.group && <div class="menu-group" role="presentation">{item.group}</div>}
                <button key={item.id} type="button" role={radio ? "menuitemradio" : "menuitem"} aria-checked={radio ? item.chosen === true : undefined} tabIndex={-1}
                  class={item.danger ? "danger" : ""} onClick={() => { close(); pick(item.id); }}>
                  <span>{item.title}</span>{item.note && <small>{item.note}</small>}
                </button>
              </>
            ))}
          </div>
        </Popup>
      )}
    </>
  );
}
