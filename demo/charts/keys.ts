/** A chart with what its colours mean below it. */
import { make } from "../page/elements.ts";

export interface KeyEntry {
  colour: string;
  kind: string;
  text: string;
}

export function keys(chart: Element, entries: KeyEntry[]): HTMLElement {
  const items = entries.map(({ colour, kind, text }) => {
    const swatch = make("i", { className: kind });
    if (kind === "area") swatch.style.background = `color-mix(in srgb, ${colour} 62%, transparent)`;
    else swatch.style.borderColor = colour;
    return make("li", {}, swatch, text);
  });
  return make("div", {}, chart, make("ul", { className: "keys" }, ...items));
}
