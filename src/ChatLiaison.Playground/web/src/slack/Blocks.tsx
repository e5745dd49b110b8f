import { Fragment } from "preact";
import { Element } from "./Element";
import { Field } from "./Field";
import { RichText, Text } from "./Markup";
import type { Block, BlockElement, RichElement, TextObject } from "./shapes";

const Picture = ({ of, title }: { of: { image_url?: string; alt_text?: string }; title?: TextObject | undefined }) => (
  <figure class="sl-image">
    {title && <figcaption><Text of={title} /></figcaption>}
    <img src={of.image_url ?? ""} alt={of.alt_text ?? ""} />
  </figure>
);

const isText = (e: BlockElement): boolean => e.type === "mrkdwn" || e.type === "plain_text";

function Section({ block }: { block: Block }) {
  return (
    <div class="sl-section">
      <div class="sl-section-words">
        {block.text && <p><Text of={block.text} /></p>}
        {block.fields && <div class="sl-fields">{block.fields.map((field, i) => <p key={i}><Text of={field} /></p>)}</div>}
      </div>
      {block.accessory && <div class="sl-accessory">{block.accessory.type === "image"
        ? <img class="sl-thumb" src={block.accessory.image_url ?? ""} alt={block.accessory.alt_text ?? ""} />
        : <Element block={block} element={block.accessory} />}</div>}
    </div>
  );
}

function One({ block }: { block: Block }) {
  switch (block.type) {
    case "header": return <h3 class="sl-header"><Text of={block.text} /></h3>;
    case "divider": return <hr class="sl-divider" />;
    case "section": return <Section block={block} />;
    case "rich_text": return <RichText parts={(block.elements ?? []) as unknown as RichElement[]} />;
    case "image": return <Picture of={block} title={block.title} />;
    case "input": return <Field block={block} />;
    case "context": return (
      <div class="sl-context">{(block.elements ?? []).map((e, i) => isText(e)
        ? <span key={i}><Text of={e as unknown as TextObject} /></span>
        : <img key={i} src={e.image_url ?? ""} alt={e.alt_text ?? ""} />)}</div>
    );
    case "actions": return <div class="sl-actions">{(block.elements ?? []).map((e, i) => <Element key={e.action_id ?? i} block={block} element={e} />)}</div>;
    default: return <p class="sl-unknown">The playground does not draw the block “{block.type}”.</p>;
  }
}

/** Block Kit, in the order in which it was sent. */
export const Blocks = ({ blocks }: { blocks: Block[] }) => (
  <div class="sl-blocks">{blocks.map((block, i) => <Fragment key={block.block_id ?? i}><One block={block} /></Fragment>)}</div>
);
