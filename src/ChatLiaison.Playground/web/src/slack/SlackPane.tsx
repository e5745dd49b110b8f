import { useEffect } from "preact/hooks";
import { doAs } from "../acts";
import type { Message, Room } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Composer } from "../frame/Composer";
import { Icon } from "../frame/Icon";
import { Menu } from "../frame/Menu";
import { Passing } from "../frame/Passing";
import { useAtEnd } from "../frame/useAtEnd";
import { dayOf, dayTitle } from "../words/moments";
import { goTo, listOpen, messagesIn, nowOf, paneOf, person, place, roomOf, stateOf, thread } from "../world";
import { Home } from "./Home";
import { zoneOfReader } from "./Markup";
import { Modal } from "./Modal";
import { SlackMessage } from "./SlackMessage";
import { SlackRooms } from "./SlackRooms";

const minutes = (a: Message, b: Message) => (Date.parse(b.at) - Date.parse(a.at)) / 60_000;
const follows = (before: Message | undefined, now: Message) =>
  before !== undefined && before.from.key === now.from.key && before.onlyFor === now.onlyFor && minutes(before, now) < 5 && !now.from.bot;

function Messages({ room }: { room: Room }) {
  const all = messagesIn("slack", room.key);
  const roots = all.filter(m => m.thread === null || !all.some(r => r.id === m.thread));
  const { list, scrolled } = useAtEnd(all.length + (all.at(-1)?.id ?? ""), room.key + person.value?.key);
  return (
    <div ref={list} class="sl-messages" onScroll={scrolled} role="log" aria-label={`Messages in ${room.name}`} tabIndex={0}>
      <div class="sl-begin">
        <h3>{room.kind === "direct" ? room.name : `# ${room.name}`}</h3>
        <p>{room.kind === "direct" ? "This is the conversation with the app. Nobody else reads it."
          : room.shared ? "A channel that is shared with the customer's organisation by Slack Connect." : "This is the very beginning of the channel."}</p>
      </div>
      {roots.map((m, i) => (
        <div key={m.id}>
          {(i === 0 || dayOf(new Date(roots[i - 1]!.at), zoneOfReader()) !== dayOf(new Date(m.at), zoneOfReader())) && (
            <div class="sl-day"><span>{dayTitle(new Date(m.at), nowOf(), zoneOfReader())}</span></div>
          )}
          <SlackMessage message={m} follows={follows(roots[i - 1], m) && !all.some(r => r.thread === roots[i - 1]?.id)} replies={all.filter(r => r.thread === m.id)} />
        </div>
      ))}
    </div>
  );
}

function Thread({ room, root }: { room: Room; root: string }) {
  const all = messagesIn("slack", room.key);
  const parent = all.find(m => m.id === root);
  const replies = all.filter(m => m.thread === root);
  const { list, scrolled } = useAtEnd(replies.length, root);
  const close = () => (thread.slack.value = null);
  useEffect(() => { if (!parent) close(); }, [parent === undefined]);
  if (!parent) return null;
  return (
    <aside class="sl-thread" aria-label="Thread" onKeyDown={e => { if (e.key === "Escape") close(); }}>
      <header class="sl-head"><h2>Thread <small>{room.kind === "direct" ? room.name : `# ${room.name}`}</small></h2>
        <button type="button" class="sl-quiet" aria-label="Close the thread" onClick={close}><Icon name="close" /></button></header>
      <div ref={list} class="sl-messages" onScroll={scrolled} tabIndex={0}>
        <SlackMessage message={parent} follows={false} inThread />
        {replies.length > 0 && <div class="sl-count"><span>{replies.length === 1 ? "1 reply" : `${replies.length} replies`}</span></div>}
        {replies.map((m, i) => <SlackMessage key={m.id} message={m} follows={follows(replies[i - 1], m)} inThread />)}
      </div>
      <Composer key={root} side="slack" room={room} thread={root} placeholder="Reply …" focus />
    </aside>
  );
}

/** The left half: a Slack workspace as its client shows it. */
export function SlackPane() {
  const pane = paneOf("slack");
  const room = roomOf("slack");
  const views = stateOf("slack").views;
  const top = views.at(-1);
  const atHome = place.slack.value === "home";
  const open = thread.slack.value;
  if (!pane || !room) return null;
  const name = room.kind === "direct" ? room.name : `# ${room.name}`;
  return (
    <section class={`pane slack ${listOpen.slack.value ? "list-open" : ""}`} aria-label="Slack">
      <nav class="sl-rail" aria-label="Workspace">
        <span class="sl-workspace" aria-hidden="true">{pane.name[0]}</span>
        <button type="button" class={atHome ? "" : "at"} onClick={() => goTo("slack", room.key)}><Icon name="chat" /><small>Chats</small></button>
        <button type="button" class={atHome ? "at" : ""} onClick={() => goTo("slack", "home")}><Icon name="home" /><small>App</small></button>
        <span class="sl-self"><Avatar of={person.value?.key ?? ""} name={person.value?.name ?? ""} size={30} /></span>
      </nav>
      <SlackRooms pane={pane} at={atHome ? "home" : room.key} />
      <div class={`sl-main ${open && !atHome ? "has-thread" : ""}`}>
        <div class="sl-channel">
          <header class="sl-head">
            <button type="button" class="sl-quiet pane-back" aria-label="Channels" onClick={() => (listOpen.slack.value = true)}><Icon name="back" /></button>
            <h2>{atHome ? pane.bot.name : name}{!atHome && room.shared && <span class="sl-shared" title="Shared with another organisation"><Icon name="shared" size={15} /> shared</span>}</h2>
            {(atHome || room.kind === "direct") && (
              <div class="sl-tabs">
                <button type="button" aria-current={atHome ? "page" : undefined} onClick={() => goTo("slack", "home")}>Home</button>
                <button type="button" aria-current={atHome ? undefined : "page"} onClick={() => goTo("slack", `direct:${person.value?.key}`)}>Messages</button>
              </div>
            )}
            {!atHome && room.kind !== "direct" && <span class="sl-members" title="Members"><Icon name="people" size={16} /> {room.members.length}</span>}
          </header>
          {atHome ? <Home key={person.value?.key} /> : <Messages room={room} />}
          <Passing side="slack" />
          {!atHome && (
            <Composer key={room.key} side="slack" room={room} placeholder={`Message ${room.kind === "direct" ? room.name : `#${room.name}`}`}
              tools={pane.globalActions.length > 0 && (
                <Menu label="Shortcuts" class="tool" popupClass="sl-menu" face={<Icon name="bolt" />} pick={id => void doAs("slack", { do: "globalAction", room: room.key, id })}
                  items={pane.globalActions.map(a => ({ id: a.id, title: a.title, note: pane.bot.name }))} />
              )} />
          )}
        </div>
        {open && !atHome && <Thread key={open} room={room} root={open} />}
      </div>
      {top?.kind === "slack" && <Modal key={top.id} view={top} depth={views.length} />}
    </section>
  );
}
