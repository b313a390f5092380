/**
 * The chapter of policies: magnitude tables in the ops' own units, AutoAugment's sub-policies, and KerasCV's layers.
 */

import { stageCode } from "../../demo/policy-page/stage-code.ts";
import {
  augMixPolicy,
  autoAugmentStages,
  magnitudeTables,
  type PolicyStage,
  presets,
  type TableName,
} from "../../src/index.ts";
import { imageOps } from "../../src/ops/index.ts";
import type { ImageOp } from "../../src/ops/op.ts";
import { entriesOf } from "../../src/peers/rand-augment.ts";
import { peerValue } from "../../src/stages/op-at.ts";
import { binsOf, largestOf, tableOf } from "../../src/tables/index.ts";
import type { Entry, MagnitudeTable } from "../../src/tables/table.ts";
import { KERASCV_CALLS } from "./kerascv-calls.ts";
import { code, json, round, table } from "./words.ts";

/** Ranges in pixels are of a picture of this side. */
const SIDE = 224;

export function policiesChapter(): string {
  return [magnitudeSection(), autoAugmentSection(), augMixSection(), kerasCvSection()].join("\n\n");
}

/** As code on one line. */
const written = (stage: PolicyStage): string => code(stageCode(stage, { width: Number.POSITIVE_INFINITY }).text);

function magnitudeSection(): string {
  const names = Object.keys(magnitudeTables) as TableName[];
  return [
    "## Magnitude tables",
    "What `randAugment({ table })`, `standardPolicy({ table })`, `trivialAugmentWide`, `autoAugment`, `augMixPolicy` and `opAt(table, entry)` " +
      `do at the smallest and the largest magnitude; pixels are of a picture of ${SIDE} × ${SIDE}. ± is drawn, half and half. An op in ` +
      "italics is in the table and not in its RandAugment. What is between is in " +
      "[policies in numbers](magnitudes/README.md).",
    ...names.map(magnitudeTable),
  ].join("\n\n");
}

function magnitudeTable(name: TableName): string {
  const found = tableOf(name);
  const largest = largestOf(found);
  const units = { bin: `bins 0 to ${largest}`, level: `levels 0 to ${largest}`, share: `shares 0 to ${largest}` }[
    found.unit
  ];
  const interpolation = [found.interpolation].flat().join(" or ");
  const reading = `warps ${interpolation}, edge ${found.edge}${found.fill === null ? "" : `, fill ${json(found.fill)}`}, rounding ${found.peer}`;
  const drawn = entriesOf(name);
  const rows = Object.entries(found.entries).map(([entry, what]) => {
    const called = drawn.includes(entry) ? entry : `*${entry}*`;
    return [called, `[${what.op}](#${what.op.toLowerCase()})`, ...argumentsAt(found, what, largest)];
  });
  return [
    `### \`${name}\``,
    `${found.about}. Magnitudes are ${units}; ${reading}.`,
    table(["Entry", "Op", "At 0", `At ${largest}`, "Unit"], rows),
  ].join("\n\n");
}

function argumentsAt(of: MagnitudeTable, entry: Entry, largest: number): [string, string, string] {
  if ("spread" in entry) {
    const at = (magnitude: number) => written(entry.spread(magnitude, 0));
    return [at(0), at(largest), "drawn"];
  }
  if (!entry.value) return ["", "", "none"];
  const context = { bins: binsOf(of), height: SIDE, width: SIDE };
  const at = (magnitude: number) => {
    const plus = entry.args!(peerValue(entry, magnitude, false, context), context);
    if (!entry.signed) return inWords(plus);
    const minus = entry.args!(peerValue(entry, magnitude, true, context), context);
    return json(plus) === json(minus) || inWords(plus) === inWords(minus)
      ? inWords(plus)
      : `${inWords(plus)} or ${inWords(minus)}`;
  };
  const names = Object.keys(entry.args!(peerValue(entry, largest, false, context), context));
  const described = (imageOps as Record<string, ImageOp>)[entry.op]!.args;
  return [at(0), at(largest), [...new Set(names.map((name) => described[name]!.unit))].join(", ")];
}

const inWords = (args: Record<string, unknown>): string =>
  Object.entries(args)
    .map(
      ([name, value]) =>
        `${name} ${Array.isArray(value) ? json(value) : String(round(value as number)).replace("-", "−")}`,
    )
    .join(", ");

function autoAugmentSection(): string {
  const variants = { imagenet: "imagenet", cifar10: "cifar10", svhn: "svhn", v0: "v0" } as const;
  const parts = Object.values(variants).map((policy) => {
    const rows = autoAugmentStages(policy).map((calls, i) => [
      String(i + 1),
      ...calls.map(({ entry, prob, magnitude }) => `${entry}, ${json(prob)}, ${json(magnitude)}`),
    ]);
    return [
      `### \`autoAugment({ policy: "${policy}" })\``,
      table(["", "First: entry, probability, magnitude", "Second"], rows),
    ].join("\n\n");
  });
  return [
    "## AutoAugment",
    "Every picture draws one sub-policy. `imagenet`, `cifar10` and `svhn` read the table `torchvisionAutoAugment`; `v0` reads `timm`. Three more " +
      "variants change the table or an entry: `original` is `imagenet` with timm's levels and PosterizeOriginal, `originalr` with " +
      "PosterizeIncreasing, and `v0r` is `v0` with PosterizeIncreasing.",
    ...parts,
  ].join("\n\n");
}

function augMixSection(): string {
  const rows = (["torchvision", "timm", "kerascv", "kerascvQuirks"] as const).map((peer) => {
    const stages = augMixPolicy({ peer });
    return [
      code(peer),
      code(stages[0]!.table),
      code(json(stages[0]!.magnitude)),
      stages.map(({ entry }) => entry).join(", "),
    ];
  });
  return [
    "## AugMix",
    "What `augMix(augMixPolicy({ peer }))` draws its chains from.",
    table(["Peer", "Table", "Magnitude", "Entries"], rows),
  ].join("\n\n");
}

function kerasCvSection(): string {
  const makers = presets.kerasCv as unknown as Record<string, (...args: unknown[]) => unknown>;
  const rows = Object.keys(makers).map((name) => {
    const args = KERASCV_CALLS[name];
    if (!args) throw new Error(`presets.kerasCv.${name} needs a line in tools/ops-docs/kerascv-calls.ts`);
    const stages = args.map((arg) => (arg === INNER ? inner : arg));
    const given = args.map((arg) => (arg === INNER ? "layer" : arg === LAYERS ? "layers" : literal(arg))).join(", ");
    const made = makers[name]!(...stages.map((arg) => (arg === LAYERS ? [inner] : arg))) as PolicyStage;
    return [code(`${name}(${given})`), written(made)];
  });
  return [
    "## KerasCV layers",
    "`presets.kerasCv` has KerasCV's preprocessing layers with their defaults and their rule for factors: a number f is U(0, f) or U(−f, f) as the " +
      "layer says, a pair is drawn from. What each makes, with example arguments where it has no defaults:",
    table(["presets.kerasCv", "Is"], rows),
  ].join("\n\n");
}

/** Stand for a layer, or for a list of them, in the calls. */
const INNER = "layer";
const LAYERS = "layers";
const inner = { kind: "op", op: "invert" };

const literal = (value: unknown): string =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? `{ ${Object.entries(value)
        .map(([name, item]) => `${name}: ${literal(item)}`)
        .join(", ")} }`
    : json(value);
