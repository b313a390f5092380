/** The blocks of docs/own-ops.md as they stand there, and the ops that they define against their reference. */
import { type Batch, defineOp, type Engine, type ImageStage, type OwnOp, type Plan, readBatch } from "mixwell";
import { expect, test } from "vitest";
import { runBlock } from "../docs-blocks.ts";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

type Make = OwnOp<string, Record<string, unknown>>;

/** The page's own comparison, on what a stage makes. */
async function comparison(stage: ImageStage) {
  const device = await getDevice();
  const { engine, ...made } = await runBlock<{
    engine: Engine;
    plan: Plan;
    onGpu: Uint8Array;
    onCpu: Uint8Array;
    differs: number;
    images: Uint8Array;
  }>("docs/own-ops.md#cpu-reference", { device, stage });
  engine.destroy();
  return made;
}

/** The GPU's bytes are the reference's, and not those of the pictures. */
async function expectSame(stage: ImageStage) {
  const { onGpu, onCpu, differs, images } = await comparison(stage);
  expect(differs).toBe(-1);
  expect(onGpu).toEqual(onCpu);
  expect(onGpu).not.toEqual(images);
}

test("the first op, its engine and its policy", async () => {
  const device = await getDevice();
  const { scanlines, engine, policy } = await runBlock<{ scanlines: Make; engine: Engine; policy: ImageStage[] }>(
    "docs/own-ops.md#your-own-ops",
    { device },
  );
  expect(engine.policy).toEqual(policy);
  engine.destroy();
  await expectSame(scanlines({ strength: [0.2, 1] }));
  expect(() => scanlines({ strength: 2 })).toThrow("scanlines.strength: expected a number 0 to 1 (factor), found 2");
});

test("noise is drawn for each picture", async () => {
  const { stage } = await runBlock<{ stage: ImageStage }>("docs/own-ops.md#noise");
  await expect(comparison(stage)).rejects.toThrow("an op whose definition has a CPU reference for u8 pictures");
});

test("the stencil", async () => {
  const { emboss } = await runBlock<{ emboss: Make }>("docs/own-ops.md#a-stencil");
  await expectSame(emboss({ amount: [1, 4] }));
});

test("the warps", async () => {
  const { stage } = await runBlock<{ stage: ImageStage }>("docs/own-ops.md#a-warp");
  await expectSame(stage);
  const { ripple } = await runBlock<{ ripple: Make }>("docs/own-ops.md#a-warp-2");
  await expectSame(ripple({ amplitude: [1, 4], period: 9, interpolation: "nearest", edge: "wrap" }));
  await expectSame(ripple({ amplitude: [1, 4] }));
});

test("functions of a batch, calls and JSON", async () => {
  const device = await getDevice();
  const bytes = noise(96);
  const images = upload(device, bytes);
  const { once, twice, plan, functions } = await runBlock<{
    once: Batch;
    twice: Batch;
    plan: Plan;
    functions: { destroy(): void };
  }>("docs/own-ops.md#where-it-goes", { device, images });
  const blueFirst = Array.from(bytes, (_, i) => bytes[i - (i % 3) + (2 - (i % 3))]!);
  expect(Array.from((await readBatch(device, once)).images)).toEqual(blueFirst);
  expect(Array.from((await readBatch(device, twice)).images)).toEqual(blueFirst.map((byte) => 255 - byte));
  expect(plan.sources.map(({ ops }) => ops)).toEqual([[{ op: "swapped" }], [{ op: "swapped" }]]);
  functions.destroy();
  images.destroy();
});

test("magnitudes", async () => {
  const { both, alone } = await runBlock<{ both: { stages: object[] }; alone: { stages: object[] } }>(
    "docs/own-ops.md#magnitudes",
  );
  expect(both.stages).toHaveLength(15);
  expect(alone.stages).toEqual([{ kind: "opAt", table: "own", entry: "dusk", op: "dusk", magnitude: 0.3 }]);
  expect(() => defineOp({ name: "dusk", kind: "color", wgsl: "fn dusk(v: Pixel) -> Pixel { return v; }" })).toThrow(
    "defineOp.name: expected a name that no other definition has",
  );
});
