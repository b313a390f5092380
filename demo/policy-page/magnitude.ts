/** One number for the strength of a stage: 0 does nothing, 1 is as far as its table, or `atMagnitude`, goes. */
import {
  type Arg,
  type ArgDraw,
  type ImageOp,
  type ImageStage,
  imageOps,
  magnitudeTables,
  type NumberDraw,
} from "mixwell";

type OpAt = Extract<ImageStage, { kind: "opAt" }>;

const opNamed = (name: string): ImageOp => (imageOps as Record<string, ImageOp>)[name]!;

interface TableFacts {
  unit: "bin" | "level" | "share";
  bins?: number;
  max?: number;
}

const tableOf = (name: string): TableFacts => (magnitudeTables as Record<string, TableFacts>)[name]!;

/** The largest magnitude of a stage's table. */
export function largestOf({ table, bins }: Pick<OpAt, "table" | "bins">): number {
  const found = tableOf(table);
  return found.unit === "bin" ? (bins ?? found.bins ?? 31) - 1 : (found.max ?? 1);
}

export const unitOf = ({ table }: Pick<OpAt, "table">): TableFacts["unit"] => tableOf(table).unit;

/** Whether an entry of a table has a magnitude at all. */
export function hasMagnitude({ table, entry }: Pick<OpAt, "table" | "entry">): boolean {
  const { entries } = tableOf(table) as unknown as { entries: Record<string, object> };
  return "value" in entries[entry]! || "spread" in entries[entry]!;
}

/** The strength as it is now; undefined where the stage has none. */
export function strengthOf(stage: ImageStage): number | undefined {
  if (stage.kind === "opAt") {
    if (!hasMagnitude(stage)) return undefined;
    const most = Array.isArray(stage.magnitude) ? stage.magnitude[1] : stage.magnitude;
    return typeof most === "number" ? most / largestOf(stage) : undefined;
  }
  return stage.kind === "op" && opNamed(stage.op).atMagnitude ? 0.5 : undefined;
}

/** The same stage at another strength. */
export function withStrength(stage: ImageStage, strength: number): ImageStage {
  if (stage.kind === "opAt") return { ...stage, magnitude: magnitudeAt(stage, strength) };
  if (stage.kind !== "op") return stage;
  return { ...stage, ...rangesAt(opNamed(stage.op), strength) } as ImageStage;
}

function magnitudeAt(stage: OpAt, strength: number): OpAt["magnitude"] {
  if (!hasMagnitude(stage)) return stage.magnitude;
  const most = strength * largestOf(stage);
  const magnitude = unitOf(stage) === "bin" ? Math.round(most) : Number(most.toFixed(4));
  if (!Array.isArray(stage.magnitude)) return magnitude;
  const [low] = stage.magnitude;
  return [Math.min(low as number, magnitude), magnitude];
}

/** Ranges around what changes nothing, out to the op's own arguments at this strength. */
export function rangesAt({ args, atMagnitude }: ImageOp, strength: number): Record<string, ArgDraw> {
  const at = atMagnitude?.(strength) ?? {};
  const ranges: Record<string, ArgDraw> = {};
  for (const [name, value] of Object.entries(at)) if (name !== "key") ranges[name] = rangeTo(value, args[name]!);
  return ranges;
}

function rangeTo(value: unknown, arg: Arg): ArgDraw {
  const { identity } = arg;
  if (typeof value === "number") return typeof identity === "number" ? around(identity, value, arg) : value;
  if (!Array.isArray(value)) return value as ArgDraw;
  const neutral = Array.isArray(identity)
    ? (identity as number[])
    : value.map(() => (typeof identity === "number" ? identity : undefined));
  const ranges = value.map((entry: number, i) => (neutral[i] === undefined ? entry : around(neutral[i], entry, arg)));
  if (value.every((entry) => entry === value[0]) && identity === undefined)
    return { all: around(arg.min ?? 0, value[0] as number, arg) };
  return ranges.every((range) => !Array.isArray(range)) ? (value as number[]) : { list: ranges };
}

/** As far below as above; by ratio where that would come too near to zero. */
function around(
  identity: number,
  value: number,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, type }: Arg,
): NumberDraw {
  if (value === identity) return identity;
  const mirrored = 2 * identity - value;
  const isRatio = min >= 0 && identity > 0 && value > identity && mirrored < identity / 11;
  const other = isRatio ? (identity * identity) / value : Math.min(max, Math.max(min, mirrored));
  const digits = (x: number) => (type === "integer" ? Math.round(x) : Number(x.toFixed(4)));
  const [low, high] = [Math.min(value, other), Math.max(value, other)].map(digits);
  return low === high ? low! : [low!, high!];
}
