import { expect, inject, test } from "vitest";
import { type Block, loadOracleSet } from "./files.ts";
import type { OpManifest } from "./op-cases.ts";
import { type MixManifest, setsOf } from "./sets.ts";

const KINDS = ["mix", "boxes", "beta", "random", "ops", "tables"] as const;

test("the golden sets that the engine is held to are all there", async () => {
  const { oracles, shared, fixtures } = inject("testFolders");
  const missing: string[] = [];
  for (const kind of KINDS) if ((await setsOf(kind)).length === 0) missing.push(kind);
  if ([`${shared}/oracles`, `${fixtures}/oracles`].includes(oracles)) expect(missing).toEqual([]);
  // A folder of somebody's own may hold one kind only; but one that holds none was meant to be another folder.
  expect(missing.length, `golden sets in ${oracles}`).toBeLessThan(KINDS.length);
  if (missing.length > 0)
    console.warn(`${oracles} has no set of the kinds ${missing.join(", ")}: they were not tested`);
});

test("a set's blocks have the number of elements that their shapes say", async () => {
  for (const { path } of [...(await setsOf("mix")), ...(await setsOf("ops"))]) {
    const { manifest, view } = await loadOracleSet<MixManifest | OpManifest>(path.replace(/\.json$/, ""));
    expect(manifest.cases.length).toBeGreaterThan(0);
    const outputs = manifest.cases.flatMap(({ output }) =>
      "offset" in output ? [output as Block] : Object.values(output),
    );
    const blocks = [...manifest.inputs.map(({ data }) => data), ...outputs];
    for (const block of blocks) expect(view(block).length).toBe(block.shape.reduce((a, b) => a * b, 1));
  }
});
