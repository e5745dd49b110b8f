import mark from "../pictures/mark.svg";

const hues: Record<string, string> = {
  dana: "#8a4b2d", lee: "#2f6b4f", priya: "#7a3b78", mateo: "#2b5c8a", jun: "#5a5f1f", noor: "#a03c4b", grace: "#35578f", walter: "#5b4a7d",
  sam: "#44606b", ada: "#a2542a", omar: "#1f6f73",
};

const initials = (name: string) => name.split(/\s+/).map(word => word[0] ?? "").slice(0, 2).join("").toUpperCase();

/** A person's picture: initials on a colour of their own; the bot has its mark. */
export const Avatar = ({ of, name, size = 36 }: { of: string | null; name: string; size?: number }) => of === null
  ? <img class="avatar" src={mark} width={size} height={size} alt="" />
  : <span class="avatar" style={{ width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.4)}px`, background: hues[of] ?? "#55606b" }} aria-hidden="true">
    {initials(name)}
  </span>;
