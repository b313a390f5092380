/** (c) Files, plans and policies that were damaged: the right pictures, or an error in our words. */
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import {
  cutmix,
  MixwellError,
  mixup,
  oneOf,
  type Plan,
  randAugment,
  reference,
  SourceError,
  samplePlan,
  validatePlan,
} from "mixwell";
import { expect, test } from "vitest";
import { readCifar } from "../../src/source/cifar.ts";
import { takeOrientation } from "../../src/source/exif.ts";
import type { HostImages } from "../../src/source/host-images.ts";
import { readIdx } from "../../src/source/idx.ts";
import { describeHead } from "../../src/source/sniff.ts";
import { campaign, tally } from "./campaign.ts";
import { bytesOf, FILES, type FileCase, fileCases } from "./files.ts";
import { type Mistake, mistakes, withMistakes } from "./mistakes.ts";

/** Cases in `npm test`. */
const FILE_CASES = 1500;
const JSON_CASES = 1500;

/** A reader's answer, or the error that it gave in our words. */
async function answer<T>(read: () => Promise<T>): Promise<T | SourceError> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    tally.refused++;
    return error;
  }
}

/** What gzip holds, by another program; undefined where that refuses it. */
function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}

/** The dimensions and the elements of an IDX file of bytes, read literally. */
function literally(bytes: Uint8Array) {
  const [zero, nought, type, rank = 0] = bytes;
  if (zero !== 0 || nought !== 0 || type !== 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 + 4 * rank) return undefined;
  const dims = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  return { dims, elements: bytes.subarray(4 + 4 * rank) };
}

async function tryFile(chosen: FileCase): Promise<void> {
  const { file } = chosen;
  const bytes = bytesOf(chosen);
  const before = bytes.slice();
  describeHead(bytes);
  if (file === "jpeg" || file === "png" || file === "webp") await tryOrientation(bytes);
  else if (file === "cifar10" || file === "cifar100") await tryCifar(bytes, file);
  else if (file === "labels" || file === "wide labels" || file === "qmnist") await tryLabels(bytes);
  else await tryPictures(bytes);
  expect(bytes, "the caller's bytes").toEqual(before);
}

async function tryPictures(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const made = await answer(() => readIdx(bytes));
  const plain = unpacked(bytes);
  const wanted = plain && literally(plain);
  const count = wanted?.dims.reduce((all, one) => all * one, 1);
  const isSound = wanted && (wanted.dims.length === 3 || wanted.dims.length === 4) && count === wanted.elements.length;
  if (made instanceof SourceError) {
    // Two streams behind each other and zeros after the end are for other programs only.
    if (isSound && count! > 0 && plain === bytes) throw new Error(`a sound file is refused: ${made.message}`);
    return;
  }
  if (!isSound) throw new Error("a file that is not sound is taken");
  const [n, height, width, channels = 1] = wanted.dims;
  expect([made.count, made.height, made.width, made.channels]).toEqual([n, height, width, channels]);
  expect(Array.from(made.pixels)).toEqual(Array.from(wanted.elements));
}

async function tryLabels(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const made = await answer<HostImages>(() => readIdx(FILES.pictures, bytes));
  if (made instanceof SourceError) return;
  expect(made.labels).toHaveLength(3);
  for (const label of made.labels!) expect(Number.isInteger(label) && label >= 0).toBe(true);
}

async function tryCifar(bytes: Uint8Array<ArrayBuffer>, kind: "cifar10" | "cifar100"): Promise<void> {
  const made = await answer(() => readCifar(bytes, { kind }));
  if (made instanceof SourceError) return;
  const plain = unpacked(bytes)!;
  const before = kind === "cifar10" ? 1 : 2;
  expect(plain.length).toBe(made.count * (before + 3072));
  for (let i = 0; i < made.count; i++) {
    const start = i * (before + 3072);
    expect(made.labels![i]).toBe(plain[start + before - 1]);
    expect(made.pixels.subarray(3072 * i, 3072 * (i + 1))).toEqual(
      Uint8Array.from(plain.subarray(start + before, start + before + 3072)),
    );
  }
}

/** Whatever was damaged, there is an orientation of 1 to 8, and the file that is handed on asks for none. */
async function tryOrientation(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const { file, orientation } = await takeOrientation(new Blob([bytes]));
  expect(orientation >= 1 && orientation <= 8 && Number.isInteger(orientation)).toBe(true);
  const again = await takeOrientation(new Blob([file]));
  expect(again.orientation).toBe(1);
}

test("files: the right pictures, or a SourceError", async (context) => {
  await campaign(context, fc.asyncProperty(fileCases, tryFile), {
    part: "c  damaged files and JSON",
    cases: FILE_CASES,
    share: 0.5,
  });
});

const shape = { height: 6, width: 5, batchSize: 3 };
const policy = () => [randAugment({ table: "timm" }), oneOf([mixup(), cutmix()])];
const planned = JSON.stringify(samplePlan({ ...shape, policy: policy(), seed: 5, step: 0 }));
const images = new Uint8Array(3 * 6 * 5 * 3).map((_, i) => 7 * i);

/** A plan that validates is one that the reference carries out. */
function tryPlan(wrong: readonly Mistake[]): void {
  const [plan] = withMistakes([JSON.parse(planned)], wrong) as [Plan];
  const source = {
    batch: { images },
    shape: { height: 6, width: 5, channels: 3 },
    format: "u8",
    layout: "nhwc",
  } as const;
  let isValid = false;
  try {
    validatePlan(plan, shape);
    isValid = true;
    reference(plan, source, { output: { format: "u8" } });
  } catch (error) {
    if (!(error instanceof MixwellError)) throw error;
    if (isValid) throw new Error(`a plan that validates cannot be carried out: ${error.message}`);
    tally.refused++;
  }
}

/** A policy that is drawn from gives a plan that validates. */
function tryPolicy(wrong: readonly Mistake[]): void {
  const [given] = withMistakes([JSON.parse(JSON.stringify(policy()))], wrong);
  let plan: Plan;
  try {
    plan = samplePlan({ ...shape, policy: given as never, seed: 5, step: 0 });
  } catch (error) {
    if (!(error instanceof MixwellError)) throw error;
    tally.refused++;
    return;
  }
  validatePlan(JSON.parse(JSON.stringify(plan)), shape);
}

test("plans and policies as JSON: what is taken works, all else is refused in words", async (context) => {
  const property = fc.asyncProperty(fc.boolean(), mistakes, async (isPlan, wrong) =>
    isPlan ? tryPlan(wrong) : tryPolicy(wrong),
  );
  await campaign(context, property, { part: "c  damaged files and JSON", cases: JSON_CASES, share: 0.5 });
});

test("the search finds what it looks for: a file that is not sound", async () => {
  expect(literally(FILES.pictures)).toMatchObject({ dims: [3, 2, 4] });
  expect(literally(FILES.cifar10)).toBeUndefined();
  const cut = bytesOf({ file: "pictures", packing: "plain", damage: [{ kind: "cut", at: 20, value: 0 }] });
  expect(await answer(() => readIdx(cut))).toBeInstanceOf(SourceError);
});
