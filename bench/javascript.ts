/** The same mixing in plain JavaScript on the CPU: typed arrays, one pass, no division in a loop. */
import { affineOf } from "../src/format/format.ts";
import { CLASSES, pictureSize } from "./cases.ts";
import type { Contender, Output, Work } from "./contender.ts";
import type { Draw } from "./draws.ts";
import { engineBytes } from "./engine.ts";

export function javaScript(work: Work): Contender {
  const { test, draws } = work;
  const values = test.batch * pictureSize(test);
  const target = { images: new Float32Array(values), labels: new Float32Array(test.batch * CLASSES) };
  const step = test.output.layout === "nchw" ? mixNormalized : test.mixer === "mixup" ? mixUp : cutMix;
  const run = (draw: Draw) => {
    step(work, draw, target.images);
    mixLabels(work, draw, target.labels);
  };
  return {
    name: "JavaScript",
    bytes: engineBytes(test.mixer, values, test.format === "u8" ? 1 : 4, test.batch),
    async burst(steps) {
      const start = performance.now();
      for (let i = 0; i < steps; i++) run(draws[i % draws.length]!);
      return performance.now() - start;
    },
    async output(): Promise<Output> {
      run(draws[0]!);
      return { images: target.images.slice(), labels: target.labels.slice() };
    },
    destroy() {},
  };
}

function mixUp({ test, images }: Work, { partner, lambda }: Draw, out: Float32Array): void {
  const size = pictureSize(test);
  const gain = test.format === "u8" ? 1 / 255 : 1;
  for (let row = 0; row < test.batch; row++) {
    const weight = lambda[row]! * gain;
    const rest = gain - weight;
    const own = row * size;
    const other = partner[row]! * size;
    for (let i = 0; i < size; i++) out[own + i] = images[own + i]! * weight + images[other + i]! * rest;
  }
}

function cutMix({ test, images }: Work, { partner, boxes }: Draw, out: Float32Array): void {
  const size = pictureSize(test);
  const { channels, height } = test.shape;
  const line = test.shape.width * channels;
  for (let row = 0; row < test.batch; row++) {
    const [x0, y0, x1, y1] = [boxes[4 * row]!, boxes[4 * row + 1]!, boxes[4 * row + 2]!, boxes[4 * row + 3]!];
    const shift = (partner[row]! - row) * size;
    for (let y = 0; y < height; y++) {
      const start = row * size + y * line;
      const inside = y >= y0 && y < y1;
      const from = inside ? start + x0 * channels : start + line;
      const to = inside ? start + x1 * channels : start + line;
      put(images, out, start, from, 0);
      put(images, out, from, to, shift);
      put(images, out, to, start + line, 0);
    }
  }
}

/** out[from, to) = images shifted; floats by the engine's memcpy. */
function put(images: Work["images"], out: Float32Array, from: number, to: number, shift: number): void {
  if (from === to) return;
  if (images instanceof Float32Array) {
    out.set(images.subarray(from + shift, to + shift), from);
    return;
  }
  const gain = 1 / 255;
  for (let i = from; i < to; i++) out[i] = images[i + shift]! * gain;
}

/** MixUp, normalised, one plane a channel. */
function mixNormalized({ test, images }: Work, { partner, lambda }: Draw, out: Float32Array): void {
  const size = pictureSize(test);
  const { channels } = test.shape;
  const pixels = size / channels;
  const { scale, bias } = affineOf(channels, test.format === "u8" ? [0, 255] : [0, 1], test.output);
  for (let row = 0; row < test.batch; row++) {
    for (let channel = 0; channel < channels; channel++) {
      const weight = lambda[row]! * scale[channel]!;
      const rest = scale[channel]! - weight;
      const add = bias[channel]!;
      const own = row * size + channel;
      const other = partner[row]! * size + channel;
      const target = row * size + channel * pixels;
      for (let i = 0, from = 0; i < pixels; i++, from += channels)
        out[target + i] = images[own + from]! * weight + images[other + from]! * rest + add;
    }
  }
}

function mixLabels({ test, labels }: Work, { partner, lambda }: Draw, out: Float32Array): void {
  out.fill(0);
  for (let row = 0; row < test.batch; row++) {
    const own = row * CLASSES + labels[row]!;
    const other = row * CLASSES + labels[partner[row]!]!;
    out[own] = lambda[row]!;
    out[other] = out[other]! + (1 - lambda[row]!);
  }
}
