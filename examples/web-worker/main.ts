import { run, say } from "../shared/page.ts";
import type { Drawn } from "./worker.ts";

run(async () => {
  const canvas = document.querySelector("canvas")!.transferControlToOffscreen();
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.postMessage({ canvas, steps: 3 }, [canvas]);
  await new Promise<void>((done, fail) => {
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<Drawn>) => {
      if ("error" in data) return fail(new Error(data.error));
      say(`step ${data.step}: ${data.captions.join(", ")}`);
      if (data.isLast) done();
    };
  });
});
