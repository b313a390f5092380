/** `mixwell plan IN`: what is drawn for some pictures. */
import { explain } from "mixwell";
import { draw, type InputFlags, opened, type PolicyFlags } from "./common.ts";
import { usage } from "./exit-codes.ts";
import { planOfRow } from "./plan-row.ts";
import type { World } from "./program.ts";

interface PlanFlags extends InputFlags, PolicyFlags {
  ids: string;
  epoch: number;
  variant: number;
  words: boolean;
}

export async function runPlan(path: string, flags: PlanFlags, { out }: World): Promise<void> {
  const ids = flags.ids.split(",").map((text) => {
    if (!/^\d+$/.test(text)) throw usage(`--ids: expected whole numbers with commas between, found "${text}"`);
    return Number(text);
  });
  const whole = await opened(path, flags, flags.policy);
  const { count } = whole.input.stream;
  const beyond = ids.find((id) => id >= count);
  if (beyond !== undefined) throw usage(`--ids: expected numbers in 0..${count - 1}, found ${beyond}`);
  const { seed, epoch, variant } = flags;
  for (const id of ids) {
    const plan = planOfRow(draw(whole, { seed, epoch, ids: [id], occurrences: [variant] }), 0);
    if (flags.words) out(`${id}: ${explain(plan, 0)}`);
    else out(JSON.stringify({ id, epoch, variant, plan }));
  }
}
