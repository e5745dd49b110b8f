import { dayOf, timeOf } from "../words/moments";
import { secondsOf, Text, zoneOfReader } from "./Markup";
import { keyOf, optionsOf, type Block, type BlockElement, type Option } from "./shapes";
import { useStage } from "./stage";

interface Props { block: Block; element: BlockElement; labelled?: string | undefined; described?: string | undefined }

/** The id that the label of a field names. */
const idOf = (stageId: string, block: Block) => `${stageId}-${block.block_id ?? ""}-input`;

/** A field of a form that does not say it is optional has to be filled. */
const required = (block: Block) => (block.type === "input" && !block.optional ? true : undefined);

const text = (value: unknown) => (typeof value === "string" ? value : "");

export function TextField({ block, element, described }: Props) {
  const stage = useStage();
  const shared = {
    id: idOf(stage.id, block), value: text(stage.value(block, element)), placeholder: element.placeholder?.text ?? "", maxLength: element.max_length,
    "aria-describedby": described, "aria-required": required(block), "aria-invalid": stage.error(block) ? true : undefined,
    onInput: (event: Event) => stage.change(block, element, (event.target as HTMLInputElement).value || null, false),
  };
  if (element.multiline || element.type === "rich_text_input") return <textarea class="sl-input" rows={4} {...shared} />;
  const kind = element.type === "email_text_input" ? "email" : element.type === "url_text_input" ? "url" : "text";
  return <input class="sl-input" type={kind as "text"} inputMode={element.type === "number_input" ? "decimal" : "text"} autocomplete="off" {...shared} />;
}

export function DateField({ block, element, described }: Props) {
  const stage = useStage();
  return <input class="sl-input sl-short" type="date" id={idOf(stage.id, block)} aria-label={labelOf(block, element, "Date")} aria-describedby={described}
    value={text(stage.value(block, element))} onChange={e => stage.change(block, element, e.currentTarget.value || null, true)} />;
}

export function TimeField({ block, element, described }: Props) {
  const stage = useStage();
  return <input class="sl-input sl-short" type="time" id={idOf(stage.id, block)} aria-label={labelOf(block, element, "Time")} aria-describedby={described}
    value={text(stage.value(block, element))} onChange={e => stage.change(block, element, e.currentTarget.value || null, true)} />;
}

const labelOf = (block: Block, element: BlockElement, otherwise: string) => block.label ? undefined : element.placeholder?.text ?? otherwise;

/** Slack's date and time in one: an instant, shown in the zone of who reads it. */
export function DateAndTime({ block, element, described }: Props) {
  const stage = useStage();
  const seconds = Number(stage.value(block, element) ?? NaN);
  const at = Number.isNaN(seconds) ? null : new Date(seconds * 1000);
  const day = at ? dayOf(at, zoneOfReader()) : "";
  const time = at ? timeOf(at, zoneOfReader()) : "";
  const put = (d: string, t: string) => stage.change(block, element, d ? secondsOf(d, t || "09:00") : null, true);
  return (
    <div class="sl-pair">
      <input class="sl-input" type="date" id={idOf(stage.id, block)} aria-label="Date" aria-describedby={described} aria-required={required(block)} value={day} onChange={e => put(e.currentTarget.value, time)} />
      <input class="sl-input" type="time" aria-label="Time" value={time} disabled={!day} onChange={e => put(day, e.currentTarget.value)} />
    </div>
  );
}

export function Options({ block, element, kind, labelled }: Props & { kind: "checkbox" | "radio" }) {
  const stage = useStage();
  const value = stage.value(block, element);
  const chosen = Array.isArray(value) ? value : value === null ? [] : [value];
  const pick = (option: Option, on: boolean) => stage.change(
    block, element, kind === "radio" ? option.value : on ? [...chosen, option.value] : chosen.filter(v => v !== option.value), true);
  return (
    <div class="sl-options" role={kind === "radio" ? "radiogroup" : "group"} aria-required={kind === "radio" ? required(block) : undefined} aria-labelledby={labelled} aria-label={labelled ? undefined : "Choices"}>
      {optionsOf(element).map(option => (
        <label key={option.value} class="sl-option">
          <input type={kind} name={`${stage.id}-${keyOf(block, element)}`} checked={chosen.includes(option.value)} onChange={e => pick(option, e.currentTarget.checked)} />
          <span><Text of={option.text} />{option.description && <small><Text of={option.description} /></small>}</span>
        </label>
      ))}
    </div>
  );
}
