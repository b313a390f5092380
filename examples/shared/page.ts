/** What every page here does: find a device, print lines, say whether it worked. */

/** Runs an example; the page says when it is done, and what went wrong if something did. */
export function run(example: () => Promise<void>): void {
  const root = document.documentElement;
  root.dataset.state = "running";
  example().then(
    () => {
      root.dataset.state = "done";
    },
    (error: unknown) => {
      root.dataset.state = "failed";
      say(String(error));
      console.error(error);
    },
  );
}

/** Prints a line. */
export function say(line: string): void {
  document.querySelector("#out")!.append(`${line}\n`);
}

/** How many epochs to train for: the address may say so (`?epochs=20`). */
export const epochsOr = (usual: number): number => Number(new URLSearchParams(location.search).get("epochs") ?? usual);

/** A device with default limits, in a page or in a worker. */
export async function openDevice(): Promise<GPUDevice> {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) throw new Error("This browser offers no WebGPU here.");
  return adapter.requestDevice();
}
