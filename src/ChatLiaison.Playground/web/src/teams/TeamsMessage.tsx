import { fileAddress } from "../api";
import { doAs } from "../acts";
import type { Message } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import { Menu } from "../frame/Menu";
import { dayTitle, timeOf } from "../words/moments";
import { nowOf, paneOf, person, personBy } from "../world";
import { CardView } from "./CardView";
import { cardsIn, inZone, mentionsIn } from "./cards";
import { toHtml } from "./markdown";

const faces: Record<string, string> = { like: "👍", heart: "❤️", laugh: "😆", surprised: "😮", sad: "🙁", angry: "😠" };

const size = (bytes: number) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

/** The words of a message; those of people are taken as they were typed, but for the mentions in them. */
function Words({ message }: { message: Message }) {
  const me = person.value;
  const activity = message.teams?.activity;
  const marks = mentionsIn(activity);
  // A person's own message names people by its marks alone.
  const found = [...message.text.matchAll(/<at>(.*?)<\/at>/g)].map(m => ({ text: m[0], mentioned: { id: "", name: m[1]! } }));
  const mentions = [...marks, ...found.filter(f => !marks.some(m => m.text === f.text))];
  const text = message.from.bot ? inZone(message.text, me?.timeZone ?? "UTC") : message.text.replace(/([\\*_[\]#>~-])/g, "\\$1").replaceAll("\n", "\n\n");
  return <div class="tm-words" dangerouslySetInnerHTML={{ __html: toHtml(text, mentions, me?.name ?? "") }} />;
}

export function Body({ message }: { message: Message }) {
  const own = message.teams?.cardFor[person.value?.key ?? ""];
  const cards = own !== undefined ? [own] : cardsIn(message.teams?.activity);
  const press = async (index: number, typed: Record<string, string>) => {
    await doAs("teams", { do: "press", on: { room: message.room, message: message.id }, element: { index }, typed });
  };
  return (
    <>
      {message.text && <Words message={message} />}
      {cards.map((card, i) => <CardView key={i} card={card} press={press} />)}
      {message.files.map(f => (
        <a key={f.id} class="tm-file" href={fileAddress("teams", f.id)} target="_blank" rel="noopener"><Icon name="file" size={24} /><span><b>{f.name}</b><small>{size(f.size)}</small></span></a>
      ))}
    </>
  );
}

export function Reactions({ message }: { message: Message }) {
  return message.reactions.length === 0 ? null : (
    <div class="tm-reactions">{message.reactions.map(r => <span key={r.name} title={r.people.join(", ")}>{faces[r.name] ?? r.name} {r.people.length}</span>)}</div>
  );
}

/** What one can do with a message: like it, or hand it to the bot by its message extension. */
export function Tools({ message }: { message: Message }) {
  const pane = paneOf("teams");
  const mine = message.from.key !== null && message.from.key === person.value?.key;
  const here = { room: message.room, message: message.id };
  const items = [
    ...(pane?.messageActions ?? []).map(a => ({ id: a.id, title: a.title, note: pane?.bot.name ?? "", group: "More actions" })),
    ...(mine ? [{ id: "delete", title: "Delete", danger: true }] : []),
  ];
  return (
    <div class="tm-tools" role="toolbar" aria-label="Message actions">
      <button type="button" aria-label="Like" title="Like" onClick={() => void doAs("teams", { do: "react", ...here, name: "like" })}><Icon name="smile" /></button>
      {items.length > 0 && <Menu label="More options" align="right" popupClass="tm-menu" face={<Icon name="more" />} items={items}
        pick={id => void doAs("teams", id === "delete" ? { do: "delete", ...here } : { do: "messageAction", ...here, id })} />}
    </div>
  );
}

export const When = ({ at }: { at: string }) => {
  const zone = person.value?.timeZone ?? "UTC";
  const day = dayTitle(new Date(at), nowOf(), zone);
  return <time dateTime={at} title={new Date(at).toUTCString()}>{day === "Today" ? "" : `${day} `}{timeOf(new Date(at), zone)}</time>;
};

/** The customers' people are guests in the tenant, and Teams says so. */
const Name = ({ message }: { message: Message }) => <b>{message.from.name}{personBy(message.from.key)?.kind === "customer" ? " (Guest)" : ""}</b>;

/** A post or a reply in a channel. */
export function Post({ message, reply = false }: { message: Message; reply?: boolean }) {
  return (
    <article class={`tm-post ${reply ? "tm-reply" : ""}`} data-message={message.id}>
      <Avatar of={message.from.key} name={message.from.name} size={reply ? 24 : 32} />
      <div class="tm-post-body">
        <p class="tm-from"><Name message={message} /><When at={message.at} />{message.edited && <small>Edited</small>}{message.onlyFor && <small class="tm-only">Only you can see this</small>}</p>
        <Body message={message} />
        <Reactions message={message} />
      </div>
      {!message.onlyFor && <Tools message={message} />}
    </article>
  );
}

/** A message of a chat: one's own on the right, those of others on the left. */
export function Bubble({ message, follows }: { message: Message; follows: boolean }) {
  const mine = message.from.key !== null && message.from.key === person.value?.key;
  return (
    <article class={`tm-bubble ${mine ? "tm-mine" : ""} ${follows ? "tm-follows" : ""}`} data-message={message.id}>
      {!mine && (follows ? <span class="tm-room" /> : <Avatar of={message.from.key} name={message.from.name} size={32} />)}
      <div class="tm-bubble-body">
        {!follows && <p class="tm-from">{!mine && <Name message={message} />}<When at={message.at} />{message.edited && <small>Edited</small>}</p>}
        <div class={`tm-said ${cardsIn(message.teams?.activity).length > 0 ? "tm-with-card" : ""}`}><Body message={message} /></div>
        <Reactions message={message} />
      </div>
      <Tools message={message} />
    </article>
  );
}
