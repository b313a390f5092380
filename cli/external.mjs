// @ts-check
/** What stays an import in the command's one file: the packages that it depends on. */
export const EXTERNAL = ["sharp", "webgpu", "commander", "tar-stream", "cli-progress", "yaml", /^csv-parse/];
