/** The demo page: settings in, pictures out. */
import { DeviceLostError, MixwellError } from "mixwell";
import { setUpAnchors, writeHash } from "./page/address.ts";
import { setUpControls } from "./page/controls.ts";
import { setUpCopyButtons } from "./page/copy.ts";
import { byId } from "./page/elements.ts";
import { setUpFileInputs } from "./page/file-inputs.ts";
import { announce, hideMessage, hideProgress, setUpMessage, showMessage, showProgress } from "./page/status.ts";
import { setUpStepper, stepped, within } from "./page/stepper.ts";
import { setUpTheme } from "./page/theme.ts";
import { drawPlan } from "./policy.ts";
import { fromHash, type Settings } from "./settings.ts";
import type { GivenFile } from "./sources/kinds.ts";
import { sourceOf } from "./sources/own-files.ts";
import { photographs } from "./sources/photographs.ts";
import type { Source } from "./sources/source.ts";
import type { Backend } from "./studio/backend.ts";
import { type Gpu, openGpu } from "./studio/gpu.ts";
import { gpuBackend } from "./studio/gpu-backend.ts";
import { showHero } from "./studio/hero.ts";
import { referenceBackend } from "./studio/reference-backend.ts";
import { Studio } from "./studio/studio.ts";

let settings = fromHash(location.hash);
let gpu: Gpu | undefined;
let backend: Backend | undefined;
let source: Source = photographs;

const studio = new Studio(tell);

setUpTheme();
setUpAnchors();
setUpCopyButtons();
setUpMessage();
setUpFileInputs((files) => attempt(openFiles(files)));
const controls = setUpControls(change);
setUpStepper((direction) => {
  if (backend) change(stepped(settings, backend.facts, direction));
});
byId("photographs", HTMLButtonElement).addEventListener("click", () => attempt(open(photographs)));
byId("restart", HTMLButtonElement).addEventListener("click", () => attempt(restart()));
byId("measure", HTMLButtonElement).addEventListener("click", () => attempt(measure()));
addEventListener("hashchange", () => change(fromHash(location.hash)));
controls.show(settings);
attempt(start());

async function start(): Promise<void> {
  try {
    gpu = await connect();
  } catch (reason) {
    return startWithout(reason);
  }
  await open(photographs);
  if (backend) await showHero(backend);
}

async function startWithout(reason: unknown): Promise<void> {
  byId("no-webgpu", HTMLElement).hidden = false;
  byId("no-webgpu-reason", HTMLElement).textContent = wordsOf(reason);
  byId("adapter", HTMLElement).textContent = "the CPU, by the reference";
  byId("step-time", HTMLElement).textContent = "nothing to measure";
  byId("files", HTMLElement).hidden = true;
  byId("files-note", HTMLElement).textContent = "Your own files need WebGPU: see above.";
  await use(photographs, referenceBackend(await photographs.toHost()));
  if (backend) await showHero(backend);
}

/** A device, and what to do when it goes. */
async function connect(): Promise<Gpu> {
  const opened = await openGpu();
  byId("adapter", HTMLElement).textContent = opened.name;
  opened.device.addEventListener("uncapturederror", ({ error }) => showMessage(`The GPU complained: ${error.message}`));
  void opened.device.lost.then(({ reason, message }) => {
    if (opened !== gpu) return;
    byId("device-lost-reason", HTMLElement).textContent = new DeviceLostError(reason, message).message;
    byId("device-lost", HTMLElement).hidden = false;
    byId("restart", HTMLButtonElement).focus();
  });
  return opened;
}

/** A new device and engine; seed, place and pictures are the same, and so are the numbers. */
async function restart(): Promise<void> {
  try {
    gpu = await connect();
  } catch (error) {
    byId("device-lost-reason", HTMLElement).textContent = wordsOf(error);
    return;
  }
  byId("device-lost", HTMLElement).hidden = true;
  await open(source);
  announce("The engine runs again");
}

async function openFiles(files: GivenFile[]): Promise<void> {
  if (files.length === 0) return;
  if (!gpu) return showMessage("Your own files need WebGPU, which this browser does not offer here.");
  await open(await sourceOf(files));
}

/** Loads a source and shows it. When that fails, the old one stays. */
async function open(next: Source): Promise<void> {
  const used = gpu!;
  hideMessage();
  try {
    const dataset = await next.load(used.device, showProgress);
    await use(next, gpuBackend(used, dataset));
    await measure();
  } catch (error) {
    if (!(error instanceof MixwellError) || error instanceof DeviceLostError) throw error;
    showMessage(/[.?!]$/.test(error.message) ? error.message : `${error.message}.`);
  } finally {
    hideProgress();
  }
}

async function use(next: Source, nextBackend: Backend): Promise<void> {
  const old = backend;
  source = next;
  backend = nextBackend;
  const { count, height, width, channels, classes } = nextBackend.facts;
  const labelled = classes > 0 ? `, ${classes} ${classes === 1 ? "class" : "classes"}` : "";
  const size = `${count.toLocaleString("en")} pictures of ${height} × ${width} × ${channels}${labelled}`;
  byId("dataset-note", HTMLElement).textContent = `${next.title}: ${size}. ${next.note}`;
  byId("photographs", HTMLElement).hidden = next === photographs;
  change(within(settings, nextBackend.facts));
  await studio.settled();
  old?.destroy();
}

function change(next: Settings): void {
  settings = next;
  controls.show(settings);
  writeHash(settings);
  if (backend) void studio.show(backend, source, settings);
}

/** Draw, record, submit, and wait until the GPU has done it all. */
async function measure(): Promise<void> {
  if (!backend?.timeStep) return;
  const { facts } = backend;
  const { height, width, channels } = facts;
  const milliseconds = await backend.timeStep(() => drawPlan(settings, facts));
  const shape = `${Math.min(settings.batchSize, facts.count)} × ${height} × ${width} × ${channels}`;
  byId("step-time", HTMLElement).textContent = `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms for ${shape}`;
  byId("measure", HTMLElement).hidden = false;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** For what nobody waits for. */
function attempt(action: Promise<void>): void {
  action.catch(tell);
}

/** A lost device has a notice of its own. */
function tell(error: unknown): void {
  if (!(error instanceof DeviceLostError)) showMessage(wordsOf(error));
}
