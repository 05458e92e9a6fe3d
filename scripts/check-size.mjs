/** Fails where the first load of the built page is larger than its budget. Run after the build. */
import { measureLoad } from './measure-load.mjs';

/** In bytes after gzip. */
const CODE_BUDGET = 120_000;
const WHOLE_BUDGET = 200_000;

const { files, html, js, css, font, index } = measureLoad();
const code = js + css;
const whole = html + js + css + font + index;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(
  `JS ${kB(js)}, CSS ${kB(css)}, HTML ${kB(html)}, index ${kB(index)}, font ${kB(font)}, in ${files} files`,
);

let fits = true;
/** @type {[string, number, number][]} */
const budgets = [
  ['JS and CSS', code, CODE_BUDGET],
  ['the whole first load', whole, WHOLE_BUDGET],
];
for (const [what, size, budget] of budgets) {
  console.log(`${what}: ${kB(size)} of at most ${kB(budget)}`);
  if (size > budget) fits = false;
}
if (js === 0) console.log('No script was found in the page; this measures nothing.');
process.exitCode = fits && js > 0 ? 0 : 1;
