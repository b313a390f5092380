/**
 * Colours for JSON and JavaScript: strings, numbers, keywords, comments. Good enough for what this page itself writes.
 */
const TOKEN =
  /(?<comment>\/\/[^\n]*)|(?<string>"(?:\\.|[^"\\])*"|`[^`]*`)|(?<keyword>\b(?:import|from|const|await|new|for|of|async|true|false|null)\b)|(?<number>-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b)/g;

export function highlight(element: HTMLElement, text: string): void {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [kind] = Object.entries(match.groups!).find(([, found]) => found !== undefined)!;
    const span = document.createElement("span");
    span.className = `tok-${kind}`;
    span.textContent = match[0];
    parts.push(text.slice(end, match.index), span);
    end = match.index + match[0].length;
  }
  const { scrollTop } = element;
  element.replaceChildren(...parts, text.slice(end));
  element.scrollTop = scrollTop;
}
