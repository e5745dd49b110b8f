// Block Kit to HTML, for the blocks that the desk's cards are made of.
const plain = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Slack's own mark-up: dates with their stand-in text, bold, code, lines. */
const markup = text => plain(text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/<!date\^[^|]*\|([^>]*)>/g, "$1"))
  .replace(/\*([^*\n]+)\*/g, "<b>$1</b>").replace(/`([^`\n]+)`/g, "<code>$1</code>").replace(/\n/g, "<br>");

export function drawSlack(blocks, people) {
  const span = e => {
    if (e.type === "user") return `<span class="mention">@${plain(people[e.user_id] ?? e.user_id)}</span>`;
    if (e.type === "link") return `<a>${plain(e.text ?? e.url)}</a>`;
    if (e.type === "date") return plain(e.fallback);
    if (e.type !== "text") throw new Error(`No drawing for the element ${e.type}`);
    const text = plain(e.text).replace(/\n/g, "<br>");
    return e.style?.bold ? `<b>${text}</b>` : e.style?.code ? `<code>${text}</code>` : text;
  };
  const rich = part => {
    const inside = part.elements.map(e => e.elements ? `<li>${e.elements.map(span).join("")}</li>` : span(e)).join("");
    return { rich_text_section: `<p>${inside}</p>`, rich_text_quote: `<blockquote>${inside}</blockquote>`, rich_text_list: `<ul>${inside}</ul>` }[part.type];
  };
  const draw = {
    header: b => `<h3>${plain(b.text.text)}</h3>`,
    rich_text: b => b.elements.map(rich).join(""),
    divider: () => "<hr>",
    section: b => `${b.text ? `<p>${markup(b.text.text)}</p>` : ""}${b.fields ? `<div class="fields">${b.fields.map(f => `<p>${markup(f.text)}</p>`).join("")}</div>` : ""}`,
    context: b => `<p class="small">${b.elements.map(e => markup(e.text)).join(" ")}</p>`,
    actions: b => `<div class="actions">${b.elements.map(e => `<button class="${e.style ?? ""}">${plain(e.text.text)}</button>`).join("")}</div>`,
  };
  return blocks.map(b => draw[b.type](b)).join("\n");
}
