/** What pages show: small pictures in rows, and a curve. */
import { CLASSES, COLOURS } from "./shapes.ts";

/** A row of pictures side by side, with a title before them. */
export function row(title: string, pictures: HTMLCanvasElement[]): void {
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = title;
  const line = document.createElement("div");
  line.append(...pictures);
  figure.append(caption, line);
  document.querySelector("#rows")!.append(figure);
}

/** Which colour is which class. */
export function legend(): void {
  const list = document.createElement("ul");
  list.className = "classes";
  for (const [label, name] of CLASSES.entries()) {
    if (label === 0) continue;
    const item = document.createElement("li");
    item.style.setProperty("--colour", COLOURS[label]!);
    item.textContent = name;
    list.append(item);
  }
  document.querySelector("#rows")!.append(list);
}

/** A picture of side × side × 3 bytes. */
export function picture(bytes: ArrayLike<number>, side: number, words: string): HTMLCanvasElement {
  return canvas(side, words, (context) => {
    const data = context.createImageData(side, side);
    for (let i = 0; i < side * side; i++)
      data.data.set([bytes[3 * i]!, bytes[3 * i + 1]!, bytes[3 * i + 2]!, 255], 4 * i);
    context.putImageData(data, 0, 0);
  });
}

/** A map of side × side class ids. */
export function map(ids: ArrayLike<number>, side: number, words: string): HTMLCanvasElement {
  return canvas(side, words, (context) => {
    for (let i = 0; i < side * side; i++) {
      context.fillStyle = COLOURS[ids[i]!]!;
      context.fillRect(i % side, Math.floor(i / side), 1, 1);
    }
  });
}

/** A picture with boxes around what is in it; a box is left, top, width and height in pixels. */
export function outlined(
  bytes: ArrayLike<number>,
  side: number,
  boxes: readonly { box: readonly number[]; label: number }[],
  words: string,
): HTMLCanvasElement {
  const made = canvas(SCALE * side, words, (context) => {
    context.imageSmoothingEnabled = false;
    context.drawImage(picture(bytes, side, ""), 0, 0, SCALE * side, SCALE * side);
    for (const { box, label } of boxes) {
      const scaled = box.map((value) => SCALE * value) as [number, number, number, number];
      // A light rim, so that a line is seen on its own colour too.
      for (const [width, colour] of [
        [SCALE + 2, "#fffc"],
        [SCALE, COLOURS[label]!],
      ] as const) {
        context.lineWidth = width;
        context.strokeStyle = colour;
        context.strokeRect(...scaled);
      }
    }
  });
  return made;
}

/** Pixels of a canvas for one of the picture, so that lines can be thinner than it. */
const SCALE = 4;

function canvas(side: number, words: string, paint: (context: CanvasRenderingContext2D) => void): HTMLCanvasElement {
  const made = document.createElement("canvas");
  made.width = side;
  made.height = side;
  made.role = "img";
  made.ariaLabel = words;
  paint(made.getContext("2d")!);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** A curve of numbers from 0 to 1, one an epoch. */
export function curve(words: string, values: readonly number[]): void {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 320 140");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `${words}: ${values.map((value) => value.toFixed(2)).join(", ")}`);
  const add = (name: string, attributes: Record<string, string | number>, text = "") => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    made.textContent = text;
    svg.append(made);
  };
  const x = (i: number) => 34 + (276 * i) / Math.max(1, values.length - 1);
  const y = (value: number) => 114 - 104 * value;
  for (const value of [0, 0.5, 1]) {
    add("line", { class: "grid", x1: 34, x2: 310, y1: y(value), y2: y(value) });
    add("text", { x: 28, y: y(value) + 4, "text-anchor": "end" }, String(value));
  }
  add("polyline", { points: values.map((value, i) => `${x(i)},${y(value)}`).join(" ") });
  values.forEach((value, i) => {
    add("circle", { cx: x(i), cy: y(value), r: 3 });
  });
  add("text", { x: 34, y: 134 }, "before training");
  add("text", { x: 310, y: 134, "text-anchor": "end" }, `after ${values.length - 1} epochs`);
  const figure = document.createElement("figure");
  const caption = document.createElement("figcaption");
  caption.textContent = words;
  figure.append(caption, svg);
  document.querySelector("#rows")!.append(figure);
}
