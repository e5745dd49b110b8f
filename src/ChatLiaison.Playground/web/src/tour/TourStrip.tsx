import { Fragment } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import * as api from "../api";
import type { TourStep } from "../contract";
import { Icon } from "../frame/Icon";
import { goTo, isNarrow, isShown, paneOf, place, shown, who, world } from "../world";

const welcomed = "chatliaison.welcomed";

/** `code` in a sentence is drawn as code. */
const Sentence = ({ text }: { text: string }) => <>{text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : <Fragment key={i}>{part}</Fragment>))}</>;

/** Makes one the person whom the step wants, and stands both panes where it happens. */
function takeMeThere(step: TourStep) {
  if (step.as) who.value = step.as;
  if (!step.room) return;
  for (const side of ["slack", "teams"] as const) {
    if (paneOf(side)?.rooms.some(r => r.key === step.room)) goTo(side, step.room);
  }
}

const isThere = (step: TourStep) => (!step.as || who.value === step.as)
  && (!step.room || (["slack", "teams"] as const).filter(isShown).every(side => place[side].value === step.room || !paneOf(side)?.rooms.some(r => r.key === step.room)));

const timeWords = (step: TourStep) => {
  switch (step.time?.do) {
    case "ahead": return step.time.minutes % 60 === 0 ? `Move the clock ${step.time.minutes / 60} h ahead` : `Move the clock ${step.time.minutes} min ahead`;
    case "opening": return "Move on to the next opening";
    case "monday": return "Move on to Monday 09:00";
    case "slow": return "Let the clock run fast";
    default: return null;
  }
};

function Invitation() {
  const [gone, setGone] = useState(localStorage.getItem(welcomed) !== null);
  if (gone) return null;
  const leave = () => { localStorage.setItem(welcomed, "1"); setGone(true); };
  return (
    <section class="tour invitation" aria-label="Guided tour">
      <p class="tour-words"><b>Both of these are yours to try.</b> Slack on the left, Teams on the right, the same desk behind them. Eight short steps lead a customer’s problem from its first message to the weekly digest.</p>
      <div class="tour-acts">
        <button type="button" class="strong" onClick={() => { leave(); void api.tour({ do: "start" }); }}><Icon name="flag" size={16} /> Start the tour</button>
        <button type="button" class="plain" onClick={leave}>Look around first</button>
      </div>
    </section>
  );
}

export function TourStrip() {
  const { tour, clock } = world.value!;
  const [small, setSmall] = useState(false);
  const step = tour.steps[tour.at];
  useEffect(() => setSmall(false), [tour.at]);
  // Beginning the tour takes one to its first step. Later ones leave one where one is: one may be in the middle of something.
  const wasOpen = useRef(tour.open);
  useEffect(() => {
    if (tour.open && !wasOpen.current && step) takeMeThere(step);
    wasOpen.current = tour.open;
  }, [tour.open]);
  if (!tour.open) return tour.at === 0 ? <Invitation /> : null;
  const move = step ? timeWords(step) : null;
  return (
    <section class={`tour ${small ? "small" : ""}`} aria-label="Guided tour">
      <ol class="tour-marks" aria-label={`Step ${Math.min(tour.at + 1, tour.steps.length)} of ${tour.steps.length}`}>
        {tour.steps.map(s => <li key={s.key} class={s.state} title={s.title} aria-current={s.state === "now" ? "step" : undefined}><span class="unseen">{s.title}: {s.state}</span></li>)}
      </ol>
      {step ? (
        <div class="tour-words" aria-live="polite">
          <p><b>{tour.at + 1}. {step.title}</b> <Sentence text={step.what} /></p>
          <ul>{(["slack", "teams"] as const).filter(isShown).map(side => <li key={side}><em class={`side-${side}`}>{side === "slack" ? "Slack" : "Teams"}</em> <Sentence text={step.how[side]} /></li>)}</ul>
        </div>
      ) : <p class="tour-words" aria-live="polite"><b>That was a case’s life.</b> Everything you saw was sent by the real server over the real protocols. Go on playing, make trouble, or start over.</p>}
      <div class="tour-acts">
        {move && step?.time && <button type="button" class={isThere(step) ? "strong" : "plain"} disabled={clock.walk !== null} onClick={() => void api.time(step.time!)}>{move}</button>}
        {step && <button type="button" class={isThere(step) ? "plain" : "strong"} disabled={isThere(step)} onClick={() => { if (!isNarrow.value) shown.value = "both"; takeMeThere(step); }}>Take me there</button>}
        {step ? <button type="button" class="plain" onClick={() => void api.tour({ do: "skip" })}>Skip</button> : null}
        <button type="button" class="plain" onClick={() => void api.tour({ do: "restart" })}><Icon name="again" size={15} /> Restart</button>
        <button type="button" class="plain fold" aria-expanded={!small} onClick={() => setSmall(!small)}>{small ? "Show" : "Fold"}</button>
        <button type="button" class="plain" aria-label="Put the tour away" title="Put the tour away" onClick={() => { localStorage.setItem(welcomed, "1"); void api.tour({ do: "close" }); }}><Icon name="close" size={16} /></button>
      </div>
    </section>
  );
}
