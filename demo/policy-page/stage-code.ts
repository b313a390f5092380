/**
 * A policy as the code that makes it: plain constructors, or a peer's name where the stages are exactly what that
 * makes.
 */
import { augMixPolicy, autoAugment, type PolicyStage, randAugment, threeAugment, trivialAugmentWide } from "mixwell";

export interface Code {
  text: string;
  /** What it needs from the library. */
  imports: Set<string>;
}

/** Where code is written to: how wide it is, and what it needed so far. */
interface Paper extends Pick<Code, "imports"> {
  width: number;
}

/** `ops.rotate({ degrees: [-30, 30] })`, laid out from column `indent` on. */
export function stageCode(stage: PolicyStage, { indent = "", width = 100 } = {}): Code {
  const paper: Paper = { width, imports: new Set() };
  return { text: write(stage as unknown as Loose, indent, paper), imports: paper.imports };
}

type Loose = Record<string, unknown> & { kind: string };

function write(stage: Loose, indent: string, to: Paper): string {
  const short = shortForm(stage);
  if (short) return call(short.name, [short.options], indent, to);
  const { kind, ...rest } = stage;
  if (kind === "op") {
    const { op, ...args } = rest;
    return call(`ops.${op}`, [args], indent, to);
  }
  if (kind === "opAt") {
    const { table, entry, op: _op, ...options } = rest;
    return call("opAt", [table, entry, options], indent, to);
  }
  // The constructor's own default is not 1.
  if ((kind === "randomErasing" || kind === "randomApply") && rest.prob === undefined) rest.prob = 1;
  for (const list of ["stages", "mixers", "augmenters", "stage"]) {
    if (!(list in rest)) continue;
    const { [list]: children, ...options } = rest;
    return call(
      kind,
      [new Nested(kind === "augMix" ? (augMixShort(children) ?? children) : children), options],
      indent,
      to,
    );
  }
  return call(kind, [rest], indent, to);
}

/** Stages within a stage, to be written as code and not as data. */
class Nested {
  constructor(readonly value: unknown) {}
}

interface Short {
  name: string;
  options: Record<string, unknown>;
}

function call(name: string, args: unknown[], indent: string, to: Paper): string {
  to.imports.add(name.split(".")[0]!);
  const given = args.filter((arg, i) => !(i === args.length - 1 && isEmpty(arg)));
  const line = `${name}(${given.map((arg) => value(arg, "", to, true)).join(", ")})`;
  if (indent.length + line.length <= to.width) return line;
  const [first, ...more] = given;
  const tail = more
    .map((arg) => `, ${value(arg, indent, to, indent.length + oneLine(arg).length < to.width)}`)
    .join("");
  return `${name}(${value(first, indent, to, false)}${tail})`;
}

const isEmpty = (arg: unknown) =>
  typeof arg === "object" && arg !== null && !(arg instanceof Nested) && Object.keys(arg).length === 0;

function value(given: unknown, indent: string, to: Paper, onOneLine: boolean): string {
  if (!(given instanceof Nested))
    return onOneLine || typeof given !== "object" || given === null ? oneLine(given) : spread(given, indent);
  const { value: children } = given;
  if (isShort(children)) return call(children.name, [children.options], indent, to);
  if (!Array.isArray(children)) return write(children as Loose, indent, to);
  const deeper = `${indent}  `;
  const lines = children.map((child) => write(child as Loose, onOneLine ? "" : deeper, to));
  return onOneLine ? `[${lines.join(", ")}]` : `[\n${lines.map((line) => `${deeper}${line},\n`).join("")}${indent}]`;
}

const isShort = (given: unknown): given is Short => typeof given === "object" && given !== null && "name" in given;

/** Data as JavaScript. */
export function oneLine(given: unknown): string {
  if (Array.isArray(given)) return `[${given.map(oneLine).join(", ")}]`;
  if (typeof given !== "object" || given === null) return JSON.stringify(given);
  const entries = Object.entries(given).filter(([, item]) => item !== undefined);
  return entries.length === 0 ? "{}" : `{ ${entries.map(([name, item]) => `${name}: ${oneLine(item)}`).join(", ")} }`;
}

function spread(given: object, indent: string): string {
  if (Array.isArray(given)) return oneLine(given);
  const entries = Object.entries(given).filter(([, item]) => item !== undefined);
  return `{\n${entries.map(([name, item]) => `${indent}  ${name}: ${oneLine(item)},\n`).join("")}${indent}}`;
}

/** Whether two stages are the same, in whatever order their options stand. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

function canonical(given: unknown): string {
  if (Array.isArray(given)) return `[${given.map(canonical).join()}]`;
  if (typeof given !== "object" || given === null) return JSON.stringify(given);
  const entries = Object.entries(given).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => `${name}:${canonical(item)}`)
    .join()}}`;
}

/** A guess from the stage's first op; it counts if it makes the same stage. */
function shortForm(stage: Loose): Short | undefined {
  const first = (stage.stages as Loose[] | undefined)?.[0];
  if (first === undefined) return undefined;
  const { kind: _kind, stages: _stages, ...own } = stage;
  if (stage.kind === "randomPipeline") {
    const { augmentationsPerImage: layers, ...more } = own;
    const { magnitude, magnitudeStd, bins, interpolation, fill, translate } = first;
    const options = clean({
      table: first.table,
      layers,
      magnitude,
      magnitudeStd,
      bins,
      interpolation,
      fill,
      translate,
      ...more,
    });
    return matching(stage, "randAugment", options, () => randAugment(options));
  }
  if (stage.kind !== "randomChoice") return undefined;
  const guesses: [string, Record<string, unknown>, () => unknown][] = [
    ["threeAugment", own, () => threeAugment(own)],
    ...["torchvisionWide", "daliWide"].map((table): (typeof guesses)[number] => {
      const options = table === "daliWide" ? { table, ...own } : own;
      return ["trivialAugmentWide", options, () => trivialAugmentWide(options as object)];
    }),
    ...["imagenet", "cifar10", "svhn", "original", "originalr", "v0", "v0r"].map((policy): (typeof guesses)[number] => [
      "autoAugment",
      { policy, ...own },
      () => autoAugment({ policy, ...own } as object),
    ]),
  ];
  for (const [name, options, make] of guesses) {
    const found = matching(stage, name, options, make);
    if (found) return found;
  }
  return undefined;
}

/** AugMix's list of stages by its peer and severity. */
function augMixShort(stages: unknown): Short | undefined {
  const magnitude = (stages as Loose[])[0]?.magnitude;
  const end = Array.isArray(magnitude) ? (magnitude[1] as number) : Number.NaN;
  for (const [peer, severity] of Object.entries({ torchvision: end + 1, timm: end, kerascv: end })) {
    const options = { peer, severity };
    const found = matching(stages, "augMixPolicy", options, () => augMixPolicy(options as object));
    if (found) return found;
  }
  return undefined;
}

function matching(
  stage: unknown,
  name: string,
  options: Record<string, unknown>,
  make: () => unknown,
): Short | undefined {
  try {
    return isSame(make(), stage) ? { name, options } : undefined;
  } catch {
    // A guess that cannot be made is none.
    return undefined;
  }
}

const clean = (options: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(options).filter(([, item]) => item !== undefined));
