/** `outlines`: rings of any shape through chains of calls, cuts of convex rings, ellipses. */
import { type ObjectOptions, type ObjectSet, type OpCall, transformObjects } from "mixwell";
import { boundsOf } from "../../../src/targets/formats.ts";
import { areaOf, cutRing } from "../../../src/targets/ring.ts";
import { callOf, inputOf, type OpenSet, type PeerCall, planOf, type TargetCase, wrongBlock } from "./sets.ts";

const ALL: ObjectOptions = { keep: "all", minArea: 0, minSize: 0, format: "xyxy" };

export function checkOutlines(set: OpenSet, golden: TargetCase): string | undefined {
  if (golden.op === "convex-cut") return checkCut(set, golden);
  if (golden.op === "ellipse") return checkEllipse(set, golden);
  return checkRing(set, golden);
}

function checkRing(set: OpenSet, golden: TargetCase): string | undefined {
  const { calls } = golden.params as unknown as { calls: PeerCall[] };
  const input = inputOf(set, golden.input);
  const vertices = Float64Array.from(set.view(input.data));
  const batch: ObjectSet = {
    format: "xyxy",
    boxes: Float64Array.from(boundsOf(vertices)),
    offsets: Uint32Array.of(0, 1),
    polygons: { vertices, offsets: [0, vertices.length / 2] },
    degenerate: "drop",
  };
  const ops = calls.map((call, i): OpCall => (i > 0 ? ({ ...callOf(call), fuse: false } as OpCall) : callOf(call)));
  const made = transformObjects(planOf(input.size!, [ops]), { batch }, ALL);
  const columns = {
    exact: made.boxes,
    exactArea: made.area,
    exactVisible: made.visible,
    countBox: made.boxes,
    countArea: made.area,
    countVisible: made.visible,
  };
  for (const [name, values] of Object.entries(columns)) {
    const wrong = wrongBlock(set, golden, name, values);
    if (wrong) return wrong;
  }
  return undefined;
}

/** OpenCV's cuts of one ring by another: ours by the lines of the other's sides. */
function checkCut(set: OpenSet, golden: TargetCase): string | undefined {
  const ring = Float64Array.from(set.view(inputOf(set, golden.input).data));
  const other = Float64Array.from(set.view(inputOf(set, golden.with![0]!).data));
  const cut = cutRing(ring, ring.length, sidesOf(other));
  const area = areaOf(cut.ring, cut.length);
  const box = cut.length > 0 && area > 1e-9 ? boundsOf(cut.ring.slice(0, cut.length)) : [0, 0, 0, 0];
  return wrongBlock(set, golden, "area", [area]) ?? wrongBlock(set, golden, "box", box);
}

/** The half-planes whose common part a convex ring is. */
function sidesOf(ring: Float64Array): number[] {
  const planes: number[] = [];
  let twice = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i]!, ring[i + 1]!];
    const [u, v] = [ring[(i + 2) % ring.length]!, ring[(i + 3) % ring.length]!];
    twice += x * v - u * y;
    planes.push(y - v, u - x, x * v - u * y);
  }
  return twice > 0 ? planes : planes.map((number) => -number);
}

type Six = [number, number, number, number, number, number];

function checkEllipse(set: OpenSet, golden: TargetCase): string | undefined {
  const { forward } = golden.params as unknown as { forward: number[] };
  const box = Array.from(set.view(inputOf(set, golden.input).data));
  // Far enough from every border that nothing is cut.
  const [size, shift] = [4096, 2048];
  const [a, b, c, d, e, f] = forward as Six;
  const determinant = a * e - b * d;
  const back: Six = [e / determinant, -b / determinant, 0, -d / determinant, a / determinant, 0];
  back[2] = shift - (back[0]! * (c + shift) + back[1]! * (f + shift));
  back[5] = shift - (back[3]! * (c + shift) + back[4]! * (f + shift));
  const boxes = Float64Array.from(box, (number) => number + shift);
  const batch = { format: "xyxy" as const, boxes, offsets: Uint32Array.of(0, 1) };
  const plan = planOf([size, size], [[{ op: "affine", matrix: back }]]);
  const made = transformObjects(plan, { batch }, { ...ALL, outline: "ellipse" });
  return wrongBlock(
    set,
    golden,
    "exact",
    Array.from(made.boxes, (number) => number - shift),
  );
}
