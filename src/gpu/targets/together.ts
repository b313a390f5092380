/** All targets of an engine, step by step. */
import { InputError } from "../../check/errors.ts";
import { BYTES_PER_ELEMENT, type PictureShape } from "../../format/format.ts";
import { type ExpectedOptions, expectedPipelines } from "../../lower/expected.ts";
import { lower } from "../../lower/lower.ts";
import type { LowerOptions, SoftClasses } from "../../lower/lowering.ts";
import type { BufferName, PipelineKey, Recording } from "../../lower/recording.ts";
import type { OpName } from "../../ops/index.ts";
import type { Plan } from "../../plan/plan.ts";
import type { ObjectsToDraw } from "../../sample/objects-to-draw.ts";
import { type Bindings, checkUploads } from "../bind.ts";
import { storage } from "../check.ts";
import type { Bound, Step } from "../executor.ts";
import type { OpenInput } from "../inputs.ts";
import { type OpenPictures, type OwnPictures, openOwn, type PictureForm, type TargetForm } from "../open-pictures.ts";
import { checkOutputSize, type Outputs } from "../outputs.ts";
import { placed } from "../placed.ts";
import { EngineTarget, type FollowedStep, type OpenTargets, type TargetHost } from "./target.ts";
import type { TargetOutput } from "./types.ts";

/** What a target is told of a step. */
export interface TargetStep {
  /** Its name, as the engine's options have it. */
  name: string;
  open: OpenInput;
  /** A valid one. */
  plan: Plan;
  /** The ops that the pictures' kernels are made for. */
  ops: readonly OpName[];
  host: TargetHost;
}

/** A target's part of a step. */
export interface Followed {
  /** What runs on the GPU, and what it reads. */
  work?: { recording: Recording; open: OpenInput };
  /** `buffers` are asked for by name, `images` is what the recording writes. */
  finish(buffers: TargetBuffers): TargetOutput;
}

export interface TargetBuffers {
  device: GPUDevice;
  /** What the recording writes. */
  images: GPUBuffer | undefined;
  next(name: string, bytes: number): GPUBuffer;
}

/** A kind of target. */
export abstract class MadeTarget extends EngineTarget {
  /** Refuses a policy that it cannot follow. @throws PolicyError */
  abstract check(name: string, host: TargetHost): void;
  abstract follow(step: TargetStep): Followed;
  abstract pipelines(name: string, form: PictureForm, host: TargetHost): PipelineKey[];

  /** The objects that crops look at, where it has any. */
  objectsToDraw?(step: Pick<TargetStep, "name" | "open">): ObjectsToDraw;

  together(targets: Readonly<Record<string, EngineTarget>>, host: TargetHost): OpenTargets {
    return new Together(targets as Record<string, MadeTarget>, host);
  }
}

class Together implements OpenTargets {
  private readonly targets: readonly (readonly [string, MadeTarget])[];
  private readonly bindings = new Map<string, Bindings>();

  constructor(
    targets: Readonly<Record<string, MadeTarget>>,
    private readonly host: TargetHost,
  ) {
    this.targets = Object.entries(targets);
    for (const [name, target] of this.targets) target.check(name, host);
  }

  pipelines(form: PictureForm): PipelineKey[] {
    return this.targets.flatMap(([name, target]) => target.pipelines(name, form, this.host));
  }

  get haveObjects(): boolean {
    return this.targets.some(([, target]) => target.objectsToDraw);
  }

  objectsToDraw(open: OpenInput): ObjectsToDraw | undefined {
    for (const [name, target] of this.targets) if (target.objectsToDraw) return target.objectsToDraw({ name, open });
    return undefined;
  }

  follow(open: OpenInput, plan: Plan, ops: readonly OpName[]): FollowedStep {
    const { host } = this;
    const followed = this.targets.map(([name, target]) => {
      const one = target.follow({ name, open, plan, ops, host });
      if (one.work) {
        checkUploads(one.work.recording, host.device);
        checkOutputSize(`targets.${name}`, one.work.recording.outputs.images!, host.device);
      }
      return [name, one] as const;
    });
    return {
      recordings: followed.flatMap(([, { work }]) => (work ? [work.recording] : [])),
      bind: (outputs, encoder) => this.bind(followed, outputs, encoder),
    };
  }

  destroy(): void {
    for (const bindings of this.bindings.values()) bindings.destroy();
  }

  private bind(followed: readonly (readonly [string, Followed])[], outputs: Outputs, encoder: number) {
    const steps: Step[] = [];
    const made: Record<string, TargetOutput> = {};
    for (const [name, { work, finish }] of followed) {
      let images: GPUBuffer | undefined;
      if (work) {
        const { recording, open } = work;
        const size = recording.outputs.images!;
        images = outputs.next(`targets.${name}`, size, encoder);
        const buffers = new Map<BufferName, Bound>([["images", { buffer: images, size }]]);
        this.bindingsOf(name).bind(recording, open, encoder, buffers);
        steps.push({ recording, buffers });
      }
      const next = (column: string, bytes: number) => outputs.next(`targets.${name}.${column}`, bytes, encoder);
      made[name] = finish({ device: this.host.device, images, next });
    }
    return { steps, made };
  }

  private bindingsOf(name: string): Bindings {
    let bindings = this.bindings.get(name);
    if (!bindings) {
      bindings = this.host.bindings();
      this.bindings.set(name, bindings);
    }
    return bindings;
  }
}

/** Pictures of a target, in place of the step's own. */
export type TargetPictures = OpenPictures & Pick<OpenInput, "external">;

/** The recording of a target's plan over its pictures. */
export function lowerTarget(
  { open, host }: TargetStep,
  pictures: TargetPictures,
  plan: Plan,
  {
    soft,
    ...options
  }: Pick<LowerOptions, "output" | "ops" | "mixers" | "readings"> & { soft?: SoftClasses | undefined },
): NonNullable<Followed["work"]> {
  const { shape, format, layout, valueRange, pages, picturesPerPage, own, external } = pictures;
  const input: OpenInput = { ...open, ...pictures, labels: undefined, labelForm: undefined };
  const lowered: LowerOptions = {
    shape,
    format,
    layout,
    valueRange,
    pages: pages.length,
    picturesPerPage,
    places: own?.places,
    externalPlaces: external?.own?.places,
    tuning: tuningOf(shape, host),
    slots: host.slots,
    ...options,
  };
  const recording = lower(placed(plan, open), lowered, soft);
  return { recording, open: input };
}

/** What is cut apart for a GPU in software goes by quads, and two channels have none. */
const tuningOf = ({ channels }: PictureShape, { tuning }: TargetHost) => (channels === 2 ? "hardware" : tuning);

/** The kernels of plans over a target's pictures. */
export function targetPipelines(
  host: TargetHost,
  pictures: Omit<TargetForm, "kind">,
  options: Pick<ExpectedOptions, "output" | "ops" | "mixers" | "readings" | "follows" | "soft">,
): PipelineKey[] {
  const { shape, haveOwnSizes, format, layout, pages } = pictures;
  const tuning = tuningOf(shape, host);
  return expectedPipelines(host.policy, { shape, haveOwnSizes, format, layout, pages, tuning, ...options });
}

/** Refuses a target's pictures that are not as large as the step's. Sizes of their own are those of the dataset. */
export function checkSameSize(path: string, { shape, own }: OpenPictures, open: OpenInput): void {
  if (own) return;
  const { height, width } = open.shape;
  if (shape.height !== height || shape.width !== width)
    throw new InputError(
      path,
      `pictures of ${height} × ${width}, as the ones they belong to`,
      `${shape.height} × ${shape.width}`,
    );
}

/** A target's pictures in a buffer of the caller's, one after the other, as large as those they belong to. */
export function ownPage(
  path: string,
  images: GPUBuffer,
  { count, shape: { height, width, channels }, format, own }: OwnForm,
  device: GPUDevice,
): { page: TargetPictures["pages"][number]; own: OwnPictures | undefined } {
  const opened = own && openOwn(path, own.sizes, count, channels);
  const values = opened ? opened.places.pageValues[0]! : count * height * width * channels;
  return {
    page: { buffer: images, size: storage(path, images, values * BYTES_PER_ELEMENT[format], device) },
    own: opened,
  };
}

interface OwnForm extends Pick<OpenPictures, "shape" | "format"> {
  count: number;
  /** Of the pictures that they belong to, where these have sizes of their own. */
  own: OwnPictures | undefined;
}

/** The caller's own target of a batch and of the second batch it is mixed with. */
export function ownTargets({ name, open }: Pick<TargetStep, "name" | "open">): { batch: unknown; external: unknown } {
  const { batch, external } = open.ownTargets ?? {};
  const has = (targets: unknown) => (targets as Record<string, unknown> | undefined)?.[name];
  if (has(batch) === undefined) throw missing(`input.targets.${name}`);
  if (open.external && has(external) === undefined) throw missing(`input.external.targets.${name}`);
  return { batch: has(batch), external: has(external) };
}

const missing = (path: string) => new InputError(path, "the target that the engine was made for", undefined);

type DatasetTarget<Kind> = Extract<NonNullable<OpenInput["targets"]>[string], { kind: Kind }>;

/** That target of a dataset, or of a stream. */
export function datasetTarget<Kind extends NonNullable<OpenInput["targets"]>[string]["kind"]>(
  { name, open }: Pick<TargetStep, "name" | "open">,
  kind: Kind,
): DatasetTarget<Kind> {
  return ofKind(`input.dataset.targets.${name}`, open.targets?.[name], kind);
}

/** That target of a second batch that was read, where there is one: that of a stream which is zipped. */
export function externalTarget<Kind extends NonNullable<OpenInput["targets"]>[string]["kind"]>(
  { name, open }: Pick<TargetStep, "name" | "open">,
  kind: Kind,
): DatasetTarget<Kind> | undefined {
  if (!open.external) return undefined;
  return ofKind(`input.external.targets.${name}`, open.externalTargets?.[name], kind);
}

/** A target's pictures in a dataset or a stream, those of a second batch with them. */
export function datasetPictures<Kind extends "mask" | "image">(
  step: TargetStep,
  kind: Kind,
): { target: DatasetTarget<Kind>; pictures: TargetPictures } {
  const target = datasetTarget<"mask" | "image">(step, kind) as DatasetTarget<Kind>;
  const { pictures } = target as DatasetTarget<"mask" | "image">;
  checkSameSize(`input.dataset.targets.${step.name}`, pictures, step.open);
  const second = externalTarget<"mask" | "image">(step, kind)?.pictures;
  if (!second) return { target, pictures };
  for (const key of ["format", "layout"] as const)
    if (second[key] !== pictures[key])
      throw new InputError(
        `input.external.targets.${step.name}.${key}`,
        `${pictures[key]}, as the others`,
        second[key],
      );
  if (second.shape.channels !== pictures.shape.channels)
    throw new InputError(
      `input.external.targets.${step.name}.channels`,
      `${pictures.shape.channels}, as the others`,
      second.shape.channels,
    );
  const external = { page: second.pages[0]!, size: step.open.external!.size, own: second.own };
  return { target, pictures: { ...pictures, external } };
}

function ofKind<Kind extends string>(
  path: string,
  target: NonNullable<OpenInput["targets"]>[string] | undefined,
  kind: Kind,
): DatasetTarget<Kind> {
  if (!target) throw missing(path);
  if (target.kind !== kind) throw new InputError(`${path}.kind`, `"${kind}", as the engine's target`, target.kind);
  return target as DatasetTarget<Kind>;
}
