/**
 * What an application downloads stays what was reached (`npm run size`): within a tenth, in kilobytes, minified and
 * gzipped.
 */
import { expect, test } from "vitest";
import { APPLICATIONS, BUNDLERS, sizeOf } from "../../tools/size.mjs";

const REACHED: Partial<Record<keyof typeof APPLICATIONS, number>> = {
  MixwellError: 0.15,
  mixup: 3.7,
  "createEngine, mixup, Dataset": 50,
  "… and ops.solarize": 75,
};
/** Below this a tenth is a few bytes, which a bundler's next version may need. */
const LEAST = 0.3;

test.each(
  Object.keys(BUNDLERS).flatMap((bundler) =>
    Object.entries(REACHED).map(([name, reached]) => ({ bundler, name, reached })),
  ),
)("$name by $bundler", async ({ bundler, name, reached }) => {
  const size = (await sizeOf(APPLICATIONS[name as keyof typeof APPLICATIONS], bundler)) / 1000;
  expect(size).toBeLessThanOrEqual(Math.max(LEAST, 1.1 * reached));
});
