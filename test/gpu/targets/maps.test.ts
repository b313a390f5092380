/** Class maps in an engine: the bytes of the reference, whatever the policy does. */
import { createEngine, mapTarget } from "mixwell";
import { describe, expect, test } from "vitest";
import { getDevice } from "../device.ts";
import { batchOf, byReference, bytesOfIds, datasetWith, HARD_POLICIES, idMaps } from "./sets.ts";

describe("ids on the GPU are the reference's, byte for byte", () => {
  test.each(HARD_POLICIES)("%s", async (_, policy) => {
    const device = await getDevice();
    const [one, two, three] = [idMaps(1), idMaps(2), idMaps(3)];
    const dataset = await datasetWith(device, {
      one: { kind: "mask", ids: one },
      two: { kind: "mask", ids: two },
      three: { kind: "mask", ids: three, ignoreIndex: 7 },
    });
    for (const tuning of ["software", "hardware"] as const) {
      const targets = { one: mapTarget(), two: mapTarget({ hidden: "fill" }), three: mapTarget() };
      const engine = await createEngine(device, { policy, seed: 5, targets, tuning, warm: false });
      const { batch, host } = await batchOf(engine, dataset, tuning === "software" ? 0 : 1);
      const { plan } = batch;
      const wanted = (bytes: number, fill: number[], ids: ArrayLike<number>, hidden: "keep" | "fill" = "keep") =>
        byReference(plan, { kind: "mask", fill, hidden }, bytesOfIds(ids, bytes), bytes) as Uint8Array;
      expect(host.targets!.one).toEqual(wanted(1, [255], one));
      expect(bytesOfIds(host.targets!.two!, 2)).toEqual(wanted(2, [255, 255], two, "fill"));
      expect(bytesOfIds(host.targets!.three!, 3)).toEqual(wanted(3, [7, 0, 0], three));
      engine.destroy();
    }
    dataset.destroy();
  });
});
