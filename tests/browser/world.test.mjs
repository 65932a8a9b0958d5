// The world view: Regions, an outage, a failover that names what it has lost, and the snapshot that still has it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { LANGUAGES, SIZES, THEMES, axeFindings, overflowPixels, statusWhen, suite } from './harness.mjs';

const stage = suite();

const chapter = JSON.parse(await readFile(new URL('../chapters/global.json', import.meta.url), 'utf8'));
/** The place of a step, from 1, as links have it. */
const step = (name) => String(chapter.steps.findIndex((it) => it.name === name) + 1);
const open = (name, options, params = {}) => stage.open({ lang: 'en', chapter: 'global', step: step(name), ...params }, options);
const began = (page, name) => statusWhen(page, `the step ${name}`, (now) => now.step === Number(step(name)));
const reached = (page, name) => statusWhen(page, `the step ${name} to be reached`, (now) => now.step === Number(step(name)) && now.reached);
const region = (page, code) => page.locator(`#region-${code}`);
/** Opens what can be done in a Region or on the way to it, if need be, and does one thing. */
async function deed(page, code, name) {
  const deeds = region(page, code).locator('.deeds');
  if (!(await deeds.evaluate((it) => it.open))) await deeds.locator('summary').click();
  await deeds.getByRole('button', { name, exact: true }).click();
}
/** A figure of a Region's card, by its label. */
const figure = (page, code, label) => region(page, code).locator('dl > div').filter({ hasText: label }).locator('dd');

test('by mouse: the primary goes out, the least behind takes over, and what is lost is found in the snapshot', async () => {
  const { page } = await open('behind');
  await reached(page, 'behind');
  assert.equal(await page.locator('.world .regions > li').count(), 3);
  assert.equal(await region(page, 'us-east-1').getAttribute('data-primary'), 'true');
  // The Region goes dark by its own button, not by the chapter's.
  await deed(page, 'us-east-1', 'Take the whole Region out');
  await region(page, 'us-east-1').getByText('out of reach').waitFor();
  // The planner runs copies ahead: Ireland loses less.
  await page.getByRole('button', { name: 'Try every target on a copy' }).click();
  const plans = page.locator('.planner li');
  await plans.nth(3).locator('dl').getByText('commits lost').waitFor({ timeout: 60_000 });
  const lost = async (place) => Number(await plans.nth(place).locator('dl > div').last().locator('dd').innerText());
  assert.match(await plans.nth(1).innerText(), /Ireland\s+managed failover/);
  assert.match(await plans.nth(3).innerText(), /Tokyo\s+managed failover/);
  const [ireland, tokyo] = [await lost(1), await lost(3)];
  assert.ok(ireland > 0 && tokyo > ireland, `${ireland} and ${tokyo}`);
  await plans.nth(1).getByRole('button', { name: 'Do it' }).click();
  await region(page, 'eu-west-1').locator('.crown').waitFor({ timeout: 60_000 });
  const report = page.locator('#report');
  await report.getByText(`acknowledged commits lost: ${ireland}.`).waitFor();
  const rows = await report.locator('.lost code').allInnerTexts();
  assert.ok(rows.length >= ireland && rows.every((row) => /^\S+ = /.test(row)), rows.join());
  // The map counts them where they are.
  const mark = page.locator('.map .mark');
  assert.match(await mark.innerText(), new RegExp(`${ireland} commits lost`));
  // It returns, and the rows are where the report says.
  await deed(page, 'us-east-1', 'Bring it back');
  await report.getByText('found in the snapshot').first().waitFor({ timeout: 60_000 });
  await report.getByText('rds:unplanned-global-failover-').waitFor();
  assert.deepEqual(await report.locator('.lost code').allInnerTexts(), rows);
  assert.match(await mark.innerText(), new RegExp(`${ireland} found in the snapshot`));
});

test('by keyboard: from Region to Region, and through the chapter', async () => {
  const { page } = await open('outage');
  await began(page, 'outage');
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator('.world .map button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'region-us-east-1');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement.id === 'region-eu-west-1');
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(() => document.activeElement.id === 'region-us-east-1');
  assert.equal(await focused(), 'region-us-east-1');
  for (const name of ['unplanned', 'rebuilt', 'returns', 'follows']) {
    await page.keyboard.press('n');
    await began(page, name);
  }
  await page.locator('#report').getByText('found in the snapshot').first().waitFor({ timeout: 60_000 });
});

test('commits wait while the only secondary lags too far, and go on when it does not', async () => {
  const { page } = await open('waiting');
  await reached(page, 'waiting');
  const primary = region(page, 'us-east-1');
  await primary.getByText('primary, commits wait').waitFor();
  const waiting = async () => Number(await primary.locator('dl > div').filter({ hasText: 'commits waiting' }).locator('dd').innerText());
  assert.ok((await waiting()) > 3);
  // They are seen to wait on the map.
  assert.match(await page.locator('.map .mark').innerText(), new RegExp(`${await waiting()} commits wait`));
  await page.keyboard.press('n');
  await reached(page, 'released');
  await primary.getByText('primary, takes writes').waitFor();
});

test('two that both write are said to be split', async () => {
  const { page } = await open('diverge');
  await reached(page, 'diverge');
  await page.locator('.world > .head').getByText('Split brain: N. Virginia and Ireland both take writes').waitFor();
  assert.equal(await page.locator('.world [data-writable=true]').count(), 2);
});

test('nothing sticks out in any size, language or lens, and nothing is left untranslated', async () => {
  for (const lang of LANGUAGES) {
    const { page } = await stage.open({ lang, chapter: 'global', step: step('returns'), lens: lang === 'en' ? 'everyday' : 'engineer' });
    await began(page, 'returns');
    await page.locator('#report .lost').waitFor();
    for (const size of SIZES) {
      await page.setViewportSize(size);
      assert.equal(await overflowPixels(page), 0, `${lang} at ${size.width}`);
      assert.ok(await page.locator('.world .map').isVisible());
    }
    assert.doesNotMatch(await page.locator('.world').innerText(), /⟨|region-|world-|act-|report-/);
  }
});

test('axe finds nothing serious', async () => {
  for (const theme of THEMES) {
    const { page } = await stage.open({ lang: 'en', theme, chapter: 'global', step: step('returns') });
    await began(page, 'returns');
    await page.locator('#report .lost').waitFor();
    assert.deepEqual(await axeFindings(page), [], theme);
  }
});
