// What the page and the playground's server say to each other. The page is served at /playground/, all of this lies below /playground/api.
//
//   GET  events            server-sent events; each `data:` is a World. The first one is whole, later ones hold only the messages that changed
//                          since (all else in a World is always whole and small). `id:` is World.number; a reconnect goes on from Last-Event-ID.
//   GET  world             one whole World
//   POST act               ActRequest   -> ActAnswer
//   POST time              TimeRequest  -> Answer   (answers at once; the walk is seen in World.clock.walk)
//   POST mirror            MirrorRequest -> Answer
//   POST tour              TourRequest  -> Answer
//   POST fault             FaultRequest -> Answer
//   POST reset             {}           -> Answer   ("start over"; the next World is whole)
//   POST read              ReadRequest  -> Answer   (this person has seen this room up to now)
//   GET  file?side=&id=    a file's bytes
//
// Every POST is JSON. 200 with ok false: a person could not do that, or it failed; `said` is one plain sentence for them.
// 400: the request itself is malformed; the body is { ok: false, said }.

export type Side = "slack" | "teams";

/** "dana", "ada" …: the same in both panes. */
export type PersonKey = string;

/**
 * A room under the name that it has in both panes: "acme", "globex", "triage", "management", "admins", "last-resort", "random",
 * "general" (Teams only), "swarm" (a group chat, Teams only), and "direct:dana" for Dana's own chat with the bot.
 */
export type RoomKey = string;

export interface World {
  /** Grows with every change. */
  number: number;
  /** Every message is in it; throw away what you had. */
  whole: boolean;
  clock: Clock;
  people: Person[];
  panes: Record<Side, Pane>;
  mirror: Mirror;
  tour: Tour;
  faults: Faults;
  /** What arrived from the bot lately, the newest last (at most 60): what a slow walk shows going by. */
  happenings: Happening[];
}

export interface Clock {
  /** The playground's time when this World was written, ISO in UTC. Between two Worlds it runs on as the wall clock does. */
  now: string;
  /** IANA zone in which the sample team thinks of its day. */
  zone: string;
  /** Time is being walked ahead; null: it only runs. */
  walk: { to: string | null; slow: boolean; minutesASecond: number } | null;
  /** Where the two jumps would lead, for the buttons' titles; null while the server is down. */
  nextOpening: string | null;
  nextMonday: string;
}

export interface Person {
  key: PersonKey;
  name: string;
  firstName: string;
  /** "Liaison", "Engineering", "Acme Ltd" … */
  title: string;
  kind: "staff" | "customer";
  /** "ACME"; null for staff. */
  customer: string | null;
  timeZone: string;
  slackId: string;
  teamsId: string;
}

export interface Pane {
  side: Side;
  /** The workspace's or tenant's name. */
  name: string;
  bot: { id: string; name: string };
  rooms: Room[];
  /** Those that changed (all of them when World.whole), oldest first. */
  messages: Message[];
  people: Record<PersonKey, PersonState>;
  /** What typing "/" (Slack) or "@ChatLiaison " (Teams) offers, from the manifests. */
  commands: CommandHint[];
  /** Every word that follows /liaison, for who wants to be helped on. */
  verbs: CommandHint[];
  /** Menus, from the manifests: of a message, and of the message box (Slack: the shortcuts menu; Teams: the message extension). */
  messageActions: MenuEntry[];
  globalActions: MenuEntry[];
}

export interface Room {
  key: RoomKey;
  /** The platform's id. */
  id: string;
  /** "customer-acme"; for a direct chat the bot's name. */
  name: string;
  kind: "customer" | "staff" | "direct" | "group";
  /** Shared with another organisation (Slack Connect; in Teams a guest is in it). */
  shared: boolean;
  members: PersonKey[];
}

export interface CommandHint {
  /** With its slash in Slack ("/case"), without in Teams ("case", "liaison take"). */
  name: string;
  /** "REF [why|brief|log]"; empty: nothing follows. */
  usage: string;
  summary: string;
}

export interface MenuEntry {
  id: string;
  title: string;
}

export interface Message {
  /** Slack's ts, Teams' message id; unique within a pane together with room. */
  id: string;
  room: RoomKey;
  /** The message that opened its thread; null: it stands in the room itself. */
  thread: string | null;
  /** key is null for the bot. */
  from: { key: PersonKey | null; name: string; bot: boolean };
  /** ISO in UTC. */
  at: string;
  /** Slack: mrkdwn as the Web API holds it. Teams: the text with its <at> marks. */
  text: string;
  /** The only person who sees it (Slack: ephemeral; Teams: targeted); null: all in the room. */
  onlyFor: PersonKey | null;
  edited: boolean;
  /** Gone: take it off the page. */
  deleted: boolean;
  reactions: { name: string; people: PersonKey[] }[];
  files: { id: string; name: string; size: number }[];
  /** Only in Slack. Untouched. */
  slack?: { blocks: unknown[] | null; attachments: unknown[] | null };
  /** Only in Teams. The activity untouched, and the cards that replaced the message's own for a person who pressed a button. */
  teams?: { activity: unknown; cardFor: Record<PersonKey, unknown> };
}

export interface PersonState {
  /** Messages of others in rooms that this person is in and has not read. */
  unread: Record<RoomKey, number>;
  /** Slack: the stack of modals, the one on show last. Teams: none or one dialog. */
  views: (SlackView | TeamsDialog)[];
  /** Slack's App Home; null: never opened. Always null in Teams. */
  home: SlackView | null;
  /** What the client showed this person in passing and not yet closed (Teams: the text or error of an answer; Slack: a failed act). */
  notices: { number: number; kind: "message" | "error"; text: string; at: string }[];
}

export interface SlackView {
  kind: "slack";
  id: string;
  hash: string;
  /** The view as the app gave it: type, title, blocks, submit, close, private_metadata … with block and action ids filled in. */
  view: Record<string, unknown>;
  /** What the person has typed so far, by "block_id/action_id", in the shape of state.values' entries. */
  typed: Record<string, Record<string, unknown>>;
  /** Errors under fields, by block_id. */
  errors: Record<string, string>;
}

export interface TeamsDialog {
  kind: "teams";
  title: string;
  /** The Adaptive Card, untouched. */
  card: unknown;
  width: number | string | null;
  height: number | string | null;
  /** What was typed before a submit that did not go through, by input id. */
  typed: Record<string, string>;
  /** Shown above the form. */
  error: string | null;
  room: RoomKey;
}

export interface Happening {
  number: number;
  at: string;
  side: Side;
  room: RoomKey;
  message: string;
  /** Its first words. */
  words: string;
}

// ---- acting -------------------------------------------------------------------------------------------------------------------

export interface ActRequest {
  side: Side;
  as: PersonKey;
  act: Act;
}

/** A button, a menu or a field belongs to a message, to the view (or dialog) on show, or to the App Home. */
export type Holder = { message: string; room: RoomKey } | "view" | "home";

/**
 * Slack: { block, action }, the block_id and action_id as they stand in the message or view.
 * Teams: { index }, the button's place among all objects of the card whose type starts with "Action.", counted from 0 in the order in which
 * they stand in the card's JSON (an object before what is inside it, properties in their order). Either side also takes the words on it.
 */
export type Element = { block: string; action: string } | { index: number } | { words: string };

export type Act =
  /** As typed: "@ChatLiaison" and "@Dana Park" become mentions. With a slash in front Slack runs a command (not in a thread). */
  | { do: "say"; room: RoomKey; text: string; thread?: string }
  | { do: "upload"; room: RoomKey | null; name: string; base64: string; text?: string; thread?: string }
  | { do: "edit"; room: RoomKey; message: string; text: string }
  | { do: "delete"; room: RoomKey; message: string }
  /** Slack: "eyes"; Teams: "like". */
  | { do: "react"; room: RoomKey; message: string; name: string }
  /** typed (Teams): what stands in the card's inputs, by input id. */
  | { do: "press"; on: Holder; element: Element; typed?: Record<string, string> }
  /**
   * Slack: a select, an overflow menu, a date …; in a view the value is kept, and the app hears of it only where the field acts at once.
   * value: text, the option's value, several of them, or null to clear.
   */
  | { do: "choose"; on: Holder; element: Element; value: string | string[] | null }
  /** Types into a list that the app fills (Slack: external_select; Teams: choices.data). Answers with `options`. */
  | { do: "suggest"; on: Holder; element: Element; typed: string }
  /** Slack: by "block_id/action_id". Teams: by input id; button is the submit action, the first one unless told. */
  | { do: "submit"; values: Record<string, string | string[] | null>; button?: Element }
  /** Closes the view on show; all: the whole stack. */
  | { do: "close"; all?: boolean }
  /** Opens the bot's home (Slack: the Home tab; Teams: the chat with the bot, where the person adds the app if they had not). */
  | { do: "home" }
  | { do: "messageAction"; room: RoomKey; message: string; id: string }
  | { do: "globalAction"; room: RoomKey; id: string }
  /** Takes a passing notice away. */
  | { do: "dismiss"; notice: number };

export interface Answer {
  ok: boolean;
  /** One plain sentence, or null when all went well. */
  said: string | null;
}

export interface ActAnswer extends Answer {
  /** What the client found missing before it sent the form, by block_id (Slack) or input id (Teams). */
  errors: Record<string, string>;
  options: { text: string; value: string }[];
  /** A link that was pressed, to be opened by the page. */
  url: string | null;
  /** A new message of the person's own. */
  message: string | null;
  /** What became of it in the other pane while the mirror is on; null: nothing was repeated. */
  mirrored: Answer | null;
}

export interface ReadRequest {
  side: Side;
  as: PersonKey;
  room: RoomKey;
}

// ---- time ---------------------------------------------------------------------------------------------------------------------

export type TimeRequest =
  | { do: "ahead"; minutes: number }
  | { do: "opening" }
  | { do: "monday" }
  /** Walks on until stopped, so many playground minutes in a second (1 to 120). */
  | { do: "slow"; minutesASecond: number }
  | { do: "stop" };

// ---- two at once --------------------------------------------------------------------------------------------------------------

export interface Mirror {
  on: boolean;
  /** How many acts were repeated and compared since it was switched on. */
  compared: number;
  differences: Difference[];
}

export interface Difference {
  number: number;
  at: string;
  /** "Dana pressed Acknowledge on ACME-1" */
  act: string;
  /** What differs, in neutral words. */
  words: string;
  slack: string;
  teams: string;
  /** The sentence of docs/parity.md that covers it; null: nothing covers it, and the page marks it. */
  covered: string | null;
}

export type MirrorRequest = { do: "on" } | { do: "off" } | { do: "clear" };

// ---- the tour -----------------------------------------------------------------------------------------------------------------

export interface Tour {
  /** It has been begun and not put away. */
  open: boolean;
  /** 0 to 8: the step to do now; 8: all are behind us. */
  at: number;
  steps: TourStep[];
}

export interface TourStep {
  /** capture, acknowledge, nudge, update, escalate, resolve, follow-up, digest */
  key: string;
  title: string;
  /** What to do, two sentences at most, and for each pane how. */
  what: string;
  how: Record<Side, string>;
  state: "waiting" | "now" | "done" | "skipped";
  /** Who to be and where to stand; null: it does not matter. */
  as: PersonKey | null;
  room: RoomKey | null;
  /** A move of the clock that the step wants, to be offered as a button. */
  time: TimeRequest | null;
}

export type TourRequest = { do: "start" } | { do: "skip" } | { do: "restart" } | { do: "close" };

// ---- faults -------------------------------------------------------------------------------------------------------------------

export interface Faults {
  /** Slack answers every call with 429. */
  slackLimited: boolean;
  /** Nothing that the server sends reaches Teams. */
  teamsCut: boolean;
  /** The next message that the server sends will find it dead: killed after the commit, before the send. */
  killArmed: boolean;
  server: { state: "up" | "down" | "starting"; deaths: number; upSince: string | null };
  queue: Queue;
}

/** Nothing lost, nothing twice: what waits, and what has arrived since the first fault was switched on. */
export interface Queue {
  waiting: number;
  /** The server died, or the line broke, in the middle of these: they are looked up before they are sent again. */
  uncertain: number;
  /** Given up after many tries; the admins' room is told. */
  dead: number;
  /** When the next of them is tried; null: none waits. */
  next: string | null;
  /** The first fault since the last "start over"; null: there was none. */
  since: string | null;
  /** Messages of the bot that arrived since then, and how many of them were there already. */
  arrived: number;
  twice: number;
}

export type FaultRequest =
  | { do: "limit-slack"; on: boolean }
  | { do: "cut-teams"; on: boolean }
  /** next-send: SIGKILL when the server has committed and is about to send; now: at once. It is started again after a moment. */
  | { do: "kill"; when: "now" | "next-send" };
