/**
 * Set-up of tests that use Dawn in Node. While something is awaited, Dawn asks for news by `setImmediate` again and
 * again, which takes a whole core from a GPU in software. Here it asks a few times at once, then every millisecond.
 */
const QUICK_POLLS = 20;

const real = globalThis.setImmediate;
type Immediate = typeof setImmediate & { polls?: true };

if (typeof real === "function" && !(real as Immediate).polls) {
  let isPolling = false;
  let polls = 0;
  /** Dawn's functions are native; all others go on as they are. */
  const isDawns = (call: unknown) => typeof call === "function" && /\[native code\]\s*\}$/.test(String(call));
  const patient = Object.assign(
    (call: (...args: unknown[]) => void, ...args: unknown[]) => {
      if (!isDawns(call)) return real(call, ...args);
      // Asked for by Dawn itself while it looks for news: there were none.
      polls = isPolling ? polls + 1 : 0;
      const poll = () => {
        isPolling = true;
        try {
          call(...args);
        } finally {
          isPolling = false;
        }
      };
      return polls < QUICK_POLLS ? real(poll) : setTimeout(poll, 1);
    },
    { polls: true },
  );
  // Node's `util.promisify` finds its own under a symbol.
  globalThis.setImmediate = Object.assign(patient, real) as unknown as typeof setImmediate;
}
