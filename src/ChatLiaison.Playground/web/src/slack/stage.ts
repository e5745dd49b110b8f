import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Block, BlockElement, Value } from "./shapes";

/** What the blocks of a message, a modal or the App Home stand on: where their presses go and where their values are kept. */
export interface BlockStage {
  /** Whose words become ids of fields: unique on the page. */
  id: string;
  press: (block: Block, element: BlockElement) => void;
  /** A field was changed; `now` sends it at once, else it may wait for a pause in typing. */
  change: (block: Block, element: BlockElement, value: Value, now: boolean) => void;
  suggest: (block: Block, element: BlockElement, typed: string) => Promise<{ text: string; value: string }[]>;
  upload: (file: File) => Promise<{ id: string; name: string } | null>;
  value: (block: Block, element: BlockElement) => Value;
  entry: (block: Block, element: BlockElement) => Record<string, unknown> | undefined;
  error: (block: Block) => string | undefined;
  /** The key of the element whose press is under way. */
  busy: string | null;
  /** Asks before an act that wants it. */
  confirm: (block: Block, element: BlockElement, then: () => void) => void;
}

export const StageContext = createContext<BlockStage | null>(null);

export const useStage = () => {
  const stage = useContext(StageContext);
  if (!stage) throw new Error("Blocks are drawn outside of a stage.");
  return stage;
};
