/** Boxes for crops that look at them while they are drawn. */
import { knownKeys } from "../check/options.ts";
import type { Size } from "../format/format.ts";
import type { OpCall, Plan, SourceRef } from "../plan/plan.ts";
import type { ObjectsToDraw } from "../sample/objects-to-draw.ts";
import { checkObjects } from "./objects.ts";
import { type CheckedSources, checkObjectOptions, type ObjectSources, objectsThrough } from "./transform.ts";

/** Everything that is left, however little. */
const ALL = { format: "xyxy", normalized: false, minArea: 0, minSize: 0, copies: "ignore" } as const;

/**
 * The objects that crops look at, for `samplePlan({ objects })`: those of the batch, of the dataset, of the second
 * batch. An engine with an `objectTarget` does so itself.
 * @throws InputError
 */
export function objectsToDraw(sources: ObjectSources): ObjectsToDraw {
  const path = "objectsToDraw.sources";
  knownKeys(path, sources, ["batch", "dataset", "external"]);
  const sets: CheckedSources = {};
  for (const from of ["batch", "dataset", "external"] as const) {
    const set = sources[from];
    if (set !== undefined) sets[from] = checkObjects(`${path}.${from}`, set);
  }
  return new BoxesToDraw(sets, path);
}

/** The same of sets that were checked. */
export class BoxesToDraw implements ObjectsToDraw {
  private readonly options = checkObjectOptions("objects", ALL);

  constructor(
    private readonly sets: CheckedSources,
    /** Leads to the sets. */
    private readonly path: string,
    /** Where a sample of the dataset is in its set; default: at its id. */
    private readonly placeOf: (id: number) => number = (id) => id,
    /** Pictures in a clip. One draw is for all of them. */
    private readonly clip = 1,
  ) {}

  boxesOf({ from, index }: Pick<SourceRef, "from" | "index">, size: Size, calls: readonly OpCall[]): Float32Array {
    const first = from === "dataset" ? this.placeOf(index) : index;
    const sources = Array.from({ length: this.clip }, (_, t): SourceRef => {
      const place = first * this.clip + t;
      return { from, index: place, id: place, ...(calls.length > 0 && { ops: [...calls] }) };
    });
    const rows = sources.map((_, own) => ({ mixer: "none", own }) as const);
    const { height, width } = size;
    const plan: Plan = {
      ...{ version: 1, seed: 0, epoch: 0, height, width, batchSize: sources.length, sources },
      stages: [{ pairing: "reverse", rows }],
    };
    const set = this.sets[from];
    return objectsThrough(plan, set ? { [from]: set } : {}, this.options, this.path).boxes;
  }
}
