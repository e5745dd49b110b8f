import { Element } from "./Element";
import { Text } from "./Markup";
import type { Block } from "./shapes";
import { useStage } from "./stage";

/** An input block: label, element, hint, and the error that the app gave for it. */
export function Field({ block }: { block: Block }) {
  const stage = useStage();
  const element = block.element;
  if (!element) return null;
  const id = `${stage.id}-${block.block_id ?? ""}`;
  const error = stage.error(block);
  const group = element.type === "checkboxes" || element.type === "radio_buttons" || element.type === "datetimepicker" || element.type === "file_input";
  const described = [error ? `${id}-error` : "", block.hint ? `${id}-hint` : ""].filter(Boolean).join(" ") || undefined;
  const label = <><Text of={block.label} />{block.optional && <span class="sl-optional"> (optional)</span>}</>;
  return (
    <div class={`sl-field ${error ? "sl-wrong" : ""}`} data-block={block.block_id} role={group ? "group" : undefined} aria-labelledby={group ? `${id}-label` : undefined}>
      {group ? <span id={`${id}-label`} class="sl-label">{label}</span> : <label id={`${id}-label`} class="sl-label" for={`${id}-input`}>{label}</label>}
      <Element block={block} element={element} labelled={`${id}-label`} described={described} />
      {error && <p id={`${id}-error`} class="sl-error" role="alert">{error}</p>}
      {block.hint && <p id={`${id}-hint`} class="sl-hint"><Text of={block.hint} /></p>}
    </div>
  );
}
