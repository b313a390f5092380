/** From the controls to Mixwell: the policy, the batch's samples, and the plan. */
import {
  cutmix,
  type EpochOrder,
  epochOrder,
  type ImageStage,
  type MixStage,
  mixup,
  oneOf,
  type Plan,
  randomResizedCrop,
  samplePlan,
} from "mixwell";
import type { Settings } from "./settings.ts";

/** What drawing needs to know of a dataset. */
export interface DatasetShape {
  count: number;
  /** Of the pictures that are mixed. */
  height: number;
  width: number;
  /** Where pictures keep their sizes. */
  sizes?: Uint32Array | undefined;
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

/** What gives pictures that keep their sizes one: a part of each, drawn from all of it. */
export const cropOf = ({ height, width, sizes }: DatasetShape): ImageStage[] =>
  sizes ? [randomResizedCrop({ height, width })] : [];

/** In which order the epoch goes through the dataset. */
export function orderOf({ seed, epoch, batchSize }: Settings, { count }: DatasetShape): EpochOrder {
  return epochOrder({ seed, epoch, count, batchSize: Math.min(batchSize, count), last: "wrap" });
}

/** What `engine.epoch` draws for this batch, drawn without an engine. */
export function drawPlan(settings: Settings, dataset: DatasetShape, policy: MixStage = policyOf(settings)): Plan {
  const { seed, epoch, batch } = settings;
  const { count, height, width, sizes } = dataset;
  const order = orderOf(settings, dataset);
  return samplePlan({
    policy: [...cropOf(dataset), policy],
    seed,
    epoch,
    step: epoch * order.length + batch,
    ids: order.batch(batch),
    occurrences: order.occurrences(batch),
    from: "dataset",
    datasetSize: count,
    ...(sizes ? { sizes: { dataset: sizes } } : { height, width }),
  });
}
