/** Policies by a short name, as `--policy` takes them: `timm:rand-m9-mstd0.5-inc1`, `flipX`, `cutmix:1`. */
import { readFileSync } from "node:fs";
import {
  cutmix,
  fmix,
  gridmix,
  imageOps,
  mixup,
  mosaic,
  op,
  type Policy,
  type PolicyStage,
  presets,
  resizemix,
  smoothmix,
} from "mixwell";
import "mixwell/all";
import { CliError, EXIT, usage, wordsOf } from "./exit-codes.ts";
import type { Size } from "./program.ts";

/** A name, what stands after its colon, and what it makes. */
interface Named {
  name: string;
  about: string;
  make(text: string | undefined, size: Size): PolicyStage | PolicyStage[];
}

const plain = (name: string, about: string, make: () => { policy: PolicyStage }): Named => ({
  name,
  about,
  make: (text) => {
    if (text !== undefined) throw usage(`--policy ${name}: expected nothing after the name, found "${text}"`);
    return make().policy;
  },
});

/** A mixer, and its alpha after a colon. */
const mixer = (name: string, about: string, make: (alpha?: number) => PolicyStage): Named => ({
  name,
  about: `${about}; an alpha can follow, as in ${name}:0.4`,
  make: (text) => {
    if (text === undefined) return make();
    const alpha = Number(text);
    if (text.trim() === "" || !Number.isFinite(alpha))
      throw usage(`--policy ${name}: expected a number as alpha, found "${text}"`);
    return make(alpha);
  },
});

const timm: Named = {
  name: "timm",
  about:
    "timm's own string: rand-m9-mstd0.5-inc1, augmix-m3-w3, or v0, v0r, original, originalr, 3a; " +
    "or options of its train.py: 'timm:--aa rand-m9-mstd0.5-inc1 --reprob 0.25 --mixup 0.8 --cutmix 1'",
  make: (text = "rand-m9-mstd0.5-inc1", { height, width }) => {
    if (text.startsWith("-")) return presets.fromTimm(text, { imgSize: [height, width] }).policy;
    if (text.startsWith("rand")) return presets.timmRandAugment(text).policy;
    if (text.startsWith("augmix")) return presets.timmAugMix(text).policy;
    return presets.timmAutoAugment(text).policy;
  },
};

const withAlpha = (alpha: number | undefined) => (alpha === undefined ? {} : { alpha });

export const NAMED: readonly Named[] = [
  timm,
  plain("torchvision:randaugment", "torchvision's RandAugment", () => presets.torchvisionRandAugment()),
  plain("torchvision:trivialaugmentwide", "torchvision's TrivialAugmentWide", () =>
    presets.torchvisionTrivialAugmentWide(),
  ),
  plain("torchvision:autoaugment", "torchvision's AutoAugment of ImageNet", () => presets.torchvisionAutoAugment()),
  plain("torchvision:augmix", "torchvision's AugMix", () => presets.torchvisionAugMix()),
  plain("torchvision:randomerasing", "torchvision's RandomErasing", () => presets.torchvisionRandomErasing()),
  plain("keras:randaugment", "Keras 3's RandAugment", () => presets.keras3RandAugment()),
  plain("keras:randomerasing", "Keras 3's RandomErasing", () => presets.keras3RandomErasing()),
  plain("dali:randaugment", "DALI's rand_augment", () => presets.daliRandAugment()),
  plain("dali:trivialaugmentwide", "DALI's trivial_augment_wide", () => presets.daliTrivialAugmentWide()),
  mixer("mixup", "MixUp, partners from the whole dataset", (alpha) => mixup(withAlpha(alpha))),
  mixer("cutmix", "CutMix, partners from the whole dataset", (alpha) => cutmix(withAlpha(alpha))),
  mixer("fmix", "FMix", (alpha) => fmix(withAlpha(alpha))),
  plain("resizemix", "ResizeMix", () => ({ policy: resizemix() })),
  plain("gridmix", "GridMix", () => ({ policy: gridmix() })),
  plain("smoothmix", "SmoothMix", () => ({ policy: smoothmix() })),
  plain("mosaic", "Mosaic of 2 × 2", () => ({ policy: mosaic() })),
  { name: "none", about: "nothing: pictures are only decoded, resized and written", make: () => [] },
];

/** The ops that need no numbers to be told. */
const OPS = Object.keys(imageOps).filter((name) => {
  try {
    return stageOf(name) !== undefined;
  } catch {
    return false;
  }
});

function stageOf(name: string): PolicyStage {
  return op(name as Parameters<typeof op>[0], { prob: 0.5 } as never) as PolicyStage;
}

/**
 * The stages of all `--policy` options, in their order; each a name or a JSON file. `size` is that of the pictures made
 * where a command line of timm does not say it.
 */
export function policyOf(texts: readonly string[], size: Size): PolicyStage[] {
  return texts.flatMap((text) => {
    if (text.endsWith(".json")) return fromFile(text);
    const exact = NAMED.find(({ name }) => name === text);
    if (exact) return exact.make(undefined, size);
    const colon = text.startsWith("timm:") ? "timm".length : text.lastIndexOf(":");
    const named = colon < 0 ? undefined : NAMED.find(({ name }) => name === text.slice(0, colon));
    if (named) return named.make(text.slice(colon + 1), size);
    if (OPS.includes(text)) return stageOf(text);
    throw usage(`--policy: expected a name of \`mixwell policies\` or a .json file, found "${text}"`);
  });
}

/** A policy that was written down: a stage, a list of them, or `{ policy }`, as the demo's policy page saves it. */
function fromFile(path: string): PolicyStage[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new CliError(EXIT.usage, `--policy ${path}: expected a file that can be read: ${wordsOf(error)}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw usage(`--policy ${path}: expected JSON: ${(error as Error).message}`);
  }
  const inner = (value as { policy?: unknown } | null)?.policy ?? value;
  const list = Array.isArray(inner) ? inner : [inner];
  const odd = list.findIndex((stage) => typeof (stage as { kind?: unknown } | null)?.kind !== "string");
  if (odd >= 0) throw usage(`--policy ${path}: expected stages with a "kind"; number ${odd} has none`);
  return list as PolicyStage[];
}

export const asPolicy = (stages: PolicyStage[]): Policy => stages as Policy;

/** The names of ops that stand for themselves, with a chance of a half. */
export const opNames = (): readonly string[] => OPS;
