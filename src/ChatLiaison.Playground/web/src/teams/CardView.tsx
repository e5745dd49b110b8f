import { AdaptiveCard, GlobalRegistry, HostConfig, OpenUrlAction, Table, Versions, type Action, type Input } from "adaptivecards";
import { useLayoutEffect, useRef } from "preact/hooks";
import { isDark } from "../frame/theme";
import { person } from "../world";
import { mentionsIn, placeOfButton, prepare } from "./cards";
import { hostConfig } from "./hostConfig";
import { toHtml } from "./markdown";

// The renderer's own registration of tables is a side effect that a bundler drops.
GlobalRegistry.defaultElements.register("Table", Table, Versions.v1_5);

interface Props {
  card: unknown;
  typed?: Record<string, string>;
  press: (button: number, typed: Record<string, string>) => Promise<void>;
}

const valuesOf = (card: AdaptiveCard) => Object.fromEntries(
  card.getAllInputs().filter((i: Input) => i.id).map((i: Input) => [i.id!, i.value === undefined || i.value === null ? "" : String(i.value)]));

/** A field that the renderer leaves without a name gets the words above it; one that must be filled says so. */
function nameFields(card: HTMLElement) {
  for (const field of card.querySelectorAll<HTMLInputElement>(".ac-input-container input, .ac-input-container select, .ac-input-container textarea")) {
    const named = field.labels?.length || field.hasAttribute("aria-label") || field.hasAttribute("aria-labelledby");
    const words = field.closest(".ac-input-container")?.parentElement?.querySelector("label")?.textContent;
    if (!named && words) field.setAttribute("aria-label", words);
    if (field.classList.contains("ac-input-required")) field.setAttribute("aria-required", "true");
  }
}

/** A card drawn by Microsoft's renderer. What stands in its fields stays when it is drawn again. */
export function CardView({ card, typed = {}, press }: Props) {
  // A form of its own: else the choices of two cards that name a field alike would be one group.
  const box = useRef<HTMLFormElement>(null);
  const kept = useRef<Record<string, string>>({});
  const busy = useRef(false);
  const text = JSON.stringify(card);
  const dark = isDark.value;
  const me = person.value;

  useLayoutEffect(() => {
    const drawn = new AdaptiveCard();
    drawn.hostConfig = new HostConfig(hostConfig(dark));
    drawn.parse(prepare(JSON.parse(text), me?.timeZone ?? "UTC", { ...typed, ...kept.current }));
    const mentions = mentionsIn(JSON.parse(text));
    // The hook belongs to the whole library; drawing is one piece, so it can be set for each card.
    AdaptiveCard.onProcessMarkdown = (words, result) => {
      result.outputHtml = toHtml(words, mentions, me?.name ?? "");
      result.didProcess = true;
    };
    drawn.onInputValueChanged = (input: Input) => { if (input.id) kept.current[input.id] = String(input.value ?? ""); };
    drawn.onExecuteAction = (action: Action) => {
      if (action instanceof OpenUrlAction) {
        if (/^https?:/i.test(action.url ?? "")) window.open(action.url, "_blank", "noopener");
        return;
      }
      const place = placeOfButton(action.id);
      if (place === null || busy.current) return;
      busy.current = true;
      box.current?.setAttribute("aria-busy", "true");
      void press(place, valuesOf(drawn)).finally(() => { busy.current = false; box.current?.removeAttribute("aria-busy"); });
    };
    const element = drawn.render();
    if (element) nameFields(element);
    box.current?.replaceChildren(...(element ? [element] : []));
    return () => box.current?.replaceChildren();
  }, [text, dark, me?.key, JSON.stringify(typed)]);

  return <form ref={box} class="tm-card" onSubmit={event => event.preventDefault()} />;
}
