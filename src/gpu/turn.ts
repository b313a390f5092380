/** Resolves once whatever else waits had its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
