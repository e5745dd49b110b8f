import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

const focusable = "button:not([disabled]),input:not([disabled]),textarea:not([disabled]),select:not([disabled]),a[href],[tabindex]:not([tabindex='-1'])";

interface DialogProps {
  label: string;
  close: () => void;
  class?: string;
  children: ComponentChildren;
}

/** A dialog over one pane: the focus stays in it, Escape closes it, and the focus goes back to where it was. */
export function Dialog({ label, close, class: name = "", children }: DialogProps) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const first = box.current?.querySelector<HTMLElement>("input:not([type=hidden]):not([disabled]),textarea,select,[role=combobox]") ?? box.current;
    first?.focus({ preventScroll: true });
    return () => { if (before?.isConnected) before.focus({ preventScroll: true }); };
  }, []);

  const keep = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab") {
      const all = [...(box.current?.querySelectorAll<HTMLElement>(focusable) ?? [])].filter(e => e.offsetParent !== null);
      const first = all[0], last = all.at(-1);
      if (event.shiftKey && (document.activeElement === first || document.activeElement === box.current)) { event.preventDefault(); last?.focus(); }
      else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first?.focus(); }
    }
  };

  return (
    <div class={`veil ${name}`}>
      <div ref={box} role="dialog" aria-modal="true" aria-label={label} tabIndex={-1} class="dialog" onKeyDown={keep}>{children}</div>
    </div>
  );
}
