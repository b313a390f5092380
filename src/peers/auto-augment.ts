import { checkKeys, checkName, checkObject } from "../check/check.ts";
import { PolicyError } from "../check/errors.ts";
import { underName } from "../check/under-name.ts";
import { given } from "../draw/options.ts";
import type { OpAt } from "../stages/op-at.ts";
import { type AtOptions, opAt } from "../stages/op-at.ts";
import { randomChoice, sequential } from "../stages/pipeline.ts";
import type { RandomChoice } from "../stages/random-choice.ts";
import type { ImageOptions } from "../stages/stage.ts";
import type { TableName } from "../tables/index.ts";
import { cifar10, imagenet, type SubPolicy, svhn, v0 } from "./auto-augment-policies.ts";
import { AT_OPTIONS } from "./rand-augment.ts";

interface Variant {
  table: TableName;
  policy: readonly SubPolicy[];
  /** What the table calls an op of the policy, where it has several of that name. */
  rename?: Readonly<Record<string, string>>;
}

/** The peers' policies by name. */
const VARIANTS = {
  imagenet: { table: "torchvisionAutoAugment", policy: imagenet },
  cifar10: { table: "torchvisionAutoAugment", policy: cifar10 },
  svhn: { table: "torchvisionAutoAugment", policy: svhn },
  original: { table: "timm", policy: imagenet, rename: { Posterize: "PosterizeOriginal" } },
  originalr: { table: "timm", policy: imagenet, rename: { Posterize: "PosterizeIncreasing" } },
  v0: { table: "timm", policy: v0 },
  v0r: { table: "timm", policy: v0, rename: { Posterize: "PosterizeIncreasing" } },
} as const satisfies Record<string, Variant>;

export type AutoAugmentPolicy = keyof typeof VARIANTS;

export interface AutoAugment
  extends ImageOptions,
    Partial<Pick<OpAt, "magnitudeStd" | "interpolation" | "fill" | "translate">> {
  /** Default `"imagenet"`. */
  policy?: AutoAugmentPolicy;
}

/**
 * AutoAugment (Cubuk et al. 2019, arXiv:1805.09501): every picture draws one of 25 sub-policies, whose two ops are
 * applied each with a chance and at a magnitude of its own; signs are drawn.
 *
 * - `policy`: `"imagenet"` (default), `"cifar10"`, `"svhn"` with torchvision's ten bins and ranges; `"original"`,
 * `"originalr"`, `"v0"`, `"v0r"` with timm's levels (the first two are the ImageNet policy; r turns posterize the right
 * way round).
 * - `magnitudeStd`: noise on timm's levels. `interpolation`, `fill`, `translate`: as in {@link opAt}.
 *
 * Throws PolicyError when an option is unknown or out of range.
 */
export function autoAugment(options: AutoAugment = {}): RandomChoice {
  const { policy = "imagenet", prob, granularity, stream, ...at } = given(options, "autoAugment");
  checkName(policy, "autoAugment.policy", Object.keys(VARIANTS));
  checkKeys(at, "autoAugment", [
    "policy",
    "magnitudeStd",
    "interpolation",
    "fill",
    "translate",
    "prob",
    "granularity",
    "stream",
  ]);
  return underName("autoAugment", () => {
    const stages = autoAugmentStages(policy, at).map((calls) => sequential(calls));
    return randomChoice(stages, given({ prob, granularity, stream }, "autoAugment"));
  });
}

/** The sub-policies as lists of stages, to filter and extend. */
export function autoAugmentStages(policy: AutoAugmentPolicy, at: AtOptions = {}): OpAt[][] {
  if (!(typeof policy === "string" && Object.hasOwn(VARIANTS, policy)))
    throw new PolicyError("autoAugmentStages.policy", `one of ${Object.keys(VARIANTS).join(", ")}`, policy);
  checkKeys(checkObject(at, "autoAugmentStages.at", "an object of options"), "autoAugmentStages", AT_OPTIONS);
  const { table, policy: subPolicies, rename = {} }: Variant = VARIANTS[policy];
  return underName("autoAugmentStages", () =>
    subPolicies.map((calls) =>
      calls.map(([entry, prob, magnitude]) =>
        opAt(table, rename[entry] ?? entry, { ...at, magnitude: magnitude ?? 0, prob }),
      ),
    ),
  );
}
