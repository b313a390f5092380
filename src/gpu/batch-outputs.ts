/** Where a step writes: into what the caller gave in `out`, once it is checked, and else into buffers of ours. */

import { ownSources } from "../analysis/own-sources.ts";
import { found, InputError } from "../check/errors.ts";
import { knownKeys } from "../check/options.ts";
import { isCallable } from "../check/values.ts";
import { BYTES_PER_ELEMENT, type LabelOptions, type OutputOptions } from "../format/format.ts";
import type { OutputName, Recording } from "../lower/recording.ts";
import type { Plan } from "../plan/plan.ts";
import type { Batch, OutBuffers, OutType, StepOptions } from "./batch.ts";
import { storage } from "./check.ts";
import type { Bound } from "./executor.ts";
import type { OpenInput } from "./inputs.ts";
import { checkOutputSize, type Outputs } from "./outputs.ts";
import { valuesOf } from "./values.ts";

/** What the outputs are called in `StepOptions.out`. */
const OUT_NAMES: Record<OutputName, keyof OutBuffers> = {
  images: "images",
  soft: "labels",
  sourceClasses: "classes",
  sourceShares: "shares",
};

/** What an engine makes of every batch. */
export interface Made {
  output: OutputOptions;
  labels: LabelOptions | undefined;
}

export type GivenOutputs = Partial<Record<OutputName, GPUBuffer>>;

/**
 * The caller's buffers for a recording's outputs. All are checked here, so that a wrong one leaves no half-made batch
 * behind.
 */
export function givenOutputs(
  recording: Recording,
  made: Made,
  open: OpenInput,
  step: StepOptions,
  device: GPUDevice,
): GivenOutputs {
  const out = step.out ?? {};
  if (typeof out === "function" && !isCallable(out))
    throw new InputError("out", "buffers by name, or a function that gives them", found("a class"));
  const wanted = Object.entries(recording.outputs) as [OutputName, number][];
  const given = typeof out === "function" ? askedFor(out, wanted, formsOf(recording, made), device) : named(out);
  const inputs = [
    ...open.pages.map(({ buffer }) => buffer),
    open.external?.page.buffer,
    open.labels,
    open.external?.labels,
  ];
  for (const [name, size] of wanted) {
    const buffer = given[name];
    if (buffer === undefined) continue;
    const path = `out.${OUT_NAMES[name]}`;
    storage(path, buffer, size, device);
    if (inputs.includes(buffer)) throw new InputError(path, "another buffer than the input's", found("the same one"));
    if (wanted.some(([other]) => other !== name && given[other] === buffer))
      throw new InputError(path, "a buffer of its own", found("one given twice"));
  }
  for (const [name, buffer] of Object.entries(given) as [OutputName, GPUBuffer | undefined][]) {
    if (buffer !== undefined && recording.outputs[name] === undefined)
      throw new InputError(`out.${OUT_NAMES[name]}`, "nothing: this engine does not make it (see `labels`)", buffer);
  }
  return given;
}

function named(out: OutBuffers): GivenOutputs {
  knownKeys("out", out, Object.values(OUT_NAMES));
  return { images: out.images, soft: out.labels, sourceClasses: out.classes, sourceShares: out.shares };
}

/** Asks for every output that is made, once it is known to fit the device. */
function askedFor(
  out: AskForBuffer,
  wanted: readonly [OutputName, number][],
  forms: Record<OutputName, [shape: number[], type: OutType]>,
  device: GPUDevice,
): GivenOutputs {
  const given: GivenOutputs = {};
  for (const [name, bytes] of wanted) {
    checkOutputSize(OUT_NAMES[name], bytes, device);
    const [shape, type] = forms[name];
    given[name] = out(OUT_NAMES[name], [...shape], type);
  }
  return given;
}

/**
 * The outputs by name: the caller's buffers, and where there is none the next of ours, for a step in the encoder of
 * that number.
 */
export function bindOutputs(
  { outputs }: Recording,
  given: GivenOutputs,
  ours: Outputs,
  encoder: number,
): Map<OutputName, Bound> {
  const bound = Object.entries(outputs).map(([key, size]) => {
    const name = key as OutputName;
    return [name, { buffer: given[name] ?? ours.next(OUT_NAMES[name], size, encoder), size }] as const;
  });
  return new Map(bound);
}

/** The batch that a recording writes into its bound outputs. */
export function batchOf(
  recording: Recording,
  made: Made,
  open: OpenInput,
  plan: Plan,
  bound: ReadonlyMap<OutputName, Bound>,
): Batch {
  const { output, labels } = made;
  const classes = bound.get("sourceClasses");
  const shares = bound.get("sourceShares");
  const own = ownSources(plan);
  return {
    images: bound.get("images")!.buffer,
    labels: bound.get("soft")?.buffer,
    sparse: classes && shares && { classes: classes.buffer, shares: shares.buffer, sources: recording.sources },
    size: recording.rows,
    shape: pictureShape(recording, output),
    format: output.format ?? "f32",
    layout: output.layout ?? "nhwc",
    ...valuesOf(plan, output, recording.channels),
    classes: labels?.classes,
    ids: own.map(({ id }) => id),
    plan,
    fields: open.fields(own),
  };
}

function formsOf(recording: Recording, { output, labels }: Made): Record<OutputName, [shape: number[], type: OutType]> {
  const pairs = [recording.rows, recording.sources];
  return {
    images: [pictureShape(recording, output), output.format ?? "f32"],
    soft: [[recording.rows, labels?.classes ?? 0], "f32"],
    sourceClasses: [pairs, "u32"],
    sourceShares: [pairs, "f32"],
  };
}

/** A function that is given as `out`. */
export type AskForBuffer = Extract<StepOptions["out"], (...args: never[]) => unknown>;

/**
 * Asks for the buffer of a target's output, as for those of pictures. @throws InputError for one that does not do
 */
export function askForTarget(
  ask: AskForBuffer,
  [name, shape, type]: [name: `targets.${string}`, shape: readonly number[], type: OutType],
  device: GPUDevice,
): GPUBuffer {
  const buffer = ask(name, [...shape], type);
  const bytes = shape.reduce((product, side) => product * side, type === "u32" ? 4 : BYTES_PER_ELEMENT[type]);
  storage(`out.${name}`, buffer, Math.ceil(bytes / 4) * 4, device);
  return buffer;
}

function pictureShape(
  { rows, height, width, channels }: Recording,
  { layout = "nhwc" }: OutputOptions,
): Batch["shape"] {
  return layout === "nhwc" ? [rows, height, width, channels] : [rows, channels, height, width];
}
