/** The golden sets of image ops as this project's calls, and their tolerances. */
import { type Block, loadOracleSet } from "../../oracles/files.ts";
import type { Picture } from "./op-driver.ts";

export interface Tolerance {
  kind: "exact" | "maxAbs";
  value?: number;
  rel?: number;
  maxDifferingShare?: number;
}

export interface OracleCase {
  id: string;
  op: string;
  params: Record<string, number | number[]>;
  input: Picture;
  output: ArrayLike<number>;
  tol: Tolerance;
  strictTol?: Tolerance;
}

interface Manifest {
  inputs: { id: string; data: Block }[];
  cases: {
    id: string;
    op: string;
    input: string;
    params: Record<string, number | number[]>;
    output: Block;
    tol: Tolerance;
    strictTol?: Tolerance;
  }[];
}

/** The cases of one set, of the ops in `ops`. Inputs of f32 sets are made from bytes if they are stored so. */
export async function loadCases(set: string): Promise<OracleCase[]> {
  const { manifest, view } = await loadOracleSet<Manifest>(set);
  const inputs = new Map(
    manifest.inputs.map(({ id, data }) => {
      const [height = 0, width = 0, channels = 1] = data.shape;
      return [id, { height, width, channels, values: view(data) } satisfies Picture];
    }),
  );
  return manifest.cases.map(({ output, input, ...rest }) => ({ ...rest, input: inputs.get(input)!, output: view(output) }));
}

/** What is wrong with `found`, or undefined. */
export function complaint(found: ArrayLike<number>, expected: ArrayLike<number>, tol: Tolerance): string | undefined {
  if (found.length !== expected.length) return `${found.length} values, expected ${expected.length}`;
  let worst = 0;
  let differing = 0;
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(found[i]! - expected[i]!);
    if (Number.isNaN(error)) return `value ${i} is ${found[i]}`;
    const allowed = tol.kind === "exact" ? 0 : (tol.value ?? 0) + (tol.rel ?? 0) * Math.abs(expected[i]!);
    if (error > allowed) return `value ${i} is ${found[i]}, expected ${expected[i]} ± ${allowed}`;
    if (error > 0) differing++;
    worst = Math.max(worst, error);
  }
  const share = differing / expected.length;
  if (tol.maxDifferingShare !== undefined && share > tol.maxDifferingShare)
    return `${(100 * share).toFixed(2)} % of the values differ (worst ${worst})`;
  return undefined;
}

/** Share of the values that are not the same. */
export function differingShare(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let differing = 0;
  for (let i = 0; i < expected.length; i++) if (found[i] !== expected[i]) differing++;
  return differing / expected.length;
}
