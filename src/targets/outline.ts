/** The outline of one object in its source picture. */
import { found, InputError } from "../check/errors.ts";
import type { Size } from "../format/format.ts";
import { cosDegrees, sinDegrees } from "../ops/lib/trig.ts";
import { type Corners, isOriented, NUMBERS, readCorners } from "./formats.ts";
import type { Outline } from "./measure.ts";
import type { CheckedObjects } from "./objects.ts";
import { areaOf, cutRing, isConvex, type Ring } from "./ring.ts";

/** What outlines an object without a polygon: its box, or the ellipse in it. */
export type OutlineKind = "box" | "ellipse";

/** Vertices of an ellipse: within 0.13 % of its box. */
const VERTICES = 64;
const CIRCLE = Float64Array.from({ length: 2 * VERTICES }, (_, i) => {
  const degrees = (360 * (i >> 1)) / VERTICES;
  return i % 2 === 0 ? cosDegrees(degrees) : sinDegrees(degrees);
});

/** An object of a picture, for reading and for messages. */
export interface ObjectAt {
  objects: CheckedObjects;
  /** Its number among all, and the picture's. */
  object: number;
  picture: number;
}

/** Reads outlines one after the other; what it gives holds until the next one. */
export class Outlines {
  /** The four corners of the last one's box, in pixels, not cut off. */
  readonly corners: Corners = new Float64Array(8);
  private readonly box = new Float64Array(8);
  private readonly boxOutline: { -readonly [Key in keyof Outline]: Outline[Key] };

  /** @param keepsEmpty whether an object without area has an outline too: of torchvision's, which may come back */
  constructor(
    private readonly kind: OutlineKind,
    private readonly keepsEmpty: boolean,
  ) {
    this.boxOutline = { rings: [this.box], isConvex: true, area: 0, border: [] };
  }

  /** None for an object without area that is to be left out. */
  read(at: ObjectAt, size: Size): Outline | undefined {
    const { objects, object } = at;
    const { format, boxes, normalized } = objects;
    const step = NUMBERS[format];
    for (let i = object * step; i < (object + 1) * step; i++)
      if (!Number.isFinite(boxes[i])) throw wrongObject(at, "boxes", "finite numbers", boxes[i]);
    readCorners(boxes, object * step, format, normalized ? [size.width, size.height] : [1, 1], this.corners);
    const rings = this.polygonOf(at, size);
    const isPlain = !rings && this.kind === "box" && !isOriented(format);
    const outline = isPlain ? this.uprightBox(at, size) : outlineOf(rings ?? [this.turnedRing(at)], size);
    if (outline.area > 0 || this.keepsEmpty) return outline;
    if (objects.drops) return undefined;
    const expected = 'a box with an area in its picture (or degenerate: "drop")';
    const numbers = Array.from({ length: step }, (_, i) => boxes[object * step + i]);
    throw wrongObject(at, "boxes", expected, found(`[${numbers.join(", ")}]`));
  }

  private uprightBox(at: ObjectAt, { height, width }: Size): Outline {
    const { corners, box, boxOutline } = this;
    const [left, top, right, bottom] = [corners[0]!, corners[1]!, corners[4]!, corners[5]!];
    checkSides(at, right - left, bottom - top);
    const x0 = within(left, width);
    const y0 = within(top, height);
    const x1 = within(right, width);
    const y1 = within(bottom, height);
    box[0] = x0;
    box[1] = y0;
    box[2] = x1;
    box[3] = y0;
    box[4] = x1;
    box[5] = y1;
    box[6] = x0;
    box[7] = y1;
    boxOutline.area = (x1 - x0) * (y1 - y0);
    return boxOutline;
  }

  /** The corners of a box that is turned, or the ellipse in a box. */
  private turnedRing(at: ObjectAt): Ring {
    const { corners } = this;
    const { format, boxes } = at.objects;
    const from = at.object * NUMBERS[format];
    if (format === "cxcywhr" || format === "xywhr") checkSides(at, boxes[from + 2]!, boxes[from + 3]!);
    if (!isOriented(format)) checkSides(at, corners[4]! - corners[0]!, corners[5]! - corners[1]!);
    if (this.kind === "box") return corners.slice();
    const [x0, y0, x1, y1, x2, y2] = corners as unknown as [number, number, number, number, number, number];
    const [x, y] = [(x0 + x2) / 2, (y0 + y2) / 2];
    return CIRCLE.map((_, i) =>
      i % 2 === 0
        ? x + (CIRCLE[i]! * (x1 - x0) + CIRCLE[i + 1]! * (x2 - x1)) / 2
        : y + (CIRCLE[i - 1]! * (y1 - y0) + CIRCLE[i]! * (y2 - y1)) / 2,
    );
  }

  /** The object's own rings, where it has any. */
  private polygonOf(at: ObjectAt, { height, width }: Size): Ring[] | undefined {
    const { polygons, normalized } = at.objects;
    if (!polygons) return undefined;
    const { vertices, offsets, rings } = polygons;
    const first = rings ? rings[at.object]! : at.object;
    const end = rings ? rings[at.object + 1]! : at.object + 1;
    if (first === end) return undefined;
    const [acrossUnit, downUnit] = normalized ? [width, height] : [1, 1];
    return Array.from({ length: end - first }, (_, i) => {
      const from = 2 * offsets[first + i]!;
      const length = 2 * offsets[first + i + 1]! - from;
      return Float64Array.from({ length }, (_, k) => {
        const number = vertices[from + k]!;
        if (!Number.isFinite(number)) throw wrongObject(at, "polygons", "finite numbers", number);
        return number * (k % 2 === 0 ? acrossUnit : downUnit);
      });
    });
  }
}

const within = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value);

function checkSides(at: ObjectAt, width: number, height: number): void {
  if (width < 0 || height < 0)
    throw wrongObject(at, "boxes", "a width and a height of 0 at least", found(`${width} × ${height}`));
}

/**
 * Refuses objects whose numbers are none, before any is needed. @throws InputError with the number of picture and box
 */
export function checkOutlines(
  objects: CheckedObjects,
  sizeOf: (picture: number) => Size,
  [first, end]: readonly [number, number] = [0, objects.pictures],
): void {
  const outlines = new Outlines("box", false);
  for (let picture = first; picture < end; picture++)
    for (let object = objects.offsets[picture]!; object < objects.offsets[picture + 1]!; object++)
      outlines.read({ objects, object, picture }, sizeOf(picture));
}

/** Says which picture, and which of its objects. */
export function wrongObject(
  { objects, object, picture }: ObjectAt,
  what: string,
  expected: string,
  value: unknown,
): InputError {
  const place = object - objects.offsets[picture]!;
  return new InputError(`${objects.path}.${what}[${object}] (picture ${picture}, object ${place})`, expected, value);
}

/** Of rings of any shape. */
export function outlineOf(rings: readonly Ring[], { height, width }: Size): Outline {
  const border = [1, 0, 0, -1, 0, width, 0, 1, 0, 0, -1, height];
  const areConvex = rings.every(isConvex);
  let area = 0;
  let sticksOut = false;
  const cutRings = rings.map((ring) => {
    const cut = cutRing(ring, ring.length, border);
    area += areaOf(cut.ring, cut.length);
    if (cut.ring === ring) return ring;
    sticksOut = true;
    return areConvex ? cut.ring.slice(0, cut.length) : ring;
  });
  return {
    rings: cutRings.filter(({ length }) => length >= 6),
    isConvex: areConvex,
    area,
    border: sticksOut && !areConvex ? border : [],
  };
}
