// @ts-check
// Which Chromium runs the GPU tests, with which flags, and which Vulkan driver Dawn on Node gets.
// Plain Node without a dependency: set-up runs this before node_modules exists.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { SetupError } from "./setup-error.mjs";

/** WebGPU shipped in 113; the flags below are known to work from about here on. */
const OLDEST_CHROMIUM = 120;

/**
 * `MIXWELL_GPU`: "software" (SwiftShader, the default: the same numbers on every machine) or "hardware".
 * @param {NodeJS.ProcessEnv} env
 * @returns {"software" | "hardware"}
 */
export function gpuKind(env = process.env) {
  const kind = env.MIXWELL_GPU || "software";
  if (kind !== "software" && kind !== "hardware")
    throw new SetupError(`MIXWELL_GPU: expected "software" or "hardware", found "${kind}".`);
  return kind;
}

/**
 * Dawn's name for not zeroing workgroup memory before a kernel starts. SwiftShader compiles that zeroing as one store a
 * word, which takes it
 * 0.3 s for 1,024 words; and a kernel of ours that read what it had not written would be seen.
 */
const NO_ZEROING = "enable-dawn-features=disable_workgroup_init";

/**
 * Chromium's name for keeping more of what was freed: the GPU process gives memory back to the system, and takes it
 * again, for every kernel that SwiftShader compiles. That is a fifth of the time of compiling.
 */
const KEEPING_FREED = "PartitionAllocLargeEmptySlotSpanRing";

/**
 * The command line for tests.
 * @param {"software" | "hardware"} kind
 */
export function testGpuArgs(kind = gpuKind()) {
  if (kind === "hardware") return gpuArgs(kind);
  return [
    // Of several lists of features the last one counts.
    ...gpuArgs(kind).map((arg) => (arg.startsWith("--enable-features=") ? `${arg},${KEEPING_FREED}` : arg)),
    // And SwiftShader has enough to do without the page's own pixels.
    ...[`--${NO_ZEROING}`, "--disable-gpu-compositing"],
  ];
}

/**
 * Dawn's name for kernels that do not check their indices, which SwiftShader compiles in an eighth less time. A kernel
 * of ours that counts on the check is seen. Chromium and every other implementation keep it.
 */
const UNCHECKED = "disable_robustness";

/**
 * What Dawn on Node is created with, in tests.
 * @param {"checked" | "unchecked"} indices
 * @param {"software" | "hardware"} kind
 */
export const dawnArgs = (indices, kind = gpuKind()) => {
  if (kind === "hardware") return [];
  return [indices === "checked" ? NO_ZEROING : `${NO_ZEROING},${UNCHECKED}`];
};

/**
 * The command line that makes headless Chromium offer WebGPU, canvases and screenshots included.
 * @param {"software" | "hardware"} kind
 */
export function gpuArgs(kind = gpuKind()) {
  const always = ["--enable-unsafe-webgpu"];
  // Without the last three a WebGPU canvas takes the whole GPU process down on SwiftShader.
  if (kind === "software") {
    return [
      ...always,
      "--use-webgpu-adapter=swiftshader",
      "--enable-features=Vulkan",
      "--use-vulkan=swiftshader",
      "--use-angle=swiftshader",
    ];
  }
  if (process.platform === "linux")
    return [...always, "--enable-features=Vulkan", "--use-angle=vulkan", "--disable-vulkan-surface"];
  return always;
}

/**
 * The first usable Chromium: `CHROMIUM_PATH`, else the system's Chromium or Chrome, else Playwright's own.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} its path; undefined when there is none
 * @throws when `CHROMIUM_PATH` names something that isn't there
 */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (!existsSync(env.CHROMIUM_PATH))
      throw new SetupError(
        `CHROMIUM_PATH: expected the path of a Chromium, found "${env.CHROMIUM_PATH}", which doesn't exist.`,
      );
    return env.CHROMIUM_PATH;
  }
  return [...systemChromiums(env), ...playwrightChromiums(env)].find((path) => existsSync(path) && starts(path));
}

/**
 * What tests run in: Chromium's headless shell where there is one, which has no windows of its own to draw, and takes
 * the demo's tests a fifth less time. With a GPU of hardware it is the whole browser, since the shell may have none.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} its path; undefined when there is neither
 * @throws as findChromium does
 */
export function findTestChromium(env = process.env) {
  if (env.CHROMIUM_PATH || gpuKind(env) === "hardware") return findChromium(env);
  const shells = [...inPath(env, [SYSTEM_SHELL]), ...playwrightChromiums(env, true)];
  return shells.find((path) => existsSync(path) && starts(path)) ?? findChromium(env);
}

/** Debian's name for the headless shell. */
const SYSTEM_SHELL = "chromium-headless-shell";

/** @param {NodeJS.ProcessEnv} env */
function systemChromiums(env) {
  if (process.platform === "darwin") {
    const apps = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) => apps.map((app) => join(folder, app)));
  }
  if (process.platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return folders.flatMap((folder) =>
      ["Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"].map((app) => join(folder, app)),
    );
  }
  return inPath(env, ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", SYSTEM_SHELL]);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} names of programs; the first comes first, wherever it may be
 */
function inPath(env, names) {
  const folders = [...(env.PATH ?? "").split(delimiter).filter(Boolean), "/usr/bin", "/usr/local/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isShell the headless shells alone
 */
function playwrightChromiums(env, isShell = false) {
  const caches = {
    darwin: join(homedir(), "Library/Caches"),
    win32: env.LOCALAPPDATA ?? join(homedir(), "AppData/Local"),
  };
  const cache = caches[/** @type {"darwin"} */ (process.platform)] ?? env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || join(cache, "ms-playwright");
  if (!existsSync(folder)) return [];
  const known = isShell ? /^chromium_headless_shell-\d+$/ : /^chromium(_headless_shell)?-\d+$/;
  const installs = readdirSync(folder).filter((name) => known.test(name));
  // The newest first, and the whole browser before the headless shell of the same number.
  installs.sort((a, b) => revision(b) - revision(a) || a.length - b.length);
  return installs.flatMap((install) => {
    const platforms = readdirSync(join(folder, install), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    return platforms.flatMap((platform) =>
      PLAYWRIGHT_BINARIES.map((binary) => join(folder, install, platform.name, binary)),
    );
  });
}

/** Where the binary lies below Playwright's `chrome-linux64` and its like. */
const PLAYWRIGHT_BINARIES = [
  "chrome",
  "chrome.exe",
  "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  "Chromium.app/Contents/MacOS/Chromium",
  "chrome-headless-shell",
  "headless_shell",
  "chrome-headless-shell.exe",
];

/** @param {string} install */
const revision = (install) => Number(install.slice(install.lastIndexOf("-") + 1));

/**
 * Whether it runs and is new enough: this refuses Ubuntu's "install the snap" stub, and a browser whose libraries are
 * missing.
 * @param {string} path
 */
function starts(path) {
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === "win32") return true;
  const { status, stdout } = spawnSync(path, ["--version"], {
    encoding: "utf8",
    timeout: 20_000,
    stdio: ["ignore", "pipe", "ignore"],
  });
  // A snap sees neither the temporary folder nor the pipe by which Playwright drives it.
  if (status !== 0 || /\bsnap\b/.test(stdout)) return false;
  const major = /(?:Chrom\w*|Chrome for Testing) (\d+)\./.exec(stdout)?.[1];
  return Number(major) >= OLDEST_CHROMIUM;
}

/**
 * What Dawn on Node needs in its environment when the process starts: the SwiftShader driver that lies beside the
 * browser, and the Vulkan loader beside it, since a machine without a GPU often has none of its own.
 * Empty on "hardware", where the system's own driver serves, and off Linux, where Dawn doesn't use Vulkan.
 * @param {string | undefined} chromium
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
export function dawnEnvironment(chromium, env = process.env) {
  if (process.platform !== "linux" || gpuKind(env) === "hardware" || env.VK_ICD_FILENAMES) return {};
  const beside = chromium ? [dirname(chromium), dirname(realpathSync(chromium))] : [];
  const folder = [...beside, ...BROWSER_FOLDERS].find((folder) => existsSync(join(folder, DRIVER)));
  if (!folder) return {};
  const driver = join(folder, DRIVER);
  const libraries = [folder, env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  // Other drivers, for screens, complain on stderr about a session that has no such folder.
  const session = env.XDG_RUNTIME_DIR || tmpdir();
  return {
    ...{ VK_ICD_FILENAMES: driver, VK_DRIVER_FILES: driver },
    ...{ LD_LIBRARY_PATH: libraries, XDG_RUNTIME_DIR: session },
  };
}

const DRIVER = "vk_swiftshader_icd.json";

/** Distributions start the browser through a script in /usr/bin; these hold the real one. */
const BROWSER_FOLDERS = [
  "/usr/lib/chromium",
  "/usr/lib64/chromium-browser",
  "/usr/lib/chromium-browser",
  "/opt/google/chrome",
];
