/** Pictures through a plan, where a case can be run on either side: in bytes or in floats, as the sources are. */
import { createEngine, Dataset, type HostSources, type Plan, reference } from "mixwell";
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

const formatOf = ({ format }: HostSources) => (format === "u8" ? "u8" : "f32");

/** The batch's own rows. */
const indicesOf = ({ sources, batchSize }: Plan): number[] => sources.slice(0, batchSize).map(({ index }) => index);
