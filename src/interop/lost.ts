/** What ended a device, or undefined while it works. */
export const lossOf = (device: GPUDevice): Promise<GPUDeviceLostInfo | undefined> =>
  Promise.race([device.lost, Promise.resolve(undefined)]);
