/** Mean and standard deviation of every channel, of bytes read as 0 to 1. */
import type { TrainData } from "./types.ts";

/** A channel without any contrast is left at its scale. */
const LEAST_CONTRAST = 1 / 255;

export function channelStatistics({ train, channels }: Pick<TrainData, "train" | "channels">): {
  mean: number[];
  std: number[];
} {
  const sums = new Float64Array(channels);
  const squares = new Float64Array(channels);
  train.images.forEach((byte, i) => {
    sums[i % channels]! += byte / 255;
    squares[i % channels]! += (byte / 255) ** 2;
  });
  const count = train.images.length / channels;
  const mean = Array.from(sums, (sum) => sum / count);
  const std = Array.from(squares, (sum, c) =>
    Math.max(LEAST_CONTRAST, Math.sqrt(Math.max(0, sum / count - mean[c]! ** 2))),
  );
  return { mean, std };
}
