/** Pictures through a plan, where a case can be run on either side: in bytes or in floats, as the sources are. */
import { createEngine, Dataset, type HostSources, mapTarget, type Plan, reference } from "mixwell";
import { getDevice } from "../../gpu/device.ts";
import { upload } from "../../gpu/help.ts";

export type RunPictures = (plan: Plan, sources: HostSources) => Promise<ArrayLike<number>>;

export const onReference: RunPictures = async (plan, sources) =>
  reference(plan, sources, { output: { format: formatOf(sources) } }).images;

export const onGpu: RunPictures = async (plan, sources) => {
  const { batch, dataset, shape, format } = sources;
  const device = await getDevice();
  const engine = await createEngine(device, { policy: [], output: { format: formatOf(sources) }, warm: false });
  const images = upload(device, (batch ?? dataset)!.images as Uint8Array<ArrayBuffer>);
  const count = (batch ?? dataset)!.images.length / (shape.height! * shape.width! * shape.channels);
  const made = batch
    ? engine.run({ images, size: count, ...shape, format }, { plan })
    : engine.run(
        { dataset: Dataset.fromBuffer(device, { images, count, ...shape, format }), indices: indicesOf(plan) },
        { plan },
      );
  const read = await engine.read(made);
  engine.destroy();
  images.destroy();
  return read.images;
};

/** Class maps of a dataset through the plan of its pictures, as shares of each class: [B, H, W, K] floats. */
export async function softOnGpu(
  plan: Plan,
  { images: ids, shape }: SoftMaps,
  classes: number,
): Promise<ArrayLike<number>> {
  const device = await getDevice();
  const { height, width } = shape;
  const count = ids.length / (height * width);
  const dataset = await Dataset.fromArrays(device, {
    images: ids,
    shape: [count, height, width, 1],
    targets: { maps: { kind: "mask", ids } },
  });
  const targets = { maps: mapTarget({ output: "soft", classes }) };
  const engine = await createEngine(device, { policy: [], targets, warm: false });
  const read = await engine.read(engine.run({ dataset, indices: indicesOf(plan) }, { plan }));
  engine.destroy();
  dataset.destroy();
  return read.targets!.maps!;
}

/** Ids of all maps, and the size of each. */
export interface SoftMaps {
  images: Uint8Array<ArrayBuffer>;
  shape: { height: number; width: number };
}

const formatOf = ({ format }: HostSources) => (format === "u8" ? "u8" : "f32");

/** The batch's own rows. */
const indicesOf = ({ sources, batchSize }: Plan): number[] => sources.slice(0, batchSize).map(({ index }) => index);
