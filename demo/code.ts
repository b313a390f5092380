/** The program that makes exactly the batch on the page. */
import { stageOptions } from "./policy.ts";
import type { Settings } from "./settings.ts";

export interface CodeParts {
  settings: Settings;
  /** Lines that make `dataset` out of files. */
  datasetCode: string;
  count: number;
  /** 0 for pictures without labels. */
  classes: number;
  /** What pictures that keep their sizes are cropped to. */
  crop?: { height: number; width: number } | undefined;
}

export function codeOf({ settings, datasetCode, count, classes, crop }: CodeParts): string {
  const { seed, epoch, batch, batchSize, smoothing, mixer } = settings;
  const makers = mixer === "both" ? ["cutmix", "mixup", "oneOf"] : [mixer];
  const names = ["Dataset", "createEngine", ...makers, ...(crop ? ["randomResizedCrop"] : [])].sort((a, b) =>
    a.localeCompare(b, "en"),
  );
  const labels = classes === 0 ? [] : [`  labels: ${literal({ classes, ...(smoothing === 0 ? {} : { smoothing }) })},`];
  const epochOptions = { epoch, batchSize: Math.min(batchSize, count), last: "wrap", start: batch };
  return [
    `import { ${names.join(", ")} } from "mixwell";`,
    "",
    "const adapter = await navigator.gpu.requestAdapter();",
    "const device = await adapter.requestDevice();",
    "",
    datasetCode,
    "",
    "const engine = await createEngine(device, {",
    `  seed: ${seed},`,
    crop
      ? `  policy: [randomResizedCrop(${literal(crop)}), ${policyCode(settings)}],`
      : `  policy: ${policyCode(settings)},`,
    '  output: { format: "u8" },',
    ...labels,
    "});",
    `const [batch] = engine.epoch(dataset, ${literal(epochOptions)});`,
    `const { images${classes === 0 ? "" : ", labels: softLabels"} } = await engine.read(batch); // to look at; training uses batch.images`,
    "",
  ].join("\n");
}

function policyCode(settings: Settings): string {
  const options = stageOptions(settings);
  if (settings.mixer === "mixup") return `mixup(${literal({ alpha: settings.mixupAlpha, ...options })})`;
  if (settings.mixer === "cutmix") return `cutmix(${literal({ alpha: settings.cutmixAlpha, ...options })})`;
  const mixers = `[mixup({ alpha: ${settings.mixupAlpha} }), cutmix({ alpha: ${settings.cutmixAlpha} })]`;
  return `oneOf(${mixers}, ${literal(options)})`;
}

/** `{ alpha: 0.4, pairing: "roll" }`. */
function literal(options: Record<string, string | number>): string {
  const entries = Object.entries(options).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${entries.join(", ")} }`;
}
