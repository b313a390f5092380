// @ts-check

/** Set-up can't go on, and this sentence tells the person at the keyboard why; it is printed without a stack. */
export class SetupError extends Error {}
