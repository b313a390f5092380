/** What belongs to a picture moves as the picture's own segments do: the same folds, the same matrices. */
import type { OpCall, Plan } from "mixwell";
import { describe, expect, test } from "vitest";
import { Cutter, type Segment } from "../../../src/analysis/passes.ts";
import { runsOf } from "../../../src/analysis/runs.ts";
import { backOf } from "../../../src/targets/matrix.ts";
import { type Move, movesOf } from "../../../src/targets/moves.ts";
import { drawn, POLICIES, SIZE } from "./plans.ts";

const size3 = { ...SIZE, channels: 3 };

/** The matrices and sizes of a picture's reads, where it is read elsewhere. */
const readsOf = (segments: readonly Segment[]) =>
  segments.flatMap(({ warp, input, output }) => {
    if (!warp) return [];
    const matrix = "matrix" in warp ? backOf(warp.matrix, output.width, output.height) : "placed";
    return [{ matrix, input: sizeOf(input), output: sizeOf(output) }];
  });

const sizeOf = ({ height, width }: { height: number; width: number }) => ({ height, width });

const readsOfMoves = (moves: readonly Move[]) =>
  moves.flatMap((move) => {
    if (move.kind !== "warp" && move.kind !== "field") return [];
    return [
      { matrix: move.kind === "warp" ? move.back : "placed", input: sizeOf(move.input), output: sizeOf(move.output) },
    ];
  });

function callsIn(plan: Plan): OpCall[][] {
  return runsOf(plan).flatMap(({ pictures }) => pictures.flatMap(({ ops }) => (ops ? [ops] : [])));
}

describe.each(Object.entries(POLICIES))("%s", (_, policy) => {
  test("folds where the picture folds", () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const calls of callsIn(drawn(policy, seed))) {
        const segments = new Cutter(size3, "u8", () => 0).segmentsOf(calls, () => "ops");
        const moves = movesOf(calls, SIZE, { copies: "ignore", byCall: false }, () => "ops");
        expect(readsOfMoves(moves)).toEqual(readsOf(segments));
      }
    }
  });
});

test("the comparison sees a fold that isn't one: two turns around a colour", () => {
  const turn: OpCall = { op: "rotate", degrees: 20 };
  const folded = movesOf([turn, turn], SIZE, { copies: "refuse", byCall: false }, () => "ops");
  const apart = movesOf([turn, { op: "invert" }, turn], SIZE, { copies: "refuse", byCall: false }, () => "ops");
  expect([folded.length, apart.length]).toEqual([1, 2]);
});

test("jigsaw and holes are moves of their own, colours are none", () => {
  const calls: OpCall[] = [
    { op: "jigsaw", grid: [2, 2], order: [3, 2, 1, 0] },
    { op: "invert" },
    { op: "equalize" },
    { op: "jpegQuality", quality: 20 },
    { op: "gaussianNoise", std: 3, key: [1, 2] },
    { op: "erase", box: [1, 2, 3, 4] },
  ];
  const moves = movesOf(calls, SIZE, { copies: "refuse", byCall: false }, () => "ops");
  expect(moves.map(({ kind }) => kind)).toEqual(["tiles", "hide"]);
});
