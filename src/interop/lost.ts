/** What ended a device, or undefined while it works. */
export const lossOf = (device: GPUDevice): Promise<GPUDeviceLostInfo | undefined> =>
  Promise.race([device.lost, Promise.resolve(undefined)]);

/** As long as a loss can be announced after what it broke. */
const ANNOUNCED_WITHIN = 1000;

/**
 * What ended a device on which something failed, or undefined where it still works. A failure can come a little before
 * the loss is known, and in words of anybody's; so a buffer of ours is asked whether it can still be mapped.
 */
export async function lossBehind(device: GPUDevice): Promise<GPUDeviceLostInfo | undefined> {
  const known = await lossOf(device);
  if (known) return known;
  const probe = device.createBuffer({ label: "mixwell probe", size: 4, usage: GPUBufferUsage.MAP_READ });
  const works = await probe.mapAsync(GPUMapMode.READ).then(
    () => true,
    () => false,
  );
  probe.destroy();
  if (works) return lossOf(device);
  return Promise.race([device.lost, new Promise<undefined>((resolve) => setTimeout(resolve, ANNOUNCED_WITHIN))]);
}
