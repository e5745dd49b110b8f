import { useState } from "preact/hooks";
import { fileAddress } from "../api";
import { doAs } from "../acts";
import type { Message } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Icon } from "../frame/Icon";
import { Menu } from "../frame/Menu";
import { dayTitle, timeOf } from "../words/moments";
import { nowOf, paneOf, person, thread } from "../world";
import { Blocks } from "./Blocks";
import { Markup, zoneOfReader } from "./Markup";
import type { Block } from "./shapes";
import { StageContext } from "./stage";
import { useBlockStage } from "./useBlockStage";

interface Props {
  message: Message;
  /** Follows another of the same person within minutes: shown without name and picture. */
  follows: boolean;
  replies?: Message[];
  inThread?: boolean;
}

const reactionFaces: Record<string, string> = { eyes: "👀", "+1": "👍", thumbsup: "👍", white_check_mark: "✅", heart: "❤️", raised_hands: "🙌", tada: "🎉" };

const size = (bytes: number) => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

function Body({ message }: { message: Message }) {
  const { stage, asked } = useBlockStage({ room: message.room, message: message.id });
  const blocks = (message.slack?.blocks ?? []) as Block[];
  const attachments = (message.slack?.attachments ?? []) as { color?: string; text?: string; blocks?: Block[]; title?: string }[];
  return (
    <StageContext.Provider value={stage}>
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : message.text && <div class="sl-text"><Markup text={message.text} /></div>}
      {attachments.map((a, i) => (
        <div key={i} class="sl-attachment" style={{ borderColor: /^#?[0-9a-f]{6}$/i.test(a.color ?? "") ? `#${a.color!.replace("#", "")}` : undefined }}>
          {a.title && <b>{a.title}</b>}{a.blocks ? <Blocks blocks={a.blocks} /> : a.text && <div class="sl-text"><Markup text={a.text} /></div>}
        </div>
      ))}
      {asked}
    </StageContext.Provider>
  );
}

function Editing({ message, done }: { message: Message; done: () => void }) {
  const [text, setText] = useState(message.text);
  const save = () => { done(); if (text !== message.text) void doAs("slack", { do: "edit", room: message.room, message: message.id, text }); };
  return (
    <div class="sl-editing">
      <textarea class="sl-input" aria-label="Edit message" rows={2} value={text} ref={e => e?.focus()} onInput={e => setText(e.currentTarget.value)}
        onKeyDown={e => { if (e.key === "Escape") done(); else if (e.key === "Enter" && !e.shiftKey) { e.preventDefault(); save(); } }} />
      <button type="button" class="sl-button" onClick={done}>Cancel</button> <button type="button" class="sl-button sl-primary" onClick={save}>Save</button>
    </div>
  );
}

export function SlackMessage({ message, follows, replies = [], inThread = false }: Props) {
  const [editing, setEditing] = useState(false);
  const mine = message.from.key !== null && message.from.key === person.value?.key;
  const at = new Date(message.at);
  const last = replies.at(-1);
  const menu = [
    ...(paneOf("slack")?.messageActions ?? []).map(a => ({ id: `action ${a.id}`, title: a.title, note: "ChatLiaison" })),
    ...(mine ? [{ id: "edit", title: "Edit message" }, { id: "delete", title: "Delete message", danger: true }] : []),
  ];
  const pick = (id: string) => {
    const here = { room: message.room, message: message.id };
    if (id === "edit") setEditing(true);
    else if (id === "delete") void doAs("slack", { do: "delete", ...here });
    else void doAs("slack", { do: "messageAction", ...here, id: id.slice(7) });
  };

  return (
    <article class={`sl-message ${follows ? "sl-follows" : ""} ${message.onlyFor ? "sl-only" : ""}`} data-message={message.id} aria-label={`${message.from.name}, ${timeOf(at, zoneOfReader())}`}>
      {follows ? <time class="sl-beside" dateTime={message.at}>{timeOf(at, zoneOfReader())}</time> : <Avatar of={message.from.key} name={message.from.name} />}
      <div class="sl-content">
        {message.onlyFor && <p class="sl-only-note">Only visible to you</p>}
        {!follows && (
          <p class="sl-from"><b>{message.from.name}</b>{message.from.bot && <span class="sl-app">APP</span>}
            <time dateTime={message.at} title={at.toUTCString()}>{timeOf(at, zoneOfReader())}</time></p>
        )}
        {editing ? <Editing message={message} done={() => setEditing(false)} /> : <Body message={message} />}
        {message.edited && <span class="sl-edited">(edited)</span>}
        {message.files.map(f => (
          <a key={f.id} class="sl-file" href={fileAddress("slack", f.id)} target="_blank" rel="noopener"><Icon name="file" size={26} /><span><b>{f.name}</b><small>{size(f.size)}</small></span></a>
        ))}
        {message.reactions.length > 0 && (
          <div class="sl-reactions">{message.reactions.map(r => <span key={r.name} title={`${r.people.join(", ")} reacted with :${r.name}:`}>{reactionFaces[r.name] ?? `:${r.name}:`} {r.people.length}</span>)}</div>
        )}
        {!inThread && last && (
          <button type="button" class="sl-replies" onClick={() => (thread.slack.value = message.id)}>
            {[...new Map(replies.map(r => [r.from.key, r.from])).values()].slice(0, 3).map(f => <Avatar key={f.key ?? "bot"} of={f.key} name={f.name} size={22} />)}
            <b>{replies.length === 1 ? "1 reply" : `${replies.length} replies`}</b>
            <small>Last reply {dayTitle(new Date(last.at), nowOf(), zoneOfReader()).replace(/^(Today|Yesterday)$/, word => word.toLowerCase())} at {timeOf(new Date(last.at), zoneOfReader())}</small>
          </button>
        )}
      </div>
      {!message.onlyFor && (
        <div class="sl-tools" role="toolbar" aria-label="Message actions">
          <button type="button" aria-label="React with eyes" title="React" onClick={() => void doAs("slack", { do: "react", room: message.room, message: message.id, name: "eyes" })}><Icon name="smile" /></button>
          {!inThread && <button type="button" aria-label="Reply in thread" title="Reply in thread" onClick={() => (thread.slack.value = message.id)}><Icon name="reply" /></button>}
          {menu.length > 0 && <Menu label="More actions" align="right" popupClass="sl-menu" face={<Icon name="more" />} items={menu} pick={pick} />}
        </div>
      )}
    </article>
  );
}
