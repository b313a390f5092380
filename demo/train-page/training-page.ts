/** A device, a dataset and a run, and what the buttons do to them. */
import { DeviceLostError, NoWebGpuError } from "mixwell";
import { requestTrainingDevice } from "../../training/device.ts";
import { TrainingSession } from "../../training/session.ts";
import type { TrainData } from "../../training/types.ts";
import { byId } from "../page/elements.ts";
import { setUpFileInputs } from "../page/file-inputs.ts";
import { showShared, showWhose } from "../page/share.ts";
import { announce, hideMessage, showMessage } from "../page/status.ts";
import { loadPatches } from "../sources/patches.ts";
import {
  loadOwn,
  loadServed,
  type OwnData,
  type ServedSet,
  servedSets,
  type Waiting,
} from "../sources/training-files.ts";
import { nameOf } from "../studio/gpu.ts";
import { BatchStrips } from "./batch-strips.ts";
import { programOf } from "./program.ts";
import { RunRecord } from "./record.ts";
import { RunView, type State } from "./run-view.ts";
import { dataOfAddress, lockForm, OWN, readChosen, readForm, writeAddress } from "./settings.ts";
import { counted } from "./words.ts";

const STOP_FIRST = "Stop the run before you change its pictures.";

/** What the dataset menu calls the patches, and the visitor's files; a served set has its name. */
const PATCHES = "";
/** In the program, where there are no pictures yet. */
const SHAPE = { count: 1000, height: 32, width: 32, channels: 3, classes: 7 };

type Load = (device: GPUDevice, waiting: Waiting) => Promise<TrainData | OwnData>;

export class TrainingPage {
  private device: GPUDevice | undefined;
  private data: TrainData | undefined;
  private session: TrainingSession | undefined;
  private strips: BatchStrips | undefined;
  private state: State = "loading";
  /** Of the latest load: a newer one aborts it. */
  private loading = new AbortController();
  /** In the menu, the pictures that `data` are. */
  private inUse = PATCHES;
  private readonly ownOption = new Option("Your own files", OWN);
  private readonly view = new RunView();
  /** The set that the address names. */
  private readonly asked = dataOfAddress();

  constructor() {
    byId("start", HTMLButtonElement).addEventListener("click", () => void this.run());
    byId("pause", HTMLButtonElement).addEventListener("click", () => this.pauseOrResume());
    byId("stop", HTMLButtonElement).addEventListener("click", () => this.stop());
    byId("photographs", HTMLButtonElement).addEventListener("click", () => void this.use(PATCHES, loadPatches));
    setUpFileInputs((files) => void this.use(OWN, (device, waiting) => loadOwn(device, files, waiting)));
  }

  /** The program of what the form says. */
  showCode(): void {
    showShared({ code: programOf(readChosen(), this.data ? shapeOf(this.data) : SHAPE) });
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
    await this.use(PATCHES, loadPatches);
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
      this.loading.abort();
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
    select.replaceChildren(
      new Option("Patches of the photographs", PATCHES),
      ...sets.map(({ name, title }) => new Option(title, name)),
    );
    this.showInUse();
    const choose = (value: string) => {
      const set = sets.find(({ name }) => name === value);
      if (set) return void this.use(value, (device, waiting) => loadServed(device, set, waiting));
      // Own files can be chosen only while they are in use: another load was begun, and is taken back.
      const { data } = this;
      void (value === OWN && data ? this.use(OWN, async () => data) : this.use(PATCHES, loadPatches));
    };
    select.addEventListener("change", () => choose(select.value));
    if (sets.some(({ name }) => name === this.asked)) choose(this.asked!);
  }

  /** Loads a dataset; when that fails, the old one stays. Only the load that was begun last changes the page. */
  private async use(choice: string, load: Load): Promise<void> {
    if (!this.device || this.state === "impossible") return;
    if (this.session) {
      this.showInUse();
      return showMessage(STOP_FIRST);
    }
    hideMessage();
    this.loading.abort();
    this.loading = new AbortController();
    const { signal } = this.loading;
    const tell = (words: string) => {
      if (!signal.aborted) this.view.say(`${words} …`);
    };
    this.show("loading");
    try {
      const data = await load(this.device, { tell, signal });
      if (signal.aborted) return;
      this.data = data;
      this.inUse = choice;
      byId("dataset-note", HTMLElement).textContent = noteOn(data);
      byId("photographs", HTMLElement).hidden = choice !== OWN;
      showWhose(choice === OWN);
      this.showCode();
    } catch (error) {
      if (signal.aborted) return;
      // The patches may have been given up for what has now failed. They hide the message before they are waited for.
      const isEmpty = !this.data && choice !== PATCHES;
      const patches = isEmpty ? this.use(PATCHES, loadPatches) : undefined;
      showMessage(wordsOf(error));
      if (isEmpty) return patches;
    }
    this.showInUse();
    writeAddress();
    if (this.data) this.show("ready");
  }

  /** The menu must not name pictures that failed to load, nor hide that they are the visitor's. */
  private showInUse(): void {
    const select = byId("served", HTMLSelectElement);
    if (this.inUse === OWN) select.append(this.ownOption);
    else this.ownOption.remove();
    select.value = this.inUse;
  }

  private async run(): Promise<void> {
    const form = readForm();
    if (!form || !this.device || !this.data || this.session) return;
    hideMessage();
    const settings = { ...form, data: this.data };
    let failed = false;
    try {
      this.session = new TrainingSession(this.device, settings, (progress) => {
        this.view.add(progress);
        this.strips?.add(progress);
      });
      this.view.begin(new RunRecord(settings));
      this.strips?.close();
      this.strips = new BatchStrips(this.device, settings, tell);
      this.show("starting");
      const results = await this.session.start(
        () => this.show("running"),
        (testing) => this.view.addTesting(testing),
        (compiling) => this.view.addCompiling(compiling),
      );
      this.view.finish(results);
      announce(`Training has ended: ${counted(results.length, "result")} in the table`);
    } catch (error) {
      failed = true;
      tell(error);
    } finally {
      await this.strips?.settled();
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
    if (isPaused) {
      this.session.resume();
      announce("Training goes on");
    } else void this.sayWhenHeld(this.session);
    this.show(isPaused ? "running" : "paused");
  }

  private async sayWhenHeld(session: TrainingSession): Promise<void> {
    if (!(await session.pause())) return;
    this.view.catchUp();
    announce("Training is paused");
  }

  private stop(): void {
    if (this.state === "loading") {
      this.stopLoading();
      return;
    }
    if (!this.session) return;
    this.session.stop();
    this.show("stopping");
  }

  /** The pictures that were in use stay. */
  private stopLoading(): void {
    if (!this.data) return;
    this.loading.abort();
    this.showInUse();
    this.show("ready");
    announce("Loading was stopped");
  }

  private show(state: State): void {
    // A run that was stopped while it prepared must not look as if it ran.
    if (this.state === "stopping" && state === "running") return;
    this.state = state;
    lockForm(state === "impossible" || this.session !== undefined);
    this.view.show(state, state === "loading" && this.data !== undefined);
  }
}

const shapeOf = ({ train, height, width, channels, classes }: TrainData) => ({
  ...{ count: train.count, height, width, channels },
  classes: classes.length,
});

function noteOn(data: TrainData | OwnData): string {
  const { name, train, test, height, width, channels, classes } = data;
  const counts = `${train.count.toLocaleString("en")} to train on, ${test.count.toLocaleString("en")} to test with`;
  const note = `${name}: ${counts}, ${height} × ${width} × ${channels}, ${classes.length} classes.`;
  const leftOut = "leftOut" in data ? data.leftOut : 0;
  if (leftOut === 0) return note;
  return `${note} ${leftOut === 1 ? "1 other file was" : `${leftOut.toLocaleString("en")} other files were`} left out.`;
}

/** A lost device has a notice of its own. */
function tell(error: unknown): void {
  if (!(error instanceof DeviceLostError)) showMessage(wordsOf(error));
}

function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
