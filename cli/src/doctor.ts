/** `mixwell doctor`: the GPU that would be used, its driver and its limits, or what to install. */
import { availableParallelism, totalmem } from "node:os";
import sharp from "sharp";
import { workersFor } from "./common.ts";
import { type DeviceOptions, openDevice } from "./mixing.ts";
import type { World } from "./program.ts";
import { taskOf } from "./task.ts";

const LIMITS = ["maxBufferSize", "maxStorageBufferBindingSize", "maxComputeInvocationsPerWorkgroup"] as const;

/** @throws NoWebGpuError, which says what to install */
export async function runDoctor(options: DeviceOptions, { out, env }: World): Promise<void> {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  const { version, platform, arch } = process;
  out(`node      ${version}, ${platform}-${arch}, ${availableParallelism()} cores, ${gibibytes} GiB`);
  out(
    `sharp     ${sharp.versions.sharp ?? "?"}, libvips ${sharp.versions.vips}, ${sharp.concurrency()} threads a picture`,
  );
  const resizing = `${workersFor(1)} that resize (--workers)`;
  const decoding = `${env.UV_THREADPOOL_SIZE ?? 4} that decode and encode (UV_THREADPOOL_SIZE)`;
  out(`threads   ${resizing}, ${decoding}`);
  const { rank, world, from } = taskOf(undefined, env);
  out(`task      ${rank} of ${world} (${from})`);
  const { adapter, close } = await openDevice({ adapter: options.adapter, backend: options.backend });
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  out(`gpu       ${[vendor, architecture, device, description].filter(Boolean).join(", ")}`);
  if (isFallbackAdapter || /swiftshader|llvmpipe/i.test(`${architecture} ${description}`))
    out("          a GPU in software: right, but slow. Install the GPU's own Vulkan driver");
  for (const name of LIMITS) out(`          ${name} ${adapter.limits[name]}`);
  close();
}
