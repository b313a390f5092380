/**
 * The bytes of model.onnx: a classifier that needs no training. It names the photograph whose average colour is
 * nearest.
 */
import { readFileSync } from "node:fs";
import { onnxModel } from "../../test/interop/onnx-model.ts";
import { readRgb } from "../../tools/ops-docs/png.ts";

const PHOTOS = ["astronaut", "chelsea", "coffee", "hubble", "raccoon", "retina", "rocket"];
/** How fast a class loses as its colour gets further away: its logit is −SHARPNESS · distance². */
const SHARPNESS = 60;

/** @param folder with the photographs, ending in "/" */
export function makeModel(folder: URL): Uint8Array {
  const colours = PHOTOS.map((name) => averageColour(new URL(`${name}.png`, folder)));
  // −|m − c|² = 2 m·c − |c|² − |m|², and a softmax does not see the last term, which all classes share.
  const weights = [0, 1, 2].flatMap((channel) => colours.map((colour) => 2 * SHARPNESS * colour[channel]!));
  const biases = colours.map((colour) => -SHARPNESS * colour.reduce((sum, value) => sum + value * value, 0));
  return onnxModel({
    inputs: [{ name: "images", type: "float32", shape: ["pictures", 3, "height", "width"] }],
    outputs: [{ name: "probabilities", type: "float32", shape: ["pictures", PHOTOS.length] }],
    constants: [
      { name: "weights", shape: [3, PHOTOS.length], values: Float32Array.from(weights) },
      { name: "biases", shape: [PHOTOS.length], values: Float32Array.from(biases) },
    ],
    nodes: [
      { op: "GlobalAveragePool", inputs: ["images"], outputs: ["averages"] },
      { op: "Flatten", inputs: ["averages"], outputs: ["colours"] },
      { op: "Gemm", inputs: ["colours", "weights", "biases"], outputs: ["logits"] },
      { op: "Softmax", inputs: ["logits"], outputs: ["probabilities"] },
    ],
  });
}

/** Red, green and blue, 0 to 1. */
function averageColour(file: URL): number[] {
  const { data, height, width } = readRgb(readFileSync(file));
  const sums = [0, 0, 0];
  data.forEach((value, i) => {
    sums[i % 3]! += value;
  });
  return sums.map((sum) => sum / (height * width * 255));
}
