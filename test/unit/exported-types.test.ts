/**
 * Whatever a public signature names can be imported, and has a page in the API reference: TypeDoc reads the entry
 * points as for the site, and says what it met and nobody exports.
 */
import { expect, test } from "vitest";
import { unexported } from "../../site/build/api.mjs";

/** Files whose types are the making of others, and no use by themselves. */
const MAKINGS: Readonly<Record<string, string>> = {
  "generated/kernels.ts": "`KernelName` is the names in these objects",
  "generated/op-words.ts": "what an op of the package hands to its own kernel",
};

/** Types by which the compiler computes the types of arguments: what comes of them is exported. */
const COMPUTING = [
  "draw/op-draws.ts Draws",
  "gpu/functional.ts NameOf",
  "gpu/view.ts PARTS",
  "ops/define.ts Given",
  "ops/define.ts Optional",
  "ops/index.ts ArgsByName",
  "ops/index.ts Flat",
  "ops/lib/warp-args.ts ReadingArgs",
  "own-ops/definition.ts ArgumentWords",
  "own-ops/definition.ts LastF32",
  "own-ops/definition.ts Made",
  "own-ops/definition.ts Seen",
  "own-ops/definition.ts Taken",
  "own-ops/definition.ts Where",
  "own-ops/definition.ts WhereF32",
  "own-ops/own-words.ts NamedWords",
  "peers/auto-augment.ts VARIANTS",
  "stages/op.ts Flat",
  "stages/op.ts Given",
  "tables/table.ts LevelOf",
];

test("every type that a public signature names is exported", async () => {
  const found = await unexported();
  const named = new Set(found.map(({ file, name }) => `${file} ${name}`));
  // The control: these are found, so another one would be.
  expect([...named].filter((name) => COMPUTING.includes(name)).sort()).toEqual(COMPUTING);
  const others = found.filter(({ file, name }) => !(file in MAKINGS) && !COMPUTING.includes(`${file} ${name}`));
  expect(others).toEqual([]);
});
