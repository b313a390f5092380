/** One case: its contenders are held to the reference, and then timed in turn. */
import { type Case, pixelCount, shapeName } from "./cases.ts";
import type { Contender, Work } from "./contender.ts";
import { copied, copyKernel, copyName } from "./copy-kernel.ts";
import { prepareWork } from "./draws.ts";
import { engineContenders } from "./engine.ts";
import { compare, expectedOutput, share, tolerance } from "./expected.ts";
import type { Row } from "./report.ts";
import { timeInTurn } from "./stopwatch.ts";

/** Who takes part, by the name that a failure to make them goes under. */
export type Makers = Readonly<Record<string, (work: Work) => Promise<Contender[]>>>;

/** The copy kernels and this engine. */
export const OWN_MAKERS: Makers = {
  copy: async (work) => [copyKernel(work, 1), copyKernel(work, 4)],
  mixwell: engineContenders,
};

/** Rows of a case. One that was wrong or failed has an `error`, and no time. */
export async function runCase(
  device: GPUDevice,
  test: Case,
  { rounds, makers }: { rounds: number; makers: Makers },
): Promise<Row[]> {
  const work = prepareWork(device, test);
  const common = { case: test.name, shape: shapeName(test) };
  const failed: Row[] = [];
  const fail = (contender: string, error: unknown) =>
    failed.push({
      ...common,
      contender,
      median_ms: null,
      bytes: 0,
      ratio_to_copy: null,
      error: error instanceof Error ? error.message : String(error),
    });
  const made: Contender[] = [];
  for (const [name, make] of Object.entries(makers)) {
    try {
      made.push(...(await make(work)));
    } catch (error) {
      fail(name, error);
    }
  }

  const right: Contender[] = [];
  const wanted = expectedOutput(work);
  for (const contender of made) {
    const isCopy = contender.name === copyName(1) || contender.name === copyName(4);
    try {
      const actual = await contender.output();
      const wrong = isCopy
        ? compare(actual, { images: copied(test) }, 0)
        : compare(actual, wanted, tolerance(work), share(work, contender.name));
      if (wrong) fail(contender.name, `wrong: ${wrong}`);
      else right.push(contender);
    } catch (error) {
      fail(contender.name, error);
    }
  }

  const timings = await timeInTurn(right, rounds);
  for (const contender of made) contender.destroy();
  const medianOf = (name: string) =>
    timings[right.findIndex((contender) => contender.name === name)]?.median ?? Number.POSITIVE_INFINITY;
  const copy = Math.min(medianOf(copyName(1)), medianOf(copyName(4)));
  const timed = right.map(({ name, bytes }, i): Row => {
    const { median, p10, p90, rounds, steps } = timings[i]!;
    const ratio = Number.isFinite(copy) ? median / copy : null;
    return {
      ...common,
      contender: name,
      median_ms: median,
      bytes,
      bytes_per_pixel: bytes / pixelCount(test),
      ratio_to_copy: ratio,
      p10_ms: p10,
      p90_ms: p90,
      rounds,
      steps,
    };
  });
  return [...timed, ...failed];
}
