/** Boxes and what belongs to them, beside pictures. */
import { InputError } from "../../check/errors.ts";
import { isOptions } from "../../check/options.ts";
import { positive } from "../../check/values.ts";
import type { ObjectsToDraw } from "../../sample/objects-to-draw.ts";
import { NUMBERS } from "../../targets/formats.ts";
import { type CheckedObjects, checkObjects, type ObjectSet } from "../../targets/objects.ts";
import type { ObjectBatch } from "../../targets/table.ts";
import { BoxesToDraw } from "../../targets/to-draw.ts";
import {
  type CheckedOptions,
  type CheckedSources,
  checkObjectOptions,
  type ObjectOptions,
  objectsThrough,
} from "../../targets/transform.ts";
import { checkOutputSize } from "../outputs.ts";
import { placed } from "../placed.ts";
import { writeBytes } from "../write-bytes.ts";
import type { EngineTarget } from "./target.ts";
import {
  datasetTarget,
  externalTarget,
  type Followed,
  MadeTarget,
  ownTargets,
  type TargetBuffers,
  type TargetStep,
} from "./together.ts";
import type { ObjectOutput, PaddedObjects } from "./types.ts";

export interface ObjectTargetOptions extends ObjectOptions {
  /**
   * Also writes tensors to the GPU, of so many rows a picture, filled up with zeros: see `PaddedObjects`. Of pictures
   * that have more objects the first ones. Left out: none.
   */
  pad?: number;
}

/**
 * Takes boxes, with labels, keypoints, polygons and fields, through what is done to the pictures:
 * `createEngine(device, { targets: { objects: objectTarget({ format: "xyxy" }) }, … })`, and then
 * `batch.targets.objects`. What it does is what `transformObjects` does, on the host.
 * @throws InputError
 */
export function objectTarget(options: ObjectTargetOptions = {}): EngineTarget {
  const path = "objectTarget.options";
  if (!isOptions(options as unknown)) throw new InputError(path, "an object of options", options);
  const { pad, ...rest } = options;
  if (pad !== undefined) positive(`${path}.pad`, pad, 2 ** 20);
  return new ObjectTarget(checkObjectOptions(path, rest), pad);
}

/** Of pictures that are not read yet. */
const NONE: ObjectsToDraw = { boxesOf: () => [] };

class ObjectTarget extends MadeTarget {
  constructor(
    private readonly options: CheckedOptions,
    private readonly pad: number | undefined,
  ) {
    super();
  }

  check(): void {}

  follow(step: TargetStep): Followed {
    const { name, host, open } = step;
    const { sets, arePlaced } = this.setsOf(step);
    const plan = arePlaced ? placed(step.plan, open) : step.plan;
    const objects = objectsThrough(plan, sets, this.options, `input.targets.${name}`);
    const columns = this.pad === undefined ? undefined : padded(objects, this.pad);
    for (const [column, data] of Object.entries(columns ?? {}))
      if (data) checkOutputSize(`targets.${name}.${column}`, data.byteLength, host.device);
    return {
      finish: (buffers): ObjectOutput => ({
        kind: "objects",
        ...objects,
        ...(columns && { padded: { rows: this.pad!, ...uploaded(columns, this.pad!, buffers) } }),
      }),
    };
  }

  pipelines(): [] {
    return [];
  }

  override objectsToDraw(step: Pick<TargetStep, "name" | "open">): ObjectsToDraw {
    const { name, open } = step;
    if (open.isUnread) return NONE;
    const { sets, arePlaced } = this.setsOf(step);
    return new BoxesToDraw(sets, `input.targets.${name}`, arePlaced ? open.placeOf : undefined, open.clip);
  }

  private setsOf(step: Pick<TargetStep, "name" | "open">): { sets: CheckedSources; arePlaced?: boolean | undefined } {
    if (step.open.from === "dataset") {
      const { set, isPlaced } = datasetTarget(step, "objects");
      const external = externalTarget(step, "objects")?.set;
      return { sets: { dataset: set, ...(external && { external }) }, arePlaced: isPlaced };
    }
    const { batch, external } = ownTargets(step);
    const { name, open } = step;
    const sets: CheckedSources = { batch: this.opened(`input.targets.${name}`, batch, open.size) };
    if (open.external) sets.external = this.opened(`input.external.targets.${name}`, external, open.external.size);
    return { sets };
  }

  private opened(path: string, set: unknown, pictures: number): CheckedObjects {
    const checked = checkObjects(path, set as ObjectSet);
    if (checked.pictures !== pictures)
      throw new InputError(path, `the objects of ${pictures} pictures, as the batch has`, checked.pictures);
    return checked;
  }
}

/** The columns of tensors, in memory. */
interface Columns {
  boxes: Float32Array<ArrayBuffer>;
  labels: Uint32Array<ArrayBuffer>;
  weight: Float32Array<ArrayBuffer>;
  counts: Uint32Array<ArrayBuffer>;
  keypoints?: Float32Array<ArrayBuffer>;
}

/** Equally many rows a picture. With `keep: "all"` those that are not kept have the weight 0. */
export function padded(objects: ObjectBatch, rows: number): Columns {
  const { offsets, boxes, labels, weight, kept, keypoints, format } = objects;
  const pictures = offsets.length - 1;
  const each = NUMBERS[format];
  const points = 3 * (keypoints?.count ?? 0);
  const made: Columns = {
    boxes: new Float32Array(pictures * rows * each),
    labels: new Uint32Array(pictures * rows),
    weight: new Float32Array(pictures * rows),
    counts: new Uint32Array(pictures),
    ...(keypoints && { keypoints: new Float32Array(pictures * rows * points) }),
  };
  for (let picture = 0; picture < pictures; picture++) {
    const first = offsets[picture]!;
    const count = offsets[picture + 1]! - first;
    const end = first + Math.min(count, rows);
    const to = picture * rows;
    made.counts[picture] = count;
    made.boxes.set(boxes.subarray(first * each, end * each), to * each);
    made.labels.set(labels.subarray(first, end), to);
    for (let i = first; i < end; i++) made.weight[to + i - first] = kept && kept[i] === 0 ? 0 : weight[i]!;
    made.keypoints?.set(keypoints!.data.subarray(first * points, end * points), to * points);
  }
  return made;
}

function uploaded(columns: Columns, rows: number, { device, next }: TargetBuffers): Omit<PaddedObjects, "rows"> {
  const { boxes, labels, weight, counts, keypoints } = columns;
  const pictures = counts.length;
  const write = (name: string, data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, inner: number[]) => {
    const type = data instanceof Uint32Array ? "u32" : "f32";
    const buffer = next(name, { shape: [pictures, ...inner], type });
    writeBytes(device, buffer, 0, data);
    return buffer;
  };
  return {
    boxes: write("boxes", boxes, [rows, boxes.length / (pictures * rows)]),
    labels: write("labels", labels, [rows]),
    weight: write("weight", weight, [rows]),
    counts: write("counts", counts, []),
    ...(keypoints && {
      keypoints: write("keypoints", keypoints, [rows, keypoints.length / (pictures * rows * 3), 3]),
    }),
  };
}
