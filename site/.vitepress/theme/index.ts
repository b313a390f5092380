/** VitePress's own theme, in the demo's colours, with a start page and live previews of ops. */
import type { Theme } from "vitepress";
// The demo's fonts are those that the visitor has, and so are the site's.
import DefaultTheme from "vitepress/theme-without-fonts";
import { OpPreview } from "./op-preview.ts";
import "./home.css";
import "./style.css";

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component("OpPreview", OpPreview);
  },
} satisfies Theme;
