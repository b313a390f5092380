/**
 * Peers' magnitude tables and lists of sub-policies: what they recorded, and what our policies draw for the same
 * strength.
 */

import {
  augMixPolicy,
  autoAugmentStages,
  callsFromTimm,
  callsFromTorchvision,
  type ImageStage,
  type OpAt,
  type OpCall,
  opAt,
  presets,
  type RandomPipeline,
  samplePlan,
  sequential,
  standardPolicy,
  type TableName,
  type TimmRun,
  type TorchvisionOp,
  threeAugment,
} from "mixwell";
import type { AnyCall } from "../../src/ops/op.ts";
import { tableOf } from "../../src/tables/index.ts";
import { TIMM_RANDOM } from "../../src/tables/timm.ts";

/** One entry of a table. Both sides must be the same: as data, and as calls, one list a picture. */
export interface TableCase {
  id: string;
  data: { ours: unknown; peer: unknown };
  calls: { ours: OpCall[][]; peer: OpCall[][] };
}

interface Size {
  height: number;
  width: number;
}

/** A table of torchvision's: magnitudes by bin, one number for an op without any. */
interface Magnitudes {
  numBins: number;
  bySize?: Record<string, Entries>;
  anySize?: Entries;
  /** The names of the ops that AugMix leaves out unless told otherwise. */
  onlyWithAllOps?: string[];
}
type Entries = Record<string, { signed: boolean; magnitudes: number | number[] }>;

/** [op, probability, magnitude] */
type SubPolicy = [entry: string, prob: number, magnitude: number | null][];

interface TimmTables {
  /** [level, argument, argument with the other sign] */
  levelToArg: Record<string, { signed: boolean; rows: [number, number, number?][] } | null>;
  randAugmentOps: { inc0: string[]; inc1: string[] };
  weightedOps: { names: string[]; probabilities: number[] };
  augMixOps: string[];
  autoAugment: Record<string, SubPolicy[]>;
}

const TORCHVISION_TABLES: Record<string, TableName> = {
  TrivialAugmentWide: "torchvisionWide",
  RandAugment: "torchvision",
  AutoAugment: "torchvisionAutoAugment",
  AugMix: "torchvisionAugMix",
};

/** Of calls whose pictures have one size, whatever it is. */
const ANY_SIZE: Size = { height: 32, width: 48 };
/**
 * Pictures that draw for themselves: enough for both signs (each is missing once in 8 million times, and nothing is
 * random here).
 */
const DRAWS = 24;

/** The cases of a file, by what is in it. Throws for a file that is none of these. */
export function tableCases(file: object): TableCase[] {
  if ("levelToArg" in file) return timmCases(file as TimmTables);
  return Object.entries(file).flatMap(([name, value]) => {
    if (name in TORCHVISION_TABLES) return torchvisionCases(name, value as Magnitudes);
    return Array.isArray(value) ? subPolicyCases(name, value as SubPolicy[]) : [];
  });
}

/** Every size's table: its ops in order, each with its sign and all its bins. */
function torchvisionCases(name: string, { numBins: bins, bySize, anySize, onlyWithAllOps }: Magnitudes): TableCase[] {
  const table = TORCHVISION_TABLES[name]!;
  const sizes: [string, Entries][] = Object.entries(bySize ?? { "32x48": anySize! });
  const cases = sizes.flatMap(([text, entries]) => {
    const [height = 0, width = 0] = text.split("x").map(Number);
    const how = { interpolation: tableOf(table).interpolation as string };
    const ofEntry = ([entry, { signed, magnitudes }]: [string, Entries[string]]): TableCase => {
      const list = typeof magnitudes === "number" ? [magnitudes] : magnitudes;
      const ours = list.map((_, bin) => drawnKinds(opAt(table, entry, { magnitude: bin, bins }), { height, width }));
      const peer = list.map((magnitude) =>
        distinct(
          (signed ? [magnitude, -magnitude] : [magnitude]).map((value) =>
            callsFromTorchvision([{ op: entry, magnitude: value, ...how } as TorchvisionOp]),
          ),
        ),
      );
      return { id: `${name} ${text} ${entry}`, data: { ours, peer }, calls: { ours: ours.flat(), peer: peer.flat() } };
    };
    return [
      sameStages(`${name} ${text}, the ops in order`, table, Object.keys(tableOf(table).entries), Object.keys(entries)),
      ...Object.entries(entries).map(ofEntry),
    ];
  });
  if (!onlyWithAllOps) return cases;
  const paper = augMixPolicy({ allOps: false }).map(({ entry }) => entry);
  const all = Object.keys(sizes[0]![1]).filter((entry) => !onlyWithAllOps.includes(entry));
  return [...cases, sameStages(`${name}, the ops of the paper`, table, paper, all)];
}

function timmCases({ levelToArg, randAugmentOps, weightedOps, augMixOps, autoAugment }: TimmTables): TableCase[] {
  const named = (config: string) => presets.timmRandAugment(config).policy as RandomPipeline;
  const entriesOf = ({ stages }: RandomPipeline) => stages.map((stage) => (stage as OpAt).entry);
  const weighted = named("rand-m9-tweights");
  const total = weighted.weights!.reduce<number>((sum, weight) => sum + (weight as number), 0);
  return [
    ...Object.entries(levelToArg).map(([entry, recorded]) => levelCase(entry, recorded)),
    sameStages("randAugmentOps.inc0", "timm", entriesOf(named("rand-m9")), randAugmentOps.inc0),
    sameStages("randAugmentOps.inc1", "timm", entriesOf(named("rand-m9-inc1")), randAugmentOps.inc1),
    sameStages(
      "randAugmentOps.inc0 by name",
      "timm",
      standardPolicy({ table: "timm", entries: TIMM_RANDOM }).map(({ entry }) => entry),
      randAugmentOps.inc0,
    ),
    sameStages(
      "augMixOps",
      "timm",
      augMixPolicy({ peer: "timm" }).map(({ entry }) => entry),
      augMixOps,
    ),
    {
      ...sameStages("weightedOps", "timm", entriesOf(weighted), weightedOps.names),
      data: {
        ours: weighted.weights!.map((weight) => ((weight as number) / total).toFixed(12)),
        peer: weightedOps.probabilities.map((share) => share.toFixed(12)),
      },
    },
    ...Object.entries(autoAugment).flatMap(([name, policy]) => subPolicyCases(name, policy)),
  ];
}

/**
 * timm's argument at every level, with both signs. Absolute translations were recorded with 250 pixels, relative ones
 * with 0.45 of the side.
 */
function levelCase(entry: string, recorded: TimmTables["levelToArg"][string]): TableCase {
  const id = `levelToArg.${entry}`;
  const how = { interpolation: "bilinear", fill: [128] };
  const translate = entry.endsWith("Rel") ? 0.45 : 250;
  const rows = recorded?.rows ?? [[9, 0]];
  const at = (magnitude: number) => opAt("timm", entry, { magnitude, translate, interpolation: "bilinear" });
  if (entry === "GaussianBlurRand") {
    // timm draws σ from 0.1 to twice what the level gives.
    const ours = rows.map(([level]) => drawn(at(level), ANY_SIZE));
    const sigma = ([call]: OpCall[]) => ((call as AnyCall).sigma as number[])[0]!;
    const isInside = ours.map((pictures, i) =>
      pictures.every((calls) => sigma(calls) >= 0.1 && sigma(calls) <= Math.max(0.1, 2 * rows[i]![1])),
    );
    const widest = ours.map((pictures) => Math.max(...pictures.map(sigma)));
    const isFull = widest.map((most, i) => most >= 0.1 + 0.8 * (Math.max(0.1, 2 * rows[i]![1]) - 0.1));
    const yes = rows.map(() => true);
    return { id, data: { ours: [isInside, isFull], peer: [yes, yes] }, calls: { ours: [], peer: [] } };
  }
  const ours = rows.map(([level]) => drawnKinds(at(level), ANY_SIZE));
  const peer = rows.map(([, ...values]) =>
    distinct(values.map((value) => callsFromTimm([{ op: entry, args: [value!] }], { ...ANY_SIZE, ...how } as TimmRun))),
  );
  return { id, data: { ours, peer }, calls: { ours: ours.flat(), peer: peer.flat() } };
}

/** AutoAugment's sub-policies, one case each. */
function subPolicyCases(name: string, policy: SubPolicy[]): TableCase[] {
  const isThree = name === "3a";
  const table: TableName = ["imagenet", "cifar10", "svhn"].includes(name) ? "torchvisionAutoAugment" : "timm";
  const ours = isThree
    ? threeAugment().stages.map((stage) => [stage as OpAt])
    : autoAugmentStages(name as Parameters<typeof autoAugmentStages>[0]);
  const rowOf = ([entry, prob, magnitude]: SubPolicy[number]) => [
    entry,
    prob,
    "value" in tableOf(table).entries[entry]! || "spread" in tableOf(table).entries[entry]! ? magnitude : null,
  ];
  const all = policy.map((rows, i): TableCase => {
    const own = ours[i] ?? [];
    const stages = rows.map(([entry, prob, magnitude]) => opAt(table, entry, { magnitude: magnitude ?? 0, prob }));
    return {
      id: `${name}[${i}]`,
      data: {
        ours: own.map(({ entry, prob = 1, magnitude }) => rowOf([entry, prob as number, magnitude as number])),
        peer: rows.map(rowOf),
      },
      calls: { ours: drawn(sequential(own), ANY_SIZE), peer: drawn(sequential(stages), ANY_SIZE) },
    };
  });
  return [
    ...all,
    { id: `${name}, how many`, data: { ours: ours.length, peer: policy.length }, calls: { ours: [], peer: [] } },
  ];
}

/** Two lists of a table's ops. */
function sameStages(id: string, table: TableName, ours: readonly string[], peer: readonly string[]): TableCase {
  const callsOf = (names: readonly string[]) => names.map((entry) => drawn(opAt(table, entry), ANY_SIZE, 1)[0]!);
  return { id, data: { ours, peer }, calls: { ours: callsOf(ours), peer: callsOf(peer) } };
}

/** What pictures draw of a stage, each for itself. */
function drawn(stage: ImageStage, { height, width }: Size, batchSize = DRAWS): OpCall[][] {
  return samplePlan({ policy: stage, seed: 7, step: 0, batchSize, height, width }).sources.map(({ ops = [] }) => ops);
}

/** The different ones among them, in an order of their own. */
const drawnKinds = (stage: ImageStage, size: Size): OpCall[][] => distinct(drawn(stage, size));

function distinct(all: OpCall[][]): OpCall[][] {
  const kinds = new Map(all.map((calls) => [JSON.stringify(calls.map((call) => Object.entries(call).sort())), calls]));
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, calls]) => calls);
}
