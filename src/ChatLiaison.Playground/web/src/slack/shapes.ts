// Block Kit as the page reads it. What an app sends is JSON of many shapes; only what is drawn is named.
export interface TextObject { type: "plain_text" | "mrkdwn"; text: string }
export interface Option { text: TextObject; value: string; description?: TextObject }
export interface Confirm { title: TextObject; text: TextObject; confirm: TextObject; deny: TextObject; style?: string }

export interface BlockElement {
  type: string;
  action_id?: string;
  text?: TextObject | string;
  value?: string;
  url?: string;
  style?: string;
  confirm?: Confirm;
  placeholder?: TextObject;
  options?: Option[];
  option_groups?: { label: TextObject; options: Option[] }[];
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  max_files?: number;
  filetypes?: string[];
  max_selected_items?: number;
  min_query_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  image_url?: string;
  alt_text?: string;
  accessibility_label?: string;
  [initial: string]: unknown;
}

export interface Block {
  type: string;
  block_id?: string;
  text?: TextObject;
  fields?: TextObject[];
  accessory?: BlockElement;
  elements?: BlockElement[];
  element?: BlockElement;
  label?: TextObject;
  hint?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  title?: TextObject;
  image_url?: string;
  alt_text?: string;
  expand?: boolean;
}

export interface RichElement {
  type: string;
  elements?: RichElement[];
  text?: string;
  url?: string;
  user_id?: string;
  channel_id?: string;
  range?: string;
  name?: string;
  unicode?: string;
  timestamp?: number;
  format?: string;
  fallback?: string;
  style?: { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean } | string;
  indent?: number;
}

export type Value = string | string[] | null;

export const keyOf = (block: Block, element: BlockElement) => `${block.block_id ?? ""}/${element.action_id ?? ""}`;

export const optionsOf = (element: BlockElement): Option[] => [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(g => g.options)];

const many = (type: string) => type.startsWith("multi_") || type === "checkboxes" || type === "file_input";

/** What an entry of state.values holds, as plain text or texts. */
export function plainValue(type: string, entry: Record<string, unknown> | undefined): Value {
  const of = (o: unknown) => (o as Option).value;
  if (!entry) return many(type) ? [] : null;
  const found = Object.entries(entry).find(([name]) => name !== "type")?.[1];
  if (Array.isArray(found)) return found.map(x => (typeof x === "string" ? x : "id" in (x as object) ? (x as { id: string }).id : of(x)));
  if (found === null || found === undefined) return many(type) ? [] : null;
  return typeof found === "object" ? of(found) : String(found);
}

/** What an element holds before anybody touches it. */
export function initialValue(element: BlockElement): Value {
  const name = Object.keys(element).find(k => k.startsWith("initial_"));
  return plainValue(element.type, name ? { initial: element[name] } : undefined);
}

/** The words on a chosen option, where the element or its state knows them. */
export function wordsOf(element: BlockElement, value: string, entry: Record<string, unknown> | undefined): string | undefined {
  const known = [...optionsOf(element), ...[element["initial_option"], element["initial_options"], entry?.["selected_option"], entry?.["selected_options"]].flat()]
    .filter((o): o is Option => typeof o === "object" && o !== null);
  return known.find(o => o.value === value)?.text.text;
}
