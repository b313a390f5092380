/**
 * Which samples an epoch takes, how often, and in which order: by position, so that nothing before a position has to be
 * drawn again.
 */
import { InputError } from "../check/errors.ts";
import { listOf, MAX_ROWS } from "../check/lists.ts";
import { knownKeys } from "../check/options.ts";
import { PURPOSE } from "../draw/keys.ts";
import { makeBijection } from "../random/bijection.ts";
import { foldIn, type Key } from "../random/key.ts";
import { uniformOpen01 } from "../random/uniform.ts";

/** Which samples an epoch takes, and how often. */
export interface OrderSampler {
  /**
   * How often each sample is drawn, relative to the others: a finite number ≥ 0 for each, as in torch's
   * `WeightedRandomSampler` with replacement, but with less chance. A sample of weight w comes `samples · w / (sum of
   * weights)` times, rounded up or down by one draw that all samples share: equal weights give every sample once. Only
   * with `shuffle`.
   */
  weights?: ArrayLike<number>;
  /**
   * Every sample that is drawn comes so many times in a row, and each time draws anew (repeated augmentation: Hoffer et
   * al. 2020, timm's `RepeatAugSampler`, which repeats 3 times). The length of the epoch stays. Default 1.
   */
  repeats?: number;
  /** Samples in the epoch, repeats included, all shards together. Default: as many as the dataset has. */
  samples?: number;
}

/** What `OrderSampler` has, for checks. */
export const SAMPLER_KEYS: readonly (keyof OrderSampler)[] = ["weights", "repeats", "samples"];

/** An epoch of all shards together, by position. */
export interface Sequence {
  readonly size: number;
  at(position: number): number;
  /** How often the sample came before in this epoch. */
  occurrence(position: number): number;
  /** How often the sample comes in an epoch, or once more than that. */
  copies(position: number): number;
}

/** Checks a sampler for so many samples. @throws InputError */
export function checkSampler(sampler: OrderSampler, count: number, shuffle: boolean): void {
  knownKeys("sampler", sampler, SAMPLER_KEYS);
  const { weights, repeats = 1, samples = count } = sampler;
  for (const [name, value] of Object.entries({ repeats, samples })) {
    if (!(typeof value === "number" && value >>> 0 === value && value > 0))
      throw new InputError(`sampler.${name}`, "an integer in 1..4294967295", value);
  }
  if (weights === undefined) return;
  checkWeights("sampler.weights", weights, count);
  if (Math.ceil(samples / repeats) > MAX_ROWS)
    throw new InputError("sampler.samples", `${MAX_ROWS} draws at most, with sampler.weights`, samples);
  if (!shuffle)
    throw new InputError("shuffle", "true with sampler.weights: what is drawn has no first and last", shuffle);
}

export function checkWeights(path: string, weights: ArrayLike<number>, count: number): void {
  const list = listOf(path, weights, `${count} weights, one a sample`) as number[];
  if (list.length !== count) throw new InputError(path, `${count} weights, one a sample`, list.length);
  const wrong = list.findIndex((weight) => !(Number.isFinite(weight) && weight >= 0));
  if (wrong >= 0) throw new InputError(`${path}[${wrong}]`, "a finite number ≥ 0", list[wrong]);
  const total = list.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY))
    throw new InputError(path, "weights with a positive, finite sum", total);
}

/** Weights for which every class has the same sum. Within a class they are in proportion to those given. */
export function balancedWeights(labels: ArrayLike<number>, weights?: ArrayLike<number>): Float64Array {
  const sums = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) sums.set(labels[i]!, (sums.get(labels[i]!) ?? 0) + (weights?.[i] ?? 1));
  // A class whose weights are all 0 stays away.
  return Float64Array.from(labels, (label, i) => (weights?.[i] ?? 1) / (sums.get(label)! || 1));
}

/** The sequence that a checked sampler draws from `key`; without one, every sample once. */
export function makeSequence(key: Key, count: number, shuffle: boolean, sampler: OrderSampler = {}): Sequence {
  const { weights, repeats = 1, samples = count } = sampler;
  const draws = Math.ceil(samples / repeats);
  const drawn = weights ? new Weighted(key, weights, draws) : passes(key, count, shuffle, draws);
  if (repeats === 1) return drawn;
  const draw = (position: number) => Math.floor(position / repeats);
  return {
    size: samples,
    at: (position) => drawn.at(draw(position)),
    occurrence: (position) => drawn.occurrence(draw(position)) * repeats + (position % repeats),
    copies: (position) => drawn.copies(draw(position)) * repeats,
  };
}

/** The whole dataset, again and again, in another order each time; the last pass may end early. */
function passes(key: Key, count: number, shuffle: boolean, size: number): Sequence {
  const orders = new Map<number, (index: number) => number>();
  const pass = (number: number) => {
    let order = orders.get(number);
    if (!order) {
      order = shuffle
        ? makeBijection(number === 0 ? key : foldIn(foldIn(key, PURPOSE.samplerPass), number), count).at
        : (index: number) => index;
      orders.set(number, order);
    }
    return order;
  };
  return {
    size,
    at: (position) => pass(Math.floor(position / count))(position % count),
    occurrence: (position) => Math.floor(position / count),
    copies: () => Math.ceil(size / count),
  };
}

/**
 * Systematic sampling (Madow 1949). The samples stand in a line, in a drawn order, each as long as its weight. Marks at
 * equal distances fall on it, the first at a drawn place; a sample is taken once for every mark that falls on it. A
 * bijection shuffles the marks. So each count is within 1 of its expectation, and the sample at a position is found by
 * a search.
 */
class Weighted implements Sequence {
  private readonly line: (place: number) => number;
  /** By place in the line: the first mark behind it. */
  private readonly ends: Uint32Array;
  private readonly order: ReturnType<typeof makeBijection>;
  /** By place in the line: where in the epoch its sample comes. Kept once it was asked for, never needed. */
  private readonly known = new Map<number, Uint32Array>();

  constructor(
    key: Key,
    weights: ArrayLike<number>,
    readonly size: number,
  ) {
    const count = weights.length;
    this.order = makeBijection(key, size);
    this.line = makeBijection(foldIn(key, PURPOSE.samplerLine), count).at;
    const start = uniformOpen01(foldIn(key, PURPOSE.samplerStart), 0, 0);
    const sums = new Float64Array(count);
    let total = 0;
    for (let place = 0; place < count; place++) {
      total += weights[this.line(place)]!;
      sums[place] = total;
    }
    // The end of the line exactly, where rounding could leave a mark over.
    this.ends = Uint32Array.from(sums, (sum) =>
      sum === total ? size : Math.min(size, Math.ceil((sum / total) * size - start)),
    );
  }

  at(position: number): number {
    return this.line(this.placeOf(position));
  }

  occurrence(position: number): number {
    const place = this.placeOf(position);
    const first = this.firstOf(place);
    const copies = this.ends[place]! - first;
    if (copies === 1) return 0;
    let positions = this.known.get(place);
    if (!positions) {
      positions = Uint32Array.from({ length: copies }, (_, i) => this.order.inverse(first + i)).sort();
      this.known.set(place, positions);
    }
    return positions.indexOf(position);
  }

  copies(position: number): number {
    const place = this.placeOf(position);
    return this.ends[place]! - this.firstOf(place);
  }

  /** The mark that the first of a place's copies is. */
  private firstOf(place: number): number {
    return place === 0 ? 0 : this.ends[place - 1]!;
  }

  /** The first place that ends behind the mark. */
  private placeOf(position: number): number {
    const mark = this.order.at(position);
    let [low, high] = [0, this.ends.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.ends[middle]! > mark) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
