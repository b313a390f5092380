#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import { run } from "./program.ts";

// Every piece of a file that is read listens to the same signal, and Node would take that for a mistake.
setMaxListeners(0);

const { stdout, stderr } = process;
const ends = new AbortController();
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => {
    stderr.write(`${signal}: ends after this batch\n`);
    ends.abort(code);
  });

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => void stdout.write(`${line}\n`),
  err: (line) => void stderr.write(`${line}\n`),
  ...(stderr.isTTY && { terminal: stderr }),
  env: process.env,
  program: process.argv[1],
  signal: ends.signal,
});
// Decoders and Dawn leave threads that keep a process alive.
process.exit();
