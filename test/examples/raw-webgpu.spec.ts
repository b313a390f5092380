import { averageColours, blend, expect, runExample, sharesIn, test } from "./fixtures.ts";

test("raw-webgpu: the mixing runs between two passes of the caller's, in the order they were recorded", async ({
  page,
}) => {
  const lines = await runExample(page, "raw-webgpu");
  const colours = await averageColours(page, { halved: true });
  expect(lines).toHaveLength(7);
  expect(lines.filter((line) => line.includes(" + ")).length).toBeGreaterThan(3);
  for (const line of lines) {
    const [, words, printed] = /^(.*): average colour (.*)$/.exec(line)!;
    const shares = sharesIn(words!);
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    // Sums of 65,536 f32 values, 1,024 at a time, are right to about 1e-5 of their size; the shares were printed with
    // six digits.
    const wanted = blend(shares, colours).map((value) => value / 255);
    printed!.split(" ").forEach((value, channel) => {
      expect(Math.abs(Number(value) - wanted[channel]!), line).toBeLessThan(2e-5);
    });
  }
});
