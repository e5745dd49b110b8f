import type { Person } from "../contract";
import { placeOf, timeOf } from "../words/moments";
import { nowOf, person, stateOf, who, world } from "../world";
import { Avatar } from "./Avatar";
import { Icon } from "./Icon";
import { Menu } from "./Menu";

const waiting = (p: Person) => ["slack", "teams"].map(side => world.value?.panes[side as "slack" | "teams"].people[p.key]?.unread ?? {})
  .reduce((sum, unread) => sum + Object.entries(unread).filter(([room]) => room.startsWith("direct:")).reduce((n, [, count]) => n + count, 0), 0);

const note = (p: Person) => {
  const direct = waiting(p);
  return `${p.title} · ${placeOf(p.timeZone)} ${timeOf(nowOf(), p.timeZone)}${direct > 0 ? ` · ${direct} for them` : ""}`;
};

/** Who one is, in both panes. */
export function PersonMenu() {
  const me = person.value;
  const people = world.value?.people ?? [];
  if (!me) return null;
  // Reading a person's state here redraws the menu when something arrives for anybody.
  void stateOf("slack");
  return (
    <Menu label="Switch who you are" named class="person" popupClass="people-menu" pick={key => (who.value = key)}
      face={<><Avatar of={me.key} name={me.name} size={32} /><span><span class="unseen">You are </span><b>{me.name}</b> <small>{me.title}</small></span><Icon name="down" size={16} /></>}
      items={people.map(p => ({
        id: p.key, chosen: p.key === me.key, group: p.kind === "staff" ? "Your team" : "Customers", note: note(p),
        title: <span class="menu-person"><Avatar of={p.key} name={p.name} size={26} /> {p.name}</span>,
      }))} />
  );
}
