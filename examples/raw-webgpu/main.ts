import { createEngine, mixup } from "mixwell";
import { openDevice, run, say } from "../shared/page.ts";
import { loadPhotos, NAMES, SIDE } from "../shared/photos.ts";
import { averageInto, darken, readFloats } from "./passes.ts";

run(async () => {
  const device = await openDevice();
  const photos = await loadPhotos();
  const size = photos.length;
  const bytes = SIDE * SIDE * 3;

  // Your buffers, as they may come from a camera, a decoder or another kernel of yours.
  const { STORAGE, COPY_DST, COPY_SRC } = GPUBufferUsage;
  const pixels = device.createBuffer({ size: size * bytes, usage: STORAGE | COPY_DST });
  photos.forEach((photo, i) => {
    device.queue.writeBuffer(pixels, i * bytes, photo as Uint8Array<ArrayBuffer>);
  });
  const mixed = device.createBuffer({ size: 4 * size * bytes, usage: STORAGE });
  const targets = device.createBuffer({ size: 4 * size * NAMES.length, usage: STORAGE | COPY_SRC });
  const averages = device.createBuffer({ size: 4 * size * 3, usage: STORAGE | COPY_SRC });

  const engine = await createEngine(device, {
    seed: 3,
    policy: mixup({ alpha: 1, pairing: "reverse" }),
    labels: { classes: NAMES.length },
  });
  const labels = Uint32Array.from(photos, (_, i) => i);
  const input = { images: pixels, size, height: SIDE, width: SIDE, channels: 3, labels };

  const encoder = device.createCommandEncoder();
  darken(device, encoder, pixels);
  engine.encode(encoder, input, { step: 0, out: { images: mixed, labels: targets } });
  averageInto(device, encoder, mixed, averages);
  device.queue.submit([encoder.finish()]);

  // Only to look at: seven rows of labels and of average colours.
  const rows = await readFloats(device, targets);
  const colours = await readFloats(device, averages);
  for (let i = 0; i < size; i++) {
    const shares = NAMES.map((name, k) => ({ name, share: rows[i * NAMES.length + k]! })).filter(
      ({ share }) => share > 0,
    );
    const colour = [...colours.subarray(3 * i, 3 * i + 3)].map((value) => value.toFixed(6));
    say(
      `${shares.map(({ name, share }) => `${share.toFixed(6)} ${name}`).join(" + ")}: average colour ${colour.join(" ")}`,
    );
  }
  engine.destroy();
});
