import { useEffect } from "preact/hooks";
import { doAs } from "../acts";
import { person, stateOf } from "../world";
import { Blocks } from "./Blocks";
import type { Block } from "./shapes";
import { StageContext } from "./stage";
import { useBlockStage } from "./useBlockStage";

/** The app's Home tab. Opening it tells the app, which publishes what this person sees. */
export function Home() {
  const home = stateOf("slack").home;
  const { stage, asked } = useBlockStage("home", home ?? {});
  useEffect(() => { void doAs("slack", { do: "home" }); }, [person.value?.key]);
  return (
    <StageContext.Provider value={stage}>
      <div class="sl-home">
        {home ? <Blocks key={home.id} blocks={(home.view["blocks"] ?? []) as Block[]} /> : <p class="sl-empty">The app has published no home for you yet.</p>}
      </div>
      {asked}
    </StageContext.Provider>
  );
}
