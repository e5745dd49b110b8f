import { useEffect, useRef, useState } from "preact/hooks";
import type { Happening, Side } from "../contract";
import { inZone } from "../teams/cards";
import { timeOf } from "../words/moments";
import { goTo, paneOf, person, personBy, roomOf, roomsOf, who, world } from "../world";
import { Avatar } from "./Avatar";

const stay = 9000;
const most = 3;

/** The first words without the signs that each platform puts into its texts; a time that was cut off is left out. */
const firstWords = (words: string) => inZone(words.replace(/<\/?at>/g, ""), person.value?.timeZone ?? "UTC").replace(/\{\{.*$/, "…")
  .replace(/@(U[A-Z0-9]+)/g, (whole, id: string) => world.value?.people.find(p => p.slackId === id)?.name ?? whole);

/** What the bot sends to other rooms is seen arriving: a few cards at the edge of the pane that go by themselves. */
export function Arrivals({ side }: { side: Side }) {
  const seen = useRef<number | null>(null);
  const [shown, setShown] = useState<Happening[]>([]);
  const all = world.value?.happenings ?? [];
  const newest = all.at(-1)?.number ?? 0;

  useEffect(() => {
    // What was there when the page opened, or before a start over, does not arrive.
    if (seen.current === null || newest < seen.current) { seen.current = newest; return; }
    const here = roomOf(side)?.key;
    const fresh = all.filter(h => h.number > seen.current! && h.side === side && h.room !== here);
    seen.current = newest;
    if (fresh.length === 0) return;
    setShown(before => [...before, ...fresh].slice(-most));
    const timer = setTimeout(() => setShown(before => before.filter(h => !fresh.includes(h))), stay);
    return () => { if (shown.length > most * 2) clearTimeout(timer); };
  }, [newest]);

  const whose = (room: string) => {
    const key = /^direct:(.*)$/.exec(room)?.[1];
    const name = paneOf(side)?.rooms.find(r => r.key === room)?.name ?? room;
    return key ? `to ${key === person.value?.key ? "you" : personBy(key)?.firstName ?? key}` : `in ${name}`;
  };
  const go = (h: Happening) => {
    const owner = /^direct:(.*)$/.exec(h.room)?.[1];
    if (owner && owner !== who.value) who.value = owner;
    else if (!roomsOf(side).some(r => r.key === h.room)) {
      const member = paneOf(side)?.rooms.find(r => r.key === h.room)?.members[0];
      if (member) who.value = member;
    }
    goTo(side, h.room);
    setShown(before => before.filter(other => other !== h));
  };

  return (
    <div class="arrivals" aria-live="polite">
      {shown.filter(h => h.room !== roomOf(side)?.key).map(h => (
        <button key={h.number} type="button" class="arrival" onClick={() => go(h)}>
          <Avatar of={null} name="" size={22} /><span><b>{whose(h.room)} <time>{timeOf(new Date(h.at), world.value!.clock.zone)}</time></b><small>{firstWords(h.words)}</small></span>
        </button>
      ))}
    </div>
  );
}
