import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface PopupProps {
  anchor: RefObject<HTMLElement | null>;
  close: () => void;
  children: ComponentChildren;
  /** Which edge of the anchor it is flush with. */
  align?: "left" | "right";
  /** At least as wide as the anchor. */
  wide?: boolean;
  class?: string;
}

/** A small window next to its anchor, above all else on the page; Escape or a press outside closes it. */
export function Popup({ anchor, close, children, align = "left", wide = false, class: name = "" }: PopupProps) {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popup = box.current, at = anchor.current;
    if (!popup || !at) return;
    popup.showPopover();
    const put = () => {
      const rect = at.getBoundingClientRect();
      if (wide) popup.style.minWidth = `${rect.width}px`;
      const { width, height } = popup.getBoundingClientRect();
      const below = window.innerHeight - rect.bottom - 8;
      const up = height > below && rect.top > below;
      const left = align === "left" ? rect.left : rect.right - width;
      popup.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
      popup.style.top = up ? `${Math.max(8, rect.top - height - 4)}px` : `${rect.bottom + 4}px`;
      popup.style.maxHeight = `${Math.max(120, up ? rect.top - 12 : below)}px`;
    };
    put();
    const watch = new ResizeObserver(put);
    watch.observe(popup);
    window.addEventListener("resize", put);
    return () => { watch.disconnect(); window.removeEventListener("resize", put); };
  }, []);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      close();
    };
    document.addEventListener("pointerdown", outside, true);
    document.addEventListener("keydown", escape, true);
    return () => { document.removeEventListener("pointerdown", outside, true); document.removeEventListener("keydown", escape, true); };
  }, [close]);

  return <div ref={box} popover="manual" class={`popup ${name}`}>{children}</div>;
}
