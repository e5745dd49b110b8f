import type { Act, ActAnswer, Answer, FaultRequest, MirrorRequest, PersonKey, RoomKey, Side, TimeRequest, TourRequest, World } from "./contract";

const base = "/playground/api";

const unreachable = "The playground does not answer. Is ./run.sh still running?";

async function post<T extends Answer>(path: string, body: unknown, otherwise: T): Promise<T> {
  try {
    const answer = await fetch(`${base}/${path}`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  } catch {
    return { ...otherwise, ok: false, said: unreachable };
  }
}

const silent: Answer = { ok: false, said: null };

export const act = (side: Side, as: PersonKey, what: Act) =>
  post<ActAnswer>("act", { side, as, act: what }, { ...silent, errors: {}, options: [], url: null, message: null, mirrored: null });
export const time = (what: TimeRequest) => post<Answer>("time", what, silent);
export const mirror = (what: MirrorRequest) => post<Answer>("mirror", what, silent);
export const tour = (what: TourRequest) => post<Answer>("tour", what, silent);
export const fault = (what: FaultRequest) => post<Answer>("fault", what, silent);
export const startOver = () => post<Answer>("reset", {}, silent);
export const read = (side: Side, as: PersonKey, room: RoomKey) => post<Answer>("read", { side, as, room }, silent);

export async function whole(): Promise<World | null> {
  try {
    return (await (await fetch(`${base}/world`)).json()) as World;
  } catch {
    return null;
  }
}

export const fileAddress = (side: Side, id: string) => `${base}/file?side=${side}&id=${encodeURIComponent(id)}`;

/** Listens for changes until the page goes. The browser itself comes back after a break and says where it left off. */
export function listen(changed: (world: World) => void, connected: (is: boolean) => void) {
  const source = new EventSource(`${base}/events`);
  source.onmessage = event => changed(JSON.parse(event.data as string) as World);
  source.onopen = () => connected(true);
  source.onerror = () => {
    connected(false);
    // After an answer that is no stream the browser gives up: then we ask again ourselves.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(changed, connected), 2000);
  };
}
