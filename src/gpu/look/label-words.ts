/** Label rows in words: the classes of a picture and how much it has of each. */

/** Label rows as they were read back: dense ones, or class ids and shares. */
export interface ReadLabels {
  dense?: { values: Float32Array; classes: number };
  sparse?: { ids: Uint32Array; shares: Float32Array; sources: number };
}

export interface ClassShare {
  name: string;
  share: number;
}

/** Less is not said: what smoothing gives to classes that are not in the picture, mostly. */
const LEAST_SHARE = 0.045;
/** Classes that are said: four stages of mixing have more, and a title has no room for them. */
const MOST_CLASSES = 4;
/** As good as all of it. */
const WHOLE = 0.995;

/** The largest shares of a row, largest first. */
export function sharesOf(labels: ReadLabels, row: number, names: readonly string[] | undefined): ClassShare[] {
  const shares = [...byClass(labels, row)].sort(([, a], [, b]) => b - a);
  const said = shares.filter(([, share], i) => share >= LEAST_SHARE || (i === 0 && share > 0)).slice(0, MOST_CLASSES);
  return said.map(([id, share]) => ({ name: nameOfClass(id, names), share }));
}

export const nameOfClass = (id: number, names: readonly string[] | undefined): string => names?.[id] ?? `class ${id}`;

function byClass({ dense, sparse }: ReadLabels, row: number): Map<number, number> {
  const shares = new Map<number, number>();
  const add = (id: number, share: number) => shares.set(id, (shares.get(id) ?? 0) + share);
  if (dense) {
    for (let id = 0; id < dense.classes; id++) add(id, dense.values[row * dense.classes + id]!);
  } else if (sparse) {
    for (let i = row * sparse.sources; i < (row + 1) * sparse.sources; i++) add(sparse.ids[i]!, sparse.shares[i]!);
  }
  return shares;
}

/** "cat 0.62, dog 0.38"; "cat" where there is nothing else. */
export const titleOf = (shares: readonly ClassShare[]): string => shares.map(shareText).join(", ");

/** "cat 0.62" */
export const shareText = ({ name, share }: ClassShare): string =>
  share >= WHOLE ? name : `${name} ${share.toFixed(2)}`;
