/**
 * `boxes-tv`: boxes through torchvision's calls, as it moves them and as geometry has it. (`countArea` and
 * `countVisible` are how `exact` was checked by sub-pixels; they are less exact than what is asked for here.)
 */
import {
  type BoxFormat,
  convertBoxes,
  type ObjectBatch,
  type ObjectOptions,
  type OpCall,
  transformObjects,
} from "mixwell";
import { movesOf } from "../../../src/targets/moves.ts";
import {
  blocksOf,
  callOf,
  inputOf,
  type OpenSet,
  type PeerCall,
  planOf,
  type TargetCase,
  wrongBlock,
  wrongWhere,
} from "./sets.ts";

interface Params {
  calls: PeerCall[];
  size: [number, number];
  format: BoxFormat;
  differs: string[];
}

/** All rows, whatever is left of them. */
const ALL: ObjectOptions = { keep: "all", minArea: 0, minSize: 0 };

export function checkBoxes(set: OpenSet, golden: TargetCase): string | undefined {
  const { calls, format } = golden.params as unknown as Params;
  const input = inputOf(set, golden.input);
  const boxes = Float64Array.from(set.view(input.data));
  const isTurned = format === "cxcywhr";
  const count = boxes.length / (isTurned ? 5 : 4);
  const batch = { format, boxes, offsets: Uint32Array.of(0, count), degenerate: "drop" as const };
  const run = (ops: OpCall[], options: ObjectOptions): ObjectBatch =>
    transformObjects(planOf(input.size!, [ops]), { batch }, { ...ALL, ...options });

  const folding = calls.map(callOf);
  const byCall = folding.map((call, i): OpCall => (i > 0 ? ({ ...call, fuse: false } as OpCall) : call));
  const exact = run(byCall, { format: "xyxy" });
  const folded = run(folding, { format: "xyxy" });
  const blocks: [name: string, made: ArrayLike<number>][] = [
    ["exact", exact.boxes],
    ["visible", exact.visible],
    ["area", exact.area],
  ];
  // What ours reads at once; a crop before a turn is a read of its own here.
  const [height, width] = input.size!;
  if (movesOf(folding, { height, width }, { copies: "refuse", byCall: false }, () => golden.id).length === 1)
    blocks.push(["exactFolded", folded.boxes], ["visibleFolded", folded.visible], ["areaFolded", folded.area]);
  for (const [name, made] of blocks) {
    const wrong = name in golden.output ? wrongBlock(set, golden, name, made) : undefined;
    if (wrong) return wrong;
  }
  return isTurned
    ? wrongTurned(set, golden, run(byCall, {}))
    : wrongPeer(set, golden, run(folding, { preset: "torchvision", minArea: 0, minSize: 0 }));
}

/** torchvision's boxes, but for those behind a horizon, where it returns noise. */
function wrongPeer(set: OpenSet, golden: TargetCase, made: ObjectBatch): string | undefined {
  const { differs, format, size } = golden.params as unknown as Params;
  const [height, width] = size;
  const asXyxy = (boxes: ArrayLike<number>) =>
    convertBoxes(Float64Array.from(boxes), format, "xyxy", { height, width });
  const tv = asXyxy(set.view(blocksOf(golden).tv!));
  const ours = asXyxy(made.boxes);
  return wrongWhere({ golden, name: "tv" }, ours, tv, (i) => differs[i >> 2] !== "horizon");
}

/** Rectangles as sets of corners: the same one has four names. */
function wrongTurned(set: OpenSet, golden: TargetCase, made: ObjectBatch): string | undefined {
  const corners = (boxes: ArrayLike<number>, row: number) => {
    const four = convertBoxes(Float64Array.from(boxes).slice(5 * row, 5 * row + 5), "cxcywhr", "xyxyxyxy");
    return Array.from({ length: 4 }, (_, i) => [four[2 * i]!, four[2 * i + 1]!] as const);
  };
  const wanted = set.view(blocksOf(golden).oriented!);
  for (let row = 0; row < made.labels.length; row++) {
    const [ours, theirs] = [corners(made.boxes, row), corners(wanted, row)];
    // f32 out: the angle too, so that a corner is off by half a side times 2^-17.
    const far = theirs.find(([x, y]) => !ours.some(([u, v]) => Math.abs(u - x) < 1e-3 && Math.abs(v - y) < 1e-3));
    if (far) return `oriented: row ${row} has the corners ${ours} instead of ${theirs}`;
  }
  return undefined;
}
