/** The recipes for schedulers say what their schedulers understand, and call the command as it is. */
import { readFileSync } from "node:fs";
import { Job } from "kubernetes-models/batch/v1";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { mixwell } from "./help.ts";

const read = (path: string) => readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8");
const job = () => parse(read("kubernetes/augment.yaml"));

test("the job for Kubernetes is right by the schema of Kubernetes' API", () => {
  new Job(job()).validate();
  // Controls: what the schema does not know, and what is of another type.
  const wrong = job();
  wrong.spec.completions = "eight";
  expect(() => new Job(wrong).validate()).toThrow(/completions/);
  const pod = job();
  pod.spec.template.spec.containers[0].resources.limits.memory = { size: 8 };
  expect(() => new Job(pod).validate()).toThrow(/memory/);
});

test("it says how many tasks there are, as many as it starts, and has enough shards for them", () => {
  const { completions, completionMode, template, podFailurePolicy } = job().spec;
  const [{ env, args, name }] = template.spec.containers;
  expect(completionMode).toBe("Indexed");
  expect(env).toEqual([{ name: "JOB_COMPLETIONS", value: `${completions}` }, expect.anything()]);
  expect(Number(args.find((arg: string) => arg.startsWith("--shards=")).split("=")[1])).toBeGreaterThan(completions);
  expect(podFailurePolicy.rules[1].onExitCodes.containerName).toBe(name);
});

test("the command knows their options: it misses nothing but the pictures", async () => {
  const [{ args, env }] = job().spec.template.spec.containers;
  const variables = Object.fromEntries(env.map(({ name, value }: { name: string; value: string }) => [name, value]));
  const inJob = await mixwell(args, { ...variables, JOB_COMPLETION_INDEX: "3" });
  expect([inJob.code, inJob.err.join()]).toEqual([3, expect.stringContaining("/data/train: expected a folder")]);
  const [, words] = /augment "\$1" "\$2" \\\n\s+(.*)$/m.exec(read("slurm/augment.sh"))!;
  const options = words!.replace(/"\$\{SHARDS:-(\d+)\}"/, "$1").split(" ");
  const inArray = await mixwell(["augment", "/data/train", "/data/out", ...options]);
  expect([inArray.code, inArray.err.join()]).toEqual([3, expect.stringContaining("/data/train: expected a folder")]);
});
