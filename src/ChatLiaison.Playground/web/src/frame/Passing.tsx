import { useEffect } from "preact/hooks";
import { doAs, trouble } from "../acts";
import type { Side } from "../contract";
import { paneOf, stateOf } from "../world";
import { Icon } from "./Icon";

const stay = 8000;
const most = 2;

/** What a client shows one person in passing, above the message box: an answer's text, or why an act did not go through. */
export function Passing({ side }: { side: Side }) {
  const own = trouble[side].value;
  const notices = stateOf(side).notices;
  const newest = notices.findLast(n => n.kind === "message")?.number;
  // What was only told goes by itself; an error stays until it is put away.
  useEffect(() => {
    if (newest === undefined) return;
    const timer = setTimeout(() => notices.filter(n => n.kind === "message").forEach(n => void doAs(side, { do: "dismiss", notice: n.number }, { quiet: true })), stay);
    return () => clearTimeout(timer);
  }, [newest]);
  const covered = side === "slack" && stateOf(side).views.length > 0;
  return (
    <div class="passing" aria-live="polite">
      {notices.slice(-most).map(n => (
        <p key={n.number} class={`passing-${n.kind}`}><span>{n.kind === "message" && <b>{paneOf(side)?.bot.name}: </b>}{n.text}</span>
          <button type="button" aria-label="Dismiss" onClick={() => void doAs(side, { do: "dismiss", notice: n.number })}><Icon name="close" size={15} /></button></p>
      ))}
      {own && !covered && !notices.some(n => n.text === own) && (
        <p class="passing-error"><span>{own}</span><button type="button" aria-label="Dismiss" onClick={() => (trouble[side].value = null)}><Icon name="close" size={15} /></button></p>
      )}
    </div>
  );
}
