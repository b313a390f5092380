/** A recording as text. */
import type { Recording } from "./recording.ts";
import { perPixelOf, trafficOf } from "./traffic.ts";

/** One line a command, with the bytes that each dispatch reads and writes, and a line with what all of them do. */
export function printRecording(recording: Recording): string {
  const traffic = trafficOf(recording);
  const uploads = recording.uploads.map(({ block, bytes }) => `upload ${bytes.byteLength} bytes to ${block}`);
  const dispatches = recording.dispatches.map(({ kernel, ops, constants, buffers, offset, groups }, i) => {
    const settings = [...ops, ...Object.entries(constants).map(([name, value]) => `${name}=${value}`)];
    const bound = Object.entries(buffers).map(([name, buffer]) => `${name}:${buffer}`);
    const { read, written } = traffic[i]!;
    const bytes = `reads ${read} bytes, writes ${written}`;
    return `dispatch ${kernel} ${groups.join("×")} at ${offset} [${settings.join(" ")}] (${bound.join(" ")}) ${bytes}`;
  });
  const sum = (what: "read" | "written") => traffic.reduce((all, one) => all + one[what], 0);
  const perPixel = perPixelOf(recording, traffic).toFixed(1);
  const all = `reads ${sum("read")} bytes, writes ${sum("written")}: ${perPixel} a pixel of the output`;
  return [...uploads, ...dispatches, all].join("\n");
}
