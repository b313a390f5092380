/** `keypoints-tv`: points through torchvision's calls, read as edges and as pixel indices. */
import { type ObjectSet, type OpCall, transformObjects } from "mixwell";
import { blocksOf, callOf, inputOf, type OpenSet, type PeerCall, planOf, type TargetCase, wrongWhere } from "./sets.ts";

interface Params {
  calls: PeerCall[];
  size: [number, number];
  tvConvention: "edge" | "index" | "both" | "neither";
  order: number[];
}

export function checkKeypoints(set: OpenSet, golden: TargetCase): string | undefined {
  for (const at of ["edge", "index"] as const) {
    const wrong = wrongPoints(set, golden, at);
    if (wrong) return `${at}: ${wrong}`;
  }
  return undefined;
}

function wrongPoints(set: OpenSet, golden: TargetCase, at: "edge" | "index"): string | undefined {
  const { calls, tvConvention, size } = golden.params as unknown as Params;
  const input = inputOf(set, golden.input);
  const given = set.view(input.data);
  const visibility = (input.v as number[][]).flat();
  const swap = input.swap as [number, number][];
  const count = visibility.length / given.length > 0 ? (input.v as number[][])[0]!.length : 0;
  const objects = (input.v as number[][]).length;
  const [height, width] = input.size!;
  const ops = calls.map((call, i): OpCall => (i > 0 ? ({ ...callOf(call), fuse: false } as OpCall) : callOf(call)));
  const run = (v: readonly number[], pairs: [number, number][]) => {
    const data = Float64Array.from(v.flatMap((one, i) => [given[2 * i]!, given[2 * i + 1]!, one]));
    const batch: ObjectSet = {
      format: "xyxy",
      // The box says nothing of the points: all of the picture, so that something of it is left.
      boxes: Float64Array.from({ length: 4 * objects }, (_, i) => [0, 0, width, height][i % 4]!),
      offsets: Uint32Array.of(0, objects),
      keypoints: { data, count, at, swap: pairs },
    };
    const made = transformObjects(planOf(input.size!, [ops]), { batch }, { keep: "all", minArea: 0, minSize: 0 });
    return made.keypoints!.data;
  };
  const block = (name: string) => set.view(blocksOf(golden)[name]!);
  const [wanted, all, ahead, sure] = [block(at), block(`${at}All`), block(`${at}Ahead`), block(`${at}Sure`)];
  const seen = run(
    visibility.map(() => 2),
    [],
  );
  const places = Array.from(wanted, (_, i) => seen[3 * (i >> 1) + (i & 1)]!);
  const wrongPlace = wrongWhere({ golden, name: at }, places, wanted, (i) => ahead[i >> 1] === 1);
  if (wrongPlace) return wrongPlace;
  const shows = Array.from(all, (_, i) => (seen[3 * i + 2] === 2 ? 1 : 0));
  const exact = { golden: { ...golden, tol: { kind: "exact" as const } }, name: "v" };
  const wrongV = wrongWhere(exact, shows, all, (i) => sure[i] === 1);
  if (wrongV) return wrongV;
  // With v as it is given, and with swaps: which row of the input stands where.
  const { order } = golden.params as unknown as Params;
  const swapped = run(visibility, swap);
  const wantedV = block(`${at}V`);
  for (let i = 0; i < visibility.length; i++) {
    const from = i - (i % count) + order[i % count]!;
    if (sure[from] === 1 && swapped[3 * i + 2] !== wantedV[from]) return `v of point ${i} is ${swapped[3 * i + 2]}`;
    const isGiven = visibility[from] === 0;
    for (const axis of [0, 1]) {
      const expected = isGiven ? given[2 * from + axis]! : ahead[from] === 1 ? wanted[2 * from + axis]! : 0;
      if (!(Math.abs(swapped[3 * i + axis]! - expected) <= 1e-4 * Math.max(1, Math.abs(expected) * 1e-3)))
        return `point ${i} is at ${swapped[3 * i + axis]} instead of ${expected}`;
    }
  }
  if (tvConvention !== at && tvConvention !== "both") return undefined;
  const [tv, finite] = [block("tv"), block("tvFinite")];
  const near = 4 * Math.max(...size, ...input.size!);
  return wrongWhere(
    { golden, name: "tv" },
    places,
    tv,
    (i) => finite[i >> 1] === 1 && ahead[i >> 1] === 1 && Math.abs(tv[i]!) < near,
  );
}
