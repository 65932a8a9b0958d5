// The page's module comes in two parts: the first view needs one only. What is asked of the page here is asked of what it
// shows, since its JavaScript interface is of the rest.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suite } from './harness.mjs';

const stage = suite();

const REST = /_rest\.wasm/;
/** Whoever is not touched fetches the rest only after this long (www/start.js). */
const UNTOUCHED_MILLIS = 5_000;

/** Opens a page, and says how often it has asked for the rest, and from where it was called. */
async function opened(params = {}, options = {}) {
  const all = await stage.open({ lang: 'en', ...params }, options);
  await all.page.evaluate(() => {
    const { bringRest } = globalThis;
    globalThis.wanted = [];
    globalThis.bringRest = (first) => {
      globalThis.wanted.push(new Error(`after ${performance.now()} ms`).stack);
      bringRest(first);
    };
  });
  const wanted = () => all.page.evaluate(() => globalThis.wanted.join('\n'));
  const asked = () => all.page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('_rest.wasm')).length,
  );
  return { ...all, asked, wanted };
}

/** Waits until the page's clock has gone on. */
async function playsOn(page) {
  const clock = page.locator('#clock');
  const before = await clock.innerText();
  await page.waitForFunction((before) => document.getElementById('clock').innerText !== before, before);
}

for (const [what, options] of [
  ['wide', {}],
  ['small, light, without motion', { width: 320, height: 640, touch: true, colorScheme: 'light', reducedMotion: true }],
]) {
  test(`a page that nobody touches plays without the rest: ${what}`, async () => {
    const { page, asked, wanted } = await opened({}, options);
    await playsOn(page);
    await page.waitForTimeout(UNTOUCHED_MILLIS);
    await playsOn(page);
    assert.equal(await wanted(), '', 'nothing of the rest is called');
    assert.equal(await asked(), 0);
    // A text that had been left to the rest would be read as zeros.
    const text = await page.evaluate(() => document.documentElement.outerHTML);
    assert.ok(!text.includes('\0'), text);
  });
}

test('whoever touches the page gets the rest, and never notices', async () => {
  const { page, asked } = await opened();
  await page.locator('#spot-copy-A').click();
  await page.locator('#inspector').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#spot-zone-b').click();
  await page.locator('#inspector').waitFor();
  await playsOn(page);
  assert.ok(await asked() > 0);
  assert.equal(await page.locator('link[data-href]').count(), 0, 'its styles have come along');
});

test('what needs the rest before it has come waits for it, and goes on', async () => {
  const { page, asked } = await opened();
  // No touch: a command from a program that embeds the page.
  await page.evaluate(() => globalThis.auroraScope.command({ cut_zone: { zone: 'c' } }));
  await page.locator('.zone[data-zone=c][data-cut=true]').waitFor();
  await playsOn(page);
  assert.equal(await asked(), 1);
});

test('an address that asks for more has the rest before it begins', async () => {
  const { page, asked } = await opened({ scenario: 'busy' });
  assert.equal(await asked(), 1);
  assert.equal(await page.locator('link[data-href]').count(), 0);
});

test('the rest does not come: the page plays on, and says so when it cannot do without', async () => {
  const { page, problems } = await opened();
  await page.route(REST, (route) => route.abort());
  await page.mouse.move(300, 300);
  await playsOn(page);
  assert.ok(await page.locator('#lost').isHidden());
  await page.locator('#spot-copy-A').click();
  await page.locator('#lost').waitFor();
  assert.match(await page.locator('#lost').innerText(), /check the connection/);
  assert.ok(problems.length > 0);
  problems.length = 0;
});
