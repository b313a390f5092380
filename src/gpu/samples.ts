/** The samples of a dataset or a stream, wherever their pictures are: how many, what belongs to them, views of some. */

import { frozenCopy } from "../check/copied.ts";
import { InputError } from "../check/errors.ts";
import { listOf, MAX_ROWS } from "../check/lists.ts";
import { isCallable } from "../check/values.ts";
import { type Members, membersOf } from "../sample/members.ts";
import { splitSamples } from "../sample/split.ts";
import type { Annotations } from "../source/labels.ts";
import { checkPlaces, openSplit, placesWhere, type Sample, type Split, type SplitOptions } from "./view.ts";

/** What is known of samples without their pictures. Labels are by place, fields by id. */
export interface SampleFacts extends Annotations {
  count: number;
  /** Number of classes, where it was said. */
  classes?: number;
}

/** Which samples of the whole a view shows. */
export interface ViewOf<Whole> {
  whole: Whole;
  /** The sample ids, in the view's order. */
  ids: Uint32Array;
  members: Members;
}

export abstract class Samples {
  /** Number of pictures, N. Indices are 0..N-1; but for a view they are also the ids that draws are addressed by. */
  readonly count: number;
  /** Number of classes: from the label rows, the class names, or the largest class id + 1; 0 without labels. */
  readonly classes: number;
  readonly classNames: readonly string[] | undefined;
  /** Class ids on the host, for titles; absent for label rows. */
  readonly labels: Uint32Array | undefined;
  /** Largest class id, -1 without ids. */
  readonly maxLabel: number;

  /** By sample id. */
  protected readonly fields: Record<string, ArrayLike<unknown>>;

  protected constructor(
    { count, classes, labels, labelRows, classNames, fields = {} }: SampleFacts,
    /** @internal */
    protected readonly viewOf?: ViewOf<Samples>,
  ) {
    this.count = count;
    this.labels = labels?.slice();
    this.maxLabel = labels?.reduce((max, id) => Math.max(max, id), -1) ?? -1;
    this.classNames = viewOf?.whole.classNames ?? frozenCopy(classNames);
    this.classes =
      viewOf?.whole.classes ??
      labelRows?.classes ??
      classes ??
      Math.max(labels ? (classNames?.length ?? 0) : 0, this.maxLabel + 1);
    this.fields = fields;
  }

  /** Sample ids by index: their numbers in the whole dataset. A copy. */
  get ids(): Uint32Array {
    return this.viewOf?.ids.slice() ?? Uint32Array.from({ length: this.count }, (_, index) => index);
  }

  /** Samples of each class, by class id; undefined without class ids, or with ids beyond 2^24. */
  get labelCounts(): Uint32Array | undefined {
    if (!this.labels || this.classes > MAX_ROWS) return undefined;
    const counts = new Uint32Array(this.classes);
    for (const id of this.labels) counts[id]!++;
    return counts;
  }

  /**
   * A view of some samples: by their indices here, in that order, or those that a function says `true` of, in this
   * order. It shares the pictures, and its samples keep their ids, so that they draw what they draw in the whole
   * dataset. Partners of the `dataset` pairing are of the view.
   *
   * A view has its own `count`, `labels`, `labelCounts` and `fieldsAt`, all by the indices of the view, and the
   * `classes` of the whole. `destroy()` of a view of a dataset ends that view alone and frees nothing; the whole
   * dataset's ends all its views.
   * @throws InputError for indices that are none, that come twice, or for no sample at all
   */
  subset(samples: ArrayLike<number> | ((sample: Sample) => boolean)): this {
    this.assertLiving();
    if (typeof samples === "function" && isCallable(samples))
      return this.show(placesWhere("subset.samples", samples, this.samples()));
    return this.show(checkPlaces("subset.samples", samples, this.count));
  }

  /**
   * Views for training and validation, and for a test, without a sample in common: `const { train, validation } =
   * dataset.split({ validation: 0.2, stratify: true })`. Each is in this dataset's order. Which part a sample falls
   * into depends on the seed and its id; a part has round(share · N) samples.
   *
   * With `stratify` it has round(share · n) of the n samples of every class, and at least one, as long as the class has
   * enough: its first sample is to train with, the next for validation, the third for the test. So a class of one
   * sample is in `train` alone.
   * @throws InputError for shares that leave a part empty, and for `stratify` without class ids
   */
  split<const Options extends SplitOptions>(options: Options): Split<this, Options> {
    this.assertLiving();
    const { parts, shares, seed, stratify } = openSplit(options, this.labels !== undefined);
    const places = splitSamples(this.ids, shares, seed, stratify ? this.labels : undefined);
    const empty = parts.findIndex((_, i) => places[i]!.length === 0);
    if (empty >= 0)
      throw new InputError(
        `split.options.${parts[empty]}`,
        `a share that is at least one of the ${this.count} samples`,
        shares[empty],
      );
    const views = [...parts, "train"].map((part, i) => [part, this.show(places[i]!)]);
    return Object.fromEntries(views) as Split<this, Options>;
  }

  /** The named fields of some pictures, in that order, untouched. */
  fieldsAt(indices: ArrayLike<number>): Record<string, unknown[]> {
    listOf("fieldsAt.indices", indices, "a list of dataset indices").forEach((index, i) => {
      if (!(Number.isInteger(index) && (index as number) >= 0 && (index as number) < this.count))
        throw new InputError(`fieldsAt.indices[${i}]`, `an integer in 0..${this.count - 1}`, index);
    });
    const ids = Array.from(indices, (index) => this.viewOf?.ids[index] ?? index);
    return Object.fromEntries(Object.entries(this.fields).map(([name, values]) => [name, ids.map((id) => values[id])]));
  }

  /** Throws unless the pictures are still there. */
  protected abstract assertLiving(): void;

  /** The view of the samples at these places. */
  protected abstract show(places: Uint32Array): this;

  /** What a view of the samples at these places is told: where it looks, and what is known of them. @internal */
  protected partAt(places: Uint32Array): { view: ViewOf<Samples>; facts: SampleFacts } {
    const whole = this.viewOf?.whole ?? this;
    const ids = this.viewOf ? places.map((place) => this.viewOf!.ids[place]!) : places;
    const labels = this.labels && (places.map((place) => this.labels![place]!) as Uint32Array<ArrayBuffer>);
    const facts = { count: ids.length, labels, fields: this.fields };
    return { view: { whole, ids, members: membersOf(ids, whole.count) }, facts };
  }

  private *samples(): Generator<Sample> {
    const { ids } = this;
    for (let index = 0; index < this.count; index++) {
      const fields = Object.fromEntries(
        Object.entries(this.fields).map(([name, values]) => [name, values[ids[index]!]]),
      );
      yield { index, id: ids[index]!, label: this.labels?.[index], fields };
    }
  }
}

/** Throws an InputError for indices that are not all of the samples', or none. */
export function checkIndices(path: string, indices: ArrayLike<number>, count: number): number[] {
  const list = listOf(path, indices, "a list of dataset indices") as number[];
  if (list.length === 0) throw new InputError(path, "at least one index", list);
  list.forEach((index, i) => {
    if (!Number.isInteger(index) || index < 0 || index >= count)
      throw new InputError(`${path}[${i}]`, `an integer in 0..${count - 1}`, index);
  });
  return list;
}
