/**
 * Boxes as torchvision moves them: the corners of a box are moved by one call, enclosed, and cut off at the border (but
 * not after a mirror or a resize); the next call moves that box. So boxes grow along a chain of turns.
 */
import { placedAt } from "./field.ts";
import { boundsOf, type Corners } from "./formats.ts";
import type { Step } from "./seen.ts";

export type Box = [x0: number, y0: number, x1: number, y1: number];

/** The box after all steps, or none where it is behind a horizon (torchvision returns noise there). */
export function peerBox(steps: readonly Step[], corners: Corners): Box | undefined {
  let box: Box | undefined = boundsOf(corners);
  for (const step of steps) {
    if (box) box = stepped(step, box);
  }
  return box;
}

function stepped(step: Step, box: Box): Box | undefined {
  switch (step.kind) {
    case "warp": {
      const made: number[] = [];
      const [a, b, c, d, e, f, g, h, i] = step.forth as unknown as Nine;
      for (const [x, y] of cornersOf(box)) {
        const by = g * x + h * y + i;
        if (by <= 0) return undefined;
        made.push((a * x + b * y + c) / by, (d * x + e * y + f) / by);
      }
      const moved = boundsOf(made);
      return step.clips ? clipped(moved, [0, 0, step.output.width, step.output.height]) : moved;
    }
    case "field": {
      const made = cornersOf(box).flatMap(([x, y]) => placedAt(step.place, step.input, x, y));
      return clipped(boundsOf(made), [0, 0, step.output.width, step.output.height]);
    }
    case "tiles": {
      const parts = step.tiles.flatMap(({ from, by }): Box[] => {
        const [x0, y0, x1, y1] = clipped(box, from as Box);
        return x1 > x0 && y1 > y0 ? [[x0 + by[0], y0 + by[1], x1 + by[0], y1 + by[1]]] : [];
      });
      return parts.length === 0 ? box : boundsOf(parts.flat());
    }
    case "inside":
      return clipped(box, step.box as Box);
    default:
      return box;
  }
}

type Nine = [number, number, number, number, number, number, number, number, number];

const cornersOf = ([x0, y0, x1, y1]: Box): (readonly [number, number])[] => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
];

function clipped([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): Box {
  const across = (x: number) => Math.min(Math.max(x, left), right);
  const down = (y: number) => Math.min(Math.max(y, top), bottom);
  return [across(x0), down(y0), across(x1), down(y1)];
}
