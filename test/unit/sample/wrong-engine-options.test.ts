/**
 * What an engine refuses before it makes anything. (The rest is in test/gpu/wrong-options.test.ts; what a policy can
 * get wrong, in test/unit/policy.)
 */
import { expect, test } from "vitest";
import { InputError } from "../../../src/check/errors.ts";
import { checkEngineOptions } from "../../../src/gpu/options.ts";

const normalize = { mean: [0.5, 0.5, 0.5], std: [0.2, 0.2, 0.2] };

const LABELS = "{ classes, smoothing, smoothUnmixed, dense, sparse }";

/** Options beside an empty policy, and the whole message. */
const WRONG: [options: Record<string, unknown>, message: string | RegExp][] = [
  [
    { output: { normalize: { ...normalize, mean: new Array(3) } } },
    "output.normalize.mean: expected a list of finite numbers, one per channel (or one for all), found [, , ]",
  ],
  [
    // biome-ignore lint/suspicious/noSparseArray: the case
    { output: { normalize: { ...normalize, std: [1, , 1] } } },
    "output.normalize.std: expected a list of finite numbers, one per channel (or one for all), found [1, , 1]",
  ],
  // What is none of an option's values must not look as if it had been left out.
  [{ output: [] }, "output: expected { format, layout, valueRange, normalize }, found []"],
  [{ output: { valueRange: "" } }, 'output.valueRange: expected [low, high], two finite numbers, low < high, found ""'],
  [
    { output: { valueRange: null } },
    "output.valueRange: expected [low, high], two finite numbers, low < high, found null",
  ],
  [{ output: { normalize: 0 } }, "output.normalize: expected { mean, std }, found 0"],
  [{ output: { normalize: "" } }, 'output.normalize: expected { mean, std }, found ""'],
  [
    { output: { format: "u8", normalize: 0 } },
    "output.normalize: expected nothing for u8 output: use f32 or f16, found 0",
  ],
  // What kernels are compiled for.
  [{ warm: "no" }, 'warm: expected a Dataset, a Stream or { height, width, channels, … }, found "no"'],
  [{ warm: null }, "warm: expected a Dataset, a Stream or { height, width, channels, … }, found null"],
  [
    { warm: { chanels: 1 } },
    'warm: expected only height, width, sizes, channels, format, layout, labelForm (did you mean channels?), found "chanels"',
  ],
  [{ warm: { height: 0 } }, /^warm\.height: expected a/],
  [{ warm: { format: "u16" } }, 'warm.format: expected "u8" or "f32" or "f16", found "u16"'],
  [{ warm: { labelForm: "id" } }, 'warm.labelForm: expected "ids" or "rows", found "id"'],
  [{ tuning: "fast" }, 'tuning: expected "auto" or "hardware" or "software", found "fast"'],
  [{ tuning: null }, 'tuning: expected "auto" or "hardware" or "software", found null'],
  [{ onProgress: true }, "onProgress: expected a function, found true"],
  // What black and white become must be numbers of the output.
  [
    { output: { valueRange: [0, 1e300] } },
    "output.valueRange: expected a black and a white that f32 can hold, found 0 and Infinity",
  ],
  [
    { output: { valueRange: [-3e38, 3e38] } },
    /^output\.valueRange: expected a black and a white that f32 can hold, found -3.* and Infinity$/,
  ],
  [
    { output: { format: "f16", valueRange: [0, 1e6] } },
    "output.valueRange: expected a black and a white that f16 can hold, found 0 and 1000000",
  ],
  [
    { output: { format: "f16", valueRange: [-65505, 0] } },
    "output.valueRange: expected a black and a white that f16 can hold, found -65505 and 0",
  ],
  [
    { output: { normalize: { mean: [0.5], std: [1e-310] } } },
    "output.normalize: expected a black and a white that f32 can hold, found -Infinity and NaN",
  ],
  [
    { output: { normalize: { mean: [0, 0, 1e300], std: [1] } } },
    "output.normalize: expected a black and a white that f32 can hold, found -Infinity and -Infinity in channel 2",
  ],
  [
    { output: { format: "f16", normalize: { mean: [0], std: [1, 1e-5, 1] } } },
    "output.normalize: expected a black and a white that f16 can hold, found 0 and 100000 in channel 1",
  ],
  // Statistics of other units than the range's make every picture one colour.
  [
    { output: { normalize: { mean: [123.7, 116.3, 103.5], std: [58.4, 57.1, 57.4] } } },
    "output.normalize.mean: expected numbers 0 to 1, in units of output.valueRange, [0, 1] (those of levels 0 to 255 divided by 255), found [123.7, 116.3, 103.5]",
  ],
  [
    { output: { normalize: { mean: 123.7, std: 58.4 } } },
    /^output\.normalize\.mean: expected numbers 0 to 1, .*, found 123\.7$/,
  ],
  [
    { output: { normalize: { mean: 0, std: 255 } } },
    "output.normalize.std: expected at most 10, in units of output.valueRange, [0, 1] (those of levels 0 to 255 divided by 255), found 255",
  ],
  [
    { output: { valueRange: [0, 255], normalize: { mean: 256, std: 58.4 } } },
    "output.normalize.mean: expected numbers 0 to 255, in units of output.valueRange, [0, 255], found 256",
  ],
  [
    { output: { valueRange: [-1, 1], normalize: { mean: -2, std: 1 } } },
    /^output\.normalize\.mean: expected numbers -1 to 1, in units of output\.valueRange, \[-1, 1\]/,
  ],
  // An op that normalises leaves no black and white to map.
  [
    { policy: { kind: "op", op: "normalize", mean: [0.5], std: [0.2] }, output: { valueRange: [0, 255] } },
    "output.valueRange: expected none beside the op normalize, which leaves no black and white, found [0, 255]",
  ],
  [{ output: { normalize: { mean: [], std: 1 } } }, /^output\.normalize\.mean: expected a list of finite numbers/],
  [
    { output: { normalize: { mean: Number.NaN, std: 1 } } },
    /^output\.normalize\.mean: expected a list of finite numbers/,
  ],
  [{ output: { normalize: { mean: 0.5, std: 0 } } }, "output.normalize.std: expected no zero (it divides), found 0"],
  [{ labels: 0 }, `labels: expected ${LABELS}, found 0`],
  [{ labels: "" }, `labels: expected ${LABELS}, found ""`],
  [{ labels: false }, `labels: expected ${LABELS}, found false`],
  [{ labels: { classes: 2, smoothUnmixed: "false" } }, 'labels.smoothUnmixed: expected true or false, found "false"'],
  [{ labels: { classes: 2, smoothUnmixed: null } }, "labels.smoothUnmixed: expected true or false, found null"],
  [{ labels: { classes: 2, dense: "no" } }, 'labels.dense: expected true or false, found "no"'],
  [{ labels: { classes: 2, sparse: 1 } }, "labels.sparse: expected true or false, found 1"],
];

test.each(WRONG)("%j", (options, message) => {
  const call = () => checkEngineOptions({ policy: [], ...options } as never);
  expect(call).toThrow(InputError);
  expect(call).toThrow(message instanceof RegExp ? message : expect.objectContaining({ message }));
});

const RIGHT: Record<string, unknown>[] = [
  {},
  { output: { normalize } },
  { output: undefined, labels: undefined },
  { output: { format: "u8", valueRange: undefined, normalize: undefined } },
  { output: { format: "f16", valueRange: [-65504, 65504] } },
  { output: { format: "f16", valueRange: [0, 1e6], normalize: { mean: [0], std: [100] } } },
  { output: { valueRange: [0, 3e38] } },
  { output: { normalize: { mean: [0, 0, 0], std: [1, -1] } } },
  { output: { normalize: { mean: 0.5, std: 0.25 } } },
  { output: { normalize: { mean: 0.5, std: [0.25, 0.5, 1.2] } } },
  { output: { valueRange: [0, 255], normalize: { mean: [123.7, 116.3, 103.5], std: [58.4, 57.1, 57.4] } } },
  { output: { valueRange: [-1024, 3071], normalize: { mean: -600, std: 400 } } },
  { policy: { kind: "op", op: "normalize", mean: [0.5], std: [0.2] }, output: { valueRange: [0, 1] } },
  { labels: { classes: 2, smoothUnmixed: undefined, dense: false, sparse: true } },
];

test.each(RIGHT)("%j is right", (options) => {
  expect(() => checkEngineOptions({ policy: [], ...options } as never)).not.toThrow();
});
