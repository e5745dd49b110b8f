import { useLayoutEffect, useRef } from "preact/hooks";

/** Scrolls down to what is new, unless the reader has scrolled up. */
export function useAtEnd(what: unknown, room: string) {
  const list = useRef<HTMLDivElement>(null);
  const down = useRef(true);
  useLayoutEffect(() => { down.current = true; }, [room]);
  useLayoutEffect(() => {
    const e = list.current;
    if (!e) return;
    const follow = () => { if (down.current) e.scrollTop = e.scrollHeight; };
    follow();
    const watch = new ResizeObserver(follow);
    watch.observe(e);
    for (const child of e.children) watch.observe(child);
    return () => watch.disconnect();
  }, [what, room]);
  const scrolled = () => {
    const e = list.current;
    if (e) down.current = e.scrollHeight - e.scrollTop - e.clientHeight < 60;
  };
  return { list, scrolled };
}
