/** The GPU device in Node, and the way to train that suits it. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { createNodeDevice } from "mixwell/node";
import { tfjsOnCpu } from "../training/tfjs-cpu.ts";
import { type Library, libraryOf } from "../training/trainer.ts";
import type { TrainerName } from "./plan.ts";

export interface Machine {
  device: GPUDevice;
  /** "google swiftshader", for people. */
  adapter: string;
  runtime: string;
  trainer: TrainerName;
  library: Library;
  close(): void;
}

/**
 * Opens Dawn. On a real GPU the network trains there too, without a copy. On an adapter in software it trains in
 * WebAssembly, as TensorFlow.js' WebGPU kernels are slower there by far; pictures are still mixed on the WebGPU device.
 * @param wanted default: by the adapter
 */
export async function openMachine(wanted?: TrainerName): Promise<Machine> {
  const { adapter, device, close } = await createNodeDevice();
  const trainer = wanted ?? (isSoftware(adapter) ? "cpu" : "gpu");
  const library = trainer === "gpu" ? await libraryOf("tfjs") : tfjsOnCpu(startWasm);
  return { device, adapter: nameOf(adapter.info), runtime: `Node ${process.version}, Dawn`, trainer, library, close };
}

const isSoftware = ({ info }: GPUAdapter) =>
  info.isFallbackAdapter || /swiftshader|llvmpipe|lavapipe|warp/i.test(nameOf(info));

const nameOf = ({ vendor, architecture, description }: GPUAdapterInfo) =>
  [vendor, architecture, description].filter(Boolean).join(" ") || "unknown";

async function startWasm(): Promise<void> {
  // Its loader, made for CommonJS, asks for this name; the path that counts is the one below.
  Object.assign(globalThis, { __dirname: process.cwd() });
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const manifest = createRequire(join(process.cwd(), "package.json")).resolve(
    "@tensorflow/tfjs-backend-wasm/package.json",
  );
  if (tf.getBackend() !== "wasm") {
    setWasmPaths(`${join(dirname(manifest), "wasm-out")}/`);
    await tf.setBackend("wasm");
  }
}
