/** Programs that the demo's pages offer to copy, for what they say and not only for how: each is a whole module. */
import { transformSync } from "esbuild";
import * as mixwell from "mixwell";
import { expect, test } from "vitest";
import { programOf as speedProgram } from "../../demo/speed-page/program.ts";
import { CHOICES, codeOf } from "../../demo/targets-page/policies.ts";
import { programOf as trainProgram } from "../../demo/train-page/program.ts";

const chosen = { arm: "all", backend: "tfjs", epochs: "3", batchSize: "16", seed: "5" };
const shape = { count: 40, height: 8, width: 9, channels: 3, classes: 4 };

test.each([
  ["training, TensorFlow.js", trainProgram(chosen, shape)],
  ["training, jax-js", trainProgram({ ...chosen, arm: "cutmix", backend: "jax" }, shape)],
  ["speed", speedProgram("quick")],
  ...Object.entries(CHOICES).map(([name, choice]) => [`targets, ${name}`, codeOf(choice, 1, 0)]),
])("it parses, and takes from the package what is there: %s", (_, text) => {
  expect(() => transformSync(text!, { format: "esm", target: "es2023" })).not.toThrow();
  const [, names] = /^import \{ (.+) \} from "mixwell";/m.exec(text!)!;
  for (const name of names!.split(", ")) {
    expect(mixwell).toHaveProperty(name);
    // Nothing is taken that is not used.
    expect(text!.split(new RegExp(`\\b${name}\\b`)).length, name).toBeGreaterThan(2);
  }
});

test("the training page's program has the arm, the trainer and the numbers of the form", () => {
  const text = trainProgram(chosen, shape);
  expect(text).toContain('import { createEngine, cutmix, Dataset, mixup, oneOf, randAugment } from "mixwell";');
  expect(text).toContain('import { createFeed, tfjsDevice } from "mixwell/tfjs";');
  expect(text).toContain("const shape = [40, 8, 9, 3];");
  expect(text).toContain("feed.dataset(dataset, { batchSize: 16 }), { epochs: 3 });");
  const jax = trainProgram({ ...chosen, arm: "none", backend: "jax" }, shape);
  expect(jax).toContain("policy: [],");
  expect(jax).toContain('from "mixwell/jax"');
  expect(jax).toContain("feed.epoch(dataset, { epoch, batchSize: 16 })");
});

test("the Speed page's program has the shape that is chosen", () => {
  expect(speedProgram("large")).toContain("[32, 224, 224, 3]");
  expect(speedProgram("quick")).toContain("[64, 32, 32, 3]");
});

test("the Targets page's program says the seed and the batch; torchvision's throws away what is gone", () => {
  expect(codeOf(CHOICES.cutmix!, 8, 2)).toMatch(/seed: 8,[\s\S]*\{ epoch: 2 \}/);
  expect(Object.keys(CHOICES).filter((name) => CHOICES[name]!.python)).toEqual([
    "turn",
    "iou",
    "safe",
    "zoom",
    "perspective",
  ]);
  expect(CHOICES.iou!.python).toContain("v2.RandomIoUCrop(sampler_options=[0.1, 0.3, 0.5])");
  expect(CHOICES.zoom!.python).toContain("    v2.SanitizeBoundingBoxes(),\n])");
});
