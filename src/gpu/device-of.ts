/**
 * Which device the pictures of a batch lie on. WebGPU does not say it of a buffer, and who looks at a batch should not
 * have to.
 */

const devices = new WeakMap<GPUBuffer, GPUDevice>();

export function noteDevice(buffer: GPUBuffer, device: GPUDevice): void {
  devices.set(buffer, device);
}

/** The device of an engine's batch. */
export const deviceOf = (buffer: GPUBuffer): GPUDevice | undefined => devices.get(buffer);
