// Whatever comes in, from the address, from a file, from the form or from a script: a sentence, and the run goes on.
// The harness fails each test if the page logs an error or throws.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { status, statusWhen, suite } from './harness.mjs';

const stage = suite();

const alerts = (page) => page.getByRole('alert');

/** Opens a text as a scenario through the browser's file dialog, as a person does. */
async function openFile(page, content, name = 'mine.json') {
  await page.getByRole('button', { name: /^Scenario:/ }).click();
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open a scenario file…' }).click();
  await (await asked).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

/** The run is where it was, and can go on from there. */
async function nothingIsLost(page, before) {
  const now = await status(page);
  assert.deepEqual(
    [now.scenario, now.seed, now.digest, now.time_micros, now.steps],
    [before.scenario, before.seed, before.digest, before.time_micros, before.steps],
  );
  await page.getByRole('button', { name: 'Play' }).click();
  await statusWhen(page, 'the run going on', ({ commits, digest }) => commits > before.commits && digest !== before.digest);
}

/** A page that stands still after some commits. */
async function paused() {
  const { page, problems } = await stage.open({ lang: 'en', speed: '1/20' });
  await statusWhen(page, 'a few commits', (now) => now.commits >= 5);
  await page.getByRole('button', { name: 'Pause' }).click();
  return { page, problems, before: await status(page) };
}

for (const [params, sentence, instead] of [
  [{ thema: 'dark' }, /“thema”.*“theme” was probably meant/, {}],
  [{ xyzzy: '1' }, /“xyzzy”, which does not exist\. There are: .*scenario/, {}],
  [{ theme: 'drak' }, /theme=drak; “dark” was probably meant/, { theme: 'system' }],
  [{ lens: 'frog' }, /lens=frog, which does not exist/, { lens: 'engineer' }],
  [{ lang: 'tlh' }, /lang=tlh, which does not exist/, { lang: 'en' }],
  [{ scenario: 'zone-dwon' }, /scenario=zone-dwon; “zone-down” was probably meant/, { scenario: 'storage-and-quorum' }],
  [{ scenario: '../../etc/passwd' }, /which does not exist/, { scenario: 'storage-and-quorum' }],
  [{ seed: '99999999999999999999999999' }, /seed “99999999999999999999999999” is not a whole number/, { seed: '6' }],
  [{ seed: '-1' }, /seed “-1” is not a whole number/, { seed: '6' }],
  [{ speed: 'fast' }, /speed “fast” is none; it goes from/, { speed: '1/1000' }],
  [{ speed: '1/0' }, /speed “1\/0” is none/, { speed: '1/1000' }],
  [{ log: '99' }, /log=99/, {}],
  [{ play: 'yes' }, /play=yes; it can be 0 or 1/, { playing: true }],
  [{ thema: `<img src=x onerror=alert(1)>${'y'.repeat(5000)}`, '<b>': '%%%' }, /“<b>”/, {}],
]) {
  test(`the address ${JSON.stringify(params).slice(0, 60)} gets a sentence`, async () => {
    const { page } = await stage.open({ lang: 'en', ...params });
    await alerts(page).filter({ hasText: sentence }).waitFor();
    const now = await status(page);
    for (const [name, value] of Object.entries(instead)) assert.equal(now[name], value, name);
    await statusWhen(page, 'time passing', ({ time_micros }) => time_micros > now.time_micros);
    const count = await alerts(page).count();
    await alerts(page).first().getByRole('button', { name: 'Dismiss' }).click();
    await alerts(page).nth(count - 1).waitFor({ state: 'detached' });
  });
}

test('the largest seed there is makes a run', async () => {
  const { page } = await stage.open({ lang: 'en', seed: '18446744073709551615', speed: '1/20' });
  await statusWhen(page, 'commits', (now) => now.commits > 5);
  assert.equal((await status(page)).seed, '18446744073709551615');
  assert.equal(await alerts(page).count(), 0);
});

const HEAD = '"version": 1, "name": "mine", "seed": 7, "until": "1s"';
for (const [what, content, sentence] of [
  ['a forgotten comma', `{\n  "version": 1\n  "name": "x"\n}`, /^Line 2, column 15: A comma is missing/],
  ['a zone that does not exist', `{ ${HEAD},\n "timeline": [\n  { "at": "1ms", "do": { "cut_zone": { "zone": "d" } } } ] }`, /^Line 3, column \d+: “d” is not known here; possible: a, b, c/],
  ['a command that does not exist', `{ ${HEAD},\n "timeline": [\n  { "at": "1ms", "do": { "cut_zoen": { "zone": "a" } } } ] }`, /^Line 3, column \d+: .*“cut_zoen”.*Did you mean “cut_zone”\?/],
  ['an impossible command', `{ ${HEAD},\n "timeline": [\n  { "at": "1ms", "do": { "restart_copy": { "copy": "A" } } } ] }`, /^Line 3, column \d+: Copy A is running, so it cannot be restarted/],
  ['a command after the end', `{ ${HEAD},\n "timeline": [\n  { "at": "2s", "do": { "get": { "key": "a" } } } ] }`, /^Line 3, column \d+: .*after the end of the run/],
  ['a huge number', `{ "version": 1, "name": "x",\n "seed": 1e400, "until": "1s" }`, /^Line 2, column \d+: /],
  ['an empty file', '', /^Line 1, column 1: The file is empty/],
  ['a file that is no text', Buffer.from([0x7b, 0xff, 0xfe, 0x00]), /^Line 1, column \d+: /],
  ['another kind of file', '<!doctype html><title>x</title>', /^Line 1, column 1: /],
]) {
  test(`a file with ${what} is answered with its line and column, and the run is not lost`, async () => {
    const { page, before } = await paused();
    await openFile(page, content);
    await alerts(page).filter({ hasText: /could not be opened as a scenario. The run goes on/ }).waitFor();
    const alert = alerts(page).filter({ hasText: /^\s*Line/ }).first();
    const said = (await alert.locator('p').innerText()).replaceAll(/\s+/g, ' ');
    assert.match(said, sentence);
    await nothingIsLost(page, before);
  });
}

test('a file that is too large is not read, and the run is not lost', async () => {
  const { page, before } = await paused();
  await openFile(page, ' '.repeat(5_000_000));
  await alerts(page).filter({ hasText: /too large/ }).waitFor();
  await nothingIsLost(page, before);
});

test('a good file is opened, by its own name', async () => {
  const { page } = await paused();
  await openFile(page, `{ ${HEAD}, "timeline": [{ "at": "1ms", "do": { "put": { "key": "k", "value": "v" } } }] }`);
  await page.getByRole('button', { name: 'Scenario: mine' }).waitFor();
  const now = await statusWhen(page, 'its commit', ({ scenario, commits }) => scenario === 'mine' && commits === 1);
  assert.equal(now.seed, '7');
  assert.equal(await alerts(page).count(), 0);
});

for (const [what, key, value, sentence] of [
  ['no key', '', 'v', /A row needs a key/],
  ['a key that is too long', 'k'.repeat(65), 'v', /The key has 65 bytes; the longest possible has 64/],
  ['a key of wide letters that is too long', '鍵'.repeat(22), 'v', /The key has 66 bytes/],
  ['a value that is too long', 'k', 'v'.repeat(257), /The value has 257 bytes; the longest possible has 256/],
]) {
  test(`the form with ${what} is answered with a sentence, and the run goes on`, async () => {
    const { page, before } = await paused();
    await page.getByRole('textbox', { name: 'Key' }).fill(key);
    await page.getByRole('textbox', { name: 'Value' }).fill(value);
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await alerts(page).filter({ hasText: sentence }).waitFor();
    await nothingIsLost(page, before);
  });
}

test('a script’s wrong commands are errors that say why; right ones are carried out', async () => {
  const { page, before } = await paused();
  for (const [command, sentence] of [
    ['', /./],
    ['{', /./],
    ['null', /./],
    ['{"cut_zone":{"zone":"q"}}', /“q” is not known here; possible: a, b, c/],
    [{ cut_zoen: { zone: 'a' } }, /cut_zoen/],
    [{ restart_copy: { copy: 'A' } }, /Copy A is running/],
    [{ put: { key: '', value: '' } }, /A row needs a key/],
    [42, /./],
    [undefined, /./],
    [Symbol.for('x').description, /./],
  ]) {
    const said = await page.evaluate((wrong) => {
      try {
        globalThis.auroraScope.command(wrong);
        return undefined;
      } catch (error) {
        return error instanceof Error ? error.message : `not an Error: ${error}`;
      }
    }, command);
    assert.match(said ?? 'no error', sentence, `${command}`);
    assert.doesNotMatch(said ?? 'no error', /^no error|^not an Error|panick|unreachable|RuntimeError/, `${JSON.stringify(command)}`);
  }
  const now = await status(page);
  assert.deepEqual([now.digest, now.time_micros], [before.digest, before.time_micros]);
  await page.evaluate(() => globalThis.auroraScope.command({ cut_zone: { zone: 'c' } }));
  await page.locator('.zone[data-zone=c][data-cut=true]').waitFor();
});
