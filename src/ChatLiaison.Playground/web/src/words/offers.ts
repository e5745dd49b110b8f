// What a message box offers while something is typed: commands with their hints, and names after an @.
import type { CommandHint, Pane, Person, Room } from "../contract";

export interface Offer {
  /** What stands in the box once it is taken. */
  text: string;
  title: string;
  usage?: string;
  note: string;
}

const starts = (text: string, typed: string) => text.toLowerCase().startsWith(typed.toLowerCase());

const bare = (name: string) => name.replace(/^\//, "");

const fromHint = (hint: CommandHint, prefix: string, name: string): Offer => ({
  text: `${prefix}${name}${hint.usage ? " " : ""}`, title: name, ...(hint.usage ? { usage: hint.usage } : {}), note: hint.summary,
});

/** Every command in words, "liaison take" too, without a slash. */
const allWords = (pane: Pane): { hint: CommandHint; words: string }[] => {
  const verbs = pane.verbs.map(hint => ({ hint, words: starts(bare(hint.name), "liaison ") ? bare(hint.name) : `liaison ${bare(hint.name)}` }));
  const all = [...pane.commands.map(hint => ({ hint, words: bare(hint.name) })), ...verbs];
  return all.filter((one, i) => all.findIndex(other => other.words === one.words) === i);
};

/** The commands that go on from what is typed. Of the verbs only once "liaison " stands there: there are many. */
const goingOn = (pane: Pane, typed: string, prefix: string) => allWords(pane)
  .filter(({ words }) => starts(words, typed) && words !== typed && (starts(typed, "liaison ") || !words.includes(" ")))
  .map(({ hint, words }) => fromHint(hint, prefix, words));

export function offersFor(text: string, pane: Pane, people: Person[], room: Room, inThread: boolean): Offer[] {
  const bot = pane.bot.name;
  const slash = /^\/(.*)$/s.exec(text);
  if (slash && pane.side === "slack") return inThread ? [] : goingOn(pane, slash[1]!, "/").map(o => ({ ...o, title: `/${o.title}` }));

  if (starts(text, `@${bot} `)) return goingOn(pane, text.slice(bot.length + 2).trimStart(), `@${bot} `);

  const at = /(?:^|\s)@([^@\n]{0,30})$/.exec(text);
  if (at) {
    const typed = at[1]!;
    const before = text.slice(0, text.length - typed.length - 1);
    const names = [{ name: bot, note: "The bot: name it, then say what you want" }, ...people.filter(p => room.members.includes(p.key)).map(p => ({ name: p.name, note: p.title }))];
    return names.filter(n => starts(n.name, typed) && n.name !== typed).map(n => ({ text: `${before}@${n.name} `, title: `@${n.name}`, note: n.note }));
  }
  return room.kind === "direct" && text.length > 0 && !text.includes("\n") ? goingOn(pane, text, "") : [];
}
