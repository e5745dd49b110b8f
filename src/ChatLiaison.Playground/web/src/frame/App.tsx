import { connected, isShown, world } from "../world";
import { SlackPane } from "../slack/SlackPane";
import { TeamsPane } from "../teams/TeamsPane";
import { TourStrip } from "../tour/TourStrip";
import { Arrivals } from "./Arrivals";
import { MirrorStrip } from "./MirrorStrip";
import { TopBar } from "./TopBar";

/** The page: the bar with the clock, the two panes, and the tour below them. */
export function App() {
  const now = world.value;
  if (!now) return <p class="opening" role="status">{connected.value ? "Opening the playground …" : "The playground does not answer. Start it with ./run.sh; this page then goes on by itself."}</p>;
  return (
    <div class="page">
      <TopBar />
      {!connected.value && <p class="cut-off" role="alert">The playground does not answer. Start it again with ./run.sh; this page then goes on by itself.</p>}
      <MirrorStrip />
      <main class="panes">
        {isShown("slack") && <div class="half"><SlackPane /><Arrivals side="slack" /></div>}
        {isShown("teams") && <div class="half"><TeamsPane /><Arrivals side="teams" /></div>}
      </main>
      <TourStrip />
    </div>
  );
}
