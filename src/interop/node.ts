/**
 * `mixwell/node`: a WebGPU device in Node, by Dawn, and picture files, by sharp. The device needs the optional peer
 * dependency `webgpu`, and a driver: Vulkan on Linux, Metal on macOS, D3D12 on Windows.
 */
import { found, InputError, NoWebGpuError } from "../check/errors.ts";
import { isListOf } from "../check/lists.ts";
import { isOptions, knownKeys } from "../check/options.ts";

export { decodeImage } from "./node/decode.ts";
export { createDecodeWorker } from "./node/decode-threads.ts";

export interface NodeDeviceOptions extends GPUDeviceDescriptor {
  /**
   * Switches of Dawn, as `webgpu`'s `create` takes them: `["backend=vulkan", "enable-dawn-features=…"]`. Default none.
   */
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
 * Dawn by its switches, started once and held as long as the process: when its `GPU` is garbage-collected while
 * anything of it is left (a buffer, a promise, a device that was closed), the process crashes or hangs.
 */
const started = new Map<string, GPU>();

/** Whose devices are open, the oldest first. */
const open: GPU[] = [];

/** What we put into `navigator`. */
let offered: GPU | undefined;

/**
 * Starts Dawn and asks for a device. Defines WebGPU's globals (`GPUBufferUsage` and the like) and, where there is none,
 * `navigator.gpu`, which TensorFlow.js and jax-js look for: import those afterwards.
 * @throws NoWebGpuError when `webgpu` is not installed or not built for this system, or when there is no driver; each
 * says what to do
 */
export async function createNodeDevice(options: NodeDeviceOptions = {}): Promise<NodeDevice> {
  knownKeys("createNodeDevice.options", options, KEYS);
  const { dawnOptions = [], adapterOptions, ...descriptor } = options;
  checkDescriptor(options);
  const gpu = await start(dawnOptions);
  const adapter = await gpu.requestAdapter(adapterOptions).catch(refused("adapterOptions", "options of an adapter"));
  if (!adapter) throw new NoWebGpuError(`Dawn found no GPU driver here. ${driverAdvice()}`);
  const device = await adapter
    .requestDevice(descriptor)
    .catch(refused("requiredLimits and requiredFeatures", "what this adapter has"));
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

/** Dawn takes a descriptor of its word, and says in words of its own, or not at all, what is wrong with it. */
function checkDescriptor({
  dawnOptions,
  requiredFeatures,
  requiredLimits,
  adapterOptions,
  defaultQueue,
  label,
}: NodeDeviceOptions): void {
  const refuse = (name: string, expected: string, value: unknown) => {
    throw new InputError(`createNodeDevice.options.${name}`, expected, value);
  };
  for (const [name, value] of Object.entries({ dawnOptions, requiredFeatures }))
    if (value !== undefined && !isListOf(value, isString)) refuse(name, "a list of strings", value);
  for (const [name, value] of Object.entries({ adapterOptions, defaultQueue, requiredLimits }))
    if (value !== undefined && !isOptions(value)) refuse(name, "an object", value);
  for (const [name, value] of Object.entries(requiredLimits ?? {}))
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 0))
      refuse(`requiredLimits.${name}`, "a whole number", value);
  if (label !== undefined && !isString(label)) refuse("label", "a string", label);
}

const isString = (value: unknown): value is string => typeof value === "string";

/** What Dawn refuses, as an error of ours, with its words. */
const refused =
  (name: string, expected: string) =>
  (cause: unknown): never => {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(new InputError(`createNodeDevice.options.${name}`, expected, found(words)), { cause });
  };

async function start(dawnOptions: string[]): Promise<GPU> {
  const { create, globals } = await importDawn();
  defineGlobals(globals);
  const key = JSON.stringify(dawnOptions);
  let gpu = started.get(key);
  if (!gpu) {
    try {
      gpu = create(dawnOptions);
    } catch (error) {
      return refused("dawnOptions", "switches of Dawn, each key=value")(error);
    }
    started.set(key, gpu);
  }
  return gpu;
}

/**
 * Node's own, as far as it is used here: the package is built without Node's types, so that the engine cannot lean on
 * them.
 */
declare const process: {
  platform: string;
  arch: string;
  version: string;
  env: Record<string, string | undefined>;
  dlopen?(module: { exports: object }, file: string, flags: number): void;
  report?: { excludeNetwork?: boolean; getReport(): { sharedObjects?: string[] } };
  getBuiltinModule?(name: "node:fs"): { accessSync(path: string): void };
};

interface Dawn {
  create(options: string[]): GPU;
  globals: Record<string, unknown>;
}

async function importDawn(): Promise<Dawn> {
  try {
    return (await import("webgpu")) as Dawn;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code === "ERR_MODULE_NOT_FOUND")
      throw new NoWebGpuError("the package `webgpu` (Dawn for Node) is not installed: npm install webgpu", {
        cause: error,
      });
    const system = `${process.platform}-${process.arch}`;
    throw new NoWebGpuError(`the package \`webgpu\` (Dawn for Node) does not load on ${system}: ${message}`, {
      cause: error,
    });
  }
}

function driverAdvice(): string {
  if (process.platform !== "linux") return "Is this a machine with a GPU, and not a virtual one without?";
  if (!findsLoader())
    return `${LOADER}, Vulkan's loader, was not found: install it (libvulkan1 on Debian and Ubuntu, vulkan-loader on Fedora and Arch is its package), or put its folder into LD_LIBRARY_PATH before Node starts.`;
  const name = ["VK_DRIVER_FILES", "VK_ICD_FILENAMES"].find((variable) => process.env[variable]);
  if (!name)
    return "Install a Vulkan driver, or point VK_ICD_FILENAMES at one before Node starts (Chromium brings a software driver, vk_swiftshader_icd.json).";
  const files = process.env[name]!.split(":").filter(Boolean);
  const unread = files.find((file) => !canRead(file));
  const named = `${name} names "${unread ?? process.env[name]}"`;
  if (unread) return `${named}, which cannot be read: it should be the description of a Vulkan driver.`;
  return `${named}, which can be read: is it the description of a Vulkan driver, and does the library that it names lie where it says?`;
}

const LOADER = "libvulkan.so.1";
const RTLD_LAZY = 1;
/** Keeps the library in the process (glibc and musl), where Node would put it back, as it is no module of Node's. */
const RTLD_NODELETE = 0x1000;

/**
 * Whether the system finds the library that Dawn asks it for. Told by what is loaded then, since Node's call fails
 * either way.
 */
function findsLoader(): boolean {
  if (!process.dlopen || !process.report) return true;
  try {
    process.dlopen({ exports: {} }, LOADER, RTLD_LAZY | RTLD_NODELETE);
  } catch {
    // It always does.
  }
  const { sharedObjects } = process.report.getReport();
  return !sharedObjects || sharedObjects.some((path) => path.includes("libvulkan."));
}

function canRead(file: string): boolean {
  try {
    process.getBuiltinModule?.("node:fs").accessSync(file);
    return true;
  } catch {
    return false;
  }
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
