/**
 * What runs in a thread of the decoder in Node: one picture at a time, decoded by sharp and resized by the same code as
 * everywhere. Its text is in `src/generated/decode-thread.ts` (`npm run worker`).
 */
import { answerOf, type Task } from "../../source/decode-task.ts";
import { decodeFile, type Sharp } from "./decode-file.ts";

/** What a thread is asked for: a file comes as its bytes, which are handed over and not copied. */
export type ThreadTask = Task | (Omit<Task, "input"> & { file: ArrayBuffer });

/** Node's own, as far as it is used here. */
declare const process: {
  getBuiltinModule(name: "node:module"): { createRequire(from: string): (name: string) => unknown };
  getBuiltinModule(name: "node:worker_threads"): {
    /** The module that began the thread, from which `sharp` is looked for. */
    workerData: string;
    parentPort: {
      on(event: "message", listen: (task: ThreadTask) => void): void;
      postMessage(answer: object, transfer?: ArrayBuffer[]): void;
    };
  };
};

const { workerData, parentPort } = process.getBuiltinModule("node:worker_threads");
const sharp = process.getBuiltinModule("node:module").createRequire(workerData)("sharp") as Sharp;

parentPort.on("message", (asked) => {
  const { name, target } = asked;
  const input = "file" in asked ? new Blob([asked.file]) : asked.input;
  void answerOf({ input, name, target }, (file, path) => decodeFile(sharp, file, path, true)).then((answer) => {
    parentPort.postMessage(answer, answer.picture ? [answer.picture.data.buffer] : []);
  });
});
parentPort.postMessage({ ready: true });
