// Builds everything a browser loads into src/netra/static/netra: one style sheet and one script
// per door, one font file, the mark. Nothing is fetched while building, nothing points elsewhere.
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "src", "netra", "static", "netra");
// Old phones are the point of the public door; the desk runs on office machines.
const browsers = ["chrome87", "firefox78", "safari14"];

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

for (const sheet of ["public", "desk"]) {
  const { css } = sass.compile(join(here, "scss", `${sheet}.scss`), {
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
  });
  const { code } = await esbuild.transform(css, { loader: "css", minify: true, target: browsers });
  writeFileSync(join(out, `${sheet}.css`), code);
}

await esbuild.build({
  entryPoints: [join(here, "js", "public.js"), join(here, "js", "desk.js")],
  bundle: true,
  format: "iife",
  legalComments: "none",
  minify: true,
  outdir: out,
  target: "es2020",
  logLevel: "warning",
});

const font = "@fontsource-variable/plus-jakarta-sans";
copyFileSync(
  join(here, "node_modules", font, "files", "plus-jakarta-sans-latin-wght-normal.woff2"),
  join(out, "fonts", "plus-jakarta-sans-latin.woff2"),
);
copyFileSync(join(here, "node_modules", font, "LICENSE"), join(out, "fonts", "LICENSE.txt"));
copyFileSync(join(here, "marks", "favicon.svg"), join(out, "favicon.svg"));

const built = ["public.css", "public.js", "desk.css", "desk.js", "fonts/plus-jakarta-sans-latin.woff2"];
for (const name of built) {
  const path = join(out, name);
  const zipped = gzipSync(readFileSync(path)).length;
  console.log(`${name.padEnd(36)} ${String(statSync(path).size).padStart(7)} B  ${String(zipped).padStart(6)} B gz`);
}
