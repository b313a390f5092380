/** Calls of every colour and tone op, edges of their ranges among them. */

export interface Call {
  op: string;
  [argument: string]: unknown;
}

const each = (op: string, argument: string, values: readonly unknown[], more: object = {}): Call[] =>
  values.map((value) => ({ op, [argument]: value, ...more }));

const FACTORS = [0, 0.1, 0.5, 0.73, 1, 1.2, 1.9, 7];

export const COLOR_CALLS: Call[] = [
  { op: "identity" },
  { op: "invert" },
  ...each("posterize", "bits", [0, 1, 4, 7, 8]),
  ...each("solarize", "threshold", [0, 63.5, 128, 256]),
  ...each("solarizeAdd", "addition", [-255, -20, 0, 110.5]),
  { op: "solarizeAdd", addition: 64, threshold: 200.5 },
  { op: "solarization", addition: 40.25, threshold: 180.75 },
  { op: "solarization", addition: -255, threshold: 0 },
  ...each("brightness", "factor", [...FACTORS, 1.3]),
  ...each("brightnessDelta", "delta", [-255, -10.5, 0, 0.5, 100.3]),
  ...each("color", "factor", FACTORS),
  ...each("color", "factor", FACTORS, { peer: "torchvision" }),
  ...each("colorDegeneration", "factor", [0, 0.3, 1]),
  { op: "grayscale" },
  { op: "grayscale", peer: "torchvision" },
  ...each("hue", "shift", [-0.5, -0.3, -0.1, 0, 0.07, 0.25, 0.5]),
  ...each("saturation", "factor", [0, 0.2, 0.5, 0.7, 0.99, 0.999999, 1]),
  { op: "channelShift", red: 20.5, green: -30, blue: 255 },
  { op: "channelShuffle", order: [2, 0, 1] },
  { op: "gamma", gamma: 0.5 },
  { op: "gamma", gamma: 0 },
  { op: "gamma", gamma: 2.2, gain: 1.3 },
  { op: "gamma", gamma: 1, gain: 16 },
  { op: "rescale", scale: -16, offset: 4095 },
  { op: "rescale", scale: 16, offset: -4095 },
  { op: "rescale", scale: 0.7, offset: 12.25 },
  { op: "normalize", mean: [0.45], std: [0.225] },
];

export const TONE_CALLS: Call[] = [
  { op: "autocontrast" },
  { op: "autocontrast", cutoffLow: 5, cutoffHigh: 10 },
  { op: "autocontrast", cutoffHigh: 49 },
  { op: "autocontrast", peer: "torchvision" },
  { op: "equalize" },
  { op: "equalize", peer: "torchvision" },
  { op: "equalize", peer: "kerascv" },
  ...each("equalize", "bins", [2, 10, 64, 255], { peer: "kerascv" }),
  ...each("contrast", "factor", FACTORS),
  ...each("contrast", "factor", FACTORS, { peer: "torchvision" }),
  ...each("contrast", "factor", FACTORS, { peer: "kerascv" }),
];

export const COLOR_AND_TONE_CALLS: Call[] = [...COLOR_CALLS, ...TONE_CALLS];

/** Ops that refuse bytes. */
export const FLOAT_ONLY = new Set(["normalize"]);
