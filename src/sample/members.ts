/** The samples of a view, by their ids in the whole dataset. A `Set` of numbers is one too. */
export interface Members extends Iterable<number> {
  readonly size: number;
  has(id: number): boolean;
}

/** The members with these ids, each below `count`, in a bit a sample: a view of a large dataset stays small. */
export function membersOf(ids: Uint32Array, count: number): Members {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (const id of ids) bits[id >>> 5]! |= 1 << (id & 31);
  return {
    size: ids.length,
    has: (id) => ((bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0,
    [Symbol.iterator]: () => ids.values(),
  };
}
