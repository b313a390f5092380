/**
 * (b) Every public function with wrong arguments: only a MixwellError, and nothing made or uploaded before. What hangs
 * is ended by the runner. (With a seed of their own, the same doors are tried by test/unit/wrong-arguments.test.ts and
 * test/gpu/wrong-arguments.test.ts.)
 */
import fc from "fast-check";
import { MixwellError } from "mixwell";
import { beforeAll, test } from "vitest";
import { getDevice } from "../gpu/device.ts";
import { filled, type Watch, watch } from "../gpu/help.ts";
import { pureDoors } from "./calls.ts";
import { campaign, tally } from "./campaign.ts";
import type { Door } from "./door.ts";
import { type GpuGiven, gpuDoors, makeGiven } from "./gpu-calls.ts";
import { type Mistake, mistakes, shown, withMistakes } from "./mistakes.ts";
import { complaint } from "./run.ts";

/** Mistakes a door is tried with in `npm test`. */
const EACH = 12;

const gpuNames = gpuDoors(undefined as never).map(({ name }) => name);
let given: GpuGiven;
let seen: Watch;

beforeAll(async () => {
  const device = await getDevice();
  given = await makeGiven(device, (bytes) => filled(device, bytes, 0));
});

/** Any door with mistakes in its arguments: by turns, so that all have come after as many cases as there are doors. */
const wrongCalls = (count: number): fc.Arbitrary<{ door: number; wrong: Mistake[] }> =>
  fc.record({ door: fc.nat(count - 1), wrong: mistakes });

/** Throws what is wrong with how a door refused a call. */
async function tryDoor(door: Door, wrong: readonly Mistake[], after: () => string | undefined): Promise<void> {
  const args = withMistakes(door.args(), wrong);
  const refused: { error?: unknown } = {};
  const call = async (...all: never[]) => {
    try {
      return await (door.call as (...all: unknown[]) => unknown)(...all);
    } catch (error) {
      refused.error = error;
      if (error instanceof MixwellError) tally.refused++;
      throw error;
    }
  };
  const found = (await complaint({ call }, args)) ?? (refused.error instanceof MixwellError ? after() : undefined);
  if (found !== undefined) throw new Error(`${door.name}(${args.map((arg) => shown(arg)).join(", ")})\n${found}`);
}

test("functions that need no GPU", async (context) => {
  const property = fc.asyncProperty(wrongCalls(pureDoors.length), ({ door, wrong }) =>
    tryDoor(pureDoors[door]!, wrong, () => undefined),
  );
  await campaign(context, property, { part: "b  wrong calls", cases: EACH * pureDoors.length, share: 0.5 });
});

test("functions that need one, before which nothing is made or uploaded", async (context) => {
  const doors = gpuDoors(given);
  const quiet = () => {
    const { calls, written } = seen;
    return Object.keys(calls).length > 0 || written > 0
      ? `refused after ${JSON.stringify(calls)}, ${written} bytes written`
      : undefined;
  };
  const property = fc.asyncProperty(wrongCalls(gpuNames.length), async ({ door, wrong }) => {
    seen = watch(given.device);
    try {
      await tryDoor(doors[door]!, wrong, quiet);
    } finally {
      seen.stop();
    }
  });
  await campaign(context, property, { part: "b  wrong calls", cases: EACH * gpuNames.length, share: 0.5 });
});
