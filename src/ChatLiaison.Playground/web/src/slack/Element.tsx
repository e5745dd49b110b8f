import { Icon } from "../frame/Icon";
import { Menu } from "../frame/Menu";
import { Text } from "./Markup";
import { Picker } from "./Picker";
import { keyOf, optionsOf, type Block, type BlockElement, type Option, type TextObject } from "./shapes";
import { useStage } from "./stage";
import { DateAndTime, DateField, Options, TextField, TimeField } from "./TypedFields";
import { Files } from "./Files";

interface Props {
  block: Block;
  element: BlockElement;
  /** The id of the label, for a field of a form. */
  labelled?: string | undefined;
  described?: string | undefined;
}

function Button({ block, element }: Props) {
  const stage = useStage();
  const press = () => stage.press(block, element);
  const words = element.text as TextObject;
  const look = `sl-button ${element.style ? `sl-${element.style}` : ""}`;
  return (
    <button type="button" class={look} data-action={element.action_id} aria-label={element.accessibility_label} aria-busy={stage.busy === keyOf(block, element)}
      disabled={stage.busy !== null} onClick={() => (element.confirm ? stage.confirm(block, element, press) : press())}><Text of={words} /></button>
  );
}

function Overflow({ block, element }: Props) {
  const stage = useStage();
  const choose = (value: string) => stage.change(block, element, value, true);
  return (
    <Menu label="More actions" class="sl-button sl-overflow" align="right" face={<Icon name="more" />} popupClass="sl-menu"
      items={optionsOf(element).map((o: Option) => ({ id: o.value, title: o.text.text, ...(o.description ? { note: o.description.text } : {}) }))}
      pick={value => (element.confirm ? stage.confirm(block, element, () => choose(value)) : choose(value))} />
  );
}

/** One interactive element, in an actions block, beside a section or in a field. */
export function Element(props: Props) {
  const { element } = props;
  switch (element.type) {
    case "button": return <Button {...props} />;
    case "overflow": return <Overflow {...props} />;
    case "image": return <img class="sl-thumb" src={element.image_url ?? ""} alt={element.alt_text ?? ""} />;
    case "datepicker": return <DateField {...props} />;
    case "timepicker": return <TimeField {...props} />;
    case "datetimepicker": return <DateAndTime {...props} />;
    case "checkboxes": return <Options {...props} kind="checkbox" />;
    case "radio_buttons": return <Options {...props} kind="radio" />;
    case "file_input": return <Files {...props} />;
    case "plain_text_input": case "email_text_input": case "url_text_input": case "number_input": case "rich_text_input": return <TextField {...props} />;
    default: return /_select$/.test(element.type) ? <Picker {...props} /> : <p class="sl-unknown">The playground does not draw the element “{element.type}”.</p>;
  }
}
