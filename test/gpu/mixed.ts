/** One small batch, mixed and read back. */
import { createEngine, type Format, type Plan, type Policy, type Row } from "mixwell";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

/** Mixes pictures that are constant (own row number) or given, and reads the result. */
export async function mixed(options: {
  policy?: Policy;
  plan?: (rows: number) => Row[];
  size: number;
  height: number;
  width: number;
  channels?: number;
  format?: Format;
  output?: Format;
  pixels?: Uint8Array | Float32Array | Uint16Array;
  labels?: Uint32Array<ArrayBuffer>;
  classes?: number;
  step?: number;
}) {
  const { policy = [], size, height, width, channels = 1, format = "u8", output = "u8", step = 0 } = options;
  const device = await getDevice();
  const picture = height * width * channels;
  const pixels = options.pixels ?? Uint8Array.from({ length: size * picture }, (_, i) => Math.floor(i / picture));
  const labels = options.labels ?? Uint32Array.from({ length: size }, (_, i) => i);
  const images = upload(device, pixels);
  const engine = await createEngine(device, {
    seed: 31,
    policy,
    output: { format: output },
    labels: { classes: options.classes ?? size, sparse: true },
    warm: false,
  });
  const plan = options.plan && planOf(options.plan(size), size, height, width);
  const batch = engine.run({ images, size, height, width, channels, format, labels }, plan ? { plan } : { step });
  const made = { ...(await engine.read(batch)), plan: batch.plan, picture };
  engine.destroy();
  images.destroy();
  return made;
}

/** A plan of one stage. */
function planOf(rows: Row[], size: number, height: number, width: number): Plan {
  const sources = Array.from({ length: size }, (_, index) => ({ from: "batch" as const, index, id: index }));
  return {
    version: 1,
    seed: 0,
    epoch: 0,
    height,
    width,
    sources,
    batchSize: size,
    stages: [{ pairing: "reverse", rows }],
  };
}

/** A CutMix row with the exact λ of its box. */
export function boxRow(
  own: number,
  partner: number,
  bbox: [number, number, number, number],
  height: number,
  width: number,
): Row {
  return {
    mixer: "cutmix",
    own,
    partner,
    bbox,
    lambda: 1 - ((bbox[2] - bbox[0]) * (bbox[3] - bbox[1])) / (height * width),
  };
}
