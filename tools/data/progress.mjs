// @ts-check
// One line that is written over while a download runs; on something that is no terminal, only what happened is printed.

/**
 * @param {{ write: (text: string) => unknown, isTTY?: boolean, columns?: number }} out
 */
export function progressLine(out) {
  let shownAt = 0;
  let isOpen = false;
  const clear = () => {
    if (isOpen) out.write("\r\u001b[K");
    isOpen = false;
  };
  return {
    /**
     * @param {string} name
     * @param {number} loaded bytes
     * @param {number} total bytes
     */
    show(name, loaded, total) {
      // Ten times a second is enough to watch.
      if (!out.isTTY || (loaded < total && Date.now() - shownAt < 100)) return;
      shownAt = Date.now();
      clear();
      const line = `  ${name}  ${Math.floor((100 * loaded) / total)} %  ${megabytes(loaded)} of ${megabytes(total)}`;
      out.write(line.slice(0, (out.columns ?? 80) - 1));
      isOpen = true;
    },
    /** @param {string} line */
    say(line) {
      clear();
      out.write(`${line}\n`);
    },
    clear,
  };
}

/** @param {number} bytes */
export const megabytes = (bytes) =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
