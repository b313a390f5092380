/** Mixes on the CPU, by the interpreter that the engine's tests are held to. */
import { reference } from "mixwell";
import type { HostDataset } from "../sources/source.ts";
import type { Backend } from "./backend.ts";

export function referenceBackend(dataset: HostDataset): Backend {
  const { height, width, channels, classes, pictures } = dataset;
  const shape = { height, width, channels };
  const size = height * width * channels;
  return {
    name: "the CPU reference",
    facts: dataset,

    async originals(indices) {
      const data = new Uint8Array(indices.length * size);
      indices.forEach((index, i) => {
        data.set(pictures.images.subarray(index * size, (index + 1) * size), i * size);
      });
      return { ...shape, data, count: indices.length };
    },

    async mix(plan, smoothing) {
      // Let the page breathe between batches.
      await new Promise((resolve) => setTimeout(resolve));
      const sources = { dataset: pictures, shape, format: "u8", layout: "nhwc" } as const;
      const {
        images,
        labels,
        size: count,
      } = reference(plan, sources, { output: { format: "u8" }, labels: { classes, smoothing } });
      return { ...shape, data: images as Uint8Array, count, labels };
    },

    destroy() {},
  };
}
