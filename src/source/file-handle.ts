/** A file of a folder that is asked for when it is read: a `FileSystemFileHandle` is one. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
}

export const isHandle = (value: unknown): value is FileHandle =>
  typeof value === "object" && value !== null && typeof (value as FileHandle).getFile === "function";
