/** A picture with its class map, outlines, boxes and points over it. */
import type { ObjectOutput } from "mixwell";
import { CLASSES } from "./annotations.ts";
import { placeTags, TAG_HEIGHT } from "./tags.ts";

/** What is drawn over the pictures. */
export type Overlay = "map" | "boxes" | "outlines" | "points";

export interface Shown {
  /** H × W × 3 bytes. */
  image: Uint8Array;
  /** H × W ids. */
  ids: Uint8Array;
  objects: ObjectOutput;
  /** Which picture of the batch. */
  row: number;
}

/** Canvas pixels of a picture's pixel, so that lines and words are fine. */
const SCALE = 2;
const IGNORED = 255;

export function drawPicture(
  canvas: HTMLCanvasElement,
  side: number,
  shown: Shown,
  overlays: ReadonlySet<Overlay>,
): void {
  canvas.width = SCALE * side;
  canvas.height = SCALE * side;
  const context = canvas.getContext("2d")!;
  context.drawImage(pixelsOf(side, shown, overlays.has("map")), 0, 0, SCALE * side, SCALE * side);
  context.scale(SCALE, SCALE);
  context.lineJoin = "round";
  for (const object of rowsOf(shown)) {
    const { colour } = CLASSES[shown.objects.labels[object]!]!;
    if (overlays.has("outlines")) drawOutline(context, shown.objects, object, colour);
    if (overlays.has("boxes")) drawBox(context, boxOf(shown.objects, object), colour);
  }
  // Names and points over all lines.
  if (overlays.has("points")) for (const object of rowsOf(shown)) drawPoints(context, shown.objects, object);
  if (overlays.has("boxes")) drawNames(context, side, shown);
}

/** Places in the columns, of one picture's objects. */
export function rowsOf({ objects, row }: Shown): number[] {
  const first = objects.offsets[row]!;
  return Array.from({ length: objects.offsets[row + 1]! - first }, (_, i) => first + i);
}

/** The picture, tinted by class; what is of no class is hatched. */
function pixelsOf(side: number, { image, ids }: Shown, isTinted: boolean): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  const made = new ImageData(side, side);
  const tints = CLASSES.map(({ colour }) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)));
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const isHatched = id === IGNORED && (i + Math.floor(i / side)) % 8 < 2;
    const tint = isHatched ? [255, 255, 255] : tints[id];
    const share = !isTinted ? 0 : id === IGNORED ? (isHatched ? 0.35 : 0) : id === 0 ? 0.28 : 0.5;
    for (let c = 0; c < 3; c++) made.data[4 * i + c] = (1 - share) * image[3 * i + c]! + share * (tint?.[c] ?? 0);
    made.data[4 * i + 3] = 255;
  }
  canvas.getContext("2d")!.putImageData(made, 0, 0);
  return canvas;
}

const boxOf = ({ boxes }: ObjectOutput, object: number) => Array.from(boxes.subarray(4 * object, 4 * object + 4));

function drawBox(context: CanvasRenderingContext2D, [x0, y0, x1, y1]: number[], colour: string): void {
  for (const [style, width] of [
    ["rgb(0 0 0 / 55%)", 3.5],
    [colour, 2],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.strokeRect(x0! + 1, y0! + 1, x1! - x0! - 2, y1! - y0! - 2);
  }
}

function drawOutline(context: CanvasRenderingContext2D, { polygons }: ObjectOutput, object: number, colour: string) {
  if (!polygons) return;
  const { vertices, offsets, rings } = polygons;
  context.beginPath();
  for (let ring = rings[object]!; ring < rings[object + 1]!; ring++) {
    for (let at = offsets[ring]!; at < offsets[ring + 1]!; at++)
      context.lineTo(vertices[2 * at]!, vertices[2 * at + 1]!);
    context.closePath();
  }
  context.setLineDash([4, 3]);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
  context.setLineDash([]);
}

/** Blue on the left and orange on the right, so that a mirror's exchange is seen. */
const POINT_COLOURS = ["#60a5fa", "#fb923c", "#f8fafc"];

function drawPoints(context: CanvasRenderingContext2D, { keypoints }: ObjectOutput, object: number): void {
  if (!keypoints) return;
  for (let k = 0; k < keypoints.count; k++) {
    const at = 3 * (object * keypoints.count + k);
    const [x, y, v] = keypoints.data.subarray(at, at + 3);
    if (v === 0) continue;
    context.beginPath();
    context.arc(x! + 0.5, y! + 0.5, 4, 0, 2 * Math.PI);
    context.fillStyle = POINT_COLOURS[k]!;
    context.fill();
    context.strokeStyle = "#111";
    context.lineWidth = 1.5;
    context.stroke();
  }
}

/** A box whose name finds no room is still told by its colour. */
function drawNames(context: CanvasRenderingContext2D, side: number, shown: Shown): void {
  const { objects } = shown;
  context.font = "600 10px system-ui, sans-serif";
  const tags = rowsOf(shown).map((object) => {
    const { name, colour } = CLASSES[objects.labels[object]!]!;
    const weight = objects.weight[object]!;
    const words = weight < 0.995 ? `${name} λ ${weight.toFixed(2)}` : name;
    return { words, colour, box: boxOf(objects, object), width: context.measureText(words).width + 8 };
  });
  for (const [i, place] of placeTags(tags, side).entries()) {
    if (!place) continue;
    const { words, colour, width } = tags[i]!;
    context.fillStyle = colour;
    context.fillRect(place.x, place.y, width, TAG_HEIGHT);
    context.fillStyle = isLight(colour) ? "#111" : "#fff";
    context.fillText(words, place.x + 4, place.y + 10.5);
  }
}

function isLight(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}
