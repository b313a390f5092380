/** How a command ends: a number for schedulers, a sentence for people. */
import { ArgumentError, DeviceLostError, GpuError, NoWebGpuError, PlanError, PolicyError, SourceError } from "mixwell";

export const EXIT = {
  done: 0,
  /** Something that nobody foresaw. */
  unexpected: 1,
  /** The command line, a policy or a plan says something that cannot be. */
  usage: 2,
  /** The input is not there, is not what it should be, or has a picture that cannot be read. */
  input: 3,
  /** The output cannot be written: no room, no right, or made by another command. */
  output: 4,
  /** No GPU, or it was lost. The same command may end well elsewhere or later. */
  device: 5,
  /** What was written is not whole, or not what it was. */
  incomplete: 6,
  /** A server that does not answer, or not to the end. The same command may end well later. */
  network: 7,
  /** 128 and the signal's number, as shells have it. */
  interrupted: 130,
  terminated: 143,
} as const;

/** An error of the command itself. */
export class CliError extends Error {
  override name = "CliError";
  constructor(
    readonly code: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const usage = (message: string): CliError => new CliError(EXIT.usage, message);
export const badInput = (message: string, cause?: unknown): CliError => new CliError(EXIT.input, message, { cause });
export const badOutput = (message: string, cause?: unknown): CliError => new CliError(EXIT.output, message, { cause });

/** The exit code that says what kind of error this is. */
export function codeOf(error: unknown): number {
  if (error instanceof CliError) return error.code;
  if (error instanceof SourceError) return EXIT.input;
  if (error instanceof PolicyError || error instanceof PlanError || error instanceof ArgumentError) return EXIT.usage;
  if (error instanceof NoWebGpuError || error instanceof DeviceLostError || error instanceof GpuError)
    return EXIT.device;
  return EXIT.unexpected;
}

/** What a failed system call says, in words; else the error's own. */
export function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && SYSTEM[code]) || (message ?? String(error));
}

const SYSTEM: Record<string, string> = {
  ENOENT: "it is not there",
  EACCES: "there is no right to",
  EPERM: "there is no right to",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota is used up",
  EFBIG: "the file would become too large",
  ENOTDIR: "a part of the path is a file, not a folder",
  EISDIR: "it is a folder",
  EEXIST: "a file is there",
  EIO: "the disk reports an error",
};
