import { useEffect, useState } from "preact/hooks";
import * as api from "../api";
import type { TimeRequest } from "../contract";
import { placeOf, shortDay, timeOf } from "../words/moments";
import { nowOf, world } from "../world";
import { Icon } from "./Icon";

/** Redraws every second: the clock runs on between two words of the server. */
function useSeconds() {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(n => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
}

const at = (iso: string | null, zone: string) => (iso ? `${shortDay(new Date(iso), zone)}, ${timeOf(new Date(iso), zone)}` : "unknown while the server is down");

/** Time in one's hands: the playground's clock, jumps ahead, and a walk that shows what falls due as it does. */
export function TimeBar() {
  useSeconds();
  const [said, setSaid] = useState<string | null>(null);
  const { clock } = world.value!;
  const now = nowOf();
  const go = async (what: TimeRequest) => setSaid((await api.time(what)).said);
  const walking = clock.walk !== null;

  return (
    <div class={`clock ${walking ? "walking" : ""}`} role="group" aria-label="Time">
      <time dateTime={now.toISOString()} title={said ?? `The team’s time: ${placeOf(clock.zone)}`}>
        <b>{timeOf(now, clock.zone)}</b><small>{shortDay(now, clock.zone)} · {placeOf(clock.zone)}</small>
      </time>
      <div class="jumps">
        <button type="button" onClick={() => void go({ do: "ahead", minutes: 15 })} disabled={walking}>+15 min</button>
        <button type="button" onClick={() => void go({ do: "ahead", minutes: 60 })} disabled={walking}>+1 h</button>
        <button type="button" onClick={() => void go({ do: "opening" })} disabled={walking} title={`Next opening: ${at(clock.nextOpening, clock.zone)}`}>Next opening</button>
        <button type="button" onClick={() => void go({ do: "monday" })} disabled={walking} title={at(clock.nextMonday, clock.zone)}>Monday 09:00</button>
        {walking
          ? <button type="button" class="going" onClick={() => void go({ do: "stop" })} aria-label="Stop the walk"><Icon name="stop" size={15} /> Stop</button>
          : <button type="button" onClick={() => void go({ do: "slow", minutesASecond: 5 })} aria-label="Play in slow motion" title="Slow motion: five minutes a second"><Icon name="play" size={15} /> Play</button>}
      </div>
    </div>
  );
}
