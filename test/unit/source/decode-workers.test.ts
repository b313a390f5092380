/** The decoder's workers are ended with it, those that are still starting too. */
import { expect, test } from "vitest";
import type { Task } from "../../../src/source/decode-task.ts";
import { DecodeWorkers } from "../../../src/source/decode-workers.ts";

/** A worker that says its first word when it is told to. */
class SlowWorker {
  isEnded = false;
  onmessage: ((event: object) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  terminate(): void {
    this.isEnded = true;
  }
  postMessage(): void {
    // It works for ever.
  }
}

function slowWorkers(count: number) {
  const made: SlowWorker[] = [];
  const workers = new DecodeWorkers(count, () => {
    made.push(new SlowWorker());
    return made.at(-1) as unknown as Worker;
  });
  const tasks = Array.from({ length: count }, () => workers.decode({} as Task).catch((error: Error) => error.message));
  return { workers, made, tasks };
}

test("closing ends at once a worker that works, and one that is still starting", async () => {
  const { workers, made, tasks } = slowWorkers(2);
  made[0]!.onmessage!({});
  await new Promise((resolve) => setTimeout(resolve));
  workers.close();
  expect(made.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  expect(await Promise.all(tasks)).toEqual(["the decoder was closed", "the decoder was closed"]);
});

test("a word that comes after the end is not heard", async () => {
  const { workers, made, tasks } = slowWorkers(1);
  workers.close();
  made[0]!.onmessage!({});
  expect(await tasks[0]).toBe("the decoder was closed");
  expect(made).toHaveLength(1);
  expect(made[0]!.isEnded).toBe(true);
});

test("where no worker starts, the page is told to decode by itself", async () => {
  const { made, tasks } = slowWorkers(1);
  made[0]!.onerror!({ message: "no" });
  expect(await tasks[0]).toBeUndefined();
  expect(made[0]!.isEnded).toBe(true);
});
