import { useState } from "preact/hooks";
import { doAs } from "../acts";
import type { Message, Pane, Room } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Composer } from "../frame/Composer";
import { Icon } from "../frame/Icon";
import { Menu } from "../frame/Menu";
import { Passing } from "../frame/Passing";
import { useAtEnd } from "../frame/useAtEnd";
import { dayOf, dayTitle } from "../words/moments";
import { goTo, listOpen, messagesIn, nowOf, paneOf, person, roomOf, stateOf } from "../world";
import { DialogView } from "./DialogView";
import { TeamsRooms } from "./TeamsRooms";
import { Bubble, Post } from "./TeamsMessage";

const zone = () => person.value?.timeZone ?? "UTC";

const DayLine = ({ at }: { at: string }) => <div class="tm-day"><span>{dayTitle(new Date(at), nowOf(), zone())}</span></div>;

const newDay = (before: Message | undefined, now: Message) => !before || dayOf(new Date(before.at), zone()) !== dayOf(new Date(now.at), zone());

/** One conversation of a channel: the post, its replies (the older ones folded), and the box to answer in. */
function Conversation({ room, root, replies }: { room: Room; root: Message; replies: Message[] }) {
  const [all, setAll] = useState(false);
  const [answering, setAnswering] = useState(false);
  const shown = all || replies.length <= 3 ? replies : replies.slice(-2);
  return (
    <div class="tm-conversation" role="group" aria-label={`Conversation by ${root.from.name}`}>
      <Post message={root} />
      {shown.length < replies.length && <button type="button" class="tm-unfold" onClick={() => setAll(true)}>Show {replies.length - shown.length} earlier replies</button>}
      {shown.map(m => <Post key={m.id} message={m} reply />)}
      {answering
        ? <Composer side="teams" room={room} thread={root.id} placeholder="Reply" focus sent={() => setAnswering(false)} />
        : <button type="button" class="tm-answer" onClick={() => setAnswering(true)}><Icon name="reply" size={16} /> Reply in thread</button>}
    </div>
  );
}

function Channel({ room }: { room: Room }) {
  const all = messagesIn("teams", room.key);
  const roots = all.filter(m => m.thread === null || m.thread === m.id);
  const { list, scrolled } = useAtEnd(all.length + (all.at(-1)?.id ?? ""), room.key + person.value?.key);
  return (
    <div ref={list} class="tm-list tm-posts" onScroll={scrolled} role="log" aria-label={`Posts in ${room.name}`} tabIndex={0}>
      {roots.length === 0 && <p class="tm-empty">Nothing has been posted here yet.</p>}
      {roots.map((m, i) => (
        <div key={m.id}>
          {newDay(roots[i - 1], m) && <DayLine at={m.at} />}
          <Conversation room={room} root={m} replies={all.filter(r => r.thread === m.id && r.id !== m.id)} />
        </div>
      ))}
    </div>
  );
}

function Chat({ room }: { room: Room }) {
  const all = messagesIn("teams", room.key);
  const { list, scrolled } = useAtEnd(all.length + (all.at(-1)?.id ?? ""), room.key + person.value?.key);
  return (
    <div ref={list} class="tm-list" onScroll={scrolled} role="log" aria-label={`Chat with ${room.name}`} tabIndex={0}>
      {all.length === 0 && <p class="tm-empty">Say hello: what you write here, only the bot reads.</p>}
      {all.map((m, i) => (
        <div key={m.id}>
          {newDay(all[i - 1], m) && <DayLine at={m.at} />}
          <Bubble message={m} follows={!newDay(all[i - 1], m) && all[i - 1]?.from.key === m.from.key && Date.parse(m.at) - Date.parse(all[i - 1]!.at) < 300_000 && !m.from.bot} />
        </div>
      ))}
    </div>
  );
}

const ExtensionMenu = ({ pane, room, label, face, name }: { pane: Pane; room: Room; label: string; face: preact.ComponentChildren; name: string }) => pane.globalActions.length === 0 ? null : (
  <Menu label={label} class={name} popupClass="tm-menu" face={face} pick={id => void doAs("teams", { do: "globalAction", room: room.key, id })}
    items={pane.globalActions.map(a => ({ id: a.id, title: a.title, note: pane.bot.name, group: "Apps" }))} />
);

/** The right half: a Teams tenant as its client shows it. */
export function TeamsPane() {
  const pane = paneOf("teams");
  const room = roomOf("teams");
  const dialog = stateOf("teams").views.at(-1);
  if (!pane || !room) return null;
  const isChat = room.kind === "direct" || room.kind === "group";
  const direct = pane.rooms.find(r => r.key === `direct:${person.value?.key}`);
  return (
    <section class={`pane teams ${listOpen.teams.value ? "list-open" : ""}`} aria-label="Teams">
      <header class="tm-bar">
        <ExtensionMenu pane={pane} room={room} label="Search, or run an app’s command" name="tm-search" face={<><Icon name="search" size={15} /> <span>Search, or run an app’s command</span></>} />
        <Avatar of={person.value?.key ?? ""} name={person.value?.name ?? ""} size={26} />
      </header>
      <nav class="tm-rail" aria-label="Apps">
        <button type="button" class={isChat ? "at" : ""} onClick={() => direct && goTo("teams", direct.key)} disabled={!direct}><Icon name="chat" /><small>Chat</small></button>
        <button type="button" class={isChat ? "" : "at"} onClick={() => { if (isChat) goTo("teams", "acme"); }}><Icon name="people" /><small>Teams</small></button>
      </nav>
      <TeamsRooms pane={pane} at={room.key} />
      <div class="tm-main">
        <header class="tm-head">
          <button type="button" class="tm-quiet pane-back" aria-label="Chats and channels" onClick={() => (listOpen.teams.value = true)}><Icon name="back" /></button>
          {room.kind === "direct" ? <Avatar of={null} name={room.name} size={30} /> : <span class="tm-square" aria-hidden="true">{isChat ? <Icon name="people" size={16} /> : room.name[0]?.toUpperCase()}</span>}
          <h2>{room.name}{room.shared && <small>with guests</small>}</h2>
          <span class="tm-tab">{isChat ? "Chat" : "Posts"}</span>
        </header>
        {isChat ? <Chat room={room} /> : <Channel room={room} />}
        <Passing side="teams" />
        <Composer key={room.key} side="teams" room={room} placeholder={isChat ? "Type a message" : "Start a post"}
          tools={<ExtensionMenu pane={pane} room={room} label="Actions and apps" name="tool" face={<Icon name="plus" />} />} />
      </div>
      {dialog?.kind === "teams" && <DialogView key={dialog.title + dialog.room} dialog={dialog} />}
    </section>
  );
}
