/** What tests of live frames share: pictures, canvases that show them, and engines that hand frames through. */
import { type Batch, createEngine, type Engine, type FrameOptions, type FrameSource, liveFrames } from "mixwell";
import { decodeImages } from "../../../src/source/images.ts";
import { noise } from "../../random.ts";
import { getDevice } from "../device.ts";

/** RGBA bytes of a picture. */
export interface Picture {
  data: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** Noise; opaque unless told otherwise. */
export function picture(width: number, height: number, { alpha = false, seed = 1 } = {}): Picture {
  const data = noise(4 * width * height, seed);
  if (!alpha) for (let i = 3; i < data.length; i += 4) data[i] = 255;
  return { data, width, height };
}

/** An engine that does nothing to the frames that it takes. */
export async function passing(options: FrameOptions = {}): Promise<Engine> {
  const frames = liveFrames(options);
  return createEngine(await getDevice(), { policy: [], output: { format: "u8" }, frames, warm: false });
}

/** The bytes of frames, as an engine sees them. */
export async function bytesOf(frames: FrameSource[], options: FrameOptions = {}): Promise<number[]> {
  const engine = await passing(options);
  try {
    return await bytesIn(engine, engine.run({ frames }, { step: 0 }));
  } finally {
    engine.destroy();
  }
}

export async function bytesIn(engine: Engine, batch: Batch): Promise<number[]> {
  return Array.from((await engine.read(batch)).images);
}

/** What the rule for pictures makes of them: opaque RGB of their own size, unless told otherwise. */
export async function wanted(pictures: Picture[], options: FrameOptions = {}): Promise<number[]> {
  const [{ width, height }] = pictures as [Picture];
  return Array.from((await decodeImages(pictures, { height, width, ...options })).pixels);
}

/** A texture that holds a picture. */
export function textureOf(
  device: GPUDevice,
  { data, width, height }: Picture,
  more: Partial<GPUTextureDescriptor> = {},
): GPUTexture {
  const usage = GPUTextureUsage.COPY_DST | GPUTextureUsage.COPY_SRC;
  const texture = device.createTexture({ size: [width, height], format: "rgba8unorm", usage, ...more });
  const bytes = texture.format.startsWith("bgra")
    ? data.map((_, i) => data[i % 4 === 3 ? i : i - (i % 4) + 2 - (i % 4)]!)
    : data;
  device.queue.writeTexture({ texture }, bytes, { bytesPerRow: 4 * width }, [width, height]);
  return texture;
}
