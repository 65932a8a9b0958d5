// Takes screenshots of the page: each size × theme × language, 32 pictures unless told otherwise.
//
//   node tests/browser/shots.mjs OUT [options]
//
//   OUT                 the folder to put them in; made if need be
//   --lang en,ja        languages                    (en,ja,ko,zh)
//   --theme dark        themes                       (dark,light)
//   --width 1440,375    window widths in CSS pixels  (1440,768,375,320)
//   --lens NAME         engineer or everyday; sets the URL parameter `lens`
//   --scenario NAME     sets the URL parameter `scenario`
//   --query 'k=v&k2=v2' further URL parameters
//   --after MILLIS      how long to let the page play before the picture (1000)
//   --click SELECTOR    click this first (may be repeated; Playwright selectors, e.g. 'role=button[name="Pause"]')
//   --press KEY         then press this key, e.g. Tab or ArrowRight (may be repeated)
//   --full              the whole height of the page instead of the window
//   --reduced-motion    with the system's preference for less motion
//   --print             as it would be printed
//   --forced-colors     with the system's own colours only
//   --command JSON      give the run this command first, e.g. '{"cut_zone":{"zone":"c"}}' (may be repeated)
//
// It takes the site in dist/ (`cargo xtask site`), or the one that SITE_URL names (`trunk serve`, `cargo xtask serve`).
// Each file is called WIDTH-THEME-LANG[-LENS][-SCENARIO].png, and its path is printed. Problems that the pages
// met are printed too, and make the exit code 1.

import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES, SIZES, THEMES, openStage, overflowPixels } from './harness.mjs';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: LANGUAGES.join() },
    theme: { type: 'string', default: THEMES.join() },
    width: { type: 'string', default: SIZES.map((size) => size.width).join() },
    lens: { type: 'string' },
    scenario: { type: 'string' },
    query: { type: 'string', default: '' },
    after: { type: 'string', default: '1000' },
    click: { type: 'string', multiple: true, default: [] },
    press: { type: 'string', multiple: true, default: [] },
    full: { type: 'boolean', default: false },
    'reduced-motion': { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    'forced-colors': { type: 'boolean', default: false },
    command: { type: 'string', multiple: true, default: [] },
  },
});
if (positionals.length !== 1) {
  console.error('Usage: node tests/browser/shots.mjs OUT [options]; the options are in the head of the file.');
  process.exit(2);
}
const out = resolve(positionals[0]);
await mkdir(out, { recursive: true });

const stage = await openStage();
try {
  for (const width of asked.width.split(',').map(Number)) {
    const height = SIZES.find((size) => size.width === width)?.height ?? 900;
    for (const theme of asked.theme.split(',')) {
      for (const lang of asked.lang.split(',')) await shoot({ width, height, theme, lang });
    }
  }
} finally {
  await stage.close();
}

async function shoot({ width, height, theme, lang }) {
  const params = { ...Object.fromEntries(new URLSearchParams(asked.query)), lang, theme };
  if (asked.lens) params.lens = asked.lens;
  if (asked.scenario) params.scenario = asked.scenario;
  const reducedMotion = asked['reduced-motion'];
  const colorScheme = theme === 'light' ? 'light' : 'dark';
  const visit = await stage.open(params, { width, height, reducedMotion, colorScheme, forcedColors: asked['forced-colors'] });
  const { page, problems } = visit;
  if (asked.print) await page.emulateMedia({ media: 'print' });
  for (const command of asked.command) await page.evaluate((given) => globalThis.auroraScope.command(given), JSON.parse(command));
  for (const selector of asked.click) await page.click(selector, { timeout: 5000 });
  for (const key of asked.press) await page.keyboard.press(key);
  await page.waitForTimeout(Number(asked.after));
  const name = [width, theme, lang, asked.lens, asked.scenario].filter(Boolean).join('-');
  const path = join(out, `${name}.png`);
  await page.screenshot({ path, fullPage: asked.full });
  console.log(path);
  const overflow = await overflowPixels(page);
  if (overflow > 0) problems.push(`overflows by ${overflow} px`);
  for (const problem of problems) {
    console.log(`  ${problem}`);
    process.exitCode = 1;
  }
  await visit.close();
}
