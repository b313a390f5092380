import { expect, test } from "vitest";
import { InputError } from "../../../src/check/errors.ts";
import { mixup } from "../../../src/mixers/mixup.ts";
import type { DrawRequest } from "../../../src/sample/request.ts";
import { samplePlan } from "../../../src/sample/sample.ts";

const RIGHT: DrawRequest = { policy: mixup(), seed: 1, ids: [0, 1, 2], height: 8, width: 8 };
const dataset = mixup({ pairing: "dataset" });

/** A right request with something changed, and the whole message. */
const WRONG: [change: Record<string, unknown>, message: string][] = [
  [{ seed: -1 }, "seed: expected an integer in 0..2^53-1, found -1"],
  [{ seed: 0.5 }, "seed: expected an integer in 0..2^53-1, found 0.5"],
  [{ seed: "1" }, 'seed: expected an integer in 0..2^53-1, found "1"'],
  [{ epoch: -1 }, "epoch: expected an integer in 0..2^32-1, found -1"],
  [{ epoch: 2 ** 32 }, "epoch: expected an integer in 0..2^32-1, found 4294967296"],
  [{ step: 1.5 }, "step: expected an integer in 0..2^32-1, found 1.5"],
  [{ height: 0 }, "height: expected a positive whole number of pixels, found 0"],
  [{ width: undefined }, "width: expected a positive whole number of pixels, found undefined"],
  [{ from: "buffer" }, 'from: expected batch or dataset, found "buffer"'],
  [{ ids: [] }, "ids: expected one sample id a row, at least one, found []"],
  [{ ids: 3 }, "ids: expected one sample id a row, at least one, found 3"],
  [{ ids: [0, -1] }, "ids[1]: expected an integer in 0..2^32-1, found -1"],
  [{ ids: [2 ** 32] }, "ids[0]: expected an integer in 0..2^32-1, found 4294967296"],
  [{ ids: ["a"] }, 'ids[0]: expected an integer in 0..2^32-1, found "a"'],
  [{ batchSize: 4 }, "ids: expected 4 sample ids, one a row, found 3"],
  [{ batchSize: 0 }, "batchSize: expected a positive whole number of rows, found 0"],
  [
    { ids: undefined, batchSize: 3 },
    "ids: expected the sample ids, or else the step: without either every batch would repeat the same draws, found undefined",
  ],
  [{ ids: undefined, step: 4 }, "batchSize: expected the number of rows, where no ids are given, found undefined"],
  [
    { ids: undefined, batchSize: 3, step: 4, policy: dataset, datasetSize: 10 },
    "ids: expected the dataset index of every sample of the batch, found undefined",
  ],
  [{ from: "dataset" }, "datasetSize: expected the number of samples in the dataset, found undefined"],
  [{ policy: dataset }, "datasetSize: expected the number of samples in the dataset, found undefined"],
  [{ policy: dataset, datasetSize: 0 }, "datasetSize: expected the number of samples in the dataset, found 0"],
  [{ from: "dataset", datasetSize: 2 }, "ids[2]: expected a dataset index in 0..1, found 2"],
  [
    { policy: mixup({ pairing: "external" }) },
    "externalSize: expected 3, as many rows as the batch, for the external pairing, found undefined",
  ],
  [
    { policy: mixup({ pairing: "external" }), externalSize: 2 },
    "externalSize: expected 3, as many rows as the batch, for the external pairing, found 2",
  ],
];

test.each(WRONG)("%j", (change, message) => {
  const call = () => samplePlan({ ...RIGHT, ...change } as DrawRequest);
  expect(call).toThrow(InputError);
  expect(messageOf(call)).toBe(message);
});

test("the request they are made of is right", () => {
  expect(samplePlan(RIGHT).batchSize).toBe(3);
});

test("a dataset stage after one whose pairing turns out to be within the batch", () => {
  expect(messageOf(() => samplePlan({ ...RIGHT, policy: [mixup(), dataset], datasetSize: 9 }))).toBe(
    'policy[1].mixup.pairing: expected an in-batch pairing after policy[0].mixup (derangement), where a partner outside the batch has no partner of its own, found "dataset"',
  );
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was thrown";
}
