// Slack's mrkdwn, read into a tree. The tree is drawn as text nodes and elements, never as HTML, so nothing in it can become mark-up.
// Source: Slack, "Formatting text for app surfaces".

export type Piece =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "bold" | "italic" | "strike" | "quote"; inside: Piece[] }
  | { kind: "code" | "pre"; text: string }
  | { kind: "user" | "channel" | "group" | "everyone"; id: string; label?: string }
  | { kind: "date"; seconds: number; format: string; fallback: string; url?: string }
  | { kind: "link"; url: string; text: string };

export const unescape = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What a person typed, as Slack's client sends it. */
export const escapeTyped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const token = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>\n]+)>/;

const styles: [RegExp, "bold" | "italic" | "strike"][] = [
  [/(^|[\s([{"'“‘.,:;!?>_~-])\*(?=\S)([^*\n]*[^*\s\n])\*(?=$|[\s)\]}"'”’.,:;!?<_~-])/, "bold"],
  [/(^|[\s([{"'“‘.,:;!?>*~-])_(?=\S)([^_\n]*[^_\s\n])_(?=$|[\s)\]}"'”’.,:;!?<*~-])/, "italic"],
  [/(^|[\s([{"'“‘.,:;!?>*_-])~(?=\S)([^~\n]*[^~\s\n])~(?=$|[\s)\]}"'”’.,:;!?<*_-])/, "strike"],
];

export function readMarkup(text: string): Piece[] {
  const lines = text.split("\n");
  const read: Piece[] = [];
  for (let i = 0; i < lines.length;) {
    const quoted: string[] = [];
    while (i < lines.length && /^(&gt;|>)/.test(lines[i]!) && !insidePre(lines, i)) {
      quoted.push(lines[i]!.replace(/^(&gt;|>) ?/, ""));
      i++;
    }
    if (quoted.length > 0) {
      read.push({ kind: "quote", inside: readSpans(quoted.join("\n")) });
      continue;
    }
    const plain: string[] = [];
    while (i < lines.length && (!/^(&gt;|>)/.test(lines[i]!) || insidePre(lines, i))) {
      plain.push(lines[i]!);
      i++;
    }
    read.push(...readSpans(plain.join("\n")));
  }
  return read;
}

const insidePre = (lines: string[], at: number) => (lines.slice(0, at).join("\n").split("```").length - 1) % 2 === 1;

function readSpans(text: string): Piece[] {
  const found = token.exec(text);
  if (!found) return readStyles(text);
  // A style may reach over a link or code: *see <https://…|this>*. It is looked for first, where it begins before the token.
  for (const [pattern, kind] of styles) {
    const styled = new RegExp(pattern.source, "").exec(text);
    if (styled && styled.index + styled[1]!.length < found.index) {
      const start = styled.index + styled[1]!.length;
      return [...readSpans(text.slice(0, start)), { kind, inside: readSpans(styled[2]!) }, ...readSpans(text.slice(styled.index + styled[0].length))];
    }
  }
  const piece: Piece = found[1] !== undefined ? { kind: "pre", text: unescape(found[1]).replace(/^\n/, "") }
    : found[2] !== undefined ? { kind: "code", text: unescape(found[2]) }
    : readAngle(found[3]!);
  return [...readStyles(text.slice(0, found.index)), piece, ...readSpans(text.slice(found.index + found[0].length))];
}

function readStyles(text: string): Piece[] {
  for (const [pattern, kind] of styles) {
    const found = pattern.exec(text);
    if (found) {
      const start = found.index + found[1]!.length;
      return [...readStyles(text.slice(0, start)), { kind, inside: readStyles(found[2]!) }, ...readStyles(text.slice(found.index + found[0].length))];
    }
  }
  return text.split("\n").flatMap((line, i): Piece[] => [...(i > 0 ? [{ kind: "break" } as const] : []), ...(line ? [{ kind: "text", text: unescape(line) } as const] : [])]);
}

function readAngle(inside: string): Piece {
  const bar = inside.indexOf("|");
  const head = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : unescape(inside.slice(bar + 1));
  if (head.startsWith("@")) return { kind: "user", id: head.slice(1), ...(label ? { label } : {}) };
  if (head.startsWith("#")) return { kind: "channel", id: head.slice(1), ...(label ? { label } : {}) };
  if (head.startsWith("!date^")) {
    const [, seconds, format, url] = head.split("^");
    return { kind: "date", seconds: Number(seconds), format: format ?? "", fallback: label ?? "", ...(url ? { url } : {}) };
  }
  if (head.startsWith("!subteam^")) return { kind: "group", id: head.slice(9), ...(label ? { label } : {}) };
  if (head.startsWith("!")) return { kind: "everyone", id: head.slice(1) };
  if (/^(https?:|mailto:|tel:)/i.test(head)) return { kind: "link", url: unescape(head), text: label ?? unescape(head.replace(/^mailto:/, "")) };
  return { kind: "text", text: unescape(`<${inside}>`) };
}
