/** A device to work with, or words that say why there is none. */
import { NoWebGpuError } from "mixwell";

export interface Gpu {
  device: GPUDevice;
  /** "NVIDIA GeForce …", as far as the browser tells. */
  name: string;
}

/** @throws NoWebGpuError that says what is missing */
export async function openGpu(): Promise<Gpu> {
  if (!isSecureContext)
    throw new NoWebGpuError(
      "This page is not served from a secure address, and browsers offer WebGPU only over https or on localhost.",
    );
  if (!navigator.gpu) throw new NoWebGpuError("This browser does not offer WebGPU.");
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new NoWebGpuError("This browser has WebGPU, but found no graphics adapter that it would use.");
  return { device: await adapter.requestDevice(), name: nameOf(adapter.info) };
}

/** As much as the browser tells: some name nothing, and of a GPU in software say only that it is one. */
export function nameOf({ vendor, architecture, device, description, isFallbackAdapter }: GPUAdapterInfo): string {
  const name = description || device || [vendor, architecture].filter(Boolean).join(" ");
  if (isFallbackAdapter) return `${name || "a GPU"} (software, on the CPU)`;
  return name || "a GPU that the browser does not name";
}
