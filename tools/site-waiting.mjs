// @ts-check
// What /docs/ says while the documentation is being built: a page of its own, as no other file is there yet.

/** Asks until the site is there, and reloads then. What is not answered is asked again. */
const SCRIPT = `
try {
  const theme = localStorage.getItem("vitepress-theme-appearance");
  if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;
} catch {}
const started = Date.now() - Number(document.documentElement.dataset.since);
const took = document.querySelector("output");
setInterval(() => (took.textContent = Math.round((Date.now() - started) / 1000) + " s so far"), 1000);
const ask = async () => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => undefined);
  if (answer && answer.status !== 202) location.reload();
  else setTimeout(ask, 1000);
};
setTimeout(ask, 1000);`;

const STYLE = `
:root { color-scheme: light dark; --own: light-dark(#2f57d0, #8aabff); }
body { display: grid; place-content: center; min-height: 100vh; margin: 0; padding: 24px; box-sizing: border-box;
  background: light-dark(#faf8f4, #101216); color: light-dark(#1a1b20, #eeece6);
  font: 17px/1.6 Inter, system-ui, sans-serif; }
main { max-width: 36rem; }
h1 { margin: 16px 0 8px; font-size: 30px; letter-spacing: -0.02em; line-height: 1.15; }
p { margin: 0 0 12px; }
output, .soft { color: light-dark(#585b66, #a9aebb); }
a { color: var(--own); text-underline-offset: 0.22em; }
.bar { height: 4px; margin: 20px 0 12px; border-radius: 2px; background: light-dark(#d6d1c5, #3a3f4a); overflow: hidden; }
.bar::after { content: ""; display: block; width: 30%; height: 100%; border-radius: 2px; background: var(--own); }
@media (prefers-reduced-motion: no-preference) {
  .bar::after { animation: go 1.6s ease-in-out infinite alternate; }
  @keyframes go { from { margin-left: 0 } to { margin-left: 70% } }
}`;

const MARK = `<svg viewBox="0 0 32 32" width="40" height="40" aria-hidden="true"><rect x="2" y="2" width="20" height="20" rx="5" fill="#2f57d0"/><rect x="10" y="10" width="20" height="20" rx="5" fill="#e2622b"/><path d="M15 10h7v12H10v-7a5 5 0 0 1 5-5z" fill="#7a2f6e"/></svg>`;

/**
 * @param {"building" | "failed"} state
 * @param {number} since milliseconds that the build has taken so far
 */
export function waitingPage(state, since) {
  const body =
    state === "failed"
      ? `<h1>The documentation could not be built</h1>
<p>The terminal of <code>npm start</code> says why. Once that is mended, start it again.</p>`
      : `<h1>The documentation is being built</h1>
<p>This takes about a minute, and only after something changed. The page opens by itself when it is ready.</p>
<div class="bar"></div>
<p><output>${Math.round(since / 1000)} s so far</output></p>`;
  const again = state === "failed" ? "" : `<noscript><meta http-equiv="refresh" content="3"></noscript>`;
  const script = state === "failed" ? "" : `<script type="module">${SCRIPT}</script>`;
  // Browsers ask for an icon that is not named, and say so where there is none.
  return `<!doctype html>
<html lang="en" data-since="${since}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mixwell: documentation</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${again}
<style>${STYLE}</style>
</head>
<body>
<main>
${MARK}
${body}
<p class="soft"><a href="/">Back to the demo</a></p>
</main>
${script}
</body>
</html>
`;
}
