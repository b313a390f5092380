import { InputError } from "../../check/errors.ts";
import { warpShader } from "../../generated/op-shaders.ts";
import { defineOp } from "../define.ts";
import { solveEquations } from "../lib/equations.ts";
import { readingArgs, warpOf } from "../lib/warp-args.ts";

type Point = readonly [number, number];

export const perspectiveOp = defineOp({
  name: "perspective",
  kind: "warp",
  target: "moves",
  projects: true,
  shader: warpShader,
  about:
    "Looks at the picture from another side: the homography that moves the four `start` points to the four `end` points, as " +
    "`F.perspective`, or one given as `matrix`. What lies behind the horizon is fill, whatever the edge. Integer arithmetic, divided " +
    "to the last bit; positions are within 1/2,000 pixel of the exact ones up to 4,096 pixels where the denominator stays above a tenth of " +
    "its largest value in the picture.",
  said: "seen in perspective",
  peers: ["torchvision", "pillow", "kerascv"],
  args: {
    start: {
      type: "list",
      length: 8,
      default: undefined,
      unit: "pixels",
      about: "x, y of four points of the input, one after the other.",
    },
    end: { type: "list", length: 8, default: undefined, unit: "pixels", about: "Where they are in the output." },
    matrix: {
      type: "list",
      length: 9,
      default: undefined,
      identity: [1, 0, 0, 0, 1, 0, 0, 0, 1],
      unit: "pixels in per pixel out",
      about:
        "Instead of the points: m0..m8 from output to input, pixel centres at + 0.5: x_in = (m0 x + m1 y + m2)/(m6 x + m7 y + m8), " +
        "y_in = (m3 x + m4 y + m5)/(the same). Pillow's eight PERSPECTIVE numbers and a 1.",
    },
    ...readingArgs(),
  },
  atMagnitude: (magnitude) => ({ matrix: [1, 0, 0, 0, 1, 0, 0.004 * magnitude, 0.002 * magnitude, 1] }),
  warp(args) {
    return warpOf(matrixOf(args), args);
  },
});

interface View {
  readonly matrix: readonly number[] | undefined;
  readonly start: readonly number[] | undefined;
  readonly end: readonly number[] | undefined;
}

function matrixOf({ matrix, start, end }: View): readonly number[] {
  if (matrix) return matrix;
  if (!start || !end) throw new InputError("perspective", "a matrix, or start and end points", start ?? end);
  return throughPoints(pointsOf(end), pointsOf(start));
}

const pointsOf = (numbers: readonly number[]): Point[] => [0, 2, 4, 6].map((i) => [numbers[i]!, numbers[i + 1]!]);

/** The homography that takes each of four points to another: nine numbers, of which only ratios mean something. */
export function throughPoints(from: readonly Point[], to: readonly Point[]): number[] {
  const matrix = solved(from, to) ?? aboutFirst(from, to);
  if (!matrix) throw new InputError("perspective", "four points of which no three are on a line", from.flat());
  return matrix;
}

/**
 * Where the horizon runs through (0, 0) the last number is 0. It never runs through a point that is seen, so the first
 * is taken for (0, 0).
 */
function aboutFirst(from: readonly Point[], to: readonly Point[]): number[] | undefined {
  const [left, top] = from[0]!;
  const moved = from.map(([x, y]) => [x - left, y - top] as const);
  return solved(moved, to)?.map((value, i, matrix) =>
    i % 3 === 2 ? value - left * matrix[i - 2]! - top * matrix[i - 1]! : value,
  );
}

/** The homography whose last number is 1, if there is one: eight equations. */
function solved(from: readonly Point[], to: readonly Point[]): number[] | undefined {
  const equations = from.flatMap(([x, y], i) => {
    const [u, v] = to[i]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const solution = solveEquations(equations);
  return solution && [...solution.map(([value]) => value!), 1];
}
