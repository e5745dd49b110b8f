import MarkdownIt from "markdown-it";
import type { MentionOf } from "./cards";

// The part of Markdown that Teams draws: bold, italic, lists, links. No HTML comes through, and no address but a web page's or a mail's.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false })
  .disable(["heading", "lheading", "table", "image", "code", "fence", "blockquote", "hr", "backticks", "html_block", "html_inline", "autolink", "reference"]);
markdown.validateLink = url => /^(https?:|mailto:)/i.test(url);
markdown.renderer.rules["link_open"] = (tokens, i, options, _env, self) => {
  tokens[i]!.attrSet("target", "_blank");
  tokens[i]!.attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, i, options);
};

const escapeHtml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const escapeExpression = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** HTML that is safe to put into the page: Markdown without HTML, and the mentions that the message itself names. */
export function toHtml(text: string, mentions: MentionOf[], me: string): string {
  let html = markdown.render(text);
  for (const mention of mentions) {
    const isMe = mention.mentioned.id === me || mention.mentioned.name === me;
    const shown = `<span class="tm-mention${isMe ? " tm-me" : ""}">${escapeHtml(mention.mentioned.name)}</span>`;
    // Markdown may have put a name's own signs into entities; the mark around it is what was escaped.
    html = html.replace(new RegExp(escapeExpression(escapeHtml(mention.text)), "g"), () => shown);
  }
  return html;
}
