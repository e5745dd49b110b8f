// An Adaptive Card made ready for the renderer: the reader's zone, what was typed before, and a number for each button.
import { timeOf } from "../words/moments";

type Json = Record<string, unknown>;
const isObject = (x: unknown): x is Json => typeof x === "object" && x !== null && !Array.isArray(x);

const date = (iso: string, how: string | undefined, zone: string) => new Intl.DateTimeFormat("en-GB", {
  timeZone: zone, day: "numeric", year: "numeric", month: how === "LONG" ? "long" : "short", ...(how && how !== "COMPACT" ? { weekday: how === "LONG" ? "long" : "short" } : {}),
}).format(new Date(iso));

/** Teams shows times in the reader's own zone. The renderer would take the browser's, which is not that of the person on stage. */
export const inZone = (text: string, zone: string) => text
  .replace(/\{\{DATE\(([^,)]+)(?:, ?(COMPACT|LONG|SHORT))?\)\}\}/g, (whole, iso: string, how?: string) => (Number.isNaN(Date.parse(iso)) ? whole : date(iso, how, zone)))
  .replace(/\{\{TIME\(([^)]+)\)\}\}/g, (whole, iso: string) => (Number.isNaN(Date.parse(iso)) ? whole : timeOf(new Date(iso), zone)));

const buttonId = "playground-button-";

/** The place of a button among all of the card's actions, as the server counts them; null for one that the card did not have. */
export const placeOfButton = (id: string | undefined) => (id?.startsWith(buttonId) ? Number(id.slice(buttonId.length)) : null);

export function prepare(card: unknown, zone: string, typed: Record<string, string>): Json {
  let buttons = 0;
  const shown = new Set(["text", "title", "value"]);
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (!isObject(node)) return node;
    const type = String(node["type"] ?? "");
    // Numbered before what is inside it, in the order of the JSON.
    const number = type.startsWith("Action.") ? buttons++ : null;
    const isFact = !type && "title" in node && "value" in node;
    const out: Json = {};
    for (const [key, value] of Object.entries(node)) {
      const isShown = shown.has(key) && typeof value === "string" && (type === "TextBlock" || type === "TextRun" || (isFact && key !== "type"));
      out[key] = isShown ? inZone(value, zone) : key === "data" ? value : visit(value);
    }
    if (number !== null) out["id"] = buttonId + number;
    if (type.startsWith("Input.") && typeof node["id"] === "string" && node["id"] in typed) out["value"] = typed[node["id"]];
    return out;
  };
  return visit(card) as Json;
}

export interface MentionOf { text: string; mentioned: { id: string; name: string } }

export const mentionsIn = (holder: unknown): MentionOf[] => {
  const own = isObject(holder) ? ((holder["msteams"] as Json | undefined)?.["entities"] ?? holder["entities"]) : undefined;
  return Array.isArray(own) ? own.filter((e): e is MentionOf => isObject(e) && e["type"] === "mention" && typeof e["text"] === "string") : [];
};

/** The Adaptive Cards of an activity; other attachments are drawn as files. */
export const cardsIn = (activity: unknown): unknown[] => {
  const attachments = isObject(activity) ? activity["attachments"] : undefined;
  return Array.isArray(attachments) ? attachments.filter(a => isObject(a) && a["contentType"] === "application/vnd.microsoft.card.adaptive").map(a => (a as Json)["content"]) : [];
};
