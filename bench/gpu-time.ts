/**
 * How long recorded work takes on the GPU: by its own clock where the device has one (`timestamp-query`), else until
 * the host learns that it is done.
 */

/** Milliseconds of what `record` puts into an encoder. Everything that it reads is uploaded before the clock starts. */
export async function gpuTime(device: GPUDevice, record: (encoder: GPUCommandEncoder) => void): Promise<number> {
  const clock = device.features.has("timestamp-query") ? clockOf(device) : undefined;
  const encoder = device.createCommandEncoder();
  clock?.mark(encoder, { endOfPassWriteIndex: 0 });
  record(encoder);
  clock?.mark(encoder, { beginningOfPassWriteIndex: 1 });
  clock?.resolve(encoder);
  const commands = encoder.finish();
  await device.queue.onSubmittedWorkDone();
  const start = performance.now();
  device.queue.submit([commands]);
  await device.queue.onSubmittedWorkDone();
  const waited = performance.now() - start;
  // A clock that stood still or ran backwards tells nothing.
  const told = await clock?.read();
  return told !== undefined && told > 0 ? told : waited;
}

interface Clock {
  mark(encoder: GPUCommandEncoder, at: Omit<GPUComputePassTimestampWrites, "querySet">): void;
  resolve(encoder: GPUCommandEncoder): void;
  read(): Promise<number>;
}

const clocks = new WeakMap<GPUDevice, Clock>();

function clockOf(device: GPUDevice): Clock {
  const known = clocks.get(device);
  if (known) return known;
  const querySet = device.createQuerySet({ type: "timestamp", count: 2 });
  const resolved = device.createBuffer({ size: 16, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC });
  const staging = device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const clock: Clock = {
    mark: (encoder, at) => encoder.beginComputePass({ timestampWrites: { querySet, ...at } }).end(),
    resolve(encoder) {
      encoder.resolveQuerySet(querySet, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, staging, 0, 16);
    },
    async read() {
      await staging.mapAsync(GPUMapMode.READ);
      const [from, to] = new BigUint64Array(staging.getMappedRange());
      const nanoseconds = Number(to! - from!);
      staging.unmap();
      return nanoseconds / 1e6;
    },
  };
  clocks.set(device, clock);
  return clock;
}
