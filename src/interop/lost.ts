import { lossOf, onLoss } from "../gpu/adapter.ts";

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
  return new Promise((resolve) => {
    const stop = onLoss(device, () => resolve(lossOf(device)));
    setTimeout(() => {
      stop();
      resolve(undefined);
    }, ANNOUNCED_WITHIN);
  });
}
