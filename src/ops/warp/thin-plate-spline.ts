import { ArgumentError, found } from "../../check/errors.ts";
import type { Size } from "../../format/format.ts";
import { thinPlateSplineShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { cubicPlace, displacedBy, encodeField, type Field } from "../lib/field.ts";
import { evenCells } from "../lib/field-nodes.ts";
import { sampledField } from "../lib/sampled-field.ts";
import { thinPlate } from "../lib/thin-plate.ts";
import { readingArgs, readingOf, WARP_PEERS } from "../lib/warp-args.ts";
import type { Args } from "../op.ts";

/** Cells a side at whose corners the plate is sampled: a plate looks the same at every size. */
const CELLS = 32;
const MOST_POINTS = 64;

const pointsArg = {
  type: "list",
  min: -1,
  max: 2,
  isNoRange: true,
  unit: "share of the width, of the height",
} as const;

const CORNERS = [0, 0, 1, 0, 0, 1, 1, 1, 0.5, 0.5];

export const thinPlateSplineOp = defineOp({
  name: "thinPlateSpline",
  kind: "warp",
  target: "moves",
  shader: thinPlateSplineShader,
  about:
    "Moves some points of the picture, and bends what is between them as a thin plate would bend (Bookstein " +
    "1989; SciPy's " +
    "RBFInterpolator, kernel thin_plate_spline), as Kornia's and albumentations' ops of this name. It is " +
    "solved in f64, sampled at 32 cells a side and read through an " +
    "interpolating cubic B-spline: within a few thousandths of the largest displacement.",
  said: "bent as a thin plate",
  peers: WARP_PEERS,
  args: {
    from: {
      ...pointsArg,
      default: CORNERS,
      about:
        `x and y of points of the picture, one after the other: 3 to ${MOST_POINTS}, not all on a line. ` +
        "The corners and the middle.",
    },
    to: { ...pointsArg, default: CORNERS, identity: CORNERS, about: "Where they are afterwards, as many." },
    distance: {
      type: "choice",
      values: ["pixels", "share"],
      default: "pixels",
      unit: "name",
      about:
        "Whether the plate is as wide and as high as the picture, or square whatever its sides, as Kornia's: " +
        "two different bends.",
    },
    ...readingArgs(),
  },
  together: areAsMany,
  atMagnitude: (magnitude) => ({
    to: [0.2, 0.1, 0.9, 0, 0, 0.8, 1, 1, 0.6, 0.45].map((share, i) => CORNERS[i]! + magnitude * (share - CORNERS[i]!)),
    edge: "symmetric",
  }),
  encode: (args, { height, width, table }) => encodeField(fieldOf(args, { height, width }), table),
  place: cubicPlace,
  placeAt: (args, size) => displacedBy(fieldOf(args, size)),
  reading: readingOf,
});

interface Plate {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly distance: "pixels" | "share";
}

function areAsMany({ from = CORNERS, to = CORNERS }: Args): void {
  if (!Array.isArray(from) || !Array.isArray(to)) return;
  if (from.length % 2 !== 0 || from.length < 6 || from.length > 2 * MOST_POINTS)
    throw new ArgumentError("from", `x and y of 3 to ${MOST_POINTS} points`, found(`${from.length} numbers`));
  if (to.length !== from.length)
    throw new ArgumentError("to", `as many numbers as in from, ${from.length}`, found(`${to.length}`));
}

function fieldOf({ from, to, distance }: Plate, size: Size): Field {
  const { height, width } = size;
  const cells = evenCells("thinPlateSpline", [CELLS, CELLS], size);
  // Lengths in larger sides, or in both: a plate does not change with its size.
  const side = Math.max(width, height);
  const [perX, perY] = distance === "share" ? [1, 1] : [width / side, height / side];
  const points = pairs(to).map(([x, y]) => [x * perX, y * perY] as const);
  const moves = pairs(from).map(([x, y], i) => [(x - to[2 * i]!) * width, (y - to[2 * i + 1]!) * height] as const);
  const plate = thinPlate(points, moves);
  if (!plate) throw new ArgumentError("thinPlateSpline.to", "points that are not all on a line, no two the same", to);
  return sampledField(cells, (x, y) => plate((x / width) * perX, (y / height) * perY));
}

const pairs = (numbers: readonly number[]): (readonly [number, number])[] =>
  Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!]);
