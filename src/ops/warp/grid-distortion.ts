import { ArgumentError, found } from "../../check/errors.ts";
import type { Size } from "../../format/format.ts";
import { gridDistortionShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { displacedBy, encodeField, type Field, linearPlace } from "../lib/field.ts";
import { drawnField, evenCells, fieldKeyArg, givenField, gridArg } from "../lib/field-nodes.ts";
import { readingArgs, readingOf, WARP_PEERS } from "../lib/warp-args.ts";
import type { Args } from "../op.ts";

/** Half of all words, of which the upper half is below 0. */
const HALF = 0x80000000;

export const gridDistortionOp = defineOp({
  name: "gridDistortion",
  kind: "warp",
  target: "moves",
  shader: gridDistortionShader,
  about:
    "Divides the picture into cells, moves their corners, and stretches each cell between its four. " +
    "albumentations' GridDistortion moves " +
    "whole lines of corners; here each moves by itself, those on the border too. Below a limit of 0.25 nothing " +
    "folds over. Integer " +
    "arithmetic; displacements are within 1/6,500 of the largest node.",
  said: "distorted by {limit} on a grid of {grid}",
  peers: WARP_PEERS,
  args: {
    grid: { ...gridArg, default: [5, 5], about: "[rows, columns] of cells." },
    limit: {
      type: "number",
      min: 0,
      max: 0.5,
      default: 0.2,
      identity: 0,
      unit: "share of a cell",
      about: "How far a corner moves at most, in x and in y: uniform between minus this and this.",
    },
    shifts: {
      type: "list",
      min: -64,
      max: 64,
      default: undefined,
      isNoRange: true,
      unit: "share of a cell",
      about:
        "Instead of drawn ones: how far from a corner its pixel is read, x and y, line by line, so rows + 1 " +
        "lines of columns + 1.",
    },
    key: fieldKeyArg,
    ...readingArgs(),
  },
  together({ limit, shifts }: Args) {
    if (limit !== undefined && shifts !== undefined)
      throw new ArgumentError("shifts", "limit or shifts", found("both of them"));
  },
  atMagnitude: (magnitude) => ({ limit: 0.25 * magnitude, grid: [3, 3], key: [0, 0], edge: "symmetric" }),
  encode: (args, { height, width, table }) => encodeField(fieldOf(args, { height, width }), table),
  place: linearPlace,
  placeAt: (args, size) => displacedBy(fieldOf(args, size)),
  reading: readingOf,
});

interface Distortion {
  readonly grid: readonly [number, number];
  readonly limit: number;
  readonly shifts: readonly number[] | undefined;
  readonly key: readonly [number, number];
}

function fieldOf({ grid, limit, shifts, key }: Distortion, size: Size): Field {
  const cells = evenCells("gridDistortion.grid", grid, size);
  if (shifts) return givenField("gridDistortion.shifts", "linear", cells, shifts, cells.spacing);
  return drawnField("linear", cells, key, (word, axis) => ((word - HALF) / HALF) * limit * cells.spacing[axis]);
}
