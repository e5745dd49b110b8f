// Moments as people of a zone read them. One place, so that both panes and the clock agree.

const parts = (at: Date, zone: string) => {
  const found = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => Number(found.find(p => p.type === type)?.value ?? 0);
  return { year: of("year"), month: of("month"), day: of("day"), hour: of("hour"), minute: of("minute"), second: of("second") };
};

const two = (n: number) => String(n).padStart(2, "0");

const write = (at: Date, zone: string, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...how }).format(at);

export const timeOf = (at: Date, zone: string) => write(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** YYYY-MM-DD */
export const dayOf = (at: Date, zone: string) => {
  const p = parts(at, zone);
  return `${p.year}-${two(p.month)}-${two(p.day)}`;
};

export const longDay = (at: Date, zone: string) => write(at, zone, { weekday: "long", day: "numeric", month: "long" });

export const shortDay = (at: Date, zone: string) => write(at, zone, { weekday: "short", day: "numeric", month: "short" });

/** "today", "yesterday", "tomorrow", or nothing when it is farther away. */
const near = (at: Date, now: Date, zone: string): string | undefined => {
  const days = Math.round((Date.parse(dayOf(at, zone)) - Date.parse(dayOf(now, zone))) / 86_400_000);
  return ({ "-1": "yesterday", "0": "today", "1": "tomorrow" } as Record<string, string>)[String(days)];
};

/** The line that parts the messages of one day from the next. */
export const dayTitle = (at: Date, now: Date, zone: string) => {
  const word = near(at, now, zone);
  return word === "today" || word === "yesterday" ? word[0]!.toUpperCase() + word.slice(1) : longDay(at, zone);
};

/** Fills one of Slack's date formats, such as "{date_short_pretty}, {time}". Source: Slack, "Formatting text for app surfaces", date formatting. */
export function slackDate(format: string, at: Date, now: Date, zone: string): string {
  const plain: Record<string, () => string> = {
    date_num: () => dayOf(at, zone),
    date: () => write(at, zone, { day: "numeric", month: "long", year: "numeric" }),
    date_short: () => write(at, zone, { day: "numeric", month: "short", year: "numeric" }),
    date_long: () => write(at, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    time: () => timeOf(at, zone),
    time_secs: () => write(at, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
    ago: () => `${Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000))} minutes ago`,
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const pretty = name.endsWith("_pretty");
    const word = pretty ? near(at, now, zone) : undefined;
    return word ?? plain[pretty ? name.slice(0, -7) : name]?.() ?? whole;
  });
}

/** The instant at which clocks of the zone show this day and time; of a repeated hour the first. */
export function instantOf(day: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shown = (at: number) => {
    const p = parts(new Date(at), zone);
    return Date.UTC(p.year, p.month - 1, p.day, p.hour, p.minute, p.second);
  };
  const first = wanted - (shown(wanted) - wanted);
  return new Date(first - (shown(first) - wanted));
}

/** "London" of "Europe/London". */
export const placeOf = (zone: string) => (zone.split("/").pop() ?? zone).replaceAll("_", " ");
