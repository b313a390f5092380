/** Runs a block of code of README.md or docs/, as it stands there. */
import blocks from "virtual:docs-blocks";

/**
 * @param name the block's page and the heading above it: `docs/plans.md#without-a-gpu`
 * @param brought what the block declares
 * @returns what the block defines
 */
export async function runBlock<Defined>(name: string, brought: Record<string, unknown> = {}): Promise<Defined> {
  const load = blocks[name];
  if (!load) throw new Error(`no block ${name}`);
  const { default: run } = await load();
  return (await run(brought)) as Defined;
}
