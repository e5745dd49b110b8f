import { useState } from "preact/hooks";
import * as api from "../api";
import mark from "../pictures/mark.svg";
import { onShow, shown, world, type Shown } from "../world";
import { FaultPanel, troubleWords } from "./FaultPanel";
import { Icon } from "./Icon";
import { Menu } from "./Menu";
import { PersonMenu } from "./PersonMenu";
import { Question } from "./Question";
import { theme, type Theme } from "./theme";
import { TimeBar } from "./TimeBar";

const views: [Shown, string][] = [["both", "Both"], ["slack", "Slack"], ["teams", "Teams"]];

const themes: [Theme, string][] = [["system", "As the system"], ["light", "Light"], ["dark", "Dark"]];

export function TopBar() {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const { mirror, tour } = world.value!;
  const words = troubleWords();

  const more = (id: string) => {
    if (id === "over") setAsking(true);
    else if (id === "tour") void api.tour({ do: tour.open ? "close" : "start" });
    else theme.value = id as Theme;
  };

  return (
    <header class="top">
      <h1><img src={mark} alt="" width={28} height={28} /><span>ChatLiaison<small>playground</small></span></h1>
      <PersonMenu />
      <div class="views" role="group" aria-label="Which side to show">
        {views.map(([id, name]) => (
          <button key={id} type="button" aria-pressed={onShow.value === id} class={`view-${id}`} onClick={() => (shown.value = id)}>{name}</button>
        ))}
      </div>
      <TimeBar />
      <div class="top-tools">
        <button type="button" class="switch" role="switch" aria-checked={mirror.on} title="Repeat each act of one side on the other, and compare" onClick={() => void api.mirror({ do: mirror.on ? "off" : "on" })}>
          <Icon name="mirror" /> <span>Two at once</span>
        </button>
        <button type="button" class={words ? "tool alarmed" : "tool"} aria-expanded={trouble} aria-haspopup="dialog" aria-label={words ? `Trouble: ${words}` : "Trouble"} title="Make trouble, and see that nothing is lost" onClick={() => setTrouble(!trouble)}>
          <Icon name="trouble" /><span>{words ?? "Trouble"}</span>
        </button>
        <Menu label="Tour, colours, start over" class="tool" align="right" face={<Icon name="more" />} pick={more} items={[
          { id: "tour", title: tour.open ? "Put the tour away" : "Guided tour", group: "Playground" },
          { id: "over", title: "Start over …", group: "Playground" },
          ...themes.map(([id, title]) => ({ id, title, group: "Colours", chosen: theme.value === id })),
        ]} />
      </div>
      {trouble && <FaultPanel close={() => setTrouble(false)} />}
      {asking && (
        <Question title="Start over?" words="Every case, message and setting of the playground goes, and the sample world is as new. The clock goes back to now."
          yes="Start over" close={() => setAsking(false)} go={async () => { await api.startOver(); }} />
      )}
    </header>
  );
}
