/**
 * The pipelines that a policy's plans can need, before one is drawn: the levels that plans can have, walked as `lower`
 * walks those of one plan, with the same functions to say which pipeline each step takes.
 */
import { expectedLevels, readsExternal } from "../analysis/expected.ts";
import { precisionOf } from "../format/format.ts";
import type { Policy } from "../policy/policy.ts";
import { pipelinesOfPass } from "./augment.ts";
import { pipelinesOfLabels } from "./labels.ts";
import type { Level, ReadPictures } from "./level.ts";
import type { LowerOptions } from "./lowering.ts";
import { pipelineOfMixing } from "./mixing.ts";
import type { BufferName, PipelineKey } from "./recording.ts";

/** What is read and written, as far as pipelines depend on it. */
export type ExpectedOptions = Omit<
  LowerOptions,
  "valueRange" | "picturesPerPage" | "places" | "externalPlaces" | "slots"
> & {
  /** Whether the pictures have sizes of their own; then the sides in `shape` are not looked at. */
  haveOwnSizes?: boolean;
};

/**
 * Every pipeline that a plan of the policy can need, each once. Throws PolicyError for a shape that the policy does not
 * fit.
 */
export function expectedPipelines(policy: Policy, options: ExpectedOptions): PipelineKey[] {
  const { shape, format, layout, output, labels, labelForm, mixers } = options;
  const levels = expectedLevels(policy, shape, options.haveOwnSizes);
  const precision = precisionOf(format);
  const found: PipelineKey[] = [];
  const mix = (
    stages: number,
    level: ReadPictures & Pick<Level, "shape">,
    target: Parameters<typeof pipelineOfMixing>[2],
  ) => {
    const tree = { rows: 0, slots: 2 ** stages, boxes: [], masks: [], weights: [] };
    found.push(pipelineOfMixing(tree as unknown as Parameters<typeof pipelineOfMixing>[0], level, target, mixers));
  };
  const one = (memory: Level["memory"]): ReadPictures => ({ memory, layout: "nhwc", pages: ["between"] });

  /** The pictures of level `number`, mixed by all stages since level `from`, whose pictures lie in `read`. */
  const visit = (number: number, from: number, read: ReadPictures & Pick<Level, "shape">): void => {
    const { shape: made, canBePlain, first, later, ragged, isAlwaysRagged } = levels[number]!;
    const goOn = (start: number, pictures: ReadPictures & Pick<Level, "shape">) => {
      if (number < levels.length - 1) visit(number + 1, start, pictures);
      else mix(number - start, pictures, { format: output.format ?? "f32", layout: output.layout ?? "nhwc" });
    };
    if (first.size > 0) {
      if (number > 0) mix(number - from, read, { format: precision, layout: "nhwc" });
      const pictures = number > 0 ? one(precision) : read;
      const scratch = one(`pixels_${precision}`);
      if (ragged !== "none") found.push(...pipelinesOfPass(first, { ...pictures, isRagged: true }, options));
      if (ragged === "all") found.push(...pipelinesOfPass(later, { ...scratch, isRagged: true }, options));
      if (!isAlwaysRagged) found.push(...pipelinesOfPass(first, pictures, options));
      found.push(...pipelinesOfPass(later, scratch, options));
      goOn(number, { ...scratch, shape: made });
    }
    if (canBePlain && !isAlwaysRagged) goOn(from, read);
  };
  const pages = options.pages + (readsExternal(policy) ? 1 : 0);
  visit(0, 0, {
    shape,
    memory: format,
    layout,
    pages: Array.from({ length: pages }, (_, page) => `page${page}` as BufferName),
  });
  if (labels && labelForm) found.push(...pipelinesOfLabels(labels, labelForm));
  return [...new Map(found.map((key) => [JSON.stringify(key), key])).values()];
}
