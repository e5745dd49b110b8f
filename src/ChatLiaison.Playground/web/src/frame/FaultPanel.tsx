import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../api";
import type { FaultRequest } from "../contract";
import { timeOf } from "../words/moments";
import { world } from "../world";
import { Icon } from "./Icon";

/** What the bar says while something is wrong; null while all is well. */
export function troubleWords(): string | null {
  const { faults } = world.value!;
  const { queue, server } = faults;
  if (server.state !== "up") return server.state === "down" ? "Server is down" : "Server is starting";
  if (faults.slackLimited && faults.teamsCut) return `Both hindered, ${queue.waiting} wait`;
  if (faults.slackLimited) return `Slack limited, ${queue.waiting} wait`;
  if (faults.teamsCut) return `Teams cut off, ${queue.waiting} wait`;
  return faults.killArmed ? "Kill is armed" : null;
}

function Verdict() {
  const { faults, clock } = world.value!;
  const { queue, server } = faults;
  const count = (n: number, one: string, more: string) => (n === 1 ? one : more.replace("#", String(n)));
  const waits = queue.waiting + queue.uncertain;
  const calm = queue.dead === 0 && queue.twice === 0;
  const title = !queue.since ? "All is well" : queue.dead > 0 ? count(queue.dead, "One message was given up", "# messages were given up")
    : queue.twice > 0 ? count(queue.twice, "One message came twice", "# messages came twice")
    : waits > 0 ? "Nothing is lost: it waits" : "Nothing was lost, nothing came twice";
  const words = !queue.since ? "Switch something off and go on working. What is promised to people is kept in the database first and sent from there."
    : queue.dead > 0 ? "They are kept; the admins’ room is told, and /liaison outbox sends them again."
    : waits > 0 ? `${count(waits, "One message waits", "# messages wait")} in the database${queue.next ? ` and ${waits === 1 ? "is" : "are"} tried again at ${timeOf(new Date(queue.next), clock.zone)}` : ""}.`
    : `${count(queue.arrived, "One message has", "# messages have")} arrived since ${timeOf(new Date(queue.since), clock.zone)}, ${queue.twice > 0 ? `${queue.twice} of them once more` : "each of them once"}.`;
  return (
    <div class={`verdict ${calm ? "" : "bad"}`} role="status">
      <p><Icon name={calm ? "check" : "trouble"} /><b>{title}</b></p>
      <p>{words}</p>
      <dl>
        <div><dt>waiting</dt><dd>{queue.waiting}</dd></div>
        <div><dt>looked up</dt><dd>{queue.uncertain}</dd></div>
        <div><dt>arrived</dt><dd>{queue.arrived}</dd></div>
        <div><dt>twice</dt><dd>{queue.twice}</dd></div>
        <div><dt>given up</dt><dd>{queue.dead}</dd></div>
        <div><dt>server killed</dt><dd>{server.deaths}×</dd></div>
      </dl>
    </div>
  );
}

/** Switches for the curious, and a calm account of what became of everything. */
export function FaultPanel({ close }: { close: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { faults } = world.value!;
  const send = async (what: FaultRequest) => setSaid((await api.fault(what)).said);

  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    box.current?.querySelector<HTMLElement>("button")?.focus();
    return () => before?.focus();
  }, []);

  const row = (on: boolean, title: string, note: string, what: FaultRequest) => (
    <button type="button" role="switch" aria-checked={on} class="fault" onClick={() => void send(what)}><span><b>{title}</b><small>{note}</small></span><i aria-hidden="true" /></button>
  );

  return (
    <div ref={box} class="faults" role="dialog" aria-label="Trouble" onKeyDown={e => { if (e.key === "Escape") close(); }}>
      <header><h2>Make trouble</h2><button type="button" class="tool" aria-label="Close" onClick={close}><Icon name="close" /></button></header>
      <Verdict />
      {row(faults.slackLimited, "Slack asks for patience", "Every call is answered with 429, too many requests.", { do: "limit-slack", on: !faults.slackLimited })}
      {row(faults.teamsCut, "Teams is cut off", "Nothing that the server sends reaches Teams.", { do: "cut-teams", on: !faults.teamsCut })}
      {row(faults.killArmed, "Kill the server at its next message", "After the commit, before the send: the worst moment there is.", { do: "kill", when: "next-send" })}
      <button type="button" class="plain" disabled={faults.server.state !== "up"} onClick={() => void send({ do: "kill", when: "now" })}>
        {faults.server.state === "up" ? "Kill it now" : faults.server.state === "down" ? "The server is down" : "The server is starting again"}</button>
      {said && <p class="said">{said}</p>}
    </div>
  );
}
