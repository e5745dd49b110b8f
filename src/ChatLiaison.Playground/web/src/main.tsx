import { render } from "preact";
import { App } from "./frame/App";
import { start } from "./world";
import "@fontsource-variable/inter/wght.css";
import "@fontsource/lato/latin-400.css";
import "@fontsource/lato/latin-700.css";
import "@fontsource/lato/latin-900.css";
import "@fontsource-variable/open-sans/wght.css";
import "./style/tokens.css";
import "./style/frame.css";
import "./style/tour.css";
import "./style/slack.css";
import "./style/slackBlocks.css";
import "./style/teams.css";
import "./style/teamsCards.css";
import "./style/phone.css";

start();
render(<App />, document.getElementById("page")!);
