/** The benchmark in a browser: tools/bench.mjs opens the page and calls this. */
import { type BenchmarkOptions, benchmark } from "./benchmark.ts";
import type { Report } from "./report.ts";

declare global {
  interface Window {
    runBenchmark?: (runtime: string, options: BenchmarkOptions) => Promise<Report>;
    /** From tools/bench.mjs. */
    logBenchmark?: (line: string) => void;
  }
}

window.runBenchmark = (runtime, options) => {
  if (!navigator.gpu) throw new Error(`no WebGPU in ${runtime}`);
  return benchmark(navigator.gpu, runtime, options, (line) => window.logBenchmark?.(line));
};
