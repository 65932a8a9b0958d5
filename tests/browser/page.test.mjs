// What the page makes of little room, of strong contrast, of wrong links and of files.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, SIZES, axeFindings, nextFrames, overflowPixels, status, statusWhen, suite } from './harness.mjs';

const stage = suite();

/** Makes as much of the page visible as there is: faults, a waiting commit, the inspector, what was asked. */
async function fill(page) {
  await page.evaluate(() => {
    const { command } = globalThis.auroraScope;
    command({ cut_zone: { zone: 'c' } });
    command({ stop_copy: { copy: 'D' } });
    command({ lose_messages: { copy: 'A', percent: 20 } });
    command({ put: { key: 'k'.repeat(64), value: 'v'.repeat(256) } });
    document.getElementById('spot-copy-D').click();
  });
  await statusWhen(page, 'waiting commits', (now) => now.waiting > 2);
  await page.locator('#inspector').waitFor();
  await page.locator('#why .proof').waitFor();
}

test('full of faults, in strong contrast, both lenses: no serious accessibility finding', async () => {
  const { page } = await stage.open({ lang: 'en', theme: 'contrast', speed: '1/20' });
  await fill(page);
  for (const lens of ['engineer', 'everyday']) {
    assert.equal((await status(page)).lens, lens);
    // Colours are settled before they are measured.
    await page.evaluate(() => globalThis.auroraScope.pause());
    await page.waitForTimeout(500);
    assert.deepEqual(await axeFindings(page), [], lens);
    await page.locator('h1').click();
    await page.keyboard.press('l');
    await nextFrames(page, 4);
  }
});

for (const lang of LANGUAGES) {
  test(`full of faults, in ${lang}: nothing overflows at any width, through either lens`, async () => {
    const { page } = await stage.open({ lang, speed: '1/20' });
    await fill(page);
    for (const lens of [0, 1]) {
      await page.evaluate((place) => document.querySelectorAll('.segmented button')[place].click(), lens);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await nextFrames(page, 4);
        assert.equal(await overflowPixels(page), 0, `${size.width} px, lens ${lens}`);
      }
    }
  });
}

test('a link that asks for what there is not: one kind sentence each, and the page works', async () => {
  const { page } = await stage.open({ lang: 'en', lens: 'frog', speed: 'fast', colour: 'blue', play: '0' });
  const notices = page.locator('.notice');
  assert.equal(await notices.count(), 3);
  const said = (await notices.allInnerTexts()).join('\n');
  for (const word of ['frog', 'fast', 'colour']) assert.match(said, new RegExp(word));
  assert.equal((await status(page)).playing, false);
  for (let left = 3; left > 0; left -= 1) {
    await notices.first().getByRole('button').click();
    await page.waitForFunction((count) => document.querySelectorAll('.notice').length === count, left - 1);
  }
  await page.locator('#play').click();
  await statusWhen(page, 'commits', (now) => now.commits >= 1);
});

test('a link with a huge seed and one without sense: no panic', async () => {
  const { page } = await stage.open({ lang: 'en', seed: '18446744073709551615', scenario: 'no-such-thing' });
  assert.equal(await page.locator('.notice').count(), 1);
  assert.equal((await status(page)).seed, '18446744073709551615');
});

async function drop(page, name, text) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('.scenario .button').click().then(() => page.getByRole('button', { name: /^Open a scenario file/ }).click()),
  ]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a broken scenario file: what is wrong and where, and the run goes on', async () => {
  const { page } = await stage.open({ lang: 'en', speed: '1/50' });
  const before = await status(page);
  await drop(page, 'mine.json', '{\n  "version": 1,\n  "name": "mine",\n  "seed": 1,\n  "until": "1s",\n  "timeline": [{ "at": "1ms", "do": { "cut_zone": { "zone": "z" } } }]\n}');
  await page.locator('.notice', { hasText: /Line 6, column \d+/ }).waitFor();
  const after = await statusWhen(page, 'more commits', (now) => now.commits > before.commits);
  assert.equal(after.scenario, before.scenario);
});

test('a scenario file of one’s own is opened and runs', async () => {
  const { page } = await stage.open({ lang: 'en', speed: '1/50' });
  const timeline = [{ at: '0ms', do: { put: { key: 'own', value: 'row' } } }];
  await drop(page, 'mine.json', JSON.stringify({ version: 1, name: 'mine', seed: 9, until: '1s', timeline }));
  const now = await statusWhen(page, 'the file’s commit', ({ scenario, commits }) => scenario === 'mine' && commits === 1);
  assert.equal(now.seed, '9');
  await page.locator('.scenario .title', { hasText: 'mine' }).waitFor();
});

test('commands that make no sense are refused in words, and the run goes on', async () => {
  const { page } = await stage.open({ lang: 'en', speed: '1/50' });
  const refused = (command) => page.evaluate((given) => {
    try {
      globalThis.auroraScope.command(given);
      return '';
    } catch (error) {
      return error.message;
    }
  }, command);
  assert.match(await refused({ cut_zone: { zone: 'q' } }), /\bq\b/);
  assert.match(await refused({ restart_copy: { copy: 'A' } }), /A is running/);
  const { commits } = await status(page);
  await statusWhen(page, 'more commits', (now) => now.commits > commits);
});

test('on a laptop the whole stage is in sight, with and without a chapter', async () => {
  for (const params of [{}, { chapter: 'storage-and-quorum', step: '4' }, { lens: 'everyday' }]) {
    for (const size of [{ width: 1366, height: 700 }, { width: 1280, height: 680 }, { width: 1440, height: 900 }]) {
      const { page, close } = await stage.open({ lang: 'en', ...params }, size);
      await nextFrames(page, 4);
      const hidden = await page.evaluate(() => {
        const floor = document.getElementById('transport').getBoundingClientRect().top;
        const parts = document.querySelectorAll('.writer, .copy, .ruler .track, .ruler .tick');
        return [...parts].filter((part) => part.getBoundingClientRect().bottom > floor).map((part) => part.id || part.className);
      });
      assert.deepEqual(hidden, [], `${size.width} × ${size.height}, ${JSON.stringify(params)}`);
      await close();
    }
  }
});

test('what the page has to say does not push one thing over another', async () => {
  const { page } = await stage.open({ lang: 'en', scenario: 'nope', seed: 'x' });
  const [zones, heading] = await page.evaluate(() => ['.zones', '.ruler .heading'].map((part) => {
    const { top, bottom } = document.querySelector(part).getBoundingClientRect();
    return { top, bottom };
  }));
  assert.ok(heading.top >= zones.bottom, `${heading.top} is below ${zones.bottom}`);
});

test('a newcomer is led into the first chapter', async () => {
  const { page } = await stage.open({ lang: 'en' });
  await page.locator('.hint').getByRole('button', { name: '1 · Storage and quorum' }).click();
  await page.locator('.lesson').getByRole('heading', { name: 'One write, six copies' }).waitFor();
});

test('on paper nothing lies over anything else, and there is nothing to press', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'storage-node', step: '2' }, { width: 718, height: 1000 });
  await page.locator('#spot-copy-A').click();
  await page.locator('.inspector').waitFor();
  await page.evaluate(() => globalThis.auroraScope.pause());
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const places = [...document.querySelectorAll('.lesson, .node, .stage, .panel .card, .transport')]
      .map((part) => part.getBoundingClientRect())
      .filter((place) => place.height > 0);
    const over = places.some((one, i) => places.slice(i + 1).some((other) => one.top < other.bottom - 1 && other.top < one.bottom - 1
      && one.left < other.right - 1 && other.left < one.right - 1));
    const pressed = [...document.querySelectorAll('.lesson .ways button, .deed-list button, .broken button')]
      .filter((button) => button.checkVisibility()).length;
    return { over, pressed, theme: document.documentElement.dataset.theme };
  });
  assert.deepEqual(found, { over: false, pressed: 0, theme: 'light' });
});
