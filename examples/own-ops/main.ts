import {
  createEngine,
  Dataset,
  drawBatch,
  explain,
  mixup,
  opAt,
  type Policy,
  randomPipeline,
  reference,
} from "mixwell";
import { openDevice, run, say } from "../shared/page.ts";
import { NAMES, patches } from "../shared/photos.ts";
import { emboss, ripple, vignette } from "./ops.ts";

run(async () => {
  const device = await openDevice();
  const photos = await patches(128);
  const dataset = await Dataset.fromArrays(device, { ...photos, classes: NAMES.length });
  const indices = NAMES.map((_, i) => 4 * i + 1);

  // Each by itself, and compared with its CPU reference.
  for (const stage of [vignette({ strength: [0.5, 1] }), emboss(), ripple({ amplitude: [-9, 9] })]) {
    const engine = await createEngine(device, { policy: stage, output: { format: "u8" } });
    const batch = engine.run({ dataset, indices }, { epoch: 0 });
    const [height, width, channels] = [128, 128, 3];
    const sources = {
      dataset: { images: photos.images },
      shape: { height, width, channels },
      format: "u8",
      layout: "nhwc",
    } as const;
    const wanted = reference(batch.plan, sources, { output: { format: "u8" } }).images;
    const { images } = await engine.read(batch);
    const differing = Array.from(images).filter((byte, i) => byte !== wanted[i]).length;
    say(`${stage.op}: ${images.length} bytes, ${differing} unlike the reference`);
    await drawBatch(document.querySelector<HTMLCanvasElement>(`#${stage.op}`)!, batch, { titles: false });
    engine.destroy();
  }

  // Two of them for each picture, by strength, before MixUp.
  const strengths = ["vignette", "emboss", "ripple"].map((name) => opAt("own", name, { magnitude: [0.2, 0.8] }));
  const policy: Policy = [randomPipeline(strengths, { augmentationsPerImage: 2 }), mixup()];
  const engine = await createEngine(device, { policy, labels: { classes: NAMES.length } });
  const batch = engine.run({ dataset, indices: indices.slice(0, 4) }, { epoch: 0 });
  for (let row = 0; row < batch.size; row++)
    say(explain(batch, row, { name: ({ index }) => NAMES[Math.floor(index / 4)]! }));
  engine.destroy();
  dataset.destroy();
});
