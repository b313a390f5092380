import { ArgumentError, found } from "../../check/errors.ts";
import type { Size } from "../../format/format.ts";
import { elasticShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { cubicPlace, displacedBy, encodeField, type Field } from "../lib/field.ts";
import { cellsOfLength, drawnField, evenCells, fieldKeyArg, givenField, gridArg } from "../lib/field-nodes.ts";
import { normal12 } from "../lib/normal.ts";
import { readingArgs, readingOf, WARP_PEERS } from "../lib/warp-args.ts";
import type { Args } from "../op.ts";

/** Bits below the point of a standard normal. */
const NORMAL_BITS = 12;
/** A B-spline of independent coefficients of variance 1 has on average the variance (151/315)²: 151/315 an axis. */
const SMOOTHED = 151 / 315;
/**
 * Coefficients within so much of the spacing keep a cubic B-spline one-to-one (Choi and Lee, Injectivity conditions of
 * 2D and 3D uniform cubic B-spline functions, 2000).
 */
const ONE_TO_ONE = 0.48;

export const elasticOp = defineOp({
  name: "elastic",
  kind: "warp",
  target: "moves",
  shader: elasticShader,
  about:
    "Bends the picture smoothly and at random, as the elastic deformations of U-Net: displacements are a cubic " +
    "B-spline whose coefficients " +
    "are normal. With a sigma its law is that of torchvision's ElasticTransform (alpha, sigma): the same " +
    "standard deviation, std = 0.0814 " +
    "alpha / sigma pixels, and correlations within 0.03. Coefficients are cut off at 0.48 of the spacing, so " +
    "that nothing folds over, and " +
    "strong noise gets weaker; `folds` does not. Integer arithmetic; displacements are within 1/6,500 of the " +
    "largest node.",
  said: "bent by {std} over {sigma}",
  peers: WARP_PEERS,
  args: {
    std: {
      type: "number",
      min: 0,
      max: 1024,
      default: 0,
      identity: 0,
      unit: "pixels",
      about: "Standard deviation of the displacement in x and in y, before it is cut off.",
    },
    sigma: {
      type: "number",
      min: 0.5,
      max: 4096,
      default: undefined,
      unit: "pixels",
      about:
        "Over what distance displacements are alike: the sigma of a Gaussian by which noise is smoothed. " +
        "Coefficients stand √3 sigma apart, " +
        "at most 64 along a side.",
    },
    grid: {
      ...gridArg,
      default: undefined,
      about: "Instead of sigma: [rows, columns] of cells between coefficients. Without either it is [4, 4].",
    },
    folds: {
      type: "boolean",
      default: false,
      unit: "yes or no",
      about: "Whether coefficients are left as they are drawn, as by torchvision, and the picture may fold over.",
    },
    nodes: {
      type: "list",
      min: -16383,
      max: 16383,
      default: undefined,
      isNoRange: true,
      unit: "pixels",
      about:
        "Instead of drawn coefficients: x and y of each, line by line, from a cell before the picture to a " +
        "cell behind it, so rows + 3 lines " +
        "of columns + 3. They are not cut off.",
    },
    key: fieldKeyArg,
    ...readingArgs(),
  },
  together: oneOfEach,
  atMagnitude: (magnitude) => ({ std: 3 * magnitude, grid: [3, 3], key: [0, 0], edge: "symmetric" }),
  encode: (args, { height, width, table }) => encodeField(fieldOf(args, { height, width }), table),
  place: cubicPlace,
  placeAt: (args, size) => displacedBy(fieldOf(args, size)),
  reading: readingOf,
});

interface Elastic {
  readonly std: number;
  readonly sigma: number | undefined;
  readonly grid: readonly [number, number] | undefined;
  readonly folds: boolean;
  readonly nodes: readonly number[] | undefined;
  readonly key: readonly [number, number];
}

function oneOfEach({ sigma, grid, nodes, std }: Args): void {
  if (sigma !== undefined && grid !== undefined)
    throw new ArgumentError("grid", "sigma or grid", found("both of them"));
  if (std !== undefined && nodes !== undefined) throw new ArgumentError("nodes", "std or nodes", found("both of them"));
}

function fieldOf({ std, sigma, grid, folds, nodes, key }: Elastic, size: Size): Field {
  const apart = (sigma ?? 0) * Math.sqrt(3);
  const cells =
    sigma === undefined
      ? evenCells("elastic.grid", grid ?? [4, 4], size)
      : cellsOfLength("elastic.sigma", [apart, apart], size);
  if (nodes) return givenField("elastic.nodes", "cubic", cells, nodes, [1, 1]);
  const unit = std / SMOOTHED / (1 << NORMAL_BITS);
  return drawnField("cubic", cells, key, (word, axis) => {
    const coefficient = normal12(word) * unit;
    const most = folds ? Number.POSITIVE_INFINITY : ONE_TO_ONE * cells.spacing[axis];
    return Math.min(Math.max(coefficient, -most), most);
  });
}
