/** A training loop with the augmentation that is chosen, for a model of one's own. */
import type { PolicyStage } from "mixwell";
import { ARMS } from "../../training/arms.ts";
import { stageCode } from "../policy-page/stage-code.ts";

/** What the program takes from the form, as the form has it. */
export interface Chosen {
  /** Of the last arm that is ticked. */
  arm: string;
  backend: string;
  epochs: string;
  batchSize: string;
  seed: string;
}

/** Of what one trains on. */
export interface Shape {
  count: number;
  height: number;
  width: number;
  channels: number;
  classes: number;
}

export function programOf({ arm, backend, epochs, batchSize, seed }: Chosen, shape: Shape): string {
  const policy = ARMS.find(({ id }) => id === arm)?.policy ?? [];
  const stages = ([policy].flat() as PolicyStage[]).map((stage) => stageCode(stage, { indent: "    " }));
  const names = new Set(["Dataset", "createEngine", ...stages.flatMap(({ imports }) => [...imports])]);
  const { count, height, width, channels, classes } = shape;
  const [adapter, device] = backend === "tfjs" ? ["tfjs", "tfjsDevice"] : ["jax", "jaxDevice"];
  const tfjs = [`await model.fitDataset(feed.dataset(dataset, { batchSize: ${batchSize} }), { epochs: ${epochs} });`];
  const jax = [
    `for (let epoch = 0; epoch < ${epochs}; epoch++) {`,
    `  for (const { images, labels } of feed.epoch(dataset, { epoch, batchSize: ${batchSize} })) {`,
    "    train(images, labels); // a step of yours: labels are rows of weights",
    "  }",
    "}",
  ];
  return [
    `import { ${[...names].sort((a, b) => a.localeCompare(b, "en")).join(", ")} } from "mixwell";`,
    `import { createFeed, ${device} } from "mixwell/${adapter}";`,
    "",
    `const device = await ${device}();`,
    "// images: Uint8Array, labels: Uint32Array with a class id a picture",
    `const shape = [${[count, height, width, channels].join(", ")}];`,
    "const dataset = await Dataset.fromArrays(device, { images, shape, labels });",
    "const engine = await createEngine(device, {",
    `  seed: ${seed},`,
    ...(stages.length === 0 ? ["  policy: [],"] : ["  policy: [", ...stages.map(({ text }) => `    ${text},`), "  ],"]),
    `  labels: { classes: ${classes} },`,
    "});",
    "const feed = createFeed(engine);",
    ...(backend === "tfjs" ? tfjs : jax),
    "",
  ].join("\n");
}
