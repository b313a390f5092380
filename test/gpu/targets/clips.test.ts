/** Clips: pictures that share a draw, with all that belongs to them (trap G1). */
import { createEngine, cutmix, imageTarget, mapTarget, mixup, ops, type Plan, randomErasing } from "mixwell";
import { expect, test } from "vitest";
import { SIZE } from "../../unit/targets/plans.ts";
import { getDevice } from "../device.ts";
import { upload } from "../help.ts";
import { expectRefused } from "../refused.ts";
import { idMaps, PIXELS, pictures } from "./sets.ts";

const CLIP = 3;
const CLIPS = 2;

/** The clips' pictures, in the order that is asked for. */
function clipsOf(order: readonly number[]) {
  const list = (from: Uint8Array, each: number) =>
    Uint8Array.from(order.flatMap((clip) => Array.from(from.subarray(clip * CLIP * each, (clip + 1) * CLIP * each))));
  return {
    // Every frame of a clip is the same picture, so that what is drawn can be compared.
    images: list(still(pictures(CLIPS), 3 * PIXELS), 3 * PIXELS),
    ids: list(still(idMaps(1, CLIPS) as Uint8Array, PIXELS), PIXELS),
  };
}

const still = (from: Uint8Array, each: number) =>
  Uint8Array.from({ length: CLIP * from.length }, (_, i) => from[Math.floor(i / each / CLIP) * each + (i % each)]!);

test("the frames of a clip are drawn alike, clips and epochs are not, and order does not matter", async () => {
  const device = await getDevice();
  const policy = [
    ops.rotate({ degrees: [-40, 40] }),
    ops.flipX({ prob: 0.5 }),
    ops.gaussianNoise({ std: 20 }),
    randomErasing({ area: [0.1, 0.3], mode: "pixel" }),
    cutmix({ pairing: "external" }),
  ];
  const targets = { masks: mapTarget(), again: imageTarget({ color: true, output: { format: "u8" } }) };
  const engine = await createEngine(device, { policy, targets, output: { format: "u8" }, warm: false });
  const run = async (order: readonly number[], epoch: number) => {
    const { images, ids } = clipsOf(order);
    const buffer = upload(device, images);
    const maps = { images: upload(device, ids) };
    const own = { masks: maps, again: { images: buffer, channels: 3 } };
    const external = { images: buffer, size: CLIP * CLIPS, targets: own };
    const input = { images: buffer, size: CLIP * CLIPS, ...SIZE, channels: 3, clip: CLIP, targets: own, external };
    const batch = engine.run(input, { epoch, ids: order });
    expect(batch.ids).toEqual(order.flatMap((clip) => [clip, clip, clip]));
    const host = await engine.read(batch);
    const frame = (from: ArrayLike<number>, clip: number, t: number, each: number) =>
      Array.from({ length: each }, (_, i) => from[(order.indexOf(clip) * CLIP + t) * each + i]!);
    return (clip: number, t: number) => ({
      image: frame(host.images, clip, t, 3 * PIXELS),
      again: frame(host.targets!.again!, clip, t, 3 * PIXELS),
      ids: frame(host.targets!.masks!, clip, t, PIXELS),
    });
  };
  const first = await run([0, 1], 0);
  for (const clip of [0, 1]) {
    for (const t of [1, 2]) expect(first(clip, t)).toEqual(first(clip, 0));
    expect(first(clip, 0).again).toEqual(first(clip, 0).image);
  }
  const other = await run([0, 1], 1);
  expect(other(0, 0).image).not.toEqual(first(0, 0).image);
  engine.destroy();
});

test("frame t is mixed with frame t, and a shuffled batch draws each clip alike", async () => {
  const device = await getDevice();
  const policy = [ops.rotate({ degrees: [-40, 40] }), mixup({ pairing: "roll" })];
  const engine = await createEngine(device, { policy, warm: false });
  const input = { images: upload(device, pictures(6)), size: 6, ...SIZE, channels: 3, clip: CLIP };
  const { plan } = engine.run(input, { ids: [7, 9] });
  for (const [i, row] of plan.stages[0]!.rows.entries()) expect("partner" in row && row.partner % CLIP).toBe(i % CLIP);
  const degrees = (ids: number[]) =>
    engine.draw(input, { ids }).sources.map(({ id, ops: calls }) => [id, (calls![0] as { degrees: number }).degrees]);
  expect(new Map(degrees([9, 7]) as never)).toEqual(new Map(degrees([7, 9]) as never));
  engine.destroy();
});

test("with noise of each frame, and all else the clip's (trap G1)", async () => {
  const device = await getDevice();
  const policy = [
    ops.elastic({ std: 2, prob: 0.7 }),
    ops.gaussianNoise({ std: 20 }),
    randomErasing({ area: [0.1, 0.3], mode: "pixel" }),
    mixup({ pairing: "roll" }),
  ];
  const engine = await createEngine(device, { policy, warm: false });
  const input = { images: upload(device, pictures(6)), size: 6, ...SIZE, channels: 3, clip: CLIP };
  const drawn = (noise?: "clip" | "frame") => engine.draw({ ...input, ...(noise && { noise }) }, { ids: [7, 9] });
  expect(drawn("clip")).toEqual(drawn());
  const noisy = ["gaussianNoise", "erase"];
  const keys = (plan: Plan, isNoise: boolean) =>
    plan.sources.map(({ ops: calls = [] }) =>
      JSON.stringify(calls.filter(({ op }) => noisy.includes(op) === isNoise).map((call) => "key" in call && call.key)),
    );
  const each = drawn("frame");
  expect(new Set(keys(each, true)).size).toBe(6);
  expect(new Set(keys(drawn(), true)).size).toBe(2);
  expect(keys(each, false)).toEqual(keys(drawn(), false));
  const bare = (plan: Plan) => JSON.stringify(plan, (name, value) => (name === "key" ? undefined : value));
  expect(bare(each)).toBe(bare(drawn()));
  engine.destroy();
});

test("clips that are none", async () => {
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [], warm: false });
  const input = { images: upload(device, pictures(6)), size: 6, ...SIZE, channels: 3 };
  await expectRefused([
    [
      "a clip of 4 of 6 pictures",
      () => engine.run({ ...input, clip: 4 }, { step: 0 }),
      "InputError: input.size: expected a multiple of 4, as input.clip says, found 6",
    ],
    [
      "noise of its own kind",
      () => engine.run({ ...input, clip: 3, noise: "frames" as never }, { step: 0 }),
      'InputError: input.noise: expected "clip" or "frame", found "frames"',
    ],
    [
      "no picture a clip",
      () => engine.run({ ...input, clip: 0 }, { step: 0 }),
      "InputError: input.clip: expected a positive integer, found 0",
    ],
    [
      "half a second clip",
      () => engine.run({ ...input, clip: 3, external: { images: input.images, size: 4 } }, { step: 0 }),
      "InputError: input.external.size: expected a multiple of 3, as input.clip says, found 4",
    ],
  ]);
  engine.destroy();
});
