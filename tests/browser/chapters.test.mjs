// Chapters as a person goes through them: from the menu, by keyboard, by link, in every language.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, SIZES, overflowPixels, status, statusWhen, suite } from './harness.mjs';

const stage = suite();

const CHAPTERS = ['storage-and-quorum', 'storage-node', 'commit-points', 'reads', 'endpoints', 'failover', 'membership', 'global', 'mirrored', 'myths'];

const lesson = (page) => page.locator('.lesson');
const next = (page) => lesson(page).getByRole('button', { name: 'Next' });
const back = (page) => lesson(page).getByRole('button', { name: 'Back', exact: true });

/** The engine has done what the step waits for. */
const reached = (page, step) => statusWhen(page, `step ${step} to be reached`, (now) => now.step === step && now.reached);

test('from the menu: a write goes to six copies, and the fourth answer decides', async () => {
  const { page } = await stage.open({ lang: 'en' });
  await page.locator('[popovertarget=scenarios]').first().click();
  await page.locator('#scenarios').getByRole('button', { name: '1 · Storage and quorum' }).click();
  await lesson(page).getByRole('heading', { name: 'One write, six copies' }).waitFor();
  assert.match(await lesson(page).innerText(), /Step 1 of \d+/);
  await reached(page, 1);
  await next(page).click();
  await lesson(page).getByRole('heading', { name: 'The fourth answer decides' }).waitFor();
  const { commits } = await reached(page, 2);
  assert.equal(commits, 1);
  // The sentence is the engine's own, and leads to its reason.
  await lesson(page).locator('.outcome').getByRole('button').click();
  await page.locator('#why').getByRole('listitem').first().waitFor();
  assert.equal((await status(page)).playing, false, 'time stands still where the step was reached');
});

test('by keyboard: on, back, on again, to the end of a chapter', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'commit-points' });
  await lesson(page).waitFor();
  const steps = Number((await lesson(page).innerText()).match(/Step 1 of (\d+)/)[1]);
  const digests = [];
  for (let step = 1; step < steps; step += 1) {
    // Next does not wait for the clock: it goes on as soon as the engine can.
    await page.keyboard.press('n');
    const now = await statusWhen(page, `step ${step + 1}`, (now) => now.step === step + 1);
    digests.push(now.commits);
  }
  await page.keyboard.press('b');
  await statusWhen(page, 'the step before', (now) => now.step === steps - 1);
  await page.keyboard.press('n');
  await statusWhen(page, 'the last step', (now) => now.step === steps);
  await page.keyboard.press('n');
  const end = await reached(page, steps);
  assert.ok(end.commits >= digests.at(-1));
  // Behind the last step there is none.
  await next(page).waitFor({ state: 'detached' });
  await back(page).focus();
  await page.keyboard.press('Enter');
  await statusWhen(page, 'the step before', (now) => now.step === steps - 1);
});

test('the map of 64 states brings about the state that is chosen', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'storage-and-quorum', step: '8' });
  await statusWhen(page, 'step 8', (now) => now.step === 8);
  const map = page.getByRole('grid');
  assert.equal(await map.getByRole('gridcell').count(), 64);
  assert.equal(await map.locator('[data-tone=good]').count(), 22);
  assert.equal(await map.locator('[data-tone=waiting]').count(), 20);
  assert.equal(await map.locator('[data-tone=fault]').count(), 22);
  // By mouse: without D, E and F there are reads only.
  await map.getByRole('gridcell', { name: 'A, B and C up: reads only' }).click();
  await page.getByRole('button', { name: 'Stop D, E and F' }).click();
  await map.locator('[aria-current=true][aria-label^="A, B and C up"]').waitFor();
  await page.getByRole('button', { name: /^PG 1: reads only/ }).waitFor();
  // By keyboard: one row up and two columns to the left everything is back.
  await map.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  // The focus moves with the next rendering.
  await map.locator('[aria-selected=true][aria-label^="A, B, C, D, E and F up"]:focus').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await map.locator('[aria-current=true][aria-label^="A, B, C, D, E and F up"]').waitFor();
  await page.getByRole('button', { name: /^PG 1: reads and writes/ }).waitFor();
});

test('the way to a chosen state is in sight on a desk', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'storage-and-quorum', step: '8' });
  await statusWhen(page, 'step 8', (now) => now.step === 8);
  await page.getByRole('gridcell', { name: 'A, B and C up: reads only' }).click();
  const go = page.getByRole('button', { name: 'Stop D, E and F' });
  await go.waitFor();
  const seen = await go.evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  assert.ok(seen);
});

test('a writer that has crashed knows nothing: no ring, no points', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'commit-points', step: '8' });
  await reached(page, 8);
  await page.locator('.ruler[data-known=true]').waitFor();
  assert.notEqual(await page.locator('#ring-count').innerText(), '');
  await next(page).click();
  await statusWhen(page, 'step 9', (now) => now.step === 9);
  await page.locator('.ruler[data-known=false]').waitFor();
  assert.equal(await page.locator('#ring-count').innerText(), '');
  assert.equal(await page.locator('#pin-vdl').isVisible(), false);
  await page.getByRole('heading', { name: 'The log at the crash; nobody knows its points now' }).waitFor();
});

test('a storage node shows its eight steps, and which one is taught', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'storage-node', step: '7' });
  const node = page.getByRole('region', { name: 'Inside copy A, group 1: eight steps' });
  await reached(page, 7);
  assert.equal(await node.getByRole('listitem').filter({ hasText: /^\d/ }).count(), 8);
  assert.match(await node.locator('[aria-current=step]').innerText(), /Scrub/);
  assert.equal(await node.locator('.pages [data-state=damaged]').count(), 1);
  // Another copy's inside is a click away.
  await page.locator('#spot-copy-B').click();
  await page.getByRole('heading', { name: 'Inside copy B, group 1: eight steps' }).waitFor();
  await next(page).click();
  await reached(page, 8);
  await page.locator('.node .pages [data-state=damaged]').waitFor({ state: 'detached' });
});

test('readers stand in their zones, say how far they are behind, and can be stopped and read at', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'reads', step: '7' });
  await reached(page, 7);
  const reader = page.locator('.zone[data-zone=b] #spot-reader-1');
  await page.locator('.zone[data-zone=c] #spot-reader-2').waitFor();
  await reader.getByText('pages in its cache: 1').waitFor();
  await next(page).click();
  await reached(page, 8);
  await reader.getByText('records applied: 1, thrown away: 5').waitFor();
  await page.locator('#spot-reader-2').getByText('records applied: 0, thrown away: 6').waitFor();
  // The person's own read at reader 2.
  await page.getByRole('button', { name: 'Read at reader 2' }).click();
  await page.locator('.asked li').first().getByText('4 apples').waitFor();
  // By keyboard from the writer to it, and into the inspector.
  await page.locator('#spot-writer').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('#spot-reader-1:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop reader 1' }).click();
  await reader.getByText('stopped').waitFor();
});

test('the writer dies: the first by tier takes over, the page says why, and the row reads back', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'failover' });
  await reached(page, 1);
  const outage = page.locator('.outage');
  const candidates = outage.locator('.candidates li');
  assert.deepEqual(
    await candidates.locator('b').allTextContents(),
    ['Instance 3', 'Instance 2', 'Instance 1'],
    'tiers 0, 1 and 15',
  );
  // The person's own row, and then the crash, both by keyboard.
  await page.locator('#ask-key').fill('cart:7');
  await page.locator('#ask-value').fill('1 melon');
  await page.locator('#ask-value').press('Enter');
  await page.locator('.asked li').first().getByText('committed').waitFor();
  await page.locator('#spot-writer').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Crash the writer' }).focus();
  await page.keyboard.press('Enter');
  await outage.getByText('Under way for').waitFor();
  // About ten times as fast as real time.
  const slider = page.locator('#speed');
  await slider.fill(String(Math.round(Number(await slider.getAttribute('max')) * 0.66)));
  // Who is chosen, and why, in words.
  await candidates.first().getByText('chosen: it has the lowest promotion tier').waitFor();
  await page.locator('.zone[data-zone=c] #spot-writer').waitFor();
  await page.locator('.zone[data-zone=a] #spot-reader-4').waitFor();
  await outage.getByText('The old writer, instance 4').waitFor();
  await outage.getByText('Over after').waitFor();
  // What was acknowledged before the crash is there.
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.locator('.asked li').first().getByText('1 melon').waitFor();
  // By keyboard among the instances: there is no reader 3 any more.
  await page.locator('#spot-writer').focus();
  await page.keyboard.press('Home');
  await page.locator('#spot-reader-4:focus').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.locator('#spot-reader-1:focus').waitFor();
});

test('the endpoint board: a newcomer stands idle, then new connections find it', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'endpoints', step: '4' });
  await reached(page, 4);
  const board = page.locator('.endpoints');
  const readers = board.locator('.names > ul > li').nth(1).locator('.leads > li');
  await readers.filter({ hasText: '4 · reader' }).waitFor();
  assert.equal(await readers.filter({ hasText: '4 · reader' }).getByText('connection').count(), 0);
  assert.equal(await readers.getByText(/connections?$/).count(), 2);
  await next(page).click();
  await reached(page, 5);
  await readers.filter({ hasText: '4 · reader' }).getByText(/connections?$/).waitFor();
});

test('the endpoint board: whoever keeps an old answer meets a reader, until its time is up', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'endpoints', step: '9' });
  await reached(page, 9);
  const board = page.locator('.endpoints');
  assert.equal(await board.locator('[data-stale=true]').count(), 6);
  await board.getByText('Answers that are out of date: 6').waitFor();
  assert.match(await board.locator('.kept li').first().innerText(), /→ 3 for another \d/);
  await lesson(page).locator('.outcome').getByText(/it is a reader, and takes no writes/).waitFor();
  await page.keyboard.press('n');
  await reached(page, 10);
  await board.locator('[data-stale=true]').first().waitFor({ state: 'detached' });
  await board.getByText('connected to 1').nth(5).waitFor();
  // Without a reader the reader endpoint leads to the writer.
  await page.keyboard.press('n');
  await reached(page, 11);
  await board.getByText('There is no reader: the reader endpoint leads to the writer').waitFor();
});

test('the same seed twice, one thing changed: the page says the difference in words and numbers', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'failover', step: '14' });
  await reached(page, 14);
  const pair = page.locator('.pair');
  await pair.getByText(/^Without readers: out for .* already, and not back; as it is, it was over after \d/).waitFor();
  assert.equal(await pair.locator('.spans').count(), 2);
  await next(page).click();
  // Seven simulated minutes are played until then. A figure and its unit are held together by a space that does not break.
  await pair.getByText(/^Without readers: clients feel \d+\smin\s.* of outage instead of \d.*\ss, .* more\.$/).waitFor({ timeout: 60_000 });
  await reached(page, 15);
  const kept = await pair.getByRole('row', { name: /your acknowledged rows/ }).getByRole('cell').allInnerTexts();
  assert.deepEqual(kept.slice(0, 2), ['1 of 1', '1 of 1']);
  // Another thing is changed by keyboard; it is run anew.
  await pair.getByRole('button', { name: 'Clients keep names for 30 s' }).focus();
  await page.keyboard.press('Enter');
  await pair.locator('[aria-pressed=true]').getByText('Clients keep names for 30 s').waitFor();
  await pair.getByText(/^Clients keep names for 30\ss: /).waitFor();
});

test('the ruler of an outage holds every span, in the words of both lenses', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'failover', step: '7' });
  await reached(page, 7);
  const spans = page.locator('.outage .spans li');
  assert.equal(await spans.count(), 5);
  assert.ok(await page.locator('.outage rect').count() >= 4);
  for (const length of await spans.locator('.value').allTextContents()) {
    assert.match(length, /\d/);
  }
  await page.locator('.outage').getByText('Recovery opens the volume').waitFor();
  const { page: everyday } = await stage.open({ lang: 'en', chapter: 'failover', step: '7', lens: 'everyday' });
  await reached(everyday, 7);
  await everyday.locator('.outage').getByText('The deputy checks the books').waitFor();
});

test('a chapter shows a volume of 13,108 groups, one of which only reads', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'storage-and-quorum', step: '10' });
  await reached(page, 10);
  await page.getByRole('heading', { name: 'All groups of the volume' }).waitFor();
  await page.getByText('Reads only: 1', { exact: true }).waitFor();
  // The chapter looks at that one.
  await page.getByRole('button', { name: /^PG 5,000: reads only/ }).waitFor();
});

test('a link into a chapter opens it there, in every language, and speaks another when asked to', async () => {
  for (const lang of LANGUAGES) {
    const { page, close } = await stage.open({ lang, chapter: 'storage-and-quorum', step: '4', lens: 'everyday' });
    await statusWhen(page, 'step 4', (now) => now.step === 4);
    const text = await lesson(page).innerText();
    assert.doesNotMatch(text, /⟨/, `${lang}: a message is missing`);
    if (lang !== 'en') assert.doesNotMatch(text, /\b(safe|manager|the)\b/, `${lang}: ${text}`);
    await close();
  }
  const { page } = await stage.open({ lang: 'en', chapter: 'storage-and-quorum' });
  await lesson(page).getByRole('heading', { name: 'One write, six copies' }).waitFor();
  await page.locator('select.language').selectOption('ja');
  await lesson(page).getByRole('heading', { name: '1件の書き込みを6つのコピーへ' }).waitFor();
});

test('a link to a chapter or a step there is not gets a sentence', async () => {
  const { page } = await stage.open({ lang: 'en', chapter: 'comit-points', step: 'two' });
  const notices = (await page.getByRole('alert').allInnerTexts()).join('\n');
  assert.match(notices, /commit-points/);
  assert.match(notices, /step “two”/);
  assert.equal(await lesson(page).count(), 0);
});

test('without a network the run goes on as it was, and the page says why no chapter opens', async () => {
  const { page, problems } = await stage.open({ lang: 'en' });
  await page.route('**/chapters/**', (route) => route.abort());
  await page.locator('[popovertarget=scenarios]').first().click();
  await page.getByRole('button', { name: '3 · Commit points and crash recovery' }).click();
  await page.getByRole('alert').filter({ hasText: 'chapter could not be loaded' }).waitFor();
  const { commits } = await status(page);
  await statusWhen(page, 'another commit', (now) => now.commits > commits);
  problems.length = 0;
});

test('nothing overflows at any width, in any chapter', async () => {
  for (const chapter of CHAPTERS) {
    for (const { width, height } of SIZES) {
      for (const lang of ['en', 'ja']) {
        const { page, close } = await stage.open({ lang, chapter }, { width, height });
        await lesson(page).waitFor();
        assert.equal(await overflowPixels(page), 0, `${chapter} at ${width}, ${lang}`);
        await close();
      }
    }
  }
});
