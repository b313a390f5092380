/** A device with room for training. */

/** What convolutions want more of than WebGPU's defaults. */
const RAISED = [
  "maxBufferSize",
  "maxStorageBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
  "maxComputeWorkgroupStorageSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
] as const;

/** What to ask of an adapter so that the libraries' kernels fit: as much as it has. */
export function trainingLimits({ limits }: GPUAdapter): Record<(typeof RAISED)[number], number> {
  return Object.fromEntries(RAISED.map((name) => [name, limits[name]])) as Record<(typeof RAISED)[number], number>;
}

export function requestTrainingDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  return adapter.requestDevice({ requiredLimits: trainingLimits(adapter) });
}
