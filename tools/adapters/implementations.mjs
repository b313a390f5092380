// @ts-check
// The implementations of WebGPU that the GPU tests can run on beside Chromium's and Dawn's on SwiftShader: what each
// compiles with, what it needs on this machine, and how the tests are started on it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What test/gpu/device.ts asks an adapter and a device for, where the defaults do not do; whether kernels of many ops
 * are better compiled op by op; and whether it complains of calls between `destroy` and the news of the loss.
 * @typedef {object} AdapterRequest
 * @property {GPURequestAdapterOptions} [options]
 * @property {Record<string, number>} [limits]
 * @property {string[]} [dawn]
 * @property {boolean} [compilesApart]
 * @property {boolean} [complainsOfLost]
 */

/**
 * @typedef {object} Implementation
 * @property {string} name as `--only` takes it
 * @property {string} implementation what compiles the kernels
 * @property {string} driver what runs them
 * @property {"node" | "deno" | "firefox"} host what runs the tests
 * @property {boolean} isCheap whether `npm run test:adapters` without `--all` takes it
 * @property {string[]} packages of Debian, which bring what is missing
 * @property {() => string | undefined} missing what this machine lacks, in words; undefined: nothing
 * @property {() => Record<string, string>} env
 * @property {AdapterRequest} request
 * @property {readonly string[]} [leaves] parts of the paths of files that even `--all` leaves out here
 */

/** Mesa's drivers in software: no window system, no hardware. */
const MESA = { EGL_PLATFORM: "surfaceless", LIBGL_ALWAYS_SOFTWARE: "1" };

/**
 * Mesa's LLVM asks for small pieces of memory by the million, and glibc's malloc looks for them in lists that grow with
 * every kernel: the colours' kernels take it 82 s in a new process and 219 s in one that has compiled others, and 35 s
 * with jemalloc. Firefox has that built in.
 * @returns {Record<string, string>} empty where there is none
 */
const withJemalloc = () => {
  const found = LIBRARIES.map((folder) => join(folder, "libjemalloc.so.2")).find((path) => existsSync(path));
  return found ? { LD_PRELOAD: found } : {};
};

/** Mesa unrolls a kernel's loops, and LLVM then allocates registers for all of it: minutes for one of many ops. */
const UNROLLED = { compilesApart: true };

/** Their policies draw from many ops at once. Dawn on lavapipe, of the same Mesa, takes them in seconds. */
const OF_MANY_OPS = ["gpu/ops-policies", "gpu/last-segments"];

/** Of a driver that is not there, so that no Vulkan is found. */
const NO_VULKAN = { VK_ICD_FILENAMES: "/nonexistent", VK_DRIVER_FILES: "/nonexistent" };

/** Where Debian, Ubuntu and Fedora have Vulkan's drivers. */
const ICD_FOLDER = "/usr/share/vulkan/icd.d";
const LIBRARIES = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];

/** @returns {string | undefined} lavapipe's description for Vulkan's loader */
const lavapipe = () => {
  const found = existsSync(ICD_FOLDER) ? readdirSync(ICD_FOLDER).find((file) => /^lvp_icd.*\.json$/.test(file)) : "";
  return found ? join(ICD_FOLDER, found) : undefined;
};

const lavapipeEnv = () => {
  const driver = lavapipe() ?? "";
  return { VK_ICD_FILENAMES: driver, VK_DRIVER_FILES: driver };
};

/** @param {string} file */
const isLibrary = (file) => LIBRARIES.some((folder) => existsSync(join(folder, file)));

const needsEgl = () => (isLibrary("libEGL.so.1") && isLibrary("libEGL_mesa.so.0") ? undefined : "Mesa's EGL");
const needsLavapipe = () =>
  lavapipe() && isLibrary("libvulkan.so.1") ? undefined : "lavapipe, Mesa's Vulkan driver, and Vulkan's loader";

/** Mesa 22 describes its lavapipe as Vulkan 1.1, and lacks what Dawn asks for. That of Mesa 25 has it. */
const needsNewLavapipe = () => {
  const driver = lavapipe();
  const lacking = needsLavapipe();
  if (lacking || !driver) return lacking;
  const { api_version: version } = JSON.parse(readFileSync(driver, "utf8")).ICD;
  const [major, minor] = version.split(".").map(Number);
  return major > 1 || minor >= 3 ? undefined : "a lavapipe that Dawn takes: Mesa 25 has one, of Debian's backports";
};

const EGL_PACKAGES = ["libegl1", "libegl-mesa0", "libgl1-mesa-dri", "libjemalloc2"];
const VULKAN_PACKAGES = ["mesa-vulkan-drivers", "libvulkan1", "libjemalloc2"];

/** @type {readonly Implementation[]} */
export const IMPLEMENTATIONS = [
  {
    name: "dawn-gles",
    implementation: "Dawn, Tint to GLSL",
    driver: "OpenGL ES, llvmpipe",
    host: "node",
    isCheap: true,
    packages: EGL_PACKAGES,
    missing: needsEgl,
    env: () => ({ ...MESA, ...NO_VULKAN, ...withJemalloc() }),
    // OpenGL ES is of the compatibility level; the tests count on what the core level promises.
    request: {
      ...UNROLLED,
      dawn: ["backend=opengles"],
      options: { featureLevel: "compatibility" },
      limits: {
        maxUniformBufferBindingSize: 65536,
        maxComputeInvocationsPerWorkgroup: 256,
        maxComputeWorkgroupSizeX: 256,
      },
    },
    leaves: OF_MANY_OPS,
  },
  {
    name: "dawn-lavapipe",
    implementation: "Dawn, Tint to SPIR-V",
    driver: "Vulkan, lavapipe",
    host: "node",
    isCheap: false,
    packages: VULKAN_PACKAGES,
    missing: needsNewLavapipe,
    env: () => ({ ...lavapipeEnv(), ...withJemalloc() }),
    request: UNROLLED,
  },
  {
    name: "deno-gl",
    implementation: "wgpu, naga to GLSL",
    driver: "OpenGL, llvmpipe",
    host: "deno",
    isCheap: true,
    packages: EGL_PACKAGES,
    missing: needsEgl,
    env: () => ({ ...MESA, ...NO_VULKAN, ...withJemalloc(), DENO_WEBGPU_BACKEND: "gl" }),
    request: UNROLLED,
    leaves: OF_MANY_OPS,
  },
  {
    name: "deno-vulkan",
    implementation: "wgpu, naga to SPIR-V",
    driver: "Vulkan, lavapipe",
    host: "deno",
    isCheap: false,
    packages: VULKAN_PACKAGES,
    missing: needsLavapipe,
    env: () => ({ ...lavapipeEnv(), ...withJemalloc(), DENO_WEBGPU_BACKEND: "vulkan" }),
    request: UNROLLED,
    leaves: OF_MANY_OPS,
  },
  {
    name: "firefox",
    implementation: "Firefox (wgpu), naga to SPIR-V",
    driver: "Vulkan, lavapipe",
    host: "firefox",
    isCheap: false,
    packages: [...VULKAN_PACKAGES, "firefox-esr"],
    missing: () => needsLavapipe() ?? (findFirefox() ? undefined : "Firefox 141 or newer"),
    env: lavapipeEnv,
    request: { ...UNROLLED, complainsOfLost: true },
  },
];

/** `MIXWELL_ADAPTER`: the implementation that the GPU tests run on; undefined: Chromium, and Dawn on SwiftShader. */
export function chosenImplementation(env = process.env) {
  return IMPLEMENTATIONS.find(({ name }) => name === env.MIXWELL_ADAPTER);
}

/** @returns {string | undefined} the path of a Firefox: `FIREFOX_PATH`, or the system's */
export function findFirefox(env = process.env) {
  if (env.FIREFOX_PATH) return env.FIREFOX_PATH;
  const folders = ["/usr/lib/firefox-esr/firefox-esr", "/usr/lib/firefox/firefox", "/usr/lib64/firefox/firefox"];
  return [...folders, "/Applications/Firefox.app/Contents/MacOS/firefox"].find((path) => existsSync(path));
}
