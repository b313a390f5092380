/**
 * How long objects take through plans: `npm run bench -- --targets`, in Node, without a GPU. Beside each row with
 * objects stands the same plan without any: what checking the plan and looking at its pictures costs by itself.
 */
import { parseArgs } from "node:util";
import * as mixwell from "../src/index.ts";
import { SEED } from "./draws.ts";
import { timeInTurn } from "./stopwatch.ts";

const SIZE = { height: 480, width: 640 };
const BATCH = 256;
const SAMPLES = 4096;
/** As COCO has them. */
const OBJECTS = 7;

const { ops } = mixwell;
const turns = () => [
  ops.flipX({ prob: 0.5 }),
  ops.rotate({ degrees: [-20, 20] }),
  mixwell.colorJitter({ brightness: 0.3 }),
];

interface Case {
  name: string;
  policy: mixwell.Policy;
  options?: mixwell.ObjectOptions;
  points?: number;
  /** Objects of a picture. */
  each?: number;
}

const CASES: Case[] = [
  { name: "flip", policy: [ops.flipX({ prob: 0.5 })] },
  { name: "crop, flip", policy: [mixwell.randomResizedCrop({ ...SIZE }), ops.flipX({ prob: 0.5 })] },
  { name: "three ops, MixUp", policy: [...turns(), mixwell.mixup()] },
  { name: "three ops, CutMix", policy: [...turns(), mixwell.cutmix()] },
  { name: "three ops, Mosaic", policy: [...turns(), mixwell.mosaic()] },
  { name: "three ops, Mosaic; 5,120 objects", policy: [...turns(), mixwell.mosaic()], each: 4 },
  { name: "three ops, Mosaic; 17 keypoints", policy: [...turns(), mixwell.mosaic()], points: 17 },
  { name: "three ops, Mosaic; ellipses", policy: [...turns(), mixwell.mosaic()], options: { outline: "ellipse" } },
];

/** So many objects a picture, spread over it. */
function objectsOf(each: number, points = 0): mixwell.ObjectSet {
  const count = SAMPLES * each;
  const place = (i: number, prime: number, most: number) => ((i * prime) % most) + 0.5;
  return {
    format: "xywh",
    offsets: Uint32Array.from({ length: SAMPLES + 1 }, (_, i) => i * each),
    boxes: Float32Array.from({ length: 4 * count }, (_, i) =>
      i % 4 < 2 ? place(i, 7919, 400) : 10 + place(i, 104_729, 80),
    ),
    labels: new Uint32Array(count),
    ...(points > 0 && {
      keypoints: {
        data: Float32Array.from({ length: 3 * count * points }, (_, i) => (i % 3 === 2 ? 2 : place(i, 7919, 400))),
        count: points,
      },
    }),
  };
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "21" } } });

console.log(`${BATCH} samples of ${SIZE.height}×${SIZE.width}, ${OBJECTS} objects each; milliseconds a batch`);
for (const { name, policy, options = {}, points, each: objects = OBJECTS } of CASES) {
  const ids = Array.from({ length: BATCH }, (_, i) => (i * 37) % SAMPLES);
  const plan = mixwell.samplePlan({ policy, seed: SEED, ids, ...SIZE, datasetSize: SAMPLES, from: "dataset" });
  const sets = [objectsOf(objects, points), objectsOf(0)];
  const contenders = sets.map((dataset) => ({
    async burst(steps: number) {
      const start = performance.now();
      for (let i = 0; i < steps; i++) mixwell.transformObjects(plan, { dataset }, options);
      return performance.now() - start;
    },
  }));
  const [some, none] = await timeInTurn(contenders, Number(values.rounds));
  const outlines = plan.sources.length * objects;
  const each = (1000 * some!.median) / outlines;
  const shown = [some!.median, none!.median].map((ms) => ms.toFixed(2).padStart(8)).join("  without objects");
  console.log(`${name.padEnd(34)}${shown}  ${outlines} outlines, ${each.toFixed(2)} µs each`);
}
