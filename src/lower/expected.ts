/**
 * The pipelines that a policy's plans can need, before one is drawn: the levels that plans can have, walked as `lower`
 * walks those of one plan, with the same functions to say which pipeline each step takes.
 */
import { readsExternal } from "../analysis/expected-level.ts";
import { precisionOf } from "../format/format.ts";
import type { Policy } from "../policy/policy.ts";
import { pipelinesOfLabels } from "./labels.ts";
import { inOneBuffer } from "./level.ts";
import { pipelineOfMixing } from "./mixing.ts";
import { type Expected, type ExpectedOptions, opLowering } from "./op-lowering.ts";
import type { BufferName, PipelineKey } from "./recording.ts";

export type { ExpectedOptions };

/**
 * Every pipeline that a plan of the policy can need, each once. Throws PolicyError for a shape that the policy does not
 * fit.
 */
export function expectedPipelines(policy: Policy, options: ExpectedOptions): PipelineKey[] {
  const { shape, format, layout, output, labels, labelForm, soft } = options;
  const precision = precisionOf(format);
  const levels = opLowering().levelsOf(policy, options);
  const found: PipelineKey[] = [];
  const mix = (stages: number, expected: Expected, target: Parameters<typeof pipelineOfMixing>[2]) => {
    const tree = { rows: 0, slots: 2 ** stages, boxes: new Int32Array(), masks: [], weights: new Float32Array() };
    const { passes, made } = expected.ops
      ? opLowering().pipelinesAfterOps({ pictures: expected.pictures, ops: expected.ops }, tree, precision, options)
      : { passes: [], made: [expected.pictures] };
    found.push(...passes, ...made.map((pictures) => pipelineOfMixing(tree, pictures, target, options)));
  };

  /** The pictures of level `number`, mixed by all stages since level `from`, whose pictures are these. */
  const visit = (number: number, from: number, expected: Expected): void => {
    const level = levels[number]!;
    const goOn = (start: number, next: Expected) => {
      if (number < levels.length - 1) visit(number + 1, start, next);
      else mix(number - start, next, { format: output.format ?? "f32", layout: output.layout ?? "nhwc", soft });
    };
    if (level.first.size > 0) {
      if (number > 0) mix(number - from, expected, { format: precision, layout: "nhwc" });
      const made = inOneBuffer(precision, "between");
      goOn(number, { pictures: number > 0 ? { ...made, shape: level.shape } : expected.pictures, ops: level });
    }
    if (level.canBePlain && !level.isAlwaysRagged) goOn(from, expected);
  };
  const count = options.pages + (readsExternal(policy) ? 1 : 0);
  const pages = Array.from({ length: count }, (_, page) => `page${page}` as BufferName);
  visit(0, 0, { pictures: { shape, memory: format, layout, pages } });
  if (labels && labelForm) found.push(...pipelinesOfLabels(labels, labelForm));
  return [...new Map(found.map((key) => [JSON.stringify(key), key])).values()];
}
