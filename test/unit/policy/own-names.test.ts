/**
 * The error of a constructor or preset names the function that was called and an option that it has, and never a part
 * that it is made of. Every one of them is called with every option that it has, and many values that are none.
 */
import { describe, expect, test } from "vitest";
import { PolicyError } from "../../../src/check/errors.ts";
import { underName } from "../../../src/check/under-name.ts";
import * as mixwell from "../../../src/index.ts";

type Call = (...given: unknown[]) => unknown;

const { ops, presets } = mixwell;
const invert = ops.invert();
const sides = { height: 0.5, width: 0.5 };
const ranges = { brightnessFactor: 0.1, contrastFactor: 0.1, saturationFactor: 0.1, hueFactor: 0.1 };

/** What stands before a function's options; none where they come first. */
const FIRST: Record<string, unknown[]> = {
  maskmix: [[mixwell.givenMask(Uint8Array.of(1), 1, 1)]],
  oneOf: [[mixwell.mixup()]],
  augMix: [[invert]],
  op: ["invert"],
  opAt: ["timm", "ShearX"],
  sequential: [[invert]],
  randomApply: [invert],
  randomChoice: [[invert]],
  randomOrder: [[invert]],
  randomPipeline: [[invert]],
  randomCutout: [sides],
  autoAugmentStages: ["imagenet"],
  fromTimm: [""],
  timmRandAugment: ["rand-m9"],
  timmAutoAugment: ["v0"],
  timmAugMix: ["augmix-m3"],
  "kerasCv.RandomApply": [invert],
  "kerasCv.RandomAugmentationPipeline": [[invert]],
  "kerasCv.RandomChoice": [[invert]],
};

/** Options that cannot be left out, to be right while another is wrong. */
const NEEDED: Record<string, object> = {
  jitteredResize: { scale: 1 },
  linear: { from: 0, to: 1, end: 1 },
  cosine: { from: 0, to: 1, end: 1 },
  "kerasCv.JitteredResize": { scaleFactor: [1, 2] },
  "kerasCv.Posterization": { bits: 3 },
  "kerasCv.RandomAugmentationPipeline": { augmentationsPerImage: 1 },
  randomAspectRatio: { factor: 1 },
  "kerasCv.RandomAspectRatio": { factor: [0.5, 2] },
  "kerasCv.RandomColorJitter": ranges,
  "kerasCv.RandomCrop": { height: 4, width: 4 },
  "kerasCv.RandomCropAndResize": { cropAreaFactor: [0.5, 1], aspectRatioFactor: [0.5, 2] },
  "kerasCv.RandomCutout": { heightFactor: 0.5, widthFactor: 0.5 },
  "kerasCv.RandomGaussianBlur": { kernelSize: 3, factor: 1 },
  "kerasCv.RandomRotation": { factor: 0.1 },
  "kerasCv.RandomShear": { xFactor: 0.1 },
  "kerasCv.RandomTranslation": { heightFactor: 0.1, widthFactor: 0.1 },
  "kerasCv.RandomZoom": { heightFactor: 0.1 },
  "kerasCv.Rescaling": { scale: 1 },
  "kerasCv.Resizing": { height: 4, width: 4 },
};

/** Values that some option or other cannot have, among them every type there is and numbers of every size. */
const WRONG: unknown[] = [
  null,
  Number.NaN,
  -1,
  -1e9,
  0,
  0.5,
  1.5,
  3,
  17,
  300,
  1e9,
  "",
  "wrong",
  true,
  [],
  [3],
  [2, 1],
  [-5, 5],
  [0.2, 700],
].concat([
  [Number.NaN, 1],
  ["a", "b"],
  new Array(300).fill(1),
  {},
  { normal: [0, Number.NaN] },
  { choice: [] },
  { wrong: 1 },
  invert,
  [invert, null],
  () => 0,
] as never[]);

/** What parameters that are no options are called. */
const POSITIONAL = ["stages", "stage", "mixers", "masks", "sides", "config"];

/** Takes no options: only what stands first. */
const ONLY_FIRST = [
  "repeatedAugmentation",
  "givenMask",
  "piecewise",
  "kerasCv.AutoContrast",
  "kerasCv.RepeatedAugmentation",
];
/** Functions of the package that make no stage, schedule or policy. */
const OTHERS = new RegExp(
  `^(${[
    "createEngine|createOps|createRestorer|defineOp",
    "Dataset|Stream|fileTargets|liveFrames|readBatch|capacity|labelsFromPaths|filesIn|picturesIn",
    "lower|printRecording|provenance|reference|samplePlan|validatePlan|epochOrder|callsFrom\\w+",
    "drawBatch|toImageData|explain|explainCall|mixedAccuracy|mixedWeights",
    "mapTarget|imageTarget|objectTarget|objectsToDraw|transformObjects|targetPlan|geometryOf",
    "backwards|convertBoxes|clampBoxes|sanitizeBoxes",
    "foldIn|hashName|keyFromSeed|uniform\\w+|beta|floatToHalf|halfToFloat|\\w+Error",
  ].join("|")})$`,
);

const isCall = ([, value]: [string, unknown]): boolean => typeof value === "function";
const constructors: [name: string, call: Call][] = [
  ...Object.entries(mixwell)
    .filter(isCall)
    .filter(([name]) => !OTHERS.test(name)),
  ...Object.entries(ops),
  ...Object.entries(presets).filter(isCall),
  ...Object.entries(presets.kerasCv).map(([name, layer]) => [`kerasCv.${name}`, layer] as const),
] as [string, Call][];

const refusalOf = (call: () => unknown): PolicyError | undefined => {
  try {
    call();
  } catch (error) {
    // What is thrown instead of a PolicyError is another test's concern.
    if (error instanceof PolicyError) return error;
  }
  return undefined;
};

const call = (name: string, make: Call, options: unknown) => refusalOf(() => make(...(FIRST[name] ?? []), options));

/** The options that a function has, by what it says of one that it has not. */
function optionsOf(name: string, make: Call): string[] {
  const { path, expected } = call(name, make, { ...NEEDED[name], "no such option": 1 })!;
  const list = /^only the options (.*?)( \(did you mean .*)?$/.exec(expected)?.[1];
  expect([path, list]).toEqual([ownName(name), expect.any(String)]);
  return list!.split(", ").filter((option) => option !== "kind" && option !== "no such option");
}

/** `op` and its shorthands go by the op. */
const ownName = (name: string): string => (name === "op" ? "invert" : name);

test("all constructors and presets are here", () => {
  expect(constructors.length).toBeGreaterThan(110);
  for (const name of [
    "mixup",
    "randomCutout",
    "colorJitter",
    "solarize",
    "timmMixup",
    "kerasCv.Solarization",
    "linear",
  ])
    expect(constructors.map(([name]) => name)).toContain(name);
});

describe("says its own name, and options that it has", () => {
  test.each(constructors.filter(([name]) => !ONLY_FIRST.includes(name)))("%s", (name, make) => {
    const options = optionsOf(name, make);
    const own = ownName(name);
    let refused = 0;
    for (const option of options) {
      for (const value of WRONG) {
        const error = call(name, make, { ...NEEDED[name], [option]: value });
        if (error === undefined) continue;
        refused++;
        const [first] = /^\w*/.exec(error.path.slice(own.length + 1))!;
        const isOwn = error.path === own || error.path.startsWith(`${own}.`);
        const isKnown = isOwn && ["", ...options, ...POSITIONAL].includes(first);
        expect({ [`${name}.${option}`]: value, message: error.message, isKnown }).toMatchObject({ isKnown: true });
      }
    }
    if (options.length > 0) expect(refused).toBeGreaterThan(0);
  });

  test.each(constructors)("%s, of what stands first", (name, make) => {
    for (const value of WRONG) {
      const error = refusalOf(() => make(value, NEEDED[name]));
      if (error)
        expect(error.path).toMatch(new RegExp(`^${ownName(name) === "invert" ? "(op|invert)" : ownName(name)}\\b`));
    }
  });
});

const MESSAGES: [call: () => unknown, message: string][] = [
  [() => mixwell.randomCutout(undefined as never), "randomCutout.sides: expected { height, width }, found undefined"],
  [
    () => mixwell.colorJitter({}),
    "colorJitter: expected at least one of brightness, contrast, saturation, hue, found Object",
  ],
  [
    () => mixwell.colorJitter({ hue: 3 }),
    expect.stringMatching(/^colorJitter\.hue: expected what makes hue\.shift\[\d\] /) as never,
  ],
  [
    () => mixwell.randAugment({ layers: 1.5 }),
    "randAugment.layers: expected an integer from 0 to 16, or [least, most], found 1.5",
  ],
  [
    () => mixwell.randAugment({ fill: [999] }),
    "randAugment.fill: expected levels 0 to 255, one for all channels or one each, or null, found [999]",
  ],
  [() => mixwell.threeAugment({ prob: 2 }), "threeAugment.prob: expected a number from 0 to 1, found 2"],
  [() => presets.timmMixup({ mixupAlpha: -1 }), "timmMixup.mixupAlpha: expected a number from 0.01 to 100, found -1"],
  [() => presets.torchvisionMixUp({ alpha: 0 }), "torchvisionMixUp.alpha: expected a number from 0.01 to 100, found 0"],
  [
    () => presets.timmRandAugment("rand-m11"),
    expect.stringMatching(/^timmRandAugment\.config: expected what makes randAugment\.magnitude /) as never,
  ],
  [() => presets.daliRandAugment({ m: 40 }), expect.stringMatching(/^daliRandAugment\.m: expected /) as never],
  [
    () => presets.kerasCv.RandomBrightness({ factor: 2 }),
    expect.stringMatching(
      /^kerasCv\.RandomBrightness\.factor: expected what makes brightnessDelta\.delta\[0\] /,
    ) as never,
  ],
  [
    () => presets.kerasCv.RandomHue({ factor: "0.2" as never }),
    expect.stringMatching(/^kerasCv\.RandomHue\.factor: expected a number, \[low, high\] or /) as never,
  ],
];

test.each(MESSAGES)("%s", (make, message) => {
  expect(refusalOf(make)?.message).toEqual(message);
});

describe("an error of a part", () => {
  const fail = (path: string) => () => {
    throw new PolicyError(path, "less", 9);
  };
  const named = (path: string, names = {}) => refusalOf(() => underName("own", fail(path), names))?.message;

  test("is named after the whole; one of the whole's own stays as it is", () => {
    expect(named("part.prob[1]")).toBe("own.prob[1]: expected less, found 9");
    expect(named("part")).toBe("own: expected less, found 9");
    expect(named("own.prob")).toBe("own.prob: expected less, found 9");
    // Not a part of it, though the name begins alike.
    expect(named("owner.prob")).toBe("own.prob: expected less, found 9");
  });

  test("by the option that was handed on, or that it was made of", () => {
    expect(named("part.alpha[0]", { renamed: { "part.alpha": "mine", alpha: "no" } })).toBe(
      "own.mine[0]: expected less, found 9",
    );
    expect(named("part.alpha[0]", { made: { alpha: "mine" } })).toBe(
      "own.mine: expected what makes part.alpha[0] less, found 9",
    );
    expect(named("part.beta", { made: { alpha: "mine", "": "" } })).toBe(
      "own: expected what makes part.beta less, found 9",
    );
  });

  test("and any other error passes", () => {
    expect(() =>
      underName("own", () => {
        throw new RangeError("x");
      }),
    ).toThrow(RangeError);
  });
});
