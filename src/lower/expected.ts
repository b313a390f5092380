/**
 * The pipelines that a policy's plans can need, before one is drawn: the levels that plans can have, walked as `lower`
 * walks those of one plan, with the same functions to say which pipeline each step takes.
 */
import { type ExpectedLevel, expectedLevels, readsExternal } from "../analysis/expected.ts";
import { MAX_PAGES } from "../analysis/limits.ts";
import { type Precision, precisionOf } from "../format/format.ts";
import type { Policy } from "../policy/policy.ts";
import { pipelinesApart } from "./apart.ts";
import { pipelineOfTones, pipelinesOfPass } from "./augment.ts";
import { pipelinesOfLabels } from "./labels.ts";
import { mixesLast } from "./last-segments.ts";
import type { ReadPictures } from "./level.ts";
import type { LowerOptions } from "./lowering.ts";
import { type MixedPictures, pipelineOfMixing } from "./mixing.ts";
import type { BufferName, PipelineKey } from "./recording.ts";

/** What is read and written, as far as pipelines depend on it. */
export type ExpectedOptions = Omit<LowerOptions, "valueRange" | "picturesPerPage" | "slots">;

/** Pictures that are mixed next: as they are, or after their ops. */
interface Expected {
  pictures: MixedPictures;
  ops?: ExpectedLevel;
}

/**
 * Every pipeline that a plan of the policy can need, each once. Throws PolicyError for a shape that the policy does not
 * fit.
 */
export function expectedPipelines(policy: Policy, options: ExpectedOptions): PipelineKey[] {
  const { shape, format, layout, output, labels, labelForm } = options;
  const precision = precisionOf(format);
  const levels = expectedLevels(policy, shape, options.tuning === "software" ? precision : undefined);
  const found: PipelineKey[] = [];
  const mix = (stages: number, expected: Expected, target: Parameters<typeof pipelineOfMixing>[2]) => {
    const tree = { rows: 0, slots: 2 ** stages, boxes: new Int32Array(), masks: [], weights: new Float32Array() };
    const { passes, made } = expected.ops
      ? afterOps({ pictures: expected.pictures, ops: expected.ops }, tree, precision, options)
      : { passes: [], made: [expected.pictures] };
    found.push(...passes, ...made.map((pictures) => pipelineOfMixing(tree, pictures, target, options)));
  };

  /** The pictures of level `number`, mixed by all stages since level `from`, whose pictures are these. */
  const visit = (number: number, from: number, expected: Expected): void => {
    const level = levels[number]!;
    const goOn = (start: number, next: Expected) => {
      if (number < levels.length - 1) visit(number + 1, start, next);
      else mix(number - start, next, { format: output.format ?? "f32", layout: output.layout ?? "nhwc" });
    };
    if (level.first.size > 0) {
      if (number > 0) mix(number - from, expected, { format: precision, layout: "nhwc" });
      const made = inOneBuffer(precision, "between");
      goOn(number, { pictures: number > 0 ? { ...made, shape: level.shape } : expected.pictures, ops: level });
    }
    if (level.canBePlain) goOn(from, expected);
  };
  const count = options.pages + (readsExternal(policy) ? 1 : 0);
  const pages = Array.from({ length: count }, (_, page) => `page${page}` as BufferName);
  visit(0, 0, { pictures: { shape, memory: format, layout, pages } });
  if (labels && labelForm) found.push(...pipelinesOfLabels(labels, labelForm));
  return [...new Map(found.map((key) => [JSON.stringify(key), key])).values()];
}

const inOneBuffer = (memory: ReadPictures["memory"], buffer: BufferName): ReadPictures => ({
  memory,
  layout: "nhwc",
  pages: [buffer],
});

/** The pipelines that passes over pictures take before they are mixed, and what the mixing then reads. */
function afterOps(
  { pictures, ops }: Required<Expected>,
  tree: { slots: number },
  precision: Precision,
  options: ExpectedOptions,
): { passes: PipelineKey[]; made: MixedPictures[] } {
  const { shape, first, later, beforeLast } = ops;
  const scratch = inOneBuffer(`pixels_${precision}`, "even");
  if (options.tuning === "software")
    return { passes: pipelinesApart(ops, pictures, precision, options), made: [{ ...scratch, shape }] };
  if (!mixesLast(options, tree, { shape })) {
    const passes = [...pipelinesOfPass(first, pictures, options), ...pipelinesOfPass(later, scratch, options)];
    return { passes, made: [{ ...scratch, shape }] };
  }
  const { least, most } = beforeLast;
  const hasRoom = pictures.pages.length < MAX_PAGES;
  const passes: PipelineKey[] = [];
  const made: MixedPictures[] = [];
  const { readings } = options;
  if (first.has("tone")) passes.push(pipelineOfTones(pictures, options));
  if (least === 0) made.push({ ...pictures, shape, last: { readings, scratch: undefined } });
  if (most > 0) {
    passes.push(...pipelinesOfPass(hasRoom ? beforeLast.first : first, pictures, options));
    if (later.has("tone")) passes.push(pipelineOfTones(scratch, options));
    const page = hasRoom ? pictures.pages.length : 0;
    const pages = hasRoom ? [...pictures.pages, ...scratch.pages] : scratch.pages;
    made.push({ ...pictures, shape, pages, last: { readings, scratch: { page } } });
  }
  if (most > 1) passes.push(...pipelinesOfPass(later, scratch, options));
  return { passes, made };
}
