// One door for all that a person does in a pane: as whom, what came of it, and what the page should say about it.
import { signal } from "@preact/signals";
import * as api from "./api";
import type { Act, ActAnswer, Side } from "./contract";
import { isShown, person } from "./world";

/** What went wrong at the person's last act in a pane; it is shown there until the next act or until it is put away. */
export const trouble = { slack: signal<string | null>(null), teams: signal<string | null>(null) };

export async function doAs(side: Side, what: Act, { quiet = false } = {}): Promise<ActAnswer> {
  if (!quiet) trouble[side].value = null;
  const answer = await api.act(side, person.value?.key ?? "", what);
  if (!answer.ok && answer.said && !quiet && Object.keys(answer.errors).length === 0) trouble[side].value = answer.said;
  if (answer.url) window.open(answer.url, "_blank", "noopener");
  const other: Side = side === "slack" ? "teams" : "slack";
  if (answer.mirrored && !answer.mirrored.ok && answer.mirrored.said && isShown(other)) trouble[other].value = answer.mirrored.said;
  return answer;
}
