/** Invariant I5: a mixer lives under one name, in one file, with one line in the registry. */
import { cutmix, mixup } from "mixwell";
import { expect, test } from "vitest";
import { MIXER_KINDS, mixOps } from "../../src/ops/index.ts";

/** As the package exports them. */
const constructors: Record<(typeof MIXER_KINDS)[number], () => object> = { mixup, cutmix };
const files = import.meta.glob<Record<string, unknown>>("../../src/ops/*.ts", { eager: true });

test.each(MIXER_KINDS)("%s: its file, its op and its constructor have its name", (kind) => {
  const file = files[`../../src/ops/${kind}.ts`];
  expect(file?.[`${kind}Op`]).toBe(mixOps[kind]);
  expect(file?.[kind]).toBe(constructors[kind]);
  expect(constructors[kind]()).toMatchObject({ kind });
});

test("no op is missing in the registry", () => {
  const registered = Object.values<unknown>(mixOps);
  const found = Object.entries(files).flatMap(([path, exported]) =>
    Object.entries(exported).flatMap(([name, value]) => (name.endsWith("Op") && typeof value === "object" ? [{ path, value }] : [])),
  );
  expect(found.length).toBe(registered.length);
  expect(found.filter(({ value }) => !registered.includes(value)).map(({ path }) => path)).toEqual([]);
});
