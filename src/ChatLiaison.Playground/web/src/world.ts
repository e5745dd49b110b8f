// What the server last said, and where on it this page stands. The first is the server's; the second is kept in the address, so that a
// reload shows the same place and another tab may show another one.
import { batch, computed, effect, signal } from "@preact/signals";
import type { Message, Pane, Person, PersonState, Room, Side, World } from "./contract";
import { listen, read, whole } from "./api";

export const sides: Side[] = ["slack", "teams"];

export const world = signal<World | null>(null);
export const connected = signal(true);
/** When the World came, by this machine's clock: since then the playground's clock ran on. */
export const heardAt = signal(0);

export type Shown = "both" | Side;

const fromAddress = new URLSearchParams(location.hash.slice(1));
const stored = (name: string, otherwise: string) => fromAddress.get(name) ?? otherwise;

export const who = signal(stored("as", "dana"));
export const shown = signal(stored("show", "both") as Shown);
/** Where each pane stands: a room, or "home" for Slack's App Home. */
export const place = { slack: signal(stored("slack", "acme")), teams: signal(stored("teams", "acme")) };
/** The thread that is open beside the messages. */
export const thread = { slack: signal<string | null>(fromAddress.get("thread")), teams: signal<string | null>(null) };
/** On a narrow page the list of rooms covers the messages while it is open. */
export const listOpen = { slack: signal(false), teams: signal(false) };

effect(() => {
  const now = new URLSearchParams({ as: who.value, show: shown.value, slack: place.slack.value, teams: place.teams.value });
  if (thread.slack.value) now.set("thread", thread.slack.value);
  history.replaceState(null, "", `#${now.toString()}`);
});

const keyOf = (m: Message) => `${m.room}\n${m.id}`;

function merge(before: Message[], changed: Message[]): Message[] {
  if (changed.length === 0) return before;
  const all = new Map(before.map(m => [keyOf(m), m]));
  for (const message of changed) {
    if (message.deleted) all.delete(keyOf(message));
    else all.set(keyOf(message), message);
  }
  return [...all.values()].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

export function take(next: World) {
  const before = world.peek();
  if (!next.whole && before && next.number < before.number) {
    // Another playground answers at the same address now: what we have is not what its changes change.
    void whole().then(all => { if (all) take(all); });
    return;
  }
  const pane = (side: Side): Pane => ({
    ...next.panes[side], messages: merge(next.whole || !before ? [] : before.panes[side].messages, next.panes[side].messages),
  });
  batch(() => {
    heardAt.value = performance.now();
    world.value = { ...next, panes: { slack: pane("slack"), teams: pane("teams") } };
  });
}

export const start = () => listen(take, is => (connected.value = is));

export const person = computed<Person | undefined>(() => world.value?.people.find(p => p.key === who.value) ?? world.value?.people[0]);

const nobody: PersonState = { unread: {}, views: [], home: null, notices: [] };

const paneSignals = { slack: computed(() => world.value?.panes.slack), teams: computed(() => world.value?.panes.teams) };
export const paneOf = (side: Side) => paneSignals[side].value;

export const stateOf = (side: Side): PersonState => paneOf(side)?.people[person.value?.key ?? ""] ?? nobody;

/** The rooms that the person on stage is in. */
export const roomsOf = (side: Side): Room[] => paneOf(side)?.rooms.filter(r => r.members.includes(person.value?.key ?? "")) ?? [];

/** The room a pane shows: the one it stands in or, where this person is not in that, the first they are in. */
export const roomOf = (side: Side): Room | undefined => {
  const rooms = roomsOf(side);
  const wanted = place[side].value;
  return rooms.find(r => r.key === wanted)
    ?? (wanted.startsWith("direct:") ? rooms.find(r => r.kind === "direct") : undefined)
    ?? rooms.find(r => r.kind === "customer") ?? rooms[0];
};

export const messagesIn = (side: Side, room: string): Message[] =>
  paneOf(side)?.messages.filter(m => m.room === room && (m.onlyFor === null || m.onlyFor === person.value?.key)) ?? [];

export const personBy = (key: string | null) => world.value?.people.find(p => p.key === key);

export const nowOf = (): Date => {
  const clock = world.value?.clock;
  if (!clock) return new Date();
  return new Date(Date.parse(clock.now) + (clock.walk ? 0 : performance.now() - heardAt.value));
};

export function goTo(side: Side, room: string, openThread: string | null = null) {
  batch(() => {
    place[side].value = room;
    thread[side].value = openThread;
    listOpen[side].value = false;
  });
}

const narrow = matchMedia("(max-width: 899px)");
export const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", event => (isNarrow.value = event.matches));

/** A narrow page has room for one side. */
export const onShow = computed<Shown>(() => (isNarrow.value && shown.value === "both" ? "slack" : shown.value));

export const isShown = (side: Side) => onShow.value === "both" || onShow.value === side;

/** A room that is looked at has no unread messages. */
let asked = "";
effect(() => {
  for (const side of sides) {
    const room = roomOf(side);
    const key = person.value?.key;
    const unread = room ? stateOf(side).unread[room.key] ?? 0 : 0;
    if (!room || !key || unread === 0 || !isShown(side) || place[side].value === "home" || document.hidden) continue;
    const question = `${side} ${key} ${room.key} ${world.value?.number}`;
    if (question !== asked) {
      asked = question;
      void read(side, key, room.key);
    }
  }
});
