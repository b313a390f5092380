import { dispose, type Tensor2D, tidy, train } from "@tensorflow/tfjs-core";
import { initializers, layers, sequential } from "@tensorflow/tfjs-layers";
import { colorJitter, createEngine, drawBatch, liveFrames, mixup, ops, randomResizedCrop } from "mixwell";
import { createFeed, tfjsDevice } from "mixwell/tfjs";
import { run, say } from "../shared/page.ts";
import { nextFrame, openCamera } from "./camera.ts";

const NAMES = ["first", "second"];
const [FILMED, STEPS, SIDE] = [16, 30, 32];
/** Frames are kept as small as that, since sixteen of them are uploaded at every step. */
const KEPT = { resizeHeight: 2 * SIDE, resizeQuality: "medium" } as const;

const video = document.querySelector("video")!;
const canvas = document.querySelector<HTMLCanvasElement>("#batch")!;
const state = document.querySelector("#state")!;
const meters = [...document.querySelectorAll("meter")];
const buttons = [...document.querySelectorAll("button")];

run(async () => {
  const device = await tfjsDevice();
  const camera = await openCamera(video);
  say(camera.isReal ? "a camera" : "no camera: a canvas plays one");
  const frames = liveFrames({ height: SIDE, width: SIDE });
  const output = { normalize: { mean: 0.5, std: 0.25 } };
  // One engine to learn from, and one to look with.
  const engine = await createEngine(device, {
    seed: 5,
    policy: [
      randomResizedCrop({ height: SIDE, width: SIDE, scale: [0.5, 1] }),
      ops.flipX({ prob: 0.5 }),
      colorJitter({ brightness: 0.3, contrast: 0.3 }),
      mixup({ alpha: 0.2 }),
    ],
    output,
    labels: { classes: NAMES.length },
    frames,
  });
  const eye = await createEngine(device, { policy: [], output, frames });
  const [lessons, looks] = [createFeed(engine), createFeed(eye)];

  const model = sequential();
  model.add(layers.averagePooling2d({ poolSize: 4, inputShape: [SIDE, SIDE, 3] }));
  model.add(layers.flatten());
  model.add(layers.dense({ units: 16, activation: "relu", kernelInitializer: initializers.heNormal({ seed: 1 }) }));
  model.add(layers.dense({ units: 2, activation: "softmax", kernelInitializer: initializers.heNormal({ seed: 2 }) }));
  model.compile({ optimizer: train.adam(0.006), loss: "categoricalCrossentropy" });

  const filmed: ImageBitmap[][] = [[], []];
  const film = async (label: number) => {
    state.textContent = `Show the ${NAMES[label]} …`;
    await camera.show(label);
    for (const old of filmed[label]!.splice(0)) old.close();
    for (let i = 0; i < FILMED; i++) {
      state.textContent = `Filming the ${NAMES[label]} class: ${i + 1} of ${FILMED}`;
      await nextFrame(video);
      filmed[label]!.push(await createImageBitmap(video, KEPT));
    }
  };

  let epoch = 0;
  const learn = async () => {
    const all = filmed.flatMap((list, label) => list.map((bitmap, i) => ({ bitmap, label, id: label * FILMED + i })));
    let loss = 0;
    for (const end = epoch + STEPS; epoch < end; epoch++) {
      // Half of the frames, other ones at every step.
      const some = all.filter(({ id }) => (id + epoch) % 2 === 0);
      const input = { frames: some.map(({ bitmap }) => bitmap), labels: Uint32Array.from(some, ({ label }) => label) };
      const step = { ids: some.map(({ id }) => id), epoch };
      if (epoch % 10 === 0) await drawBatch(canvas, engine.run(input, step), { names: NAMES, tile: 96 });
      const { images, labels } = lessons.run(input, step);
      loss = (await model.trainOnBatch(images, labels!)) as number;
      dispose([images, labels!]);
      state.textContent = `Learning: step ${epoch + 1}, loss ${loss.toFixed(3)}`;
    }
    say(`learned in ${STEPS} steps: loss ${loss.toFixed(4)}`);
  };

  /** How likely each class is, of what the camera shows now. */
  const look = async (): Promise<Float32Array> => {
    const { images } = looks.run({ frames: [video] }, { step: 0 });
    const answer = tidy(() => model.predict(images) as Tensor2D);
    const shares = (await answer.data()) as Float32Array;
    dispose([images, answer]);
    for (const label of [0, 1]) meters[label]!.value = shares[label]!;
    state.textContent = `It sees the ${NAMES[shares[0]! > 0.5 ? 0 : 1]} (${(100 * Math.max(...shares)).toFixed(0)} %)`;
    return shares;
  };

  for (const label of [0, 1]) await film(label);
  await learn();
  for (const label of [0, 1]) {
    await camera.show(label);
    say(`shown the ${NAMES[label]}: ${(await look())[label]!.toFixed(4)}`);
  }
  watch(film, learn, look).catch((error: unknown) => say(String(error)));
});

/** Says what it sees for as long as the page is open, and films again when it is told to. */
async function watch(film: (label: number) => Promise<void>, learn: () => Promise<void>, look: () => Promise<unknown>) {
  const wanted: number[] = [];
  for (const [label, button] of buttons.entries())
    Object.assign(button, { disabled: false, onclick: () => wanted.push(label) });
  for (;;) {
    const label = wanted.shift();
    if (label !== undefined) {
      await film(label);
      await learn();
    }
    await nextFrame(video);
    await look();
  }
}
