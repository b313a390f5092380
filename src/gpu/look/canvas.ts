/** The canvas that is drawn on: its context, its room, and what it says to those who don't see it. */
import { found, InputError } from "../../check/errors.ts";
import type { TextStyle } from "./captions.ts";

/** What can be drawn on. */
export type DrawingCanvas = HTMLCanvasElement | OffscreenCanvas;

/** CSS pixels of text, and its colour where no element says one: a grey that both white and black let read. */
const TEXT_SIZE = 13;
const TEXT_COLOR = "#767676";
const TEXT_FAMILY = "system-ui, sans-serif";

/** Text for those who don't see the drawing was ours if it is still the same. */
const labels = new WeakMap<DrawingCanvas, string>();

export function checkCanvas(path: string, canvas: unknown): asserts canvas is DrawingCanvas {
  const isCanvas =
    typeof canvas === "object" && canvas !== null && typeof Reflect.get(canvas, "getContext") === "function";
  if (!isCanvas || typeof Reflect.get(canvas, "width") !== "number")
    throw new InputError(path, "a canvas or an OffscreenCanvas", canvas);
}

/** The canvas's WebGPU context. @throws InputError for a canvas that has another */
export function contextOf(path: string, canvas: DrawingCanvas): GPUCanvasContext {
  let context: GPUCanvasContext | null;
  try {
    context = (canvas as OffscreenCanvas).getContext("webgpu");
  } catch (cause) {
    const error = new InputError(path, "a canvas that is still this page's", found(String(cause)));
    error.cause = cause;
    throw error;
  }
  if (!context) throw new InputError(path, "a canvas without a context of another kind", canvas);
  return context;
}

export type CanvasFormat = "bgra8unorm" | "rgba8unorm";

/** The format that canvases here are fastest in. */
export function canvasFormat(): CanvasFormat {
  const preferred = navigator.gpu.getPreferredCanvasFormat();
  return preferred === "rgba8unorm" ? preferred : "bgra8unorm";
}

/** The element, where it is one that a page lays out. */
function elementOf(canvas: DrawingCanvas): HTMLCanvasElement | undefined {
  return "style" in canvas && typeof getComputedStyle === "function" ? canvas : undefined;
}

/** CSS pixels for the drawing's width: what an element's parent has, or the width of a canvas without one. */
export function availableWidth(canvas: DrawingCanvas, ratio: number): number | undefined {
  const element = elementOf(canvas);
  if (!element) return canvas.width > 0 ? canvas.width / ratio : undefined;
  const parent = element.parentElement;
  if (!parent) return undefined;
  const { paddingLeft, paddingRight } = getComputedStyle(parent);
  const width = parent.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return width > 0 ? width : undefined;
}

/** Pixels of the canvas in a CSS pixel: the screen's for an element, one for a canvas without. */
export function pixelRatioOf(canvas: DrawingCanvas): number {
  return elementOf(canvas) ? (globalThis.devicePixelRatio ?? 1) : 1;
}

/** The page's text in its colour, light or dark. */
export function textStyleOf(canvas: DrawingCanvas, ratio: number): TextStyle {
  const element = elementOf(canvas);
  const style = element?.isConnected ? getComputedStyle(element) : undefined;
  return {
    family: style?.fontFamily || TEXT_FAMILY,
    color: style?.color || TEXT_COLOR,
    size: TEXT_SIZE * ratio,
  };
}

/** Gives the canvas so many pixels; an element is as large on the page as that is there. */
export function setSize(canvas: DrawingCanvas, width: number, height: number, ratio: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const element = elementOf(canvas);
  if (!element) return;
  element.style.width = `${width / ratio}px`;
  element.style.height = "auto";
  element.style.maxWidth = "100%";
}

/** Tells those who don't see it, unless the page does so itself. */
export function setText(canvas: DrawingCanvas, text: string): void {
  const element = elementOf(canvas);
  if (!element) return;
  const there = element.getAttribute("aria-label");
  if (element.hasAttribute("aria-labelledby") || (there !== null && there !== labels.get(canvas))) return;
  if (!element.hasAttribute("role")) element.setAttribute("role", "img");
  element.setAttribute("aria-label", text);
  labels.set(canvas, text);
}
