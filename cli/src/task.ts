/** Which part of the work is this process's: by `--shard i/n`, or as the scheduler's variables say. */
import { usage } from "./exit-codes.ts";

export interface Task {
  rank: number;
  world: number;
  /** Who said so. */
  from: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A scheduler by the variables that hold the number of a task and how many there are. */
interface Scheduler {
  from: string;
  rank: string;
  world: string;
}

/** The innermost first: who starts processes on a node knows more than who gave the node away. */
const STARTERS: readonly Scheduler[] = [
  { from: "torchrun", rank: "RANK", world: "WORLD_SIZE" },
  { from: "Open MPI", rank: "OMPI_COMM_WORLD_RANK", world: "OMPI_COMM_WORLD_SIZE" },
  { from: "MPI (PMI)", rank: "PMI_RANK", world: "PMI_SIZE" },
];

const ARRAYS: readonly Scheduler[] = [
  { from: "Kubernetes indexed job", rank: "JOB_COMPLETION_INDEX", world: "JOB_COMPLETIONS" },
  { from: "AWS Batch array", rank: "AWS_BATCH_JOB_ARRAY_INDEX", world: "AWS_BATCH_JOB_ARRAY_SIZE" },
  { from: "Google Batch", rank: "BATCH_TASK_INDEX", world: "BATCH_TASK_COUNT" },
  { from: "Cloud Run job", rank: "CLOUD_RUN_TASK_INDEX", world: "CLOUD_RUN_TASK_COUNT" },
];

const ALL: Task = { rank: 0, world: 1, from: "one process" };

/**
 * @param text `i/n` from 0, `all`, or nothing: then by the environment
 * @throws CliError where a number is missing or impossible
 */
export function taskOf(text: string | undefined, env: Environment): Task {
  if (text === "all") return ALL;
  if (text !== undefined) {
    const [, rank, world] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
    if (rank === undefined || world === undefined || Number(rank) >= Number(world))
      throw usage(`--shard: expected i/n with i in 0..n-1, or all, found "${text}"`);
    return { rank: Number(rank), world: Number(world), from: "--shard" };
  }
  for (const scheduler of STARTERS) if (env[scheduler.rank] !== undefined) return byPair(scheduler, env);
  const slurm = bySlurm(env);
  if (slurm) return slurm;
  for (const scheduler of ARRAYS) if (env[scheduler.rank] !== undefined) return byPair(scheduler, env);
  return ALL;
}

function byPair({ from, rank, world }: Scheduler, env: Environment): Task {
  if (env[world] === undefined)
    throw usage(
      `${world}: expected the number of tasks, since ${rank} is set (${from}); found nothing. Or give --shard`,
    );
  const task = { rank: whole(rank, env), world: whole(world, env), from };
  if (task.rank >= task.world)
    throw usage(`${rank}: expected a number below ${world} (${task.world}), found ${task.rank}`);
  return task;
}

/** An array of jobs, steps of several tasks, or both. */
function bySlurm(env: Environment): Task | undefined {
  let task: Task | undefined;
  if (env.SLURM_ARRAY_TASK_ID !== undefined) {
    const id = whole("SLURM_ARRAY_TASK_ID", env);
    const first = whole("SLURM_ARRAY_TASK_MIN", env);
    const count = whole("SLURM_ARRAY_TASK_COUNT", env);
    const last = whole("SLURM_ARRAY_TASK_MAX", env);
    const step = env.SLURM_ARRAY_TASK_STEP === undefined ? 1 : whole("SLURM_ARRAY_TASK_STEP", env);
    const rank = (id - first) / step;
    if (!Number.isInteger(rank) || rank < 0 || rank >= count || first + (count - 1) * step !== last)
      throw usage(
        `SLURM_ARRAY_TASK_ID: expected an array of evenly spaced numbers, as --array=0-${count - 1}, found task ${id} of ${count} in ${first}-${last}`,
      );
    task = { rank, world: count, from: "Slurm array" };
  }
  // A batch script has a process number too, but runs once whatever it asked for: only a step starts many.
  if (env.SLURM_STEP_ID === undefined || env.SLURM_PROCID === undefined) return task;
  const rank = whole("SLURM_PROCID", env);
  const world = whole("SLURM_STEP_NUM_TASKS" in env ? "SLURM_STEP_NUM_TASKS" : "SLURM_NTASKS", env);
  if (!task) return { rank, world, from: "Slurm step" };
  return { rank: task.rank * world + rank, world: task.world * world, from: "Slurm array of steps" };
}

function whole(name: string, env: Environment): number {
  const text = env[name];
  if (text === undefined || !/^\d+$/.test(text))
    throw usage(`${name}: expected a whole number, found ${text === undefined ? "nothing" : `"${text}"`}`);
  return Number(text);
}
