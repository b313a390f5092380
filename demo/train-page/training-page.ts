/** A device, a dataset and a run, and what the buttons do to them. */
import { DeviceLostError, NoWebGpuError } from "mixwell";
import { byId } from "../page/elements.ts";
import { setUpFileInputs } from "../page/file-inputs.ts";
import { announce, hideMessage, showMessage } from "../page/status.ts";
import { loadPatches } from "../sources/patches.ts";
import { loadOwn, loadServed, type ServedSet, servedSets } from "../sources/training-files.ts";
import { nameOf } from "../studio/gpu.ts";
import { requestTrainingDevice } from "../training/device.ts";
import { TrainingSession } from "../training/session.ts";
import type { TrainData } from "../training/types.ts";
import { BatchStrips } from "./batch-strips.ts";
import { RunRecord } from "./record.ts";
import { RunView, type State } from "./run-view.ts";
import { lockForm, readForm } from "./settings.ts";
import { counted } from "./words.ts";

const STOP_FIRST = "Stop the run before you change its pictures.";

export class TrainingPage {
  private device: GPUDevice | undefined;
  private data: TrainData | undefined;
  private session: TrainingSession | undefined;
  private state: State = "loading";
  private readonly view = new RunView();

  constructor() {
    byId("start", HTMLButtonElement).addEventListener("click", () => void this.run());
    byId("pause", HTMLButtonElement).addEventListener("click", () => this.pauseOrResume());
    byId("stop", HTMLButtonElement).addEventListener("click", () => this.stop());
    byId("photographs", HTMLButtonElement).addEventListener("click", () => void this.use(() => loadPatches()));
    setUpFileInputs((files) => {
      if (files.length > 0) void this.use((device, tell) => loadOwn(device, files, tell), true);
    });
  }

  async open(): Promise<void> {
    try {
      this.device = await this.connect();
    } catch (error) {
      byId("no-webgpu", HTMLElement).hidden = false;
      byId("no-webgpu-reason", HTMLElement).textContent = wordsOf(error);
      byId("adapter", HTMLElement).textContent = "nothing: no WebGPU";
      byId("dataset-note", HTMLElement).textContent = "";
      byId("files", HTMLElement).hidden = true;
      byId("files-note", HTMLElement).hidden = true;
      lockForm(true);
      return this.show("impossible");
    }
    await this.use(() => loadPatches());
    // A page without the folder of data is complete as it is.
    await this.offer(await servedSets().catch(() => []));
  }

  private async connect(): Promise<GPUDevice> {
    if (!isSecureContext) throw new NoWebGpuError("Browsers offer WebGPU only over https or on localhost.");
    if (!navigator.gpu) throw new NoWebGpuError("This browser does not offer WebGPU.");
    const adapter = await navigator.gpu.requestAdapter();
    if (!adapter) throw new NoWebGpuError("This browser has WebGPU, but found no graphics adapter that it would use.");
    const device = await requestTrainingDevice(adapter);
    byId("adapter", HTMLElement).textContent = nameOf(adapter.info);
    device.addEventListener("uncapturederror", ({ error }) => showMessage(`The GPU complained: ${error.message}`));
    void device.lost.then(({ reason, message }) => {
      this.session?.stop();
      byId("device-lost-reason", HTMLElement).textContent = new DeviceLostError(reason, message).message;
      byId("device-lost", HTMLElement).hidden = false;
      lockForm(true);
      this.show("impossible");
      byId("reload", HTMLButtonElement).focus();
    });
    return device;
  }

  private async offer(sets: ServedSet[]): Promise<void> {
    const select = byId("served", HTMLSelectElement);
    select.hidden = sets.length === 0;
    select.replaceChildren(new Option("Patches of the photographs", ""), ...sets.map(({ name, title }) => new Option(title, name)));
    select.addEventListener("change", () => {
      const set = sets.find(({ name }) => name === select.value);
      void this.use(set ? (device, tell) => loadServed(device, set, tell) : () => loadPatches());
    });
  }

  /** Loads a dataset; when that fails, the old one stays. */
  private async use(load: (device: GPUDevice, tell: (words: string) => void) => Promise<TrainData>, isOwn = false): Promise<void> {
    if (!this.device || this.state === "impossible") return;
    if (this.session) return showMessage(STOP_FIRST);
    hideMessage();
    this.show("loading");
    try {
      this.data = await load(this.device, (words) => this.view.say(`${words} …`));
      const { name, train, test, height, width, channels, classes } = this.data;
      const counts = `${train.count.toLocaleString("en")} to train on, ${test.count.toLocaleString("en")} to test with`;
      byId("dataset-note", HTMLElement).textContent = `${name}: ${counts}, ${height} × ${width} × ${channels}, ${classes.length} classes.`;
      byId("photographs", HTMLElement).hidden = !isOwn;
      if (isOwn) byId("served", HTMLSelectElement).value = "";
    } catch (error) {
      showMessage(wordsOf(error));
    }
    if (this.data) this.show("ready");
  }

  private async run(): Promise<void> {
    const form = readForm();
    if (!form || !this.device || !this.data || this.session) return;
    hideMessage();
    const settings = { ...form, data: this.data };
    let strips: BatchStrips | undefined;
    let failed = false;
    try {
      this.session = new TrainingSession(this.device, settings, (progress) => {
        this.view.add(progress);
        strips?.add(progress);
      });
      this.view.begin(new RunRecord(settings));
      strips = new BatchStrips(this.device, settings, tell);
      this.show("starting");
      const results = await this.session.start(
        () => this.show("running"),
        (testing) => this.view.addTesting(testing),
      );
      this.view.finish(results);
      announce(`Training has ended: ${counted(results.length, "result")} in the table`);
    } catch (error) {
      failed = true;
      tell(error);
    } finally {
      await strips?.close();
      this.session = undefined;
      hideMessage(STOP_FIRST);
      if (this.state !== "impossible") {
        this.show("ended");
        if (failed) this.view.say("An error ended it: see above.");
      }
    }
  }

  private pauseOrResume(): void {
    if (!this.session) return;
    const isPaused = this.state === "paused";
    if (isPaused) this.session.resume();
    else this.session.pause();
    this.show(isPaused ? "running" : "paused");
    announce(isPaused ? "Training goes on" : "Training is paused");
  }

  private stop(): void {
    if (!this.session) return;
    this.session.stop();
    this.show("stopping");
  }

  private show(state: State): void {
    // A run that was stopped while it prepared must not look as if it ran.
    if (this.state === "stopping" && state === "running") return;
    this.state = state;
    lockForm(state === "impossible" || this.session !== undefined);
    this.view.show(state);
  }
}

/** A lost device has a notice of its own. */
function tell(error: unknown): void {
  if (!(error instanceof DeviceLostError)) showMessage(wordsOf(error));
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
