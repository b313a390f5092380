/** Builds the package once, for all files of this folder: one packs it while another one bundles it. */
import { runNode } from "../../tools/run.mjs";

export async function setup(): Promise<void> {
  const printed: string[] = [];
  const status = await runNode("tools/build.mjs", [], {}, (text) => printed.push(text));
  if (status !== 0) throw new Error(`tools/build.mjs ended with ${status}:\n${printed.join("")}`);
}
