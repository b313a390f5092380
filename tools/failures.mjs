// @ts-check
// The names and messages of failed tests, out of the JSON that a runner leaves: `npm test` says them once more at its
// end, because a log that is cut from the front keeps nothing else.

/**
 * What we read of vitest's JSON.
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message: string, assertionResults: VitestTest[] }} VitestFile
 */

/**
 * What we read of Playwright's JSON.
 * @typedef {{ message?: string }} PlaywrightError
 * @typedef {{ results: { status: string, error?: PlaywrightError }[] }} PlaywrightTest
 * @typedef {{ title: string, file: string, ok: boolean, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/** Lines of a message that are kept: the assertion, what was expected and found, and where. */
const LINES = 14;

/** A describe without a test fails its file, and vitest's JSON says nothing of it. */
const WITHOUT_WORDS = "no test of it failed: what the runner printed says why (perhaps a describe without a test)";

/**
 * @param {{ testResults: VitestFile[] }} report
 * @returns {string[]} a failed test each, or a file that could not be loaded
 */
export const vitestFailures = ({ testResults }) =>
  testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && file.status === "failed") return [described(file.name, file.message || WITHOUT_WORDS)];
    return failed.map((test) => described(`${file.name}: ${test.fullName}`, test.failureMessages.join("\n")));
  });

/**
 * @param {{ suites: PlaywrightSuite[], errors: PlaywrightError[] }} report
 * @returns {string[]} a failed test each, one that passed only when tried again too, then the errors outside of tests
 */
export function playwrightFailures({ suites, errors }) {
  const specs = suites.flatMap(specsOf).filter((spec) => spec.tests.some(hasFailed));
  return [
    ...specs.map((spec) => described(`${spec.file}: ${spec.title}`, spec.tests.flatMap(messagesOf).join("\n"))),
    ...errors.map((error) => described("outside of tests", error.message ?? "")),
  ];
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/** @param {PlaywrightTest} test */
const hasFailed = (test) => test.results.some(({ status }) => status !== "passed" && status !== "skipped");

/** @param {PlaywrightTest} test */
const messagesOf = (test) => test.results.flatMap(({ error }) => (error?.message ? [error.message] : []));

/**
 * @param {string} name
 * @param {string} message
 */
function described(name, message) {
  const lines = message.trim().split("\n").slice(0, LINES);
  return [`failed: ${name}`, ...lines.map((line) => `  ${line}`)].join("\n");
}
