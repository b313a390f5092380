/**
 * Which golden set is of which kind, told by what is in it and not by its name: a folder given by `ORACLES` may hold
 * more sets than ours.
 */
import { type Block, listOracleFiles, readOracleJson, readOracleText } from "./files.ts";

/** A case of MixUp and CutMix: what was drawn, and what came out. */
export interface MixCase {
  id: string;
  input: string;
  params: { correct_lam: boolean; label_smoothing?: number; samples: MixSample[] };
  tol: Tolerance;
  /** `images`, and one or more blocks whose names begin with `target`. */
  output: Record<string, Block>;
}

/** One output row, with positions in the original batch. `bbox` is [yl, yh, xl, xh], half-open. */
export interface MixSample {
  i: number;
  partner: number;
  bbox: [number, number, number, number] | null;
  lam: number;
}

export interface MixManifest {
  inputs: { id: string; data: Block; labels: number[]; classes: number }[];
  cases: MixCase[];
}

/** See README.md beside the sets. */
export type Tolerance =
  | { kind: "exact" }
  | { kind: "maxAbs"; value: number; rel?: number; maxDifferingShare?: number }
  | { kind: "share"; within: number; share: number };

type Kind = "mix" | "boxes" | "beta" | "random" | "ops" | "tables" | "targets" | "law" | "other";

/** Sets of what belongs to pictures, by the name that is in them. */
const TARGET_SETS = [
  "boxes-tv",
  "keypoints-tv",
  "maps",
  "mix-objects",
  "formats-tv",
  "filters",
  "fields",
  "soft-maps",
  "outlines",
];

interface SetFile {
  path: string;
  /** As the set itself says. */
  name: string;
  kind: Kind;
  /** Cases inside, where that can be told. */
  cases: number;
  /** Why a set of kind `other` is not run. */
  reason: string;
}

const all: Promise<SetFile[]> = listOracleFiles().then((paths) => Promise.all(paths.filter(isSet).map(classify)));

/** The sets of one kind, as paths: "mixup/timm-mixup.json". */
export async function setsOf(kind: Kind): Promise<SetFile[]> {
  return (await all).filter((set) => set.kind === kind);
}

/** Manifests and vectors; the rest (`.bin`, licences, notes, the checker) belongs to one of them. */
function isSet(path: string): boolean {
  return path.endsWith(".json") || path.endsWith("_kat.txt");
}

/** What a manifest may begin with. */
interface Head {
  format?: string;
  set?: string;
  tools?: object;
  cases?: MixCase[];
  rand_bbox?: unknown;
}

async function classify(path: string): Promise<SetFile> {
  if (path.endsWith(".txt"))
    return { path, name: "", kind: "random", cases: lines(await readOracleText(path)).length, reason: "" };
  const { format, set: name = "", tools, cases = [], rand_bbox, ...rest } = await readOracleJson<Head>(path);
  const set = (kind: Kind, reason = "") => ({ path, name, kind, cases: Math.max(1, cases.length), reason });
  if (format === "augbeta-1") return set("beta");
  if (format === "augtable-1" && rand_bbox) return set("boxes");
  if (name === "elastic-law") return set("law");
  if (format === "augfix-1" && TARGET_SETS.includes(name)) return set("targets");
  if (format === undefined && tools && isTables(rest)) return set("tables");
  if (format !== "augfix-1") return set("other", "neither pictures nor a table that anything here has");
  const mixes = cases.filter(({ params }) => params.samples?.every(({ partner }) => Number.isInteger(partner))).length;
  if (mixes > 0 && mixes === cases.length) return set("mix");
  return set("ops");
}

/** Magnitudes of a policy's ops, or lists of sub-policies. */
function isTables(file: Record<string, unknown>): boolean {
  return Object.values(file).some(
    (value) =>
      typeof value === "object" && value !== null && (Array.isArray(value) || "numBins" in value || "v0" in value),
  );
}

/** The lines of a text that are not empty. */
export function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}

/** What is wrong with `actual` by a manifest's tolerance, or undefined. */
export function mismatch(actual: ArrayLike<number>, wanted: ArrayLike<number>, tol: Tolerance): string | undefined {
  if (actual.length !== wanted.length) return `${actual.length} values instead of ${wanted.length}`;
  const difference = (i: number) => Math.abs(actual[i]! - wanted[i]!);
  let differing = 0;
  let within = 0;
  for (let i = 0; i < wanted.length; i++) {
    const apart = difference(i);
    if (apart !== 0) differing++;
    const allowed =
      tol.kind === "exact" ? 0 : tol.kind === "share" ? tol.within : tol.value + (tol.rel ?? 0) * Math.abs(wanted[i]!);
    // Written so that NaN fails too.
    if (apart <= allowed) within++;
    else if (tol.kind !== "share") return `value ${i} is ${actual[i]} instead of ${wanted[i]}`;
  }
  if (tol.kind === "share" && within < tol.share * wanted.length)
    return `only ${within} of ${wanted.length} values within ${tol.within}`;
  const share = tol.kind === "maxAbs" ? tol.maxDifferingShare : undefined;
  if (share !== undefined && differing > share * wanted.length) return `${differing} of ${wanted.length} values differ`;
  return undefined;
}

/** Counts cases, for `recordSet`. */
export class Tally {
  passed = 0;
  readonly failures: string[] = [];

  get failed(): number {
    return this.failures.length;
  }

  /** One case: what is wrong with it, or undefined. An error thrown by it is a failure of this case alone. */
  async add(id: string, check: () => string | undefined | Promise<string | undefined>): Promise<void> {
    const wrong = await Promise.resolve()
      .then(check)
      .catch((error: unknown) => String(error));
    if (wrong === undefined) this.passed++;
    else this.failures.push(`${id}: ${wrong}`);
  }
}

/** Lists by what `key` says of each, in order of appearance. (`Map.groupBy` is too young for Node 20.) */
export function groupBy<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return [...groups.values()];
}
