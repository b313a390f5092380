/** What a long command says while it works: a bar on a terminal, a JSON line for every shard elsewhere. */
import { SingleBar } from "cli-progress";

/** Where a command prints. */
export interface Output {
  out(line: string): void;
  err(line: string): void;
  /** A terminal to draw a bar on. */
  terminal?: NodeJS.WriteStream;
}

export interface Progress {
  add(pictures: number): void;
  shard(line: object): void;
  stop(): void;
}

export function progressOf(output: Output, pictures: number): Progress {
  if (!output.terminal) return { add: () => {}, shard: (line) => output.out(JSON.stringify(line)), stop: () => {} };
  const format = "{bar} {value} of {total} pictures, {rate}/s, {eta_formatted} left";
  const bar = new SingleBar({ format, stream: output.terminal, etaBuffer: 50, hideCursor: true });
  const start = performance.now();
  let done = 0;
  bar.start(pictures, 0, { rate: "-" });
  return {
    add(count) {
      done += count;
      bar.update(done, { rate: Math.round(done / ((performance.now() - start) / 1000)) });
    },
    shard: () => {},
    stop: () => bar.stop(),
  };
}
