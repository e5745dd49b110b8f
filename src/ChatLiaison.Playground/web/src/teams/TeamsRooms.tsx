import type { Pane, Room } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import { goTo, roomsOf, stateOf } from "../world";

/** Chats, and the team's channels below them. */
export function TeamsRooms({ pane, at }: { pane: Pane; at: string }) {
  const rooms = roomsOf("teams");
  const { unread } = stateOf("teams");
  const entry = (room: Room) => {
    const count = unread[room.key] ?? 0;
    return (
      <button key={room.key} type="button" class={`${at === room.key ? "at" : ""} ${count > 0 ? "unread" : ""}`} aria-current={at === room.key ? "page" : undefined} onClick={() => goTo("teams", room.key)}>
        {room.kind === "direct" ? <Avatar of={null} name={room.name} size={22} /> : room.kind === "group" ? <Icon name="people" size={17} /> : <Icon name={room.shared ? "shared" : "hash"} size={15} />}
        <span>{room.name}</span>{count > 0 && <em aria-label={`${count} unread`}>{count}</em>}
      </button>
    );
  };
  const chats = rooms.filter(r => r.kind === "direct" || r.kind === "group");
  const channels = rooms.filter(r => r.kind === "customer" || r.kind === "staff");
  return (
    <nav class="tm-rooms" aria-label="Chats and channels">
      {chats.length > 0 && <div role="group" aria-label="Chats"><h2>Chats</h2>{chats.map(entry)}</div>}
      <div role="group" aria-label="Channels"><h2>{pane.name}</h2>{channels.map(entry)}</div>
    </nav>
  );
}
