/** What a page and its decoding workers say to each other. */
import { ArgumentError, found, SourceError, show } from "../check/errors.ts";
import { type Decode, type ImageInput, type PictureBytes, pictureOf, type Target } from "./picture.ts";

/** A picture to decode. */
export interface Task {
  input: ImageInput;
  name: string;
  target: Target;
}

/** What a worker says: that it runs, or what became of a task. */
export interface Answer {
  ready?: true;
  picture?: PictureBytes;
  /** A SourceError, or with a message alone any other error. */
  error?: { path: string; expected: string; found: string; cause?: string } | { message: string };
}

/** Carries out a task, with a decoder of files where there is no browser's. */
export async function answerOf({ input, name, target }: Task, decode?: Decode): Promise<Answer> {
  try {
    return { picture: await pictureOf(input, name, target, decode) };
  } catch (error) {
    if (!(error instanceof ArgumentError)) return { error: { message: wordsOf(error) } };
    const cause = error.cause === undefined ? undefined : wordsOf(error.cause);
    return { error: { path: error.path, expected: error.expected, found: show(error.found), cause } };
  }
}

/** The picture of an answer. @throws what the worker would have thrown */
export function pictureIn({ picture, error }: Answer): PictureBytes {
  if (picture) return picture;
  if (!error || "message" in error) throw new Error(error?.message ?? "a worker answered nothing");
  const thrown = new SourceError(error.path, error.expected, found(error.found));
  if (error.cause !== undefined) thrown.cause = new Error(error.cause);
  throw thrown;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
