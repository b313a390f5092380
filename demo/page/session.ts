/** A device, the pictures loaded on it, and what happens when either changes: the same on every page. */
import { DeviceLostError, MixwellError } from "mixwell";
import type { GivenFile } from "../sources/kinds.ts";
import { sourceOf } from "../sources/own-files.ts";
import type { Photographs } from "../sources/photographs.ts";
import type { Source } from "../sources/source.ts";
import type { Backend } from "../studio/backend.ts";
import { type Gpu, openGpu } from "../studio/gpu.ts";
import { gpuBackend } from "../studio/gpu-backend.ts";
import { referenceBackend } from "../studio/reference-backend.ts";
import { byId } from "./elements.ts";
import { setUpFileInputs } from "./file-inputs.ts";
import { showWhose } from "./share.ts";
import { announce, hideMessage, hideProgress, setUpStop, showCompiled, showMessage, showProgress } from "./status.ts";

export interface SessionHooks {
  /** What the page starts with. */
  photographs: Photographs;
  /** Side in pixels that own pictures are brought to. */
  side: number;
  /**
   * Whether own pictures keep their sizes, as long as they are few. The page's policy gives them one, `side` squared.
   */
  keepsSizes?: boolean;
  /** Shows a backend's pictures; the old backend is let go of when the promise resolves. */
  show(backend: Backend, source: Source): Promise<void>;
  /** After pictures were loaded onto a GPU and shown. */
  loaded?(backend: Backend): Promise<void>;
  /** There is no WebGPU: the reference is used instead. */
  without?(): void;
}

export class Session {
  private gpu: Gpu | undefined;
  private source: Source;
  private current: Backend | undefined;
  /** Of the load that was begun last: a newer one, or the button, ends it. */
  private loading = new AbortController();

  constructor(private readonly hooks: SessionHooks) {
    this.source = hooks.photographs;
    setUpStop(() => this.loading.abort());
    setUpFileInputs((files) => this.attempt(this.openFiles(files)));
    byId("photographs", HTMLButtonElement).addEventListener("click", () => this.attempt(this.open(hooks.photographs)));
    byId("restart", HTMLButtonElement).addEventListener("click", () => this.attempt(this.restart()));
  }

  get backend(): Backend | undefined {
    return this.current;
  }

  get shown(): Source {
    return this.source;
  }

  async start(): Promise<void> {
    try {
      this.gpu = await this.connect();
    } catch (reason) {
      return this.startWithout(reason);
    }
    await this.open(this.hooks.photographs);
  }

  /** For what nobody waits for. */
  attempt(action: Promise<void>): void {
    action.catch(tell);
  }

  private async startWithout(reason: unknown): Promise<void> {
    byId("no-webgpu", HTMLElement).hidden = false;
    byId("no-webgpu-reason", HTMLElement).textContent = wordsOf(reason);
    byId("adapter", HTMLElement).textContent = "the CPU, by the reference";
    byId("files", HTMLElement).hidden = true;
    byId("files-note", HTMLElement).textContent = "Your own files need WebGPU: see above.";
    this.hooks.without?.();
    const { photographs } = this.hooks;
    await this.use(photographs, referenceBackend(await photographs.toHost()));
  }

  /** A device, and what to do when it goes. */
  private async connect(): Promise<Gpu> {
    const opened = await openGpu();
    byId("adapter", HTMLElement).textContent = opened.name;
    opened.device.addEventListener("uncapturederror", ({ error }) =>
      showMessage(`The GPU complained: ${error.message}`),
    );
    void opened.device.lost.then(({ reason, message }) => {
      if (opened !== this.gpu) return;
      byId("device-lost-reason", HTMLElement).textContent = new DeviceLostError(reason, message).message;
      byId("device-lost", HTMLElement).hidden = false;
      byId("restart", HTMLButtonElement).focus();
    });
    return opened;
  }

  /** A new device and engine; seed, place and pictures are the same, and so are the numbers. */
  private async restart(): Promise<void> {
    try {
      this.gpu = await this.connect();
    } catch (error) {
      byId("device-lost-reason", HTMLElement).textContent = wordsOf(error);
      return;
    }
    byId("device-lost", HTMLElement).hidden = true;
    await this.open(this.source);
    announce("The engine runs again");
  }

  private async openFiles(files: GivenFile[]): Promise<void> {
    if (files.length === 0) return;
    if (!this.gpu) return showMessage("Your own files need WebGPU, which this browser does not offer here.");
    await this.open(await sourceOf(files, this.hooks.side, this.hooks.keepsSizes));
  }

  /** Loads a source and shows it. When that fails or is stopped, the old one stays. */
  private async open(next: Source): Promise<void> {
    const used = this.gpu!;
    hideMessage();
    this.loading.abort();
    this.loading = new AbortController();
    const { signal } = this.loading;
    try {
      const dataset = await next.load(used.device, { onProgress: showProgress, signal });
      const backend = gpuBackend(used, dataset, showCompiled, this.hooks.side);
      await this.use(next, backend);
      await this.hooks.loaded?.(backend);
    } catch (error) {
      if (signal.aborted) {
        // Whoever began another load is told of that one.
        if (signal === this.loading.signal) announce("Loading was stopped");
        return;
      }
      if (!(error instanceof MixwellError) || error instanceof DeviceLostError) throw error;
      showMessage(/[.?!]$/.test(error.message) ? error.message : `${error.message}.`);
    } finally {
      if (signal === this.loading.signal) hideProgress();
    }
  }

  private async use(next: Source, backend: Backend): Promise<void> {
    const old = this.current;
    this.source = next;
    this.current = backend;
    const { count, height, width, sizes, channels, classes } = backend.facts;
    const labelled = classes > 0 ? `, ${classes} ${classes === 1 ? "class" : "classes"}` : "";
    const shape = sizes ? sizesInWords(sizes, channels) : `${height} × ${width} × ${channels}`;
    const size = `${count.toLocaleString("en")} pictures of ${shape}${labelled}`;
    byId("dataset-note", HTMLElement).textContent = `${next.title}: ${size}. ${next.note}`;
    byId("photographs", HTMLElement).hidden = next === this.hooks.photographs;
    showWhose(next !== this.hooks.photographs);
    await this.hooks.show(backend, next);
    old?.destroy();
  }
}

/** "64 × 96 × 3", or "different size". */
function sizesInWords(sizes: ArrayLike<number>, channels: number): string {
  const [height, width] = [sizes[0], sizes[1]];
  const isOne = Array.from(sizes).every((side, i) => side === (i % 2 === 0 ? height : width));
  return isOne ? `${height} × ${width} × ${channels}` : "different size";
}

/** A lost device has a notice of its own. */
export function tell(error: unknown): void {
  if (!(error instanceof DeviceLostError)) showMessage(wordsOf(error));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
