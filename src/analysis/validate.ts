import { found, InputError, PlanError, PolicyError } from "../check/errors.ts";
import { nearestName } from "../check/nearest.ts";
import { isOptions, knownKeys } from "../check/options.ts";
import { MAX_SIDE, type Size } from "../format/format.ts";
import { LAMBDA_MODES } from "../mixers/cutmix-box.ts";
import { checkMask } from "../mixers/masks/check.ts";
import { knownMasks } from "../mixers/masks/known.ts";
import { partnerShare } from "../mixers/masks/plane.ts";
import { PAIRINGS } from "../mixers/options.ts";
import { opChecks } from "../ops/op-checks.ts";
import { isSame } from "../ops/size.ts";
import { EXTRA_ORDER } from "../plan/join.ts";
import type { OwnSizes } from "../plan/own-sizes.ts";
import type { MaskShape, OpCall, Plan, Row, SourceRef } from "../plan/plan.ts";
import { MAX_STAGES } from "../policy/policy.ts";
import { MAX_REPEATS } from "../policy/repeated-augmentation.ts";
import { opDraws } from "../sample/op-draws.ts";

/** What a plan is about to be applied to. */
export interface PlanShape {
  batchSize: number;
  /** Picture size in pixels. */
  height?: number;
  width?: number;
  /** Instead of both, where pictures have sizes of their own; `plan`: as the plan says. */
  sizes?: OwnSizes | "plan";
  /** Samples in the dataset; left out, no source may come from one. */
  datasetSize?: number;
  /** Rows of the second batch; left out, no source may come from one. */
  externalSize?: number;
}

type Fields = Record<string, unknown>;

/**
 * The plan, after checking everything an edited or foreign one can get wrong against itself and against the batch it is
 * for. Throws PlanError with the path to the culprit: `plan.stages[0].rows[3].bbox[2]: expected an integer in 5..28,
 * found 40`.
 */
export function validatePlan(plan: unknown, shape: PlanShape): Plan {
  checkShape(shape);
  const fields = checkFields(plan, "plan", [
    "version",
    "seed",
    "epoch",
    "height",
    "width",
    "sources",
    "batchSize",
    "stages",
  ]);
  if (fields.version !== 1) throw new PlanError("plan.version", "1, the one version there is", fields.version);
  checkInteger(fields.seed, "plan.seed", 0, Number.MAX_SAFE_INTEGER);
  checkInteger(fields.epoch, "plan.epoch", 0, U32_MAX);
  checkAsSaid(fields, "batchSize", shape.batchSize, "as the batch has");
  checkSources(fields.sources, shape);
  const sources = fields.sources as SourceRef[];
  const isOwn = shape.sizes !== undefined;
  const size = sizeOfAll(sources, (i) => (isOwn ? sources[i] : shape) as Size, "plan.sources");
  const [wanted, why] = isOwn ? [size, "which the sources' ops lead to"] : [shape, "as the batch has"];
  for (const name of ["height", "width"] as const) checkAsSaid(fields, name, wanted[name], why);
  checkStages(fields.stages, sources.length, size, shape);
  return plan as Plan;
}

function checkAsSaid(plan: Fields, name: string, wanted: number | undefined, why: string): void {
  if (plan[name] !== wanted) throw new PlanError(`plan.${name}`, `${wanted}, ${why}`, plan[name]);
}

function checkShape(shape: PlanShape): void {
  knownKeys("shape", shape, ["batchSize", "height", "width", "sizes", "datasetSize", "externalSize"]);
  const { datasetSize, externalSize, sizes, ...needed } = shape;
  checkSize("shape.batchSize", shape.batchSize);
  for (const name of ["height", "width"] as const) {
    if (sizes === undefined) checkSize(`shape.${name}`, needed[name]);
    else if (needed[name] !== undefined)
      throw new InputError(`shape.${name}`, "nothing where pictures have sizes of their own", needed[name]);
  }
  if (datasetSize !== undefined) checkSize("shape.datasetSize", datasetSize);
  if (externalSize !== undefined) checkSize("shape.externalSize", externalSize);
}

function checkSize(path: string, value: unknown): void {
  if (!(Number.isSafeInteger(value) && (value as number) >= 1)) throw new InputError(path, "a positive integer", value);
}

const U32_MAX = 0xffffffff;
/** Ops on one picture. */
const MAX_OPS = 256;

function checkSources(sources: unknown, shape: PlanShape): void {
  const { batchSize } = shape;
  if (!Array.isArray(sources) || sources.length < batchSize) {
    throw new PlanError("plan.sources", `an array of at least ${batchSize} sources, the batch's rows first`, sources);
  }
  const counts = { batch: batchSize, dataset: shape.datasetSize, external: shape.externalSize };
  const { sizes } = shape;
  const sizeOf = sizes === undefined || sizes === "plan" ? sizes : opDraws().openSizes("shape.sizes", sizes, counts);
  let reached = 0;
  // Array.from gives a hole, such as `delete sources[1]` leaves, as undefined, and forEach would pass over it.
  Array.from(sources).forEach((source: unknown, i) => {
    const path = `plan.sources[${i}]`;
    const fields = checkFields(source, path, ["from", "index", "id", "height", "width", "ops"]);
    const { from, index, id, ops } = fields;
    const allowed: readonly string[] = i < batchSize ? ["batch", "dataset"] : EXTRA_ORDER.slice(reached);
    if (typeof from !== "string" || !allowed.includes(from)) {
      throw new PlanError(
        `${path}.from`,
        `${allowed.join(" or ")} ${i < batchSize ? "in the batch's rows" : "at this place"}`,
        from,
      );
    }
    if (i >= batchSize) reached = EXTRA_ORDER.indexOf(from as SourceRef["from"]);
    const count = counts[from as keyof typeof counts];
    if (count === undefined) throw new PlanError(`${path}.from`, `no source from ${WITHOUT[from]}`, from);
    checkInteger(index, `${path}.index`, 0, count - 1);
    checkInteger(id, `${path}.id`, 0, U32_MAX);
    checkOwnSize(fields, path, typeof sizeOf === "function" ? sizeOf(from as SourceRef["from"], index) : sizeOf);
    checkOps(ops, `${path}.ops`);
  });
}

/** Checks the size that a source says: of pictures of one size none, else its own, where that is known. */
function checkOwnSize(source: Fields, path: string, wanted: Size | "plan" | undefined): void {
  for (const name of ["height", "width"] as const) {
    const side = source[name];
    if (wanted === undefined && side !== undefined)
      throw new PlanError(
        `${path}.${name}`,
        "nothing, since the pictures are not said to have sizes of their own",
        side,
      );
    if (wanted === undefined) continue;
    if (wanted === "plan") checkInteger(side, `${path}.${name}`, 1, MAX_SIDE);
    else if (side !== wanted[name]) throw new PlanError(`${path}.${name}`, `${wanted[name]}, the picture's`, side);
  }
}

const WITHOUT: Record<string, string> = {
  dataset: "a dataset, because none is given",
  external: "a second batch, because none is given",
};

/** Checks what is done to one picture, by name and argument. */
function checkOps(ops: unknown, path: string): void {
  if (ops === undefined) return;
  if (!Array.isArray(ops) || ops.length > MAX_OPS)
    throw new PlanError(path, `an array of at most ${MAX_OPS} op calls`, ops);
  Array.from(ops).forEach((call: unknown, i) => {
    try {
      opChecks().checkCall(call, `${path}[${i}]`);
    } catch (error) {
      throw error instanceof PolicyError ? new PlanError(error.path, error.expected, error.found) : error;
    }
  });
}

/** The size of pictures after their ops, which must be one size. */
function sizeOfAll(pictures: readonly { ops?: OpCall[] }[], before: (i: number) => Size, path: string): Size {
  const sizes = pictures.map(({ ops }, i) => {
    const { height, width } = before(i);
    return ops ? opChecks().sizeAfterCalls(ops, { height, width }, `${path}[${i}].ops`) : { height, width };
  });
  const first = sizes[0]!;
  const other = sizes.findIndex((size) => !isSame(size, first));
  if (other < 0) return first;
  const shown = `${sizes[other]!.height} × ${sizes[other]!.width}`;
  throw new PlanError(
    `${path}[${other}].ops`,
    `ops that lead to ${first.height} × ${first.width}, as those of the first picture`,
    found(shown),
  );
}

function checkStages(stages: unknown, sources: number, size: Size, shape: PlanShape): void {
  if (!Array.isArray(stages) || stages.length === 0 || stages.length > MAX_STAGES) {
    throw new PlanError("plan.stages", `an array of 1 to ${MAX_STAGES} stages`, stages);
  }
  let below = sources;
  let now = size;
  Array.from(stages).forEach((stage: unknown, k) => {
    const path = `plan.stages[${k}]`;
    const { pairing, rows } = checkFields(stage, path, ["pairing", "rows"]);
    checkOneOf(pairing, `${path}.pairing`, [...PAIRINGS, "self"]);
    if (!Array.isArray(rows)) throw new PlanError(`${path}.rows`, "an array of rows", rows);
    checkLevelSize(rows.length, `${path}.rows`, k === stages.length - 1, shape.batchSize);
    Array.from(rows).forEach((row: unknown, i) => {
      checkRow(row, `${path}.rows[${i}]`, below, now);
    });
    below = rows.length;
    const before = now;
    now = sizeOfAll(rows as Row[], () => before, `${path}.rows`);
  });
}

/** The last level is the output, and no level before it can be smaller than the batch. */
function checkLevelSize(rows: number, path: string, isLast: boolean, batchSize: number): void {
  const half = Math.ceil(batchSize / 2);
  const isRepeated = rows % batchSize === 0 && rows > 0 && rows <= MAX_REPEATS * batchSize;
  if (isLast && rows !== half && !isRepeated) {
    throw new PlanError(path, `${batchSize} rows, or ${half} where the batch is halved`, rows);
  }
  if (!isLast && rows < batchSize)
    throw new PlanError(path, `at least ${batchSize} rows, one a row of the batch`, rows);
}

const ROW_FIELDS: Record<Row["mixer"], string[]> = {
  none: ["mixer", "own", "ops"],
  mixup: ["mixer", "own", "partner", "lambda", "ops"],
  cutmix: ["mixer", "own", "partner", "bbox", "lambda", "lambdaMode", "ops"],
  mask: ["mixer", "own", "partner", "mask", "lambda", "ops"],
};

function checkRow(value: unknown, path: string, below: number, size: Size): void {
  if (!isOptions(value)) throw new PlanError(path, "a row, { mixer, own, … }", value);
  const { mixer } = value;
  checkOneOf(mixer, `${path}.mixer`, Object.keys(ROW_FIELDS));
  const row = checkFields(value, path, ROW_FIELDS[mixer as Row["mixer"]]);
  checkInteger(row.own, `${path}.own`, 0, below - 1);
  checkOps(row.ops, `${path}.ops`);
  if (mixer === "none") return;
  checkInteger(row.partner, `${path}.partner`, 0, below - 1);
  if (typeof row.lambda !== "number" || !(row.lambda >= 0 && row.lambda <= 1)) {
    throw new PlanError(`${path}.lambda`, "a number from 0 to 1", row.lambda);
  }
  if (mixer === "cutmix") checkCutmix(row, path, size);
  if (mixer === "mask") checkMaskRow(row, path, size);
}

function checkMaskRow({ mask, lambda }: Fields, path: string, size: Size): void {
  checkMask(mask, `${path}.mask`, knownMasks.names, size.height * size.width, PlanError);
  const exact = Math.fround(1 - partnerShare(mask as MaskShape, size));
  if (Math.fround(lambda as number) !== exact) {
    throw new PlanError(`${path}.lambda`, `${exact}, one less the mean of the mask's weights`, lambda);
  }
}

function checkCutmix({ bbox, lambda, lambdaMode }: Fields, path: string, { height, width }: Size): void {
  if (!Array.isArray(bbox) || bbox.length !== 4)
    throw new PlanError(`${path}.bbox`, "[x0, y0, x1, y1] in pixels", bbox);
  const [x0, y0, x1, y1] = bbox as unknown[];
  checkInteger(x0, `${path}.bbox[0]`, 0, width);
  checkInteger(y0, `${path}.bbox[1]`, 0, height);
  checkInteger(x1, `${path}.bbox[2]`, x0, width);
  checkInteger(y1, `${path}.bbox[3]`, y0, height);
  if (lambdaMode !== undefined) {
    checkOneOf(lambdaMode, `${path}.lambdaMode`, LAMBDA_MODES.slice(1));
    return;
  }
  // Rounded before comparing, so that a plan may carry the same share with more digits.
  const exact = Math.fround(1 - ((x1 - x0) * (y1 - y0)) / (height * width));
  if (Math.fround(lambda as number) !== exact) {
    throw new PlanError(`${path}.lambda`, `${exact}, the share of pixels outside the bbox`, lambda);
  }
}

/** A plain object with nothing but `known` fields. */
function checkFields(value: unknown, path: string, known: string[]): Fields {
  if (!isOptions(value)) {
    throw new PlanError(path, `an object with ${known.join(", ")}`, value);
  }
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    throw new PlanError(path, `only the fields ${known.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, key);
  }
  return value as Fields;
}

function checkOneOf(value: unknown, path: string, names: readonly string[]): void {
  if (typeof value === "string" && names.includes(value)) return;
  const near = typeof value === "string" ? nearestName(value, names) : undefined;
  throw new PlanError(path, `one of ${names.join(", ")}${near ? ` (did you mean ${near}?)` : ""}`, value);
}

function checkInteger(value: unknown, path: string, low: number, high: number): asserts value is number {
  if (!Number.isSafeInteger(value) || (value as number) < low || (value as number) > high) {
    throw new PlanError(path, `an integer in ${low}..${high}`, value);
  }
}
