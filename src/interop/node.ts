/**
 * `mixwell/node`: a WebGPU device in Node, by Dawn. Needs the optional peer dependency `webgpu`, and a driver: Vulkan on Linux, Metal on
 * macOS, D3D12 on Windows.
 */
import { NoWebGpuError } from "../check/errors.ts";
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
  /** Destroys the device, and takes back `navigator.gpu` when no other device of ours is open. */
  close(): void;
}

const KEYS = ["dawnOptions", "adapterOptions", "label", "requiredFeatures", "requiredLimits", "defaultQueue"];

/**
 * Dawn by its switches, started once and held as long as the process: when its `GPU` is garbage-collected while anything of it is left (a
 * buffer, a promise, a device that was closed), the process crashes or hangs.
 */
const started = new Map<string, GPU>();

/** Whose devices are open, the oldest first. */
const open: GPU[] = [];

/** What we put into `navigator`. */
let offered: GPU | undefined;

/**
 * Starts Dawn and asks for a device. Defines WebGPU's globals (`GPUBufferUsage` and the like) and, where there is none, `navigator.gpu`,
 * which TensorFlow.js and jax-js look for: import those afterwards.
 * @throws NoWebGpuError when `webgpu` is not installed or not built for this system, or when there is no driver; each says what to do
 */
export async function createNodeDevice(options: NodeDeviceOptions = {}): Promise<NodeDevice> {
  knownKeys("createNodeDevice.options", options, KEYS);
  const { dawnOptions = [], adapterOptions, ...descriptor } = options;
  const gpu = await start(dawnOptions);
  const adapter = await gpu.requestAdapter(adapterOptions);
  if (!adapter) throw new NoWebGpuError(`Dawn found no GPU driver here. ${driverAdvice()}`);
  const device = await adapter.requestDevice(descriptor);
  open.push(gpu);
  offer();
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    device.destroy();
    open.splice(open.indexOf(gpu), 1);
    offer();
  };
  return { gpu, adapter, device, close };
}

async function start(dawnOptions: string[]): Promise<GPU> {
  const { create, globals } = await importDawn();
  defineGlobals(globals);
  const key = JSON.stringify(dawnOptions);
  const gpu = started.get(key) ?? create(dawnOptions);
  started.set(key, gpu);
  return gpu;
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

/** Keeps a Dawn with an open device where browsers have theirs, unless somebody else's is there. */
function offer(): void {
  if (!("navigator" in globalThis)) {
    // Node has one from version 21 on; jax-js reads the `userAgent` that is there then.
    const userAgent = `Node.js/${process.version.slice(1).split(".")[0]}`;
    Object.defineProperty(globalThis, "navigator", { value: { userAgent }, configurable: true });
  }
  if (navigator.gpu && navigator.gpu !== offered) return;
  if (offered && open.includes(offered)) return;
  offered = open[0];
  if (offered) Object.defineProperty(navigator, "gpu", { value: offered, configurable: true });
  else Reflect.deleteProperty(navigator, "gpu");
}
