/** From the controls to Mixwell: the policy, the batch's samples, and the plan. */
import { cutmix, type EpochOrder, epochOrder, type MixStage, mixup, oneOf, type Plan, samplePlan } from "mixwell";
import type { Settings } from "./settings.ts";

/** What drawing needs to know of a dataset. */
export interface DatasetShape {
  count: number;
  height: number;
  width: number;
}

/** The stage's options that are not at their defaults; the code on the page shows the same ones. */
export function stageOptions({ prob, granularity, pairing }: Settings) {
  return {
    pairing,
    ...(granularity === "sample" ? {} : { granularity }),
    ...(prob === 1 ? {} : { prob }),
  };
}

export function policyOf(settings: Settings): MixStage {
  const options = stageOptions(settings);
  if (settings.mixer === "mixup") return mixup({ alpha: settings.mixupAlpha, ...options });
  if (settings.mixer === "cutmix") return cutmix({ alpha: settings.cutmixAlpha, ...options });
  return oneOf([mixup({ alpha: settings.mixupAlpha }), cutmix({ alpha: settings.cutmixAlpha })], options);
}

/** In which order the epoch goes through the dataset. */
export function orderOf({ seed, epoch, batchSize }: Settings, { count }: DatasetShape): EpochOrder {
  return epochOrder({ seed, epoch, count, batchSize: Math.min(batchSize, count), last: "wrap" });
}

/** What `engine.epoch` draws for this batch, drawn without an engine. */
export function drawPlan(settings: Settings, dataset: DatasetShape, policy: MixStage = policyOf(settings)): Plan {
  const { seed, epoch, batch } = settings;
  const order = orderOf(settings, dataset);
  return samplePlan({
    policy,
    seed,
    epoch,
    step: epoch * order.length + batch,
    ids: order.batch(batch),
    occurrences: order.occurrences(batch),
    from: "dataset",
    datasetSize: dataset.count,
    height: dataset.height,
    width: dataset.width,
  });
}
