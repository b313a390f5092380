/** Which samples go to which part of a split. */
import { foldIn, hashName, keyFromSeed } from "../random/key.ts";
import { uniformOpen01 } from "../random/uniform.ts";

/**
 * Splits samples into parts of these shares, and the rest. Every sample draws a lot, by its id: those with the smallest
 * lots are the first part, and so on. So a sample that is left out, or added, moves hardly anybody else to another
 * part.
 *
 * With `labels` each class is split by itself. As long as the class has enough samples, the rest gets one, and then
 * every part in turn.
 * @returns the places of each part's samples, in ascending order; the rest comes last
 */
export function splitSamples(
  ids: Uint32Array,
  shares: readonly number[],
  seed: number,
  labels?: ArrayLike<number>,
): Uint32Array[] {
  const key = foldIn(keyFromSeed(seed), hashName("split"));
  const lots = Float64Array.from(ids, (id) => uniformOpen01(key, id, 0));
  const parts: number[][] = [...shares, 0].map(() => []);
  for (const places of groups(ids.length, labels)) {
    // Lots are 52 bits, so two may be equal.
    places.sort((a, b) => lots[a]! - lots[b]! || ids[a]! - ids[b]!);
    let from = 0;
    shares.forEach((share, part) => {
      const most = places.length - 1 - from;
      const size = Math.min(most, Math.max(labels ? 1 : 0, Math.round(share * places.length)));
      for (const place of places.slice(from, from + size)) parts[part]!.push(place);
      from += size;
    });
    for (const place of places.slice(from)) parts[shares.length]!.push(place);
  }
  return parts.map((places) => Uint32Array.from(places).sort());
}

/** The places of every class; without labels, all in one. */
function groups(count: number, labels: ArrayLike<number> | undefined): Iterable<number[]> {
  if (!labels) return [Array.from({ length: count }, (_, place) => place)];
  const byClass = new Map<number, number[]>();
  for (let place = 0; place < count; place++) {
    const label = labels[place]!;
    const places = byClass.get(label);
    if (places) places.push(place);
    else byClass.set(label, [place]);
  }
  return byClass.values();
}
