// Which functions of the page's module run before anybody does anything with the page: opened at two sizes, in both
// themes, with and without motion, left to play, the mouse passing over. `cargo xtask site` calls it with a module whose functions leave marks, and
// SITE_DIR naming the site that has it. Prints their places, as JSON.

import { openStage } from './harness.mjs';

/** How long the page is left to play; by then it has fetched the rest of the module by itself (see www/start.js). */
const WATCHED_MILLIS = 16_000;

const VIEWS = [
  [{}, {}],
  [{ lang: 'ja', theme: 'light' }, { width: 375, height: 812, touch: true, reducedMotion: true }],
];

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
  const seen = await Promise.all(VIEWS.map(async ([params, options]) => {
    const { page, problems } = await stage.open(params, options);
    // A mouse that moves announces its click: then the rest is fetched, and must not be needed before it is here.
    if (!options.touch) for (const x of [200, 500, 800, 1200]) await page.mouse.move(x, 120 + x / 2, { steps: 5 });
    await page.waitForTimeout(WATCHED_MILLIS);
    if (problems.length) throw new Error(problems.join('\n'));
    return page.evaluate(marks);
  }));
  console.log(JSON.stringify([...new Set(seen.flat())].sort((one, other) => one - other)));
} finally {
  await stage.close();
}
