/** Holds sizes to what was reached, by some of the bundlers. */
import { expect, test } from "vitest";
import { APPLICATIONS, sizeOf } from "../../tools/size.mjs";

/** In kilobytes, minified and gzipped, by the bundler that makes most of it (`npm run size`). */
const REACHED: Partial<Record<keyof typeof APPLICATIONS, number>> = {
  MixwellError: 0.15,
  mixup: 4,
  "createEngine, mixup, Dataset": 49,
  "… and ops.solarize": 71.5,
  "… and randAugment": 96.4,
};
/** A bundler's next version may need a few bytes, and so may a message. */
const ROOM = 1.03;
/** Below this that is less than a byte or two. */
const LEAST = 0.3;

/**
 * The slowest bundler makes the least of all, and those in which it may drop most; the others make all. `npm run size`
 * has everything by everyone.
 */
const BY_WEBPACK = ["MixwellError", "… and ops.solarize", "… and randAugment"];

/** What an application downloads stays what was reached. */
export function testSizes(bundlers: string[]): void {
  test.each(
    bundlers.flatMap((bundler) =>
      Object.entries(REACHED)
        .filter(([name]) => bundler !== "webpack" || BY_WEBPACK.includes(name))
        .map(([name, reached]) => ({ bundler, name, reached })),
    ),
  )("$name by $bundler", async ({ bundler, name, reached }) => {
    const size = (await sizeOf(APPLICATIONS[name as keyof typeof APPLICATIONS], bundler)) / 1000;
    expect(size).toBeLessThanOrEqual(Math.max(LEAST, ROOM * reached));
  });
}
