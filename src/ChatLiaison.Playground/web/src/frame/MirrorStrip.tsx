import { useState } from "preact/hooks";
import * as api from "../api";
import type { Difference } from "../contract";
import { timeOf } from "../words/moments";
import { world } from "../world";
import { Icon } from "./Icon";

const One = ({ of }: { of: Difference }) => (
  <li class={of.covered ? "" : "uncovered"}>
    <p><b>{of.words}</b> <time>{timeOf(new Date(of.at), world.value!.clock.zone)}</time></p>
    <p class="act">{of.act}</p>
    <dl><dt>Slack</dt><dd>{of.slack || "nothing"}</dd><dt>Teams</dt><dd>{of.teams || "nothing"}</dd></dl>
    <p class="why">{of.covered ? <>Known: {of.covered}</> : "Nothing on the parity page explains this. That is a defect."}</p>
  </li>
);

/** While both sides act at once: how often they were compared and where they differ. What the parity page does not explain is marked. */
export function MirrorStrip() {
  const [open, setOpen] = useState(false);
  const { mirror } = world.value!;
  if (!mirror.on && mirror.differences.length === 0) return null;
  const bad = mirror.differences.filter(d => !d.covered).length;
  const known = mirror.differences.length - bad;
  const acts = mirror.compared === 1 ? "1 act repeated" : `${mirror.compared} acts repeated`;
  return (
    <section class={`mirror-strip ${bad > 0 ? "bad" : ""}`} aria-label="Two at once">
      <p role="status"><Icon name={bad > 0 ? "trouble" : "mirror"} size={16} />
        <span>{mirror.on ? "What you do on one side happens on the other too." : "Two at once is off."} {acts}{bad > 0 ? `, ${bad} unexplained ${bad === 1 ? "difference" : "differences"}` : ""}
          {known > 0 ? `, ${known} known ${known === 1 ? "difference" : "differences"}` : ""}{mirror.compared > 0 && mirror.differences.length === 0 ? ", no difference" : ""}.</span>
        {mirror.differences.length > 0 && <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "Hide" : "Show"}</button>}
        {mirror.differences.length > 0 && <button type="button" onClick={() => void api.mirror({ do: "clear" })}>Clear</button>}
      </p>
      {open && mirror.differences.length > 0 && <ul>{[...mirror.differences].reverse().map(d => <One key={d.number} of={d} />)}</ul>}
    </section>
  );
}
