import { doAs, trouble } from "../acts";
import type { TeamsDialog } from "../contract";
import { Avatar } from "../frame/Avatar";
import { Dialog } from "../frame/Dialog";
import { Icon } from "../frame/Icon";
import { CardView } from "./CardView";

const widths: Record<string, number> = { small: 350, medium: 510, large: 680 };

/** A dialog (task module) that the bot opened. A submit that is refused comes back with sentences on top; what was typed stays. */
export function DialogView({ dialog }: { dialog: TeamsDialog }) {
  const close = () => void doAs("teams", { do: "close" });
  const width = typeof dialog.width === "number" ? dialog.width : widths[dialog.width ?? "medium"] ?? 510;
  const error = dialog.error ?? trouble.teams.value;
  return (
    <Dialog label={dialog.title} close={close} class="tm-veil">
      <div class="tm-dialog" style={{ maxWidth: `${Math.min(width, 620)}px` }}>
        <header><Avatar of={null} name="ChatLiaison" size={28} /><h2>{dialog.title}</h2>
          <button type="button" class="tm-quiet" aria-label="Close" onClick={close}><Icon name="close" /></button></header>
        <div class="tm-dialog-body">
          {error && <p class="tm-failed" role="alert">{error}</p>}
          <CardView card={dialog.card} typed={dialog.typed} press={async (index, typed) => { await doAs("teams", { do: "submit", values: typed, button: { index } }); }} />
        </div>
      </div>
    </Dialog>
  );
}
