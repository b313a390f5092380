/** The window that a crop takes, marked on the picture before it. */
import type { OpCall } from "mixwell";
import { make } from "../page/elements.ts";
import type { DatasetFacts } from "../sources/source.ts";

/** In pixels of the canvas. */
interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the next call looks, on a picture that had these ops. */
export function windowOf(
  { index, ops }: { index: number; ops: readonly OpCall[] },
  next: OpCall | undefined,
  { height, width, sizes }: DatasetFacts,
): Box | undefined {
  // One that keeps its size is shown whole as long as it has no ops: see `sourceAt`.
  const isWhole = sizes !== undefined && ops.length === 0;
  const picture = isWhole ? { height: sizes[2 * index]!, width: sizes[2 * index + 1]! } : { height, width };
  const box = next && boxOf(next, picture, { height, width });
  if (!box) return undefined;
  const by = Math.min(height / picture.height, width / picture.width);
  const [right, down] = [(width - picture.width * by) / 2, (height - picture.height * by) / 2];
  return { left: right + box.left * by, top: down + box.top * by, width: box.width * by, height: box.height * by };
}

interface Size {
  height: number;
  width: number;
}

/** In pixels of the picture. */
function boxOf(call: OpCall, picture: Size, result: Size): Box | undefined {
  if (call.op === "cropAndResize" || call.op === "crop") {
    const { left, top, width, height } = call as unknown as Box;
    return { left, top, width, height };
  }
  if (call.op !== "resize" || call.fit !== "cover") return undefined;
  const by = Math.min(picture.height / result.height, picture.width / result.width);
  const [height, width] = [result.height * by, result.width * by];
  return { left: (picture.width - width) / 2, top: (picture.height - height) / 2, width, height };
}

/** The canvas, and the window over it. */
export function withWindow(canvas: HTMLCanvasElement, { left, top, width, height }: Box): HTMLElement {
  const mark = make("span", { className: "box-outline", "aria-hidden": true });
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  Object.assign(mark.style, {
    left: share(left, canvas.width),
    top: share(top, canvas.height),
    width: share(width, canvas.width),
    height: share(height, canvas.height),
  });
  return make("div", { className: "windowed" }, canvas, mark);
}
