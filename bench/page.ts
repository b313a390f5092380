/** The benchmark in a browser: tools/bench.mjs opens the page and calls this. */
import { type BenchmarkOptions, benchmark, benchSpeedSet } from "./benchmark.ts";
import type { Report, Row } from "./report.ts";
import type { SpeedSet } from "./speed-set.ts";
import { benchStreams, type StreamsOptions } from "./streams.ts";

declare global {
  interface Window {
    runBenchmark?: (runtime: string, options: BenchmarkOptions) => Promise<Report>;
    runSpeedSet?: (set: SpeedSet) => Promise<Row[]>;
    runStreams?: (options: Pick<StreamsOptions, "count" | "rounds" | "http">) => Promise<void>;
    /** From tools/bench.mjs. */
    logBenchmark?: (line: string) => void;
    sayLine?: (line: string) => Promise<void>;
    heapBytes?: () => Promise<number>;
  }
}

window.runBenchmark = (runtime, options) => {
  if (!navigator.gpu) throw new Error(`no WebGPU in ${runtime}`);
  return benchmark(navigator.gpu, runtime, options, (line) => window.logBenchmark?.(line));
};

window.runSpeedSet = (set) => benchSpeedSet(navigator.gpu, set);

window.runStreams = async (options) => {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error("no adapter");
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits;
  const device = await adapter.requestDevice({ requiredLimits: { maxStorageBufferBindingSize, maxBufferSize } });
  const say = (line: string) => void window.sayLine?.(line);
  await benchStreams(device, { ...options, say, heap: () => window.heapBytes!() });
  device.destroy();
};
