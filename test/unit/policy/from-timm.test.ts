/**
 * timm's command line, held to what train.py, transforms_factory.py and loader.py do with it (`huggingface/
 * pytorch-image-models`).
 */
import { piecewise, presets, samplePlan } from "mixwell";
import { describe, expect, test } from "vitest";

const { fromTimm } = presets;
const kinds = (command: string) =>
  fromTimm(command).policy.map(({ kind, ...stage }) => ("op" in stage ? stage.op : kind));
const MEAN = [0.485, 0.456, 0.406];
const LEVELS = MEAN.map((share) => 255 * share);

describe("what train.py does by itself", () => {
  test("an empty command: crop, flip, jitter, smoothing of 0.1 over 1000 classes, ImageNet's mean and std", () => {
    const { policy, labels, output } = fromTimm("");
    expect(kinds("")).toEqual(["randomResizedCrop", "flipX", "randomOrder"]);
    expect(policy[0]).toMatchObject({ height: 224, width: 224, interpolation: ["bilinear", "bicubic"] });
    expect(policy[1]).toMatchObject({ prob: 0.5 });
    expect(labels).toEqual({ classes: 1000, smoothing: 0.1, smoothUnmixed: true });
    expect(output).toEqual({ normalize: { mean: MEAN, std: [0.229, 0.224, 0.225] } });
  });

  test("the model says what the command does not", () => {
    const model = { numClasses: 10, imgSize: 32, mean: [0.5], std: [0.25] };
    const { policy, labels, output } = fromTimm("--aa rand-m9", model);
    expect(policy[0]).toMatchObject({ height: 32, width: 32 });
    expect(labels.classes).toBe(10);
    expect(output.normalize).toEqual({ mean: [0.5], std: [0.25] });
    const told = fromTimm("--num-classes 100 --img-size 64 --mean 0.1 0.2 0.3", model);
    expect(told.policy[0]).toMatchObject({ height: 64, width: 64 });
    expect([told.labels.classes, told.output.normalize.mean]).toEqual([100, [0.1, 0.2, 0.3]]);
    expect(fromTimm("--input-size 3 96 128").policy[0]).toMatchObject({ height: 96, width: 128 });
  });
});

test("ResNet's recipe A2 as it is written down: every stage, in timm's order", () => {
  const { policy, labels } = fromTimm(
    "./distributed_train.sh 4 /data/imagenet --model resnet50 --opt lamb --lr 5e-3 -b 512 --amp \\\n" +
      "  --aa rand-m7-mstd0.5-inc1 --mixup .1 --cutmix 1.0 --reprob 0 --smoothing 0.0 --bce-loss --train-interpolation bicubic",
  );
  expect(policy).toEqual([
    expect.objectContaining({ kind: "randomResizedCrop", interpolation: "bicubic" }),
    expect.objectContaining({ op: "flipX", prob: 0.5 }),
    presets.timmRandAugment("rand-m7-mstd0.5-inc1", { fill: [124, 116, 104], interpolation: "bicubic" }).policy,
    presets.timmMixup({ mixupAlpha: 0.1, cutmixAlpha: 1 }).policy,
  ]);
  expect(labels.smoothing).toBe(0);
});

describe("options", () => {
  test("crop and flips", () => {
    expect(fromTimm("--scale 0.35 1 --ratio 0.9 1.1").policy[0]).toMatchObject({ scale: [0.35, 1], ratio: [0.9, 1.1] });
    expect(kinds("--hflip 0 --vflip=0.25")).toEqual(["randomResizedCrop", "flipY", "randomOrder"]);
    expect(kinds("--train-crop-mode rrc --color-jitter 0")).toEqual(["randomResizedCrop", "flipX"]);
  });

  test("colour jitter goes with 3-Augment and with no other --aa; three and four strengths are its parts", () => {
    expect(kinds("--aa v0")).not.toContain("randomOrder");
    expect(kinds("--aa 3a").at(-1)).toBe("randomOrder");
    expect(kinds("--aa rand-m9-t3a").at(-1)).toBe("randomOrder");
    const [, , jitter] = fromTimm("--color-jitter 0.1 0.2 0.3 0.05").policy;
    expect(JSON.stringify(jitter)).toContain("[-0.05,0.05]");
    expect(kinds("--color-jitter 0.4 --color-jitter-prob 0.8 --grayscale-prob 0.2 --gaussian-blur-prob 0.5")).toEqual([
      ...["randomResizedCrop", "flipX", "randomApply", "grayscale", "gaussianBlur"],
    ]);
  });

  test("--aa is read by what it begins with", () => {
    const reading = { fill: [124, 116, 104] };
    const [, , augMix] = fromTimm("--aa augmix-m5-w4-d2").policy;
    expect(augMix).toEqual(presets.timmAugMix("augmix-m5-w4-d2", reading).policy);
    const [, , auto] = fromTimm("--aa 'original-mstd0.5'").policy;
    expect(auto).toEqual(presets.timmAutoAugment("original-mstd0.5", reading).policy);
  });

  test("mixing: alphas, min and max, mode, chances; smoothing is the labels'", () => {
    const of = (command: string) => fromTimm(`--color-jitter 0 ${command}`).policy[2];
    expect(of("--mixup 0.8")).toEqual(presets.timmMixup({ mixupAlpha: 0.8 }).policy);
    expect(of("--cutmix 1 --mixup-mode elem --mixup-prob 0.5")).toEqual(
      presets.timmMixup({ mixupAlpha: 0, cutmixAlpha: 1, mode: "elem", prob: 0.5 }).policy,
    );
    expect(of("--mixup 0.2 --cutmix-minmax 0.2 0.8 --mixup-switch-prob 0.3")).toEqual(
      presets.timmMixup({ mixupAlpha: 0.2, cutmixMinmax: [0.2, 0.8], switchProb: 0.3 }).policy,
    );
    expect(of("--mixup 0 --cutmix 0")).toBeUndefined();
    expect(fromTimm("--smoothing 0.2 --mixup 1").labels.smoothing).toBe(0.2);
  });

  test("--mixup-off-epoch switches mixing off from that epoch on, and labels are smoothed all the same", () => {
    const { policy, labels } = fromTimm("--color-jitter 0 --hflip 0 --mixup 1 --mixup-off-epoch 5", { imgSize: 8 });
    expect(policy[1]).toMatchObject({
      kind: "mixup",
      prob: piecewise([
        [0, 1],
        [5, 0],
      ]),
    });
    const mixed = (epoch: number) => {
      const request = { policy, seed: 1, epoch, ids: [0, 1, 2, 3], height: 8, width: 8 };
      return samplePlan(request).stages[0]!.rows.some(({ mixer }) => mixer !== "none");
    };
    expect([0, 4, 5, 6].map(mixed)).toEqual([true, true, false, false]);
    expect(labels.smoothUnmixed).toBe(true);
  });

  test("erasing: noise of normalised pictures, by pixel unless told, up to --recount boxes, after mixing", () => {
    const std = [0.229, 0.224, 0.225].map((share) => 255 * share);
    const of = (command: string) => fromTimm(`--reprob 0.25 ${command}`).policy.at(-1);
    expect(of("")).toMatchObject({ kind: "randomErasing", prob: 0.25, mode: "pixel", count: 1, mean: LEVELS, std });
    expect(of("--remode rand --recount 3")).toMatchObject({ mode: "channel", count: [1, 3] });
    // 0 of a normalised picture.
    expect(of("--remode const")).toMatchObject({ fill: LEVELS });
    expect(kinds("--reprob 0.1 --mixup 1").slice(-2)).toEqual(["mixup", "randomErasing"]);
    expect(kinds("--reprob 0.1 --mixup 1 --no-prefetcher").slice(-2)).toEqual(["randomErasing", "mixup"]);
  });

  test("--no-aug stretches the picture, and still mixes", () => {
    expect(kinds("--no-aug --aa rand-m9 --reprob 0.5 --mixup 0.2")).toEqual(["resize", "mixup"]);
  });

  test("options with underscores, quotes and an equals sign are the same", () => {
    const same = fromTimm("--mixup 0.2 --mixup-mode pair");
    expect(fromTimm('--mixup="0.2" --mixup_mode "pair"')).toEqual(same);
    expect(fromTimm("python train.py /data --mixup 0.2 --mixup-mode pair --lr 0.1 --pin-mem -j 8 /more")).toEqual(same);
  });
});

const WRONG: [command: string, message: string][] = [
  [
    "--mixup-mod elem",
    'fromTimm: expected options of timm\'s train.py (did you mean --mixup-mode?), found "--mixup-mod"',
  ],
  [
    "--mixup-mode element",
    'fromTimm --mixup-mode: expected one of batch, pair, elem, half (did you mean elem?), found "element"',
  ],
  ["--mixup", "fromTimm --mixup: expected 0, or a number from 0.01 to 100, found nothing"],
  ["--mixup much", 'fromTimm --mixup: expected 0, or a number from 0.01 to 100, found "much"'],
  ["--reprob 1.5", 'fromTimm --reprob: expected a number from 0 to 1, found "1.5"'],
  ["--reprob -0.5", 'fromTimm --reprob: expected a number from 0 to 1, found "-0.5"'],
  ["--scale 0.5", 'fromTimm --scale: expected numbers above 0, 2 of them, found "0.5"'],
  ["--color-jitter 1 1", 'fromTimm --color-jitter: expected numbers of 0 or more, 1 or 3 or 4 of them, found "1 1"'],
  ["--color-jitter 0 0 0 0.7", "fromTimm --color-jitter: expected a hue of 0 to 0.5, found 0.7"],
  ["--aa rand-m9-x", 'fromTimm --aa: expected sections m, n, p, mstd, mmax, inc, t, found "x"'],
  ["--aa", "fromTimm --aa: expected a name, found nothing"],
  [
    "--aug-repeats 3",
    "fromTimm --aug-repeats: expected 0: repeat samples by repeatedAugmentation, or by the sampler of an epoch, found",
  ],
  ["--aug-splits 2", "fromTimm --aug-splits: expected 0"],
  ["--jsd-loss", "fromTimm --jsd-loss: expected no such loss"],
  ["--train-crop-mode rkrc", "fromTimm --train-crop-mode: expected rrc"],
  ["--mixup 1 --mixup-mode half --no-prefetcher", "fromTimm --mixup-mode: expected batch, pair or elem"],
  ["--smoothing 1", "fromTimm --smoothing: expected a number from 0 to below 1"],
];

test.each(WRONG)("%s is refused", (command, message) => {
  expect(() => fromTimm(command)).toThrow(message);
});

test("what is no command, and options that are not timm's, are refused", () => {
  expect(() => fromTimm(7 as never)).toThrow("fromTimm: expected timm's command line, a string, found 7");
  expect(() => fromTimm("", { classes: 3 } as never)).toThrow("fromTimm: expected only the options numClasses");
  expect(() => fromTimm("--scale 1 0.5")).toThrow("--scale");
});

test("everything it gives can be drawn from", () => {
  for (const command of [
    "",
    "--aa 3a --reprob 0.5",
    "--aa rand-m9-mstd0.5-inc1 --mixup 0.8 --cutmix 1 --reprob 0.25",
    "--no-aug",
  ]) {
    const { policy } = fromTimm(command, { imgSize: 16, numClasses: 4 });
    const plan = samplePlan({ policy, seed: 3, ids: [0, 1, 2, 3], height: 20, width: 24 });
    expect(plan.sources.length).toBe(4);
  }
});
