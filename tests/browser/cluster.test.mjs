// Building a cluster, letting it fail, and comparing: by mouse and by keyboard, in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, SIZES, axeFindings, overflowPixels, statusWhen, suite } from './harness.mjs';

const stage = suite();

const STEP = '24';

/** The last step of the failover chapter: a writer, and readers of tiers 15, 1 and 0. */
const build = async (options, size) => {
  const opened = await stage.open({ lang: 'en', chapter: 'failover', step: STEP, ...options }, size);
  await statusWhen(opened.page, 'the cluster', (now) => now.step === Number(STEP) && now.reached);
  return opened;
};
const panel = (page) => page.locator('.cluster');
const instance = (page, number) => panel(page).locator('.instances-list > li').filter({ hasText: `Instance ${number} ` });
const candidates = (page) => page.locator('.outage .candidates li');

/** Time passes so much faster that seconds go by at once. */
const hurry = async (page) => {
  const slider = page.locator('#speed');
  await slider.fill(String(Math.round(Number(await slider.getAttribute('max')) * 0.7)));
};

test('by mouse: the writer is killed, the reader of tier 0 follows, and the row typed before reads back', async () => {
  const { page } = await build();
  await page.locator('#ask-key').fill('cart:7');
  await page.locator('#ask-value').fill('1 melon');
  await page.getByRole('button', { name: 'Write', exact: true }).click();
  await page.locator('.asked li').first().getByText('committed').waitFor();
  await page.locator('#spot-writer').click();
  await page.getByRole('button', { name: 'Crash the writer' }).click();
  await page.locator('.outage').getByText('Under way for').waitFor();
  await candidates(page).first().getByText('next in line').waitFor();
  assert.match(await candidates(page).first().innerText(), /Instance 3/);
  await hurry(page);
  await candidates(page).first().getByText('chosen: it has the lowest promotion tier').waitFor();
  await page.locator('.zone[data-zone=c] #spot-writer').waitFor();
  await page.locator('.outage').getByText('Over after').waitFor();
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.locator('.asked li').first().getByText('1 melon').waitFor();
});

test('tiers, sizes and zones are chosen from lists, and the order of who follows is the engine’s', async () => {
  const { page } = await build();
  const order = () => candidates(page).locator('b').allTextContents();
  assert.deepEqual(await order(), ['Instance 3', 'Instance 2', 'Instance 1']);
  // By keyboard: instance 1 gets tier 0 and is as large as instance 3, then larger.
  const tier = panel(page).getByLabel('Instance 1: promotion tier');
  await tier.focus();
  await tier.selectOption('0');
  await candidates(page).filter({ hasText: 'Instance 1' }).getByText('tier 0 · large').waitFor();
  assert.ok(await tier.evaluate((element) => element === document.activeElement), 'the focus stays');
  await panel(page).getByLabel('Instance 1: size').selectOption('4xlarge');
  await candidates(page).filter({ hasText: 'Instance 1' }).getByText('tier 0 · 4xlarge').waitFor();
  await statusWhen(page, 'the order', () => true);
  assert.equal((await order())[0], 'Instance 1');
  // To another zone: another instance is created there, and this one is deleted.
  await panel(page).getByLabel('Instance 2: Availability Zone').selectOption('c');
  await page.locator('.zone[data-zone=c] #spot-reader-5').waitFor();
  await hurry(page);
  await instance(page, 2).waitFor({ state: 'detached' });
  // The writer cannot be deleted or moved.
  assert.ok(await instance(page, 4).getByRole('button', { name: 'Delete instance 4' }).isDisabled());
  assert.ok(await panel(page).getByLabel('Instance 4: Availability Zone').isDisabled());
});

test('a reader is dragged to another zone', async () => {
  const { page } = await build();
  // A button is not dragged by a simulated pointer, so the events are sent as a browser sends them.
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    const send = (selector, type) => document.querySelector(selector)
      .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    send('#spot-reader-1', 'dragstart');
    send('.zone[data-zone=a]', 'dragover');
    send('.zone[data-zone=a]', 'drop');
  });
  await page.locator('.zone[data-zone=a] #spot-reader-5').waitFor();
  await hurry(page);
  await instance(page, 1).waitFor({ state: 'detached' });
});

test('a custom endpoint is made, gets members, and clients are told to use it', async () => {
  const { page } = await build();
  await panel(page).getByLabel('Name').fill('reports');
  await panel(page).getByLabel('Name').press('Enter');
  const members = panel(page).getByRole('group', { name: 'reports: members' });
  await members.getByRole('button', { name: '1', exact: true }).click();
  await members.getByRole('button', { name: '1', exact: true, pressed: false }).waitFor();
  await members.getByRole('button', { name: 'New ones join', pressed: true }).click();
  await members.getByRole('button', { name: 'New ones join', pressed: false }).waitFor();
  await panel(page).getByLabel('Clients connect through').selectOption({ index: 3 });
  await page.locator('.log').getByText('Clients connect through custom endpoint “reports” from now on.').waitFor();
  // What makes no sense gets a sentence, and nothing is lost.
  await panel(page).getByLabel('Name').fill('reports');
  await panel(page).getByRole('button', { name: 'Create' }).click();
  await page.getByRole('alert').getByText('Another custom endpoint has this name.').waitFor();
  await panel(page).getByRole('button', { name: 'Delete endpoint reports' }).click();
  await members.waitFor({ state: 'detached' });
});

test('there is no sixteenth reader: the engine says so in a sentence', async () => {
  const { page } = await build();
  const add = panel(page).getByRole('button', { name: /zone b/ });
  for (let place = 0; place < 13; place += 1) await add.click();
  await page.getByRole('alert').getByText(/15/).waitFor();
  assert.equal(await panel(page).locator('.instances-list > li').count(), 16);
  assert.equal(await overflowPixels(page), 0);
});

test('the same seed with one thing changed, from the cluster one has built', async () => {
  const { page } = await build();
  await page.getByRole('button', { name: 'Without readers', exact: true }).click();
  const pair = page.locator('.pair');
  await pair.getByText('Nothing has failed yet.').waitFor();
  await page.locator('#spot-writer').click();
  await page.getByRole('button', { name: 'Crash the writer' }).click();
  await hurry(page);
  await pair.getByText(/^Without readers: out for .* it was over after/).waitFor();
  await pair.getByRole('button', { name: 'As it is' }).click();
  await pair.waitFor({ state: 'detached' });
  await page.locator('.outage').getByText('Over after').waitFor();
});

/** A plain scenario with a cluster, opened without a chapter, with nothing under way that the test has not begun. */
const plain = async (options, size) => {
  const opened = await stage.open({ lang: 'en', scenario: 'cluster', speed: '1', ...options }, size);
  await panel(opened.page).waitFor();
  return opened;
};

test('without a chapter too a cluster is edited, run and compared', async () => {
  const { page } = await plain();
  await panel(page).getByLabel('Instance 3: promotion tier').selectOption('2');
  await page.locator('.zone[data-zone=c] #spot-reader-3').getByText('tier 2').waitFor();
  await page.locator('.outage').getByRole('button', { name: 'Without readers', exact: true }).click();
  await page.locator('.pair').waitFor();
  // Another picture takes the place of the pair.
  await page.locator('.views').getByRole('button', { name: 'Endpoints' }).click();
  await page.locator('.endpoints').waitFor();
  await page.locator('.pair').waitFor({ state: 'detached' });
  await page.locator('.views').getByRole('button', { name: 'Outage' }).press('Enter');
  await page.locator('.outage .candidates').waitFor();
});

test('another engine begins the run again, and brings cluster cache management', async () => {
  const { page } = await plain();
  await panel(page).getByText('Only Aurora PostgreSQL has it.').waitFor();
  await panel(page).getByLabel('Engine (begins anew)').selectOption('Aurora PostgreSQL');
  const on = panel(page).getByLabel('Switched on (apg_ccm_enabled)');
  await on.waitFor();
  assert.equal(await on.isChecked(), false);
  await on.check();
  await page.locator('.views').getByRole('button', { name: 'Buffer caches' }).click();
  // The engine's own reason: the writer is not at tier 0.
  await page.locator('.memory').getByText('Cluster Cache Manager is disabled: the writer is not at tier 0.').waitFor();
  await panel(page).getByLabel('Instance 4: promotion tier').selectOption('0');
  await page.locator('.memory').getByText('Reader 1 fits; it takes effect after a minute.').waitFor();
});

test('auto scaling is set by keyboard, looks, decides and rests', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'failover', step: STEP });
  await statusWhen(page, 'the cluster', (now) => now.step === Number(STEP) && now.reached);
  await page.locator('.views').getByRole('button', { name: 'Auto scaling' }).click();
  const view = page.locator('.scaling');
  await view.getByText('No policy: the number of readers is up to you.').waitFor();
  await panel(page).getByRole('button', { name: 'Add a policy: connections' }).press('Enter');
  const target = panel(page).getByLabel('connections: target');
  await target.selectOption('1');
  await panel(page).getByLabel('connections: scale-out cooldown (s)').selectOption('60');
  await view.getByText(/average \d+ · target 1/).waitFor();
  assert.equal(await target.evaluate((element) => element.value), '1');
  // Six clients read at three readers: there are to be more than three.
  await hurry(page);
  await view.locator('.decided').getByText(/Auto scaling adds some, up to/).waitFor();
  assert.ok(await panel(page).locator('.instances-list > li').count() > 4);
  await view.getByText('made by auto scaling').first().waitFor();
  assert.deepEqual(await axeFindings(page), []);
  // What makes no sense gets a sentence.
  await panel(page).getByLabel('connections: maximum').selectOption('1');
  await view.getByText(/between 0 and 1$/).waitFor();
  await panel(page).getByLabel('connections: minimum').selectOption('5');
  await page.getByRole('alert').first().waitFor();
});

test('a transaction is put together, sent, and its outcome said; one that is rolled back leaves nothing', async () => {
  const { page } = await build();
  const say = async (key, value) => {
    await page.locator('#ask-key').fill(key);
    if (value !== undefined) await page.locator('#ask-value').fill(value);
    await page.getByRole('button', { name: value === undefined ? 'Read' : 'Write', exact: true }).click();
  };
  const outcome = () => page.locator('.asked li').first();
  await page.getByRole('button', { name: 'Begin a transaction' }).click();
  const draft = page.getByRole('group', { name: 'Transaction' });
  await say('mine:1', 'taken');
  await say('mine:2', 'taken');
  await say('mine:1');
  await draft.locator('ol li').nth(2).waitFor();
  assert.equal(await draft.locator('ol li').count(), 3);
  await hurry(page);
  await draft.getByRole('button', { name: 'Commit' }).click();
  await outcome().getByText(/committed/).waitFor();
  assert.match(await outcome().innerText(), /taken/, 'what its read found');
  await draft.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Begin a transaction' }).press('Enter');
  await say('mine:1', 'free');
  await draft.getByLabel('Between statements').selectOption('0.1 s');
  await draft.getByRole('button', { name: 'Roll back' }).click();
  await outcome().getByText(/rolled back/).waitFor();
  await say('mine:1');
  await outcome().getByText('taken').waitFor();
});

test('operations on the cluster as a whole: stopped, refused, started, restarted, patched', async () => {
  const { page } = await build();
  const operations = panel(page).getByRole('group', { name: 'The cluster as a whole' });
  const news = panel(page).locator('.news');
  await operations.getByRole('button', { name: 'Stop the cluster' }).click();
  await news.getByText('The cluster is stopped as a whole').waitFor();
  await panel(page).getByLabel('Instance 1: promotion tier').selectOption('3');
  await page.getByRole('alert').getByText(/stopped/).waitFor();
  await operations.getByRole('button', { name: 'Start the cluster' }).press('Enter');
  await hurry(page);
  await instance(page, 4).getByText('is the writer').waitFor();
  await statusWhen(page, 'the writer', () => true);
  await operations.getByRole('button', { name: 'Patch all, the writer in place' }).click();
  await news.getByText(/is patched\.|The instances are patched/).waitFor();
});

test('chapter 5 leads through auto scaling: measured, decided, rested, undone', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'endpoints', step: '17' });
  const view = page.locator('.scaling');
  await statusWhen(page, 'step 17', (now) => now.step === 17 && now.reached);
  await view.locator('.decided').getByText(/CPU utilization in percent: \d+ on average over one reader\. Auto scaling adds some, up to 2/).waitFor();
  await page.locator('.zone #spot-reader-3').waitFor();
  const bar = view.locator('.spans li').first();
  assert.match(await bar.innerText(), /Instance 1[^]*made by hand[^]*\d\d%/);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await statusWhen(page, 'step 18', (now) => now.step === 18 && now.reached);
  await view.getByText(/Cooldown after scaling out: .* left/).waitFor();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await statusWhen(page, 'step 19', (now) => now.step === 19 && now.reached);
  await view.locator('.decided').getByText(/removes some it has made, down to 1/).waitFor();
});

test('chapter 6 shows cluster cache management, and what it is worth at a promotion', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'failover', step: '21' });
  await statusWhen(page, 'step 21', (now) => now.step === 21 && now.reached);
  const memory = page.locator('.memory');
  await memory.getByText('The writer keeps reader 1 warm.').waitFor();
  await memory.getByText('buffers_sent_last_scan').waitFor();
  await memory.getByText(/^Last scan: \d+ hot pages/).waitFor();
  assert.ok(await memory.locator('.pages [data-state=held]').count() > 5);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await statusWhen(page, 'step 22', (now) => now.step === 22 && now.reached, 60_000);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await statusWhen(page, 'step 23', (now) => now.step === 23 && now.reached, 60_000);
  const pages = page.locator('.pair').getByRole('row', { name: /pages this writer read from storage/ }).getByRole('cell');
  const [warm, cold] = (await pages.allInnerTexts()).map(Number);
  assert.ok(warm * 2 < cold, `${warm} and ${cold}`);
});

test('nothing overflows and nothing is out of reach, in four languages, small and large', async () => {
  for (const lang of LANGUAGES) {
    for (const { width, height } of SIZES) {
      const { page, close } = await build({ lang, theme: width < 700 ? 'light' : 'dark' }, { width, height });
      assert.equal(await overflowPixels(page), 0, `${lang} at ${width}`);
      assert.doesNotMatch(await panel(page).innerText(), /⟨/, lang);
      if (width < 400 || width > 1400) assert.deepEqual(await axeFindings(page), [], `${lang} at ${width}`);
      await close();
    }
  }
});
