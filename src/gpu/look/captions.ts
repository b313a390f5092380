/** Titles under pictures: text needs a 2D canvas, which is copied onto the drawing. */
import { InputError } from "../../check/errors.ts";
import type { ClassShare } from "./label-words.ts";
import { shareText, titleOf } from "./label-words.ts";

/** How text looks. Sizes are in pixels of the canvas. */
export interface TextStyle {
  family: string;
  color: string;
  size: number;
}

/** A title: words, or classes with their shares, which may stand on lines of their own. */
export type Title = string | readonly ClassShare[];

/** Text in lines, each with what stands at its right end. */
interface Line {
  text: string;
  right?: string;
}

/** Of a title of words. */
const MOST_LINES = 3;
const LINE_HEIGHT = 1.35;
/** Between a picture and its title, as a share of the text's size. */
const SPACE = 0.35;

/** Titles that were broken into lines for tiles of a width. */
export interface Captions {
  lines: Line[][];
  /** Pixels that the longest of them needs. */
  height: number;
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
  style: TextStyle;
}

/** What titles are drawn on. @throws InputError where there is none, which is known before anything is uploaded */
export function captionCanvas(): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d");
  if (!context)
    throw new InputError(
      "drawBatch.canvas",
      "a browser that has a 2D canvas for the titles, and memory for it (`titles: false` does without)",
      canvas,
    );
  return context;
}

/** Breaks titles into lines. Nothing where all of them are empty. */
export function captionsOf(
  titles: readonly Title[],
  tileWidth: number,
  style: TextStyle,
  context: OffscreenCanvasRenderingContext2D | undefined,
): Captions | undefined {
  if (!context || hasNoWords(titles)) return undefined;
  context.font = fontOf(style);
  const fits = (text: string) => context.measureText(text).width <= tileWidth;
  // All titles of a drawing have one form.
  const onOneLine = titles.every((title) => fits(wordsOf(title)));
  const lines = titles.map((title) => {
    if (onOneLine) return [{ text: wordsOf(title) }];
    if (typeof title === "string") return wrapped(title, fits);
    return title.map((one) => inOneLine(one, fits));
  });
  const most = Math.max(1, ...lines.map(({ length }) => length));
  const height = Math.ceil(style.size * (SPACE + most * LINE_HEIGHT));
  return { lines, height, canvas: context.canvas, context, style };
}

export const hasNoWords = (titles: readonly Title[]): boolean => titles.every((title) => wordsOf(title) === "");

export const wordsOf = (title: Title): string => (typeof title === "string" ? title : titleOf(title));

/** Draws the titles of one line of tiles, which begin so many pixels apart; the canvas then holds them alone. */
export function drawCaptions(captions: Captions, first: number, count: number, step: number, tileWidth: number): void {
  const { canvas, context, lines, height, style } = captions;
  canvas.width = Math.max(1, step * (count - 1) + tileWidth);
  canvas.height = height;
  context.font = fontOf(style);
  context.fillStyle = style.color;
  context.textBaseline = "alphabetic";
  for (let i = 0; i < count; i++) {
    lines[first + i]!.forEach(({ text, right }, at) => {
      const y = style.size * (SPACE + (at + 0.8) * LINE_HEIGHT);
      context.textAlign = "left";
      context.fillText(text, i * step, y);
      if (right === undefined) return;
      context.textAlign = "right";
      context.fillText(right, i * step + tileWidth, y);
    });
  }
}

const fontOf = ({ size, family }: TextStyle): string => `${size}px ${family}`;

/** Name at the left, share at the right; a name that is too long ends in an ellipsis. */
function inOneLine(one: ClassShare, fits: (text: string) => boolean): Line {
  const right = shareText(one).slice(one.name.length).trim();
  const text = shortened(one.name, (name) => fits(`${name}  ${right}`));
  return right === "" ? { text } : { text, right };
}

function wrapped(text: string, fits: (text: string) => boolean): Line[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter(Boolean);
  while (rest.length > 0 && lines.length < MOST_LINES - 1) {
    let taken = 1;
    while (taken < rest.length && fits(rest.slice(0, taken + 1).join(" "))) taken++;
    lines.push(rest.slice(0, taken).join(" "));
    rest = rest.slice(taken);
  }
  if (rest.length > 0) lines.push(rest.join(" "));
  return lines.map((line) => ({ text: shortened(line, fits) }));
}

function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const letters = [...text];
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
