// @ts-check
// Wraps Markdown for the pages that are written by programs: docs/ops.md and docs/experiments.md.

/** Columns of prose. */
export const MARKDOWN_WIDTH = 100;

/**
 * A link, a piece of code or a word: what no line break may split. A sign that would make a list, a heading or a
 * quotation of the line that it begins goes with the word before it.
 */
const UNBREAKABLE = /(?:!?\[[^\]]*\]\([^)\s]*\)|`[^`]*`|\S)+(?: (?:[-+*#>=]+|\d+\.)(?=\s))*/g;

/** Whether a line is kept as it is: a table, a heading, a picture, a comment, indented code, or nothing. */
const isFixed = (/** @type {string} */ line) => /^(?:\||#|!\[|<!--| {4}|$)/.test(line);

/**
 * Fills paragraphs and list items to `MARKDOWN_WIDTH` columns. Fenced code and everything that `isFixed` knows stay.
 * @param {string} text
 */
export function wrapMarkdown(text) {
  /** @type {string[]} */
  const lines = [];
  /** @type {string[]} */
  let paragraph = [];
  let isCode = false;
  const close = () => {
    lines.push(...filled(paragraph.join(" ")));
    paragraph = [];
  };
  for (const line of text.split("\n")) {
    const isFence = line.startsWith("```");
    if (isCode || isFence || isFixed(line)) {
      close();
      lines.push(line);
      if (isFence) isCode = !isCode;
    } else {
      if (/^(?:-|\d+\.) /.test(line)) close();
      paragraph.push(line.trim());
    }
  }
  close();
  return lines.join("\n");
}

/**
 * @param {string} text a paragraph or a list item
 * @returns {string[]} its lines
 */
function filled(text) {
  const marker = /^(?:-|\d+\.) /.exec(text)?.[0] ?? "";
  /** @type {string[]} */
  const lines = [];
  for (const word of text.slice(marker.length).match(UNBREAKABLE) ?? []) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= MARKDOWN_WIDTH)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push((lines.length === 0 ? marker : " ".repeat(marker.length)) + word);
  }
  return lines;
}
