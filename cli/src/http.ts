/** Addresses on a network that fails at times: what may be there the next time is asked for again. */
import { CliError, EXIT, wordsOf } from "./exit-codes.ts";

/** Before the first time that it is asked again; twice as long before each further one. */
const FIRST_WAIT_MS = 500;
/** Busy, or something between here and there failed. */
const isPassing = (status: number): boolean => status === 408 || status === 429 || status >= 500;

let plain: typeof fetch | undefined;
let runs = 0;
let retries = 0;

/** How often an address is asked again. */
export const retryAddresses = (times: number): void => {
  retries = times;
};

/**
 * Puts a `fetch` in the place of Node's that asks again, since the library reads shards by it. Gives what takes it away
 * again, when the last run is over that asked for it.
 */
export function patientFetch(): () => void {
  plain ??= globalThis.fetch;
  runs++;
  globalThis.fetch = (input, init) => asked(plain!, input, init);
  return () => {
    runs--;
    if (runs === 0) globalThis.fetch = plain!;
  };
}

async function asked(ask: typeof fetch, input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> {
  for (let time = 0; ; time++) {
    const { response, reason } = await once(ask, input, init);
    if (response) return response;
    init?.signal?.throwIfAborted();
    if (time >= retries) throw new CliError(EXIT.network, `${input}: ${reason}, ${time + 1} times`);
    await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** time));
  }
}

/** An answer that is whole, or one that would be the same the next time; else why there is none. */
async function once(
  ask: typeof fetch,
  input: Parameters<typeof fetch>[0],
  init?: RequestInit,
): Promise<{ response?: Response; reason?: string }> {
  try {
    const response = await ask(input, init);
    if (isPassing(response.status)) {
      await response.body?.cancel();
      return { reason: `the server answered with status ${response.status}` };
    }
    // A part of a file is read to its end here: it can break off.
    if (response.status !== 206) return { response };
    const { status, headers } = response;
    return { response: new Response(await response.arrayBuffer(), { status, headers }) };
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    return { reason: `the connection failed (${wordsOf(cause ?? error)})` };
  }
}

/** The failed request behind an error, if it is one: trying again may help, and leaving the picture out does not. */
export function failedRequestOf(error: unknown): CliError | undefined {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof CliError && one.code === EXIT.network) return one;
  return undefined;
}
