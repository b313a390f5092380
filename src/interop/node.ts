/**
 * `mixwell/node`: a WebGPU device in Node, by Dawn. Needs the optional peer dependency `webgpu`, and a driver: Vulkan on Linux, Metal on
 * macOS, D3D12 on Windows.
 */
import { NoWebGpuError } from "../errors.ts";
import { knownKeys } from "../gpu/check.ts";

export interface NodeDeviceOptions extends GPUDeviceDescriptor {
  /** Switches of Dawn, as `webgpu`'s `create` takes them: `["backend=vulkan", "enable-dawn-features=…"]`. Default none. */
  dawnOptions?: string[];
  /** Which adapter to ask for. Default: Dawn's first choice. */
  adapterOptions?: GPURequestAdapterOptions;
}

export interface NodeDevice {
  gpu: GPU;
  adapter: GPUAdapter;
  device: GPUDevice;
  /** Destroys the device and lets go of Dawn. */
  close(): void;
}

const KEYS = ["dawnOptions", "adapterOptions", "label", "requiredFeatures", "requiredLimits", "defaultQueue"];

/** Dawn's `GPU` takes its devices with it when it is garbage-collected, and the process as well. So it is held until `close`. */
const open = new Set<GPU>();

/** After `close` whoever still holds an adapter or a device holds its Dawn too: a call on one must be an error and not a crash. */
const dawnOf = new WeakMap<GPUAdapter | GPUDevice, GPU>();

/**
 * Starts Dawn and asks for a device. Defines WebGPU's globals (`GPUBufferUsage` and the like) and, where there is none, `navigator.gpu`,
 * which TensorFlow.js and jax-js look for: import those afterwards.
 * @throws NoWebGpuError when `webgpu` is not installed or not built for this system, or when there is no driver; each says what to do
 */
export async function createNodeDevice(options: NodeDeviceOptions = {}): Promise<NodeDevice> {
  knownKeys("createNodeDevice.options", options, KEYS);
  const { dawnOptions = [], adapterOptions, ...descriptor } = options;
  const { create, globals } = await importDawn();
  defineGlobals(globals);
  const gpu = create(dawnOptions);
  open.add(gpu);
  try {
    const adapter = await gpu.requestAdapter(adapterOptions);
    if (!adapter) throw new NoWebGpuError(`Dawn found no GPU driver here. ${driverAdvice()}`);
    const device = await adapter.requestDevice(descriptor);
    for (const held of [adapter, device]) dawnOf.set(held, gpu);
    const isOurs = offer(gpu);
    const close = () => {
      device.destroy();
      open.delete(gpu);
      if (isOurs) withdraw(gpu);
    };
    return { gpu, adapter, device, close };
  } catch (error) {
    open.delete(gpu);
    throw error;
  }
}

/** Node's own, as far as it is used here: the package is built without Node's types, so that the engine cannot lean on them. */
declare const process: { platform: string; arch: string; version: string; env: Record<string, string | undefined> };

interface Dawn {
  create(options: string[]): GPU;
  globals: Record<string, unknown>;
}

async function importDawn(): Promise<Dawn> {
  try {
    return (await import("webgpu")) as Dawn;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code === "ERR_MODULE_NOT_FOUND" && message.includes("'webgpu'"))
      throw new NoWebGpuError("the package `webgpu` (Dawn for Node) is not installed: npm install webgpu", { cause: error });
    const system = `${process.platform}-${process.arch}`;
    throw new NoWebGpuError(`the package \`webgpu\` (Dawn for Node) does not load on ${system}: ${message}`, { cause: error });
  }
}

function driverAdvice(): string {
  if (process.platform !== "linux") return "Is this a machine with a GPU, and not a virtual one without?";
  const named = process.env.VK_ICD_FILENAMES ?? process.env.VK_DRIVER_FILES;
  if (named) return `VK_ICD_FILENAMES names "${named}": is that the description of a Vulkan driver, and can it be read?`;
  return "Install a Vulkan driver, or point VK_ICD_FILENAMES at one before Node starts (Chromium brings a software driver, vk_swiftshader_icd.json).";
}

function defineGlobals(globals: Dawn["globals"]): void {
  for (const [name, value] of Object.entries(globals)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

/** Puts it where browsers have it, unless somebody else's is there; says whether it did. */
function offer(gpu: GPU): boolean {
  if (!("navigator" in globalThis)) {
    // Node has one from version 21 on; jax-js reads the `userAgent` that is there then.
    const userAgent = `Node.js/${process.version.slice(1).split(".")[0]}`;
    Object.defineProperty(globalThis, "navigator", { value: { userAgent }, configurable: true });
  }
  if (navigator.gpu) return false;
  Object.defineProperty(navigator, "gpu", { value: gpu, configurable: true });
  return true;
}

function withdraw(gpu: GPU): void {
  if (navigator.gpu === gpu) Reflect.deleteProperty(navigator, "gpu");
}
