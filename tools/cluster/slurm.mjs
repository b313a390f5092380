// @ts-check
// A Slurm of one controller and three nodes on this machine: real daemons under three names and ports, for a test.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../setup-error.mjs";

export const NODES = 3;
/** Of its own each time: what is left of an earlier cluster would speak to this one. */
const PORT = 20_000 + (process.pid % 10_000);

/** What Debian and Ubuntu call it. */
const PACKAGES = "slurmctld slurmd slurm-client munge";

/** @param {string} folder */
const configuration = (folder) => `ClusterName=mixwell
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CryptoType=crypto/munge
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool.%n
SlurmctldPidFile=${folder}/ctld.pid
SlurmdPidFile=${folder}/slurmd.%n.pid
SlurmctldPort=${PORT}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SlurmctldLogFile=${folder}/log/ctld.log
SlurmdLogFile=${folder}/log/slurmd.%n.log
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SlurmdTimeout=10
KillWait=2
JobRequeue=1
NodeName=node[0-${NODES - 1}] NodeHostname=localhost NodeAddr=127.0.0.1 Port=${PORT + 3}-${PORT + 2 + NODES} CPUs=1 RealMemory=2000
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`;

/**
 * Starts the daemons. Needs root, as Slurm does.
 * @param {string} folder
 * @returns {Record<string, string>} the environment of its commands
 */
export function startSlurm(folder) {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    throw new SetupError("The cluster's test starts Slurm's daemons: it needs root on Linux.");
  if (spawnSync("slurmctld", ["-V"]).status !== 0 || spawnSync("munged", ["--version"]).status !== 0)
    throw new SetupError(`Slurm is not installed: apt-get install --no-install-recommends ${PACKAGES}`);
  for (const name of ["state", "log"]) mkdirSync(join(folder, name), { recursive: true });
  const file = join(folder, "slurm.conf");
  writeFileSync(file, configuration(folder));
  const env = { SLURM_CONF: file };
  startMunge();
  run("slurmctld", ["-c"], env);
  for (let node = 0; node < NODES; node++) run("slurmd", ["-N", `node${node}`], env);
  for (let i = 0; i < 60 && idleNodes(env) < NODES; i++) pause(500);
  if (idleNodes(env) < NODES) throw new SetupError(`Slurm's nodes do not come up: see ${folder}/log`);
  return env;
}

/** @param {Record<string, string>} env */
const idleNodes = (env) => Number(run("sinfo", ["-h", "-t", "idle", "-o", "%D"], env).split("\n")[0]);

/** Who proves who he is to whom: one for the machine. */
function startMunge() {
  const key = "/etc/munge/munge.key";
  if (!existsSync(key)) run("sh", ["-c", `umask 077; head -c 1024 /dev/urandom > ${key}; chown munge: ${key}`], {});
  run(
    "sh",
    [
      "-c",
      "mkdir -p /run/munge; chown munge: /run/munge; pgrep -x munged >/dev/null || su -s /bin/sh munge -c /usr/sbin/munged",
    ],
    {},
  );
}

/**
 * Ends what it started, by the pids that the daemons wrote.
 * @param {string} folder
 */
export function stopSlurm(folder) {
  const env = { ...process.env, SLURM_CONF: join(folder, "slurm.conf") };
  if (existsSync(join(folder, "ctld.pid"))) spawnSync("scancel", ["--user=root"], { env, timeout: 10_000 });
  for (const name of [...Array.from({ length: NODES }, (_, node) => `slurmd.node${node}.pid`), "ctld.pid"])
    kill(join(folder, name), "SIGTERM");
}

/**
 * @param {string} pidFile
 * @param {NodeJS.Signals} signal
 */
export function kill(pidFile, signal) {
  if (!existsSync(pidFile)) return;
  try {
    process.kill(Number(readFileSync(pidFile, "utf8")), signal);
  } catch {
    // It has ended.
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
export function run(command, args, env) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (status !== 0) throw new SetupError(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout.trim();
}

/** @param {number} ms */
export const pause = (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
