/** `--jobs n`: the same command in several processes of this machine, each with its part. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { CliError, EXIT, usage } from "./exit-codes.ts";
import type { World } from "./program.ts";
import type { Task } from "./task.ts";

/** Runs it in so many processes, and waits for all. @throws CliError with the exit code of one that failed */
export async function runJobs(
  { jobs, workers }: { jobs: number; workers: number },
  task: Task,
  { program, args, out, err, env, signal }: World,
): Promise<void> {
  if (program === undefined || args === undefined) throw usage("--jobs: expected the command to run as a program");
  const own = [...withoutOptions(args, ["--jobs", "--shard", "--workers"]), "--workers", `${workers}`];
  const codes = await Promise.all(
    Array.from({ length: jobs }, (_, i) => {
      const part = `${task.rank * jobs + i}/${task.world * jobs}`;
      const child = spawn(process.execPath, [program, ...own, "--shard", part], {
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const stop = () => void child.kill("SIGTERM");
      signal.addEventListener("abort", stop);
      createInterface(child.stdout).on("line", out);
      createInterface(child.stderr).on("line", err);
      return new Promise<number>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
          signal.removeEventListener("abort", stop);
          resolve(code ?? EXIT.unexpected);
        });
      });
    }),
  );
  const failed = codes.filter((code) => code !== EXIT.done);
  if (failed.length > 0)
    throw new CliError(Math.max(...failed), `${failed.length} of ${jobs} processes did not end well`);
}

/** The arguments without some options and their values. */
export function withoutOptions(args: readonly string[], names: readonly string[]): string[] {
  return args.filter((arg, i) => {
    const isValue = names.includes(args[i - 1] ?? "");
    return !isValue && !names.some((name) => arg === name || arg.startsWith(`${name}=`));
  });
}
