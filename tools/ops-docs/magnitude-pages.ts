/** The pages of docs/magnitudes: what each magnitude of a policy is in the ops' own units, by the peers' tables. */
import { augMixPolicy, autoAugmentStages, type magnitudeTables, type TableName } from "../../src/index.ts";
import { imageOps } from "../../src/ops/index.ts";
import type { ImageOp } from "../../src/ops/op.ts";
import { entriesOf } from "../../src/peers/rand-augment.ts";
import { peerValue } from "../../src/stages/op-at.ts";
import { binsOf, largestOf, tableOf } from "../../src/tables/index.ts";
import type { Entry, MagnitudeTable } from "../../src/tables/table.ts";
import { wrapMarkdown } from "../wrap-markdown.mjs";
import { code, round, table } from "./words.ts";

/** Ranges in pixels are of a picture of this side. */
const SIDE = 224;

/** Magnitudes that have a column; the peers' defaults are among them. */
const COLUMNS: Readonly<Record<MagnitudeTable["unit"], (largest: number) => readonly number[]>> = {
  bin: (largest) => (largest > 9 ? [0, 3, 6, 9, 15, 21, 30] : [0, 1, 2, 3, 5, 7, 9]),
  level: () => [0, 2, 4, 6, 8, 9, 10],
  share: () => [0, 0.1, 0.3, 0.5, 0.8, 1],
};

/** Arguments that are alike at every magnitude: how an op reads and rounds, and not how strong it is. */
const NO_STRENGTH = ["interpolation", "edge", "fill", "peer", "randomSign"];

const number = (value: number): string => String(round(Number(value.toPrecision(3)))).replace("-", "−");

/** A strength as it is drawn: `0.7 to 1.3`. */
function drawn(value: unknown): string {
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) {
    const [low, high] = value as [number, number];
    if (low === high) return number(low);
    return low === -high ? `±${number(high)}` : `${number(low)} to ${number(high)}`;
  }
  const { normal, share, of, all } = value as Partial<Record<"normal" | "share" | "all", [number, number]>> & {
    of?: string;
  };
  if (normal) return number(normal[0]);
  if (all) return drawn(all);
  if (share) return share[0] === share[1] ? drawn(share) : `${drawn(share)} of the ${of}`;
  throw new Error(`no words for ${JSON.stringify(value)}`);
}

/** The strengths of an op's arguments, by name where there are several. */
function strengths(args: Readonly<Record<string, unknown>>): string {
  const found = Object.entries(args).filter(([name]) => !NO_STRENGTH.includes(name));
  const sign = args.randomSign === true ? "±" : "";
  return found
    .map(([name, value]) => `${found.length > 1 ? `${name} ` : ""}${withSign(sign, drawn(value))}`)
    .join(", ");
}

const withSign = (sign: string, words: string) => (words === "0" ? words : `${sign}${words}`);

/** What an entry draws: of several ops each once, as they mostly are the same along both sides. */
function spreadInWords(spread: object): string {
  const { kind, stages, op: _, ...args } = spread as { kind: string; stages?: object[]; op?: string };
  if (!stages) return strengths(args);
  const parts = [...new Set(stages.map(spreadInWords))];
  return parts.join(kind === "randomChoice" ? " or " : ", ");
}

function cell(of: MagnitudeTable, entry: Entry, magnitude: number): string {
  if ("spread" in entry) return spreadInWords(entry.spread(magnitude, 0));
  if (!entry.value) return "";
  const context = { bins: binsOf(of), height: SIDE, width: SIDE };
  const at = (negated: boolean) => entry.args!(peerValue(entry, magnitude, negated, context), context);
  const [plus, minus] = [strengths(at(false)), strengths(at(true))];
  if (!entry.signed || plus === minus) return plus;
  return minus === `−${plus}` ? `±${plus}` : plus === `−${minus}` ? `±${minus}` : `${plus} or ${minus}`;
}

function unitOf(of: MagnitudeTable, entry: Entry, magnitude: number): string {
  const described = (imageOps as Record<string, ImageOp>)[entry.op]!.args;
  const context = { bins: binsOf(of), height: SIDE, width: SIDE };
  const names =
    "spread" in entry
      ? Object.keys(described).filter((name) => JSON.stringify(entry.spread(magnitude, 0)).includes(`"${name}":`))
      : entry.value
        ? Object.keys(entry.args!(peerValue(entry, magnitude, false, context), context))
        : [];
  const units = names.filter((name) => !NO_STRENGTH.includes(name)).map((name) => described[name]!.unit);
  return [...new Set(units)].join(", ");
}

/** A table of a peer: its entries down, magnitudes across. */
export function magnitudesOf(name: TableName): string {
  const of = tableOf(name);
  const largest = largestOf(of);
  const columns = COLUMNS[of.unit](largest).filter((magnitude) => magnitude <= largest);
  const inPolicy = entriesOf(name);
  const rows = Object.entries(of.entries).map(([entry, what]) => [
    inPolicy.includes(entry) ? entry : `*${entry}*`,
    `[${what.op}](../ops.md#${what.op.toLowerCase()})`,
    unitOf(of, what, largest),
    ...columns.map((magnitude) => cell(of, what, magnitude)),
  ]);
  const head = ["Entry", "Op", "Unit", ...columns.map((magnitude) => `${of.unit} ${magnitude}`)];
  return `## \`${name}\`\n\n${of.about}.\n\n${table(head, rows)}`;
}

/** AutoAugment's pairs in numbers: `Rotate 30 degrees` in place of a bin. */
function pairsOf(policy: "imagenet" | "cifar10" | "svhn" | "v0"): string {
  const name = policy === "v0" ? "timm" : "torchvisionAutoAugment";
  const of = tableOf(name);
  const rows = autoAugmentStages(policy).map((calls, i) => [
    String(i + 1),
    ...calls.map(({ entry, prob, magnitude }) => {
      const what = of.entries[entry]!;
      const strength = cell(of, what, magnitude as number);
      return `${entry} ${strength}`.trim().concat(`, in ${Math.round(100 * (prob as number))} %`);
    }),
  ]);
  return `## \`${policy}\`\n\n${table(["", "First", "Second"], rows)}`;
}

const NOTES =
  `± is a sign that is drawn, half and half, and "or" one of two. Pixels are of a picture of ` +
  `${SIDE} × ${SIDE}. An empty cell is an op that has no strength. An entry in italics is in the table, and not ` +
  "in its RandAugment.";

const page = (title: string, opening: string, ...parts: string[]) =>
  wrapMarkdown(
    [
      "<!-- `npm run docs` writes this page, from the tables of src/tables. Do not edit it. -->",
      `# ${title}`,
      opening,
      ...parts,
    ]
      .join("\n\n")
      .concat("\n"),
  );

const tables = (...names: (keyof typeof magnitudeTables)[]) => names.map(magnitudesOf);

function augMixEntries(): string {
  const rows = (["torchvision", "timm", "kerascv", "kerascvQuirks"] as const).map((peer) => {
    const stages = augMixPolicy({ peer });
    return [code(peer), code(stages[0]!.table), strengthOf(stages[0]!.magnitude), String(stages.length)];
  });
  return table(["`augMixPolicy({ peer })`", "Table", "Magnitude", "Entries"], rows);
}

const strengthOf = (magnitude: unknown) =>
  typeof magnitude === "number" || Array.isArray(magnitude) ? drawn(magnitude) : code(JSON.stringify(magnitude));

/** Every page by its path. */
export function magnitudePages(): Record<string, string> {
  const pages: Record<string, [title: string, answers: string, text: string]> = {
    randaugment: [
      "RandAugment in numbers",
      "torchvision's, KerasCV's, Keras 3's and DALI's RandAugment",
      page(
        "RandAugment in numbers",
        "This page says what each magnitude of `randAugment` is, by the table that it reads.",
        "A picture gets some of these ops, all at one magnitude: `randAugment({ table, layers, magnitude })`. " +
          "torchvision's default is 2 ops at bin 9, KerasCV's 3 at 0.5, with noise. Options are in " +
          "[policies](../policies.md#randaugment).",
        NOTES,
        ...tables("torchvision", "kerascv", "keras3", "keras3Quirks", "dali"),
      ),
    ],
    trivialaugment: [
      "TrivialAugment in numbers",
      "torchvision's and DALI's TrivialAugmentWide",
      page(
        "TrivialAugment in numbers",
        "This page says what each magnitude of `trivialAugmentWide` is.",
        "A picture gets one of these ops, at a magnitude that is drawn from all of them: `trivialAugmentWide({ " +
          "table })`.",
        NOTES,
        ...tables("torchvisionWide", "daliWide"),
      ),
    ],
    autoaugment: [
      "AutoAugment in numbers",
      "the 25 pairs for ImageNet, CIFAR-10 and SVHN, and timm's `v0`",
      page(
        "AutoAugment in numbers",
        "This page says what `autoAugment` does: its pairs of ops with their strengths and chances, and what " +
          "its magnitudes are.",
        "A picture draws one pair of a policy. Each op of it has a chance of its own. " +
          "`autoAugmentStages(policy)` returns the pairs as lists, and [ops.md](../ops.md#autoaugment) has them " +
          "with the paper's magnitudes.",
        NOTES,
        ...(["imagenet", "cifar10", "svhn", "v0"] as const).map(pairsOf),
        ...tables("torchvisionAutoAugment"),
      ),
    ],
    augmix: [
      "AugMix in numbers",
      "what its chains draw from, at which severity",
      page(
        "AugMix in numbers",
        "This page says what each severity of `augMix` is, by peer.",
        "A picture is blended with chains of these ops: `augMix(augMixPolicy({ peer }))`. Options are in " +
          "[policies](../policies.md#augmix).",
        augMixEntries(),
        NOTES,
        ...tables("torchvisionAugMix", "kerascvAugMix", "kerascvAugMixQuirks"),
      ),
    ],
    timm: [
      "timm's levels in numbers",
      'the levels of `"rand-m9-…"`, `"augmix-…"` and `"v0"`',
      page(
        "timm's levels in numbers",
        "This page says what timm's levels 0 to 10 are, of `rand-m9-mstd0.5-inc1` and of its other policies.",
        "With `inc1` the strings draw from the entries that end in Increasing; without it, from those of the " +
          "same name that do not. How strings become policies is in [presets](../presets.md#image-ops), a whole " +
          "command in [the recipe](../recipes/timm.md). timm caps levels at 10 unless `mmax` says otherwise.",
        NOTES,
        ...tables("timm"),
      ),
    ],
  };
  const index = page(
    "Policies in numbers",
    "This page lists tables that say what a magnitude is: magnitude 9 means something else in every library.",
    table(
      ["page", "whose"],
      Object.entries(pages).map(([name, [title, whose]]) => [`[${title}](${name}.md)`, whose]),
    ),
    "They are written from the tables that the policies draw by. `magnitudeTables` has the same as data, and " +
      "`opAt(table, entry, { magnitude })` is one of their ops as a stage.",
  );
  return {
    "docs/magnitudes/README.md": index,
    ...Object.fromEntries(Object.entries(pages).map(([name, [, , text]]) => [`docs/magnitudes/${name}.md`, text])),
  };
}
