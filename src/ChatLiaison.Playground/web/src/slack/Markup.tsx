import { Fragment } from "preact";
import { instantOf, slackDate } from "../words/moments";
import { readMarkup, type Piece } from "../words/slackMarkup";
import { nowOf, paneOf, person, world } from "../world";
import type { RichElement, TextObject } from "./shapes";

const zone = () => person.value?.timeZone ?? "UTC";

const personOf = (id: string) => world.value?.people.find(p => p.slackId === id);

/** A person by the id of the platform; the bot is known too. */
const nameOf = (id: string) => {
  const pane = paneOf("slack");
  if (pane && (id === pane.bot.id)) return pane.bot.name;
  return personOf(id)?.name ?? id;
};

export const Mention = ({ id }: { id: string }) => <span class={`sl-mention ${person.value?.slackId === id ? "sl-me" : ""}`}>@{nameOf(id)}</span>;

const ChannelName = ({ id, label }: { id: string; label?: string | undefined }) => (
  <span class="sl-mention">#{paneOf("slack")?.rooms.find(r => r.id === id)?.name ?? label ?? id}</span>
);

const When = ({ seconds, format, fallback }: { seconds: number; format: string; fallback: string }) => {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return <>{fallback}</>;
  return <time dateTime={at.toISOString()} title={at.toUTCString()}>{slackDate(format, at, nowOf(), zone())}</time>;
};

/** Only addresses that a browser may safely be sent to become links. */
export const Link = ({ url, text }: { url: string; text: string }) => /^(https?:|mailto:)/i.test(url)
  ? <a href={url} target="_blank" rel="noopener noreferrer">{text}</a> : <>{text}</>;

const draw = (piece: Piece, i: number): preact.ComponentChild => {
  switch (piece.kind) {
    case "text": return <Fragment key={i}>{piece.text}</Fragment>;
    case "break": return <br key={i} />;
    case "bold": return <b key={i}>{piece.inside.map(draw)}</b>;
    case "italic": return <i key={i}>{piece.inside.map(draw)}</i>;
    case "strike": return <s key={i}>{piece.inside.map(draw)}</s>;
    case "quote": return <blockquote key={i}>{piece.inside.map(draw)}</blockquote>;
    case "code": return <code key={i}>{piece.text}</code>;
    case "pre": return <pre key={i}>{piece.text}</pre>;
    case "user": return <Mention key={i} id={piece.id} />;
    case "channel": return <ChannelName key={i} id={piece.id} label={piece.label} />;
    case "group": return <span key={i} class="sl-mention">@{piece.label ?? piece.id}</span>;
    case "everyone": return <span key={i} class="sl-mention sl-me">@{piece.id}</span>;
    case "date": return <When key={i} seconds={piece.seconds} format={piece.format} fallback={piece.fallback} />;
    case "link": return <Link key={i} url={piece.url} text={piece.text} />;
  }
};

export const Markup = ({ text }: { text: string }) => <>{readMarkup(text).map(draw)}</>;

/** A text object: mrkdwn is read, plain text shown as it is. */
export const Text = ({ of }: { of: TextObject | undefined }) => !of ? null
  : of.type === "mrkdwn" ? <Markup text={of.text} />
  : <>{of.text.split("\n").map((line, i) => <Fragment key={i}>{i > 0 && <br />}{line}</Fragment>)}</>;

const dressed = (child: preact.ComponentChild, style: RichElement["style"], key: number) => {
  if (!style || typeof style === "string") return <Fragment key={key}>{child}</Fragment>;
  let out = child;
  if (style.code) out = <code>{out}</code>;
  if (style.bold) out = <b>{out}</b>;
  if (style.italic) out = <i>{out}</i>;
  if (style.strike) out = <s>{out}</s>;
  return <Fragment key={key}>{out}</Fragment>;
};

const span = (e: RichElement, i: number): preact.ComponentChild => {
  const plain = (e.text ?? "").split("\n").map((line, n) => <Fragment key={n}>{n > 0 && <br />}{line}</Fragment>);
  switch (e.type) {
    case "text": return dressed(plain, e.style, i);
    case "link": return dressed(<Link url={e.url ?? ""} text={e.text || e.url || ""} />, e.style, i);
    case "user": return <Mention key={i} id={e.user_id ?? ""} />;
    case "channel": return <ChannelName key={i} id={e.channel_id ?? ""} />;
    case "broadcast": return <span key={i} class="sl-mention sl-me">@{e.range}</span>;
    case "emoji": return <Fragment key={i}>{e.unicode ? String.fromCodePoint(...e.unicode.split("-").map(u => parseInt(u, 16))) : `:${e.name}:`}</Fragment>;
    case "date": return <When key={i} seconds={e.timestamp ?? NaN} format={e.format ?? ""} fallback={e.fallback ?? ""} />;
    default: return <Fragment key={i}>{e.text ?? ""}</Fragment>;
  }
};

const richPart = (part: RichElement, i: number) => {
  const inside = part.elements ?? [];
  switch (part.type) {
    case "rich_text_quote": return <blockquote key={i}>{inside.map(span)}</blockquote>;
    case "rich_text_preformatted": return <pre key={i}>{inside.map(span)}</pre>;
    case "rich_text_list": {
      const items = inside.map((item, n) => <li key={n}>{(item.elements ?? []).map(span)}</li>);
      const indent = { marginLeft: `${(part.indent ?? 0) * 22}px` };
      return part.style === "ordered" ? <ol key={i} style={indent}>{items}</ol> : <ul key={i} style={indent}>{items}</ul>;
    }
    default: return <p key={i}>{inside.map(span)}</p>;
  }
};

export const RichText = ({ parts }: { parts: RichElement[] }) => <div class="sl-rich">{parts.map(richPart)}</div>;

/** Seconds since 1970 for what date and time fields show to the person on stage. */
export const secondsOf = (day: string, time: string) => String(instantOf(day, time, zone()).getTime() / 1000);
export const zoneOfReader = zone;
