/** Plans for tests of targets: written by hand, or drawn by every kind of policy. */
import {
  augMix,
  colorJitter,
  cutblur,
  cutmix,
  fmix,
  gridmix,
  mixup,
  mosaic,
  multimixup,
  type ObjectOptions,
  type ObjectSet,
  type OpCall,
  ops,
  type Plan,
  type Policy,
  type Row,
  randAugment,
  randomErasing,
  randomGridMask,
  randomJigsaw,
  randomPerspective,
  randomResizedCrop,
  resizemix,
  type SourceRef,
  samplePlan,
  sequential,
  smoothmix,
  transformObjects,
} from "mixwell";

export const SIZE = { height: 24, width: 36 };

/** A plan of hand-written rows; without, every source is a row. */
export function planOf(
  calls: (OpCall[] | undefined)[],
  stages: Row[][] = [calls.map((_, own) => ({ mixer: "none" as const, own }))],
  size = SIZE,
): Plan {
  const batchSize = stages.at(-1)!.length;
  const sources = calls.map((ops, index): SourceRef => ({ from: "dataset", index, id: index, ...(ops && { ops }) }));
  const named = stages.map((rows) => ({ pairing: "dataset" as const, rows }));
  return { version: 1, seed: 0, epoch: 0, ...size, sources, batchSize, stages: named };
}

/** A row that pastes its partner. */
export function pasted(own: number, partner: number, bbox: [number, number, number, number], size = SIZE): Row {
  const area = (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]);
  return { mixer: "cutmix", own, partner, bbox, lambda: Math.fround(1 - area / (size.height * size.width)) };
}

/** Boxes of some pictures, as xyxy, with nothing filtered unless it is said. */
export const through = (plan: Plan, boxes: number[][][], options: ObjectOptions = {}, more: Partial<ObjectSet> = {}) =>
  transformObjects(plan, { dataset: { format: "xyxy", boxes, ...more } }, { minArea: 0, minSize: 0, ...options });

/** The boxes of each row. */
export function rowsOf({ offsets, boxes }: { offsets: Uint32Array; boxes: Float32Array }): number[][][] {
  return Array.from({ length: offsets.length - 1 }, (_, row) =>
    Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, i) => {
      const at = 4 * (offsets[row]! + i);
      return Array.from(boxes.subarray(at, at + 4));
    }),
  );
}

const turned = () => [
  ops.flipX({ prob: 0.5 }),
  ops.rotate({ degrees: [-40, 40], prob: 0.7 }),
  ops.affine({ shear: { all: [-20, 20] }, scale: [0.7, 1.4], prob: 0.7 }),
  colorJitter({ brightness: 0.4, hue: 0.1 }),
];

/** Policies of every kind that objects can follow. */
export const POLICIES: Record<string, Policy> = {
  nothing: [],
  turns: turned(),
  "turns around a colour": [ops.rotate({ degrees: 20 }), ops.invert(), ops.rotate({ degrees: 20 })],
  crops: [randomResizedCrop({ height: 20, width: 28, scale: [0.3, 1] }), ops.flipY({ prob: 0.5 })],
  "many crops": [
    randomResizedCrop({ height: 24, width: 36, scale: [0.6, 1] }),
    ops.invert(),
    randomResizedCrop({ height: 17, width: 31, scale: [0.6, 1] }),
  ],
  perspective: [randomPerspective({ distortionScale: 0.6 }), ops.flipX({ prob: 0.5 })],
  lens: [ops.lensDistortion({ k1: [-0.3, 0.3] }), ops.rotate({ degrees: [-20, 20] })],
  jigsaw: [
    randomJigsaw({ grid: [2, 3] }),
    ops.rotate({ degrees: [-30, 30], prob: 0.5 }),
    randomJigsaw({ grid: [2, 2] }),
  ],
  holes: [randomErasing({ area: [0.1, 0.4] }), randomGridMask({ ratio: 0.5 }), ops.rotate({ degrees: [-30, 30] })],
  randAugment: [randAugment({ table: "torchvision", layers: 3, magnitude: 12 })],
  cutmix: [...turned(), cutmix()],
  mixup: [...turned(), mixup()],
  mosaic: [...turned(), mosaic()],
  "mosaic and turns": [mosaic(), ops.rotate({ degrees: [-40, 40] }), ops.flipX({ prob: 0.5 })],
  "cutmix twice": [cutmix(), cutmix()],
  "cutmix and mixup, turned between": [cutmix(), ops.rotate({ degrees: [-30, 30] }), mixup()],
  "four levels": [cutmix(), mixup(), cutmix(), mixup()],
  resizemix: [resizemix()],
  cutblur: [cutblur()],
  multimixup: [multimixup({ sources: 3 })],
  masks: [gridmix(), ops.rotate({ degrees: [-30, 30], prob: 0.5 }), fmix()],
  smoothmix: [smoothmix()],
  augMix: [augMix([ops.rotate({ degrees: [-30, 30] }), ops.posterize({ bits: 4 })])],
  "augMix of colours": [augMix([sequential([ops.invert()]), ops.posterize({ bits: 4 })])],
};

/** A drawn plan over a dataset of `datasetSize` pictures. */
export const drawn = (policy: Policy, seed: number, size = SIZE, datasetSize = 8): Plan =>
  samplePlan({ policy, seed, ids: [1, 4, 2, 7], ...size, datasetSize, from: "dataset" });
