import { createEngine, cutmix, type Format, mixup, oneOf, randAugment } from "mixwell";
import { expect, test } from "vitest";
import { noise } from "../random.ts";
import { getDevice } from "./device.ts";
import { upload } from "./help.ts";

test.each(["u8", "f32", "f16"] as Format[])("%s quick", async (out) => {
  const device = await getDevice();
  const [size, height, width, channels] = [16, 16, 16, 3];
  const images = upload(device, noise(size * height * width * channels));
  const made = [];
  for (const tuning of ["hardware", "software"] as const) {
    const engine = await createEngine(device, {
      policy: [randAugment({ table: "torchvision" }), oneOf([mixup(), cutmix()])],
      output: { format: out },
      tuning,
      warm: false,
    });
    for (let step = 0; step < 4; step++) {
      const batch = engine.run({ images, size, height, width, channels }, { step });
      const got = (await engine.read(batch)).images;
      if (tuning === "hardware") made.push(got);
      else expect(got).toEqual(made[step]);
    }
    engine.destroy();
  }
});
