import type { Pane, Room } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import { goTo, roomsOf, stateOf } from "../world";

const groups: [string, (room: Room) => boolean][] = [
  ["Customers", r => r.kind === "customer"],
  ["Channels", r => r.kind === "staff"],
  ["Direct messages", r => r.kind === "group"],
  ["Apps", r => r.kind === "direct"],
];

/** The sidebar: the channels this person is in, bold with a count while something in them is unread. */
export function SlackRooms({ pane, at }: { pane: Pane; at: string }) {
  const rooms = roomsOf("slack");
  const { unread } = stateOf("slack");
  return (
    <nav class="sl-rooms" aria-label="Channels">
      <header><b>{pane.name}</b></header>
      <div class="sl-room-list">
        {groups.map(([title, is]) => {
          const inside = rooms.filter(is);
          return inside.length > 0 && (
            <div key={title} role="group" aria-label={title}>
              <h2>{title}</h2>
              {inside.map(room => {
                const count = unread[room.key] ?? 0;
                const here = at === room.key || (at === "home" && room.kind === "direct");
                return (
                  <button key={room.key} type="button" class={`${here ? "at" : ""} ${count > 0 ? "unread" : ""}`} aria-current={here ? "page" : undefined} onClick={() => goTo("slack", room.key)}>
                    {room.kind === "direct" ? <Avatar of={null} name={room.name} size={18} /> : <Icon name={room.shared ? "shared" : "hash"} size={16} />}
                    <span>{room.name}</span>{count > 0 && <em aria-label={`${count} unread`}>{count}</em>}
                  </button>
                );
              })}
            </div>
          );
        })}
      </div>
    </nav>
  );
}
