/** Threads that decode in Node, for `makeWorker`. */
import { decodeThread } from "../../generated/decode-thread.ts";
import type { Answer, Task } from "../../source/decode-task.ts";
import { isBlob } from "../../source/read.ts";
import { withoutSharp } from "./decode.ts";
import type { ThreadTask } from "./decode-thread.ts";

/** Node's own, as far as it is used here. */
interface Thread {
  on(event: "message", listen: (answer: Answer) => void): void;
  on(event: "error" | "messageerror", listen: (error: Error) => void): void;
  postMessage(task: ThreadTask, transfer?: ArrayBuffer[]): void;
  terminate(): Promise<number>;
  ref(): void;
  unref(): void;
}
declare const process: {
  getBuiltinModule(name: "node:module"): { createRequire(from: string): (name: string) => unknown };
  getBuiltinModule(name: "node:worker_threads"): {
    Worker: new (text: string, options: { eval: true; workerData: string; execArgv: string[] }) => Thread;
  };
};

/**
 * Begins a thread that decodes picture files by `sharp` and resizes them, for `makeWorker` of `Dataset.fromImages`,
 * `Stream.fromImages` and `Stream.fromTar` in Node: what `decodeImage` gives, resized to the same bytes, on as many
 * cores as there are `workers`. It keeps the process only while it is at work. Needs the optional peer dependency
 * `sharp`.
 * @returns as much of a `Worker` as `makeWorker` asks for
 * @throws MixwellError where `sharp` is not there
 */
export function createDecodeWorker(): Worker {
  return new DecodeThread() as unknown as Worker;
}

/** A thread with the face of a page's worker. */
class DecodeThread {
  onmessage: ((event: { data: Answer }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  private readonly thread: Thread;
  private isOver = false;

  constructor() {
    const from = import.meta.url;
    try {
      // sharp asks to be loaded by the main thread first: its libraries then stay until every thread is over.
      process.getBuiltinModule("node:module").createRequire(from)("sharp");
    } catch (cause) {
      throw withoutSharp(cause);
    }
    const { Worker: Threads } = process.getBuiltinModule("node:worker_threads");
    // Node's switches that the process was started with are not the thread's: it is plain JavaScript.
    this.thread = new Threads(decodeThread, { eval: true, workerData: from, execArgv: [] });
    this.thread.on("message", (data) => this.answer(data));
    this.thread.on("error", ({ message }) => this.onerror?.({ message }));
    this.thread.on("messageerror", () => this.onmessageerror?.());
  }

  postMessage(task: Task): void {
    this.thread.ref();
    const { input, name, target } = task;
    if (!isBlob(input)) {
      this.thread.postMessage(task);
      return;
    }
    input.arrayBuffer().then(
      (file) => {
        if (!this.isOver) this.thread.postMessage({ file, name, target }, [file]);
      },
      (error: Error) => this.answer({ error: { message: error.message } }),
    );
  }

  terminate(): void {
    this.isOver = true;
    void this.thread.terminate();
  }

  /** Whoever waits for nothing is not kept waiting by a thread. */
  private answer(data: Answer): void {
    this.thread.unref();
    this.onmessage?.({ data });
  }
}
