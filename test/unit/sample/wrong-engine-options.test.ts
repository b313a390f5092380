/** What an engine refuses before it makes anything. (The rest is in test/gpu/wrong-options.test.ts; what a policy can get wrong, in test/unit/policy.) */
import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { checkEngineOptions } from "../../../src/gpu/options.ts";

const normalize = { mean: [0.5, 0.5, 0.5], std: [0.2, 0.2, 0.2] };

/** Options beside an empty policy, and the whole message. */
const WRONG: [options: Record<string, unknown>, message: string][] = [
  [
    { output: { normalize: { ...normalize, mean: new Array(3) } } },
    "output.normalize.mean: expected a list of finite numbers, one a channel (or one for all), found [, , ]",
  ],
  [
    // biome-ignore lint/suspicious/noSparseArray: the case
    { output: { normalize: { ...normalize, std: [1, , 1] } } },
    "output.normalize.std: expected a list of finite numbers, one a channel (or one for all), found [1, , 1]",
  ],
];

test.each(WRONG)("%j", (options, message) => {
  const call = () => checkEngineOptions({ policy: [], ...options } as never);
  expect(call).toThrow(InputError);
  expect(messageOf(call)).toBe(message);
});

const RIGHT: Record<string, unknown>[] = [{}, { output: { normalize } }];

test.each(RIGHT)("%j is right", (options) => {
  expect(() => checkEngineOptions({ policy: [], ...options } as never)).not.toThrow();
});

function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return "no error";
}
