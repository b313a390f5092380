/**
 * How a test of golden data says what it compared. One test checks one set on one path (the CPU reference or the GPU)
 * and ends with `recordSet`, which fails the test if anything differed; the table of `npm run test:oracles` is made
 * from the records.
 */
import type { TestContext } from "vitest";
import { inBrowser } from "../files.ts";

/**
 * The paths that are taken here. The reference and the host's code are JavaScript on one engine, in Chromium and in
 * Node: Node has them.
 */
export const PATHS: readonly SetRecord["path"][] = inBrowser ? ["gpu"] : ["reference", "gpu"];

export interface SetRecord {
  /** As the set is called in its folder: "mixup/timm-mixup", "beta/beta.json", "random123_kat.txt". */
  set: string;
  /** What computed the numbers: the CPU reference (and host code), or shaders. Which GPU it was, the runner knows. */
  path: "reference" | "gpu";
  passed: number;
  failed: number;
  /**
   * Cases that were not run, and why: philox vectors are not this engine's business, image operations are not built
   * yet.
   */
  skipped: number;
  reason?: string;
  /** What passed by a rule of our own where the golden data has another, and by how much it differs. */
  note?: string | undefined;
  /** One line for each failed case: its id, what was expected and what was found. The first few are printed. */
  failures: string[];
}

declare module "vitest" {
  interface TaskMeta {
    oracle?: SetRecord;
  }
}

/**
 * Ends the test of a set that none of our paths runs: the table has a row for it and says why, and vitest counts it as
 * skipped.
 */
export function leaveOut({ task, skip }: TestContext, set: string, skipped: number, reason: string): void {
  task.meta.oracle = { set, path: "gpu", passed: 0, failed: 0, skipped, reason, failures: [] };
  skip(reason);
}

/** Ends an oracle test: hands its counts to the reporter, and throws if a case failed or none was run. */
export function recordSet(task: TestContext["task"], record: SetRecord): void {
  task.meta.oracle = { ...record, failures: record.failures.slice(0, 5) };
  const where = `${record.set} on the ${record.path} path`;
  if (record.passed + record.failed === 0) throw new Error(`${where}: no case was run`);
  if (record.failed > 0)
    throw new Error(
      `${where}: ${record.failed} of ${record.passed + record.failed} failed\n${task.meta.oracle.failures.join("\n")}`,
    );
}
