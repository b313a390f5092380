/**
 * A vite plugin that keeps src/generated in step with shaders/ while a dev server or a test watcher runs.
 * A mistake in a shader is shown in the console and in the browser's overlay; the last good text stays in use.
 */
import { fileURLToPath } from "node:url";
import { writeGenerated } from "./shaders.mjs";

const folder = fileURLToPath(new URL("../shaders/", import.meta.url)).replaceAll("\\", "/");

/** @returns {import("vite").Plugin} */
export function shadersPlugin() {
  return {
    name: "mixwell-shaders",
    apply: "serve",
    configureServer(server) {
      let emitting = Promise.resolve();
      const emit = () => {
        // One after the other: an editor may save two files at once.
        emitting = emitting.then(writeGenerated).then(
          (written) => written.length > 0 && server.config.logger.info(`shaders: wrote ${written.join(", ")}`),
          ({ message }) => {
            server.config.logger.error(`shaders: ${message}`);
            server.ws.send({ type: "error", err: { message, stack: "", plugin: "mixwell-shaders" } });
          },
        );
      };
      server.watcher.add(folder);
      server.watcher.on("all", (_event, path) => {
        if (path.replaceAll("\\", "/").startsWith(folder)) emit();
      });
    },
  };
}
