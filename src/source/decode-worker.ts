/**
 * What runs in a worker of the decoder: one picture at a time, by the same code as in the page. Its text is in
 * `src/generated/decode-worker.ts` (`npm run worker`), and as `mixwell/decode-worker` it is a module of its own.
 */
import { type Answer, answerOf, type Task } from "./decode-task.ts";

/** A worker's own global, as far as it is used: TypeScript's library for pages does not know it. */
declare const self: {
  onmessage: ((event: { data: Task }) => void) | null;
  postMessage(answer: Answer, transfer?: Transferable[]): void;
};

self.onmessage = ({ data: task }) => {
  void answerOf(task).then((answer) => {
    self.postMessage(answer, answer.picture ? [answer.picture.data.buffer] : []);
  });
};
self.postMessage({ ready: true });
