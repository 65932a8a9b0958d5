// Which functions of the page's module run before anybody does anything with the page: opened at several sizes, in
// several languages, in both themes, with and without motion, on a fast machine and a slow one, left to play while the
// mouse passes over, the window changes its size, is hidden and shown again, and the system its colours.
// `cargo xtask site` calls it with a module whose functions leave marks, and SITE_DIR naming the site that has it. Prints
// their places, as JSON.

import { openStage } from './harness.mjs';

/**
 * What the page's clock shows, in milliseconds, when it has been watched for long enough: by then, on any machine, it has
 * fetched the rest of the module by itself (see www/start.js; the page opens at a thousandth of real time).
 */
const WATCHED_UNTIL = 14;
const PATIENCE_MILLIS = 180_000;

const VIEWS = [
  { meanwhile: passOver },
  { params: { lang: 'ja', theme: 'light' }, options: { width: 375, height: 812, touch: true, reducedMotion: true } },
  { params: { lang: 'ko' }, options: { width: 320, height: 640, touch: true }, meanwhile: slowDown },
  { params: { lang: 'zh', theme: 'dark' }, options: { width: 800, height: 700 }, meanwhile: change },
];

/** A mouse that moves announces its click: then the rest is fetched, and must not be needed before it is here. */
async function passOver(page) {
  for (const x of [200, 500, 800, 1200]) await page.mouse.move(x, 120 + x / 2, { steps: 5 });
}

/** A machine on which frames come late, and now and then not at all. */
async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  await page.evaluate(() => {
    const began = performance.now();
    while (performance.now() - began < 1_000);
  });
}

async function change(page) {
  await page.setViewportSize({ width: 1100, height: 800 });
  await page.waitForTimeout(500);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce', forcedColors: 'active' });
  await page.waitForTimeout(500);
  await page.emulateMedia({ media: 'print' });
  await page.waitForTimeout(500);
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark', reducedMotion: null, forcedColors: null });
  for (const hidden of [true, false]) {
    await page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    await page.waitForTimeout(500);
  }
}

/** Runs in the page: the marks that have been left. */
async function marks() {
  const { js } = document.getElementById('start').dataset;
  const { default: start } = await import(new URL(js, location));
  // It has been started: this hands over what the module exports.
  const module = await start();
  const names = Object.keys(module).filter((name) => name.startsWith('ran:') && module[name].value);
  return names.map((name) => Number(name.slice('ran:'.length)));
}

const stage = await openStage();
try {
  const seen = await Promise.all(VIEWS.map(async ({ params, options, meanwhile }) => {
    const { page, problems } = await stage.open(params, options);
    await meanwhile?.(page);
    await page.waitForFunction((until) => {
      // Whatever the unit is called: milliseconds have places after the point, microseconds have none.
      const [millis] = /^\d+\.\d+/.exec(document.getElementById('clock').innerText) ?? [];
      return Number(millis) >= until;
    }, WATCHED_UNTIL, { timeout: PATIENCE_MILLIS });
    if (problems.length) throw new Error(problems.join('\n'));
    return page.evaluate(marks);
  }));
  console.log(JSON.stringify([...new Set(seen.flat())].sort((one, other) => one - other)));
} finally {
  await stage.close();
}
