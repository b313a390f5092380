/** Measures in a worker, so that the page goes on answering while pictures are compared and steps are timed. */
import { type Case, shapeName } from "../../bench/cases.ts";
import { type Makers, OWN_MAKERS, runCase } from "../../bench/run-case.ts";
import { SPEED_ROUNDS, type SpeedSet, speedCases } from "../../bench/speed-set.ts";
import { nameOf } from "../studio/gpu.ts";
import { LIMITS, type SpeedReport, type SpeedRow, speedRows } from "./report.ts";

export interface Order {
  set: SpeedSet;
  tfjs: boolean;
}

/** What the page is told. */
export type News =
  | { kind: "adapter"; adapter: SpeedReport["adapter"]; limits: SpeedReport["limits"]; clock: SpeedReport["clock"] }
  | { kind: "case"; name: string; done: number; total: number }
  | { kind: "rows"; rows: SpeedRow[] }
  | { kind: "done"; rounds: number }
  | { kind: "failed"; words: string };

const tell = (news: News) => postMessage(news);

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  measure(data).catch((error: unknown) =>
    tell({ kind: "failed", words: error instanceof Error ? error.message : String(error) }),
  );
});

async function measure({ set, tfjs }: Order): Promise<void> {
  const adapter = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new Error("A worker of this browser found no graphics adapter.");
  // The GPU's own clock, where the browser lends it.
  const clock: GPUFeatureName[] = adapter.features.has("timestamp-query") ? ["timestamp-query"] : [];
  const device = await adapter.requestDevice({ requiredFeatures: clock });
  const complaints: string[] = [];
  device.addEventListener("uncapturederror", ({ error }) => complaints.push(error.message));
  const { vendor, architecture, device: model, description, isFallbackAdapter = false } = adapter.info;
  tell({
    kind: "adapter",
    adapter: { name: nameOf(adapter.info), vendor, architecture, device: model, description, isFallbackAdapter },
    limits: Object.fromEntries(LIMITS.map((name) => [name, device.limits[name]])),
    clock: clock.length > 0 ? "gpu" : "host",
  });
  const makers: Makers = tfjs ? { ...OWN_MAKERS, ...(await tensorFlowMakers()) } : OWN_MAKERS;
  const rounds = SPEED_ROUNDS[set];
  const cases = speedCases(set);
  for (const [done, test] of cases.entries()) {
    tell({ kind: "case", name: titleOf(test), done, total: cases.length });
    tell({ kind: "rows", rows: speedRows(await runCase(device, test, { rounds, makers })) });
    if (complaints.length > 0) throw new Error(`The GPU complained: ${complaints[0]}`);
  }
  device.destroy();
  tell({ kind: "done", rounds });
}

const titleOf = (test: Case) => `${test.name}, ${shapeName(test)}`;

async function tensorFlowMakers(): Promise<Makers> {
  const { tensorFlow } = await import("../../bench/tfjs-contender.ts");
  return { "TensorFlow.js": tensorFlow };
}
