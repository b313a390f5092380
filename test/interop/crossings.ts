/** Everything by which bytes get from the host to the GPU or back, counted while something runs. */

export interface Crossings {
  /** Bytes written by the host: `writeBuffer`, `writeTexture`, buffers mapped for writing or at creation. */
  up: number;
  /** Bytes of every buffer that was mapped for reading, in order. */
  down: number[];
  stop(): void;
}

/** Counts on this device until `stop`; pictures copied from canvases and the like count as infinitely many bytes. */
export function countCrossings(device: GPUDevice): Crossings {
  const undos: (() => void)[] = [];
  const seen: Crossings = {
    up: 0,
    down: [],
    stop() {
      for (const undo of undos.reverse()) undo();
    },
  };
  const spy = (object: object, name: string, look: (self: unknown, args: unknown[]) => void) => {
    const own = Object.getOwnPropertyDescriptor(object, name);
    const real = Reflect.get(object, name) as (...args: unknown[]) => unknown;
    const value = function (this: unknown, ...args: unknown[]) {
      look(this, args);
      return real.apply(this, args);
    };
    Object.defineProperty(object, name, { value, configurable: true, writable: true });
    undos.push(() => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name)));
  };
  const { queue } = device;
  spy(queue, "writeBuffer", (_, [, , data, offset = 0, size]) => {
    const view = data as ArrayBufferView & { BYTES_PER_ELEMENT?: number };
    const element = view.BYTES_PER_ELEMENT ?? 1;
    seen.up += size === undefined ? view.byteLength - (offset as number) * element : (size as number) * element;
  });
  spy(queue, "writeTexture", (_, [, data]) => {
    seen.up += (data as ArrayBufferView).byteLength;
  });
  spy(queue, "copyExternalImageToTexture", () => {
    seen.up = Number.POSITIVE_INFINITY;
  });
  spy(device, "createBuffer", (_, [descriptor]) => {
    const { mappedAtCreation, size } = descriptor as GPUBufferDescriptor;
    if (mappedAtCreation) seen.up += size;
  });
  spy(GPUBuffer.prototype, "mapAsync", (self, [mode]) => {
    const { size } = self as GPUBuffer;
    if ((mode as number) & GPUMapMode.READ) seen.down.push(size);
    else seen.up += size;
  });
  return seen;
}
