// What a newcomer does with the page, by mouse and by keyboard, and what must come of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFrames, status, statusWhen, suite } from './harness.mjs';

const stage = suite();

/** Fast enough that a story takes seconds, slow enough that hundreds of frames show it. */
const BRISK = { lang: 'en', speed: '1/20' };
const ROW = { key: 'note:7', value: 'four of six – 6 のうち 4' };
/** Tab stops of the whole page are fewer than this. */
const TABS_MAX = 60;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const why = (page) => page.locator('#why');
const asked = (page) => page.getByRole('region', { name: 'Ask something yourself' }).getByRole('listitem');

/** Commits are acknowledged while time passes. */
async function commitsGoOn(page) {
  const before = await status(page);
  await statusWhen(page, 'ten more commits', (now) => now.commits >= before.commits + 10);
}

/** Commits wait, and none is acknowledged any more while time passes. */
async function commitsWait(page) {
  const { time_micros: from } = await status(page);
  // Answers that were on their way already may still come.
  const before = await statusWhen(page, 'time passing', (now) => now.time_micros > from + 10_000);
  const after = await statusWhen(page, 'time passing', (now) => now.time_micros > before.time_micros + 15_000);
  assert.ok(before.waiting > 0 && after.waiting > before.waiting, `waiting: ${before.waiting}, then ${after.waiting}`);
  assert.equal(after.commits, before.commits, 'commits went on without a write quorum');
  return after;
}

async function thePageSaysWhy(page) {
  await why(page).getByRole('heading', { name: /^Why is T\d+ still waiting\?$/ }).waitFor();
  const steps = await why(page).getByRole('listitem').allInnerTexts();
  assert.ok(steps.length >= 4, steps.join('\n'));
  assert.ok(steps.some((step) => /\bD has been stopped since\b/.test(step)), steps.join('\n'));
  assert.ok(steps.some((step) => /commits wait, nothing is lost/.test(step)), steps.join('\n'));
  const facts = (await why(page).locator('.fact').allInnerTexts()).filter(Boolean);
  assert.ok(facts.length >= 3, `facts: ${facts}`);
  for (const fact of facts) assert.match(fact, /^[A-Z]+-\d+$/);
}

/** Whatever waited is acknowledged now. */
async function theWaitIsOver(page, then) {
  await statusWhen(page, 'the waiting commits', (now) => now.commits >= then.commits + then.waiting);
}

test('commits rise by themselves on the page as it opens', async () => {
  const { page } = await stage.open();
  const first = await status(page);
  assert.equal(first.playing, true);
  const clock = await page.locator('#clock').innerText();
  await statusWhen(page, 'two commits', (now) => now.commits >= first.commits + 2);
  assert.notEqual(await page.locator('#clock').innerText(), clock);
});

test('by mouse: a zone cut, then a copy stopped, then mended; what was typed meanwhile reads back', async () => {
  const { page } = await stage.open(BRISK);
  await button(page, /^Availability Zone c/i).click();
  await button(page, /^Cut zone c off$/i).click();
  await page.locator('.zone[data-zone=c][data-cut=true]').waitFor();
  await commitsGoOn(page);

  await button(page, /^Copy D\b/).click();
  await button(page, 'Stop copy D').click();
  await commitsWait(page);
  await thePageSaysWhy(page);

  await page.getByRole('textbox', { name: 'Key' }).fill(ROW.key);
  await page.getByRole('textbox', { name: 'Value' }).fill(ROW.value);
  await button(page, 'Write').click();
  const mine = asked(page).filter({ hasText: `put ${ROW.key}` });
  await mine.waitFor();
  const then = await commitsWait(page);
  assert.doesNotMatch(await mine.innerText(), /committed/);

  await button(page, /^Repair Copy D is stopped$/).click();
  await theWaitIsOver(page, then);
  await mine.filter({ hasText: /committed at LSN/ }).waitFor();

  await button(page, 'Read').click();
  const read = asked(page).filter({ hasText: `get ${ROW.key}` });
  await read.filter({ hasText: `“${ROW.value}”` }).waitFor();
  await commitsGoOn(page);
});

test('by keyboard alone: the same', async () => {
  const { page } = await stage.open(BRISK);
  const keys = page.keyboard;
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    return { id: element.id, text: element.innerText?.replaceAll(/\s+/g, ' ').trim() };
  });
  const tabTo = async (what, fits) => {
    for (let i = 0; i < TABS_MAX; i += 1) {
      await keys.press('Tab');
      if (fits(await focused())) return;
    }
    assert.fail(`Tab does not lead to ${what}`);
  };
  const goTo = async (id, ...arrows) => {
    for (const arrow of arrows) {
      await keys.press(arrow);
      await nextFrames(page, 3);
    }
    assert.equal((await focused()).id, id);
  };
  const press = async (name) => {
    await keys.press('Enter');
    await page.waitForFunction(() => document.activeElement.id === 'inspector-title');
    await tabTo(name, ({ text }) => text === name);
    await keys.press('Enter');
  };

  await tabTo('the stage', ({ id }) => id.startsWith('spot-'));
  await goTo('spot-zone-c', 'ArrowUp', 'End');
  await press('Cut zone c off');
  await page.locator('.zone[data-zone=c][data-cut=true]').waitFor();
  await commitsGoOn(page);

  await keys.press('Escape');
  await page.waitForFunction(() => document.activeElement.id === 'spot-zone-c');
  await goTo('spot-copy-D', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await press('Stop copy D');
  await commitsWait(page);
  await thePageSaysWhy(page);

  await tabTo('the key', ({ id }) => id === 'ask-key');
  await keys.press('Control+A');
  await keys.insertText(ROW.key);
  await tabTo('the value', ({ id }) => id === 'ask-value');
  await keys.press('Control+A');
  await keys.insertText(ROW.value);
  await keys.press('Enter');
  const mine = asked(page).filter({ hasText: `put ${ROW.key}` });
  await mine.waitFor();
  const then = await commitsWait(page);
  assert.doesNotMatch(await mine.innerText(), /committed/);

  await tabTo('the repair', ({ text }) => text === 'Repair Copy D is stopped');
  await keys.press('Enter');
  await theWaitIsOver(page, then);
  await mine.filter({ hasText: /committed at LSN/ }).waitFor();
  await tabTo('reading', ({ text }) => text === 'Read');
  await keys.press('Enter');
  await asked(page).filter({ hasText: `get ${ROW.key}` }).filter({ hasText: `“${ROW.value}”` }).waitFor();
});

test('a step back undoes a step, to the same digest', async () => {
  const { page } = await stage.open(BRISK);
  await statusWhen(page, 'a few commits', (now) => now.commits >= 5);
  await button(page, 'Pause').click();
  const stations = [await status(page)];
  assert.equal(stations[0].playing, false);
  for (let i = 1; i <= 6; i += 1) {
    await button(page, 'One event on').click();
    stations.push(await statusWhen(page, 'a step', (now) => now.steps > stations[i - 1].steps));
    assert.ok(stations[i].time_micros >= stations[i - 1].time_micros);
  }
  assert.ok(stations[6].time_micros > stations[0].time_micros);
  for (let i = 5; i >= 0; i -= 1) {
    await button(page, 'One event back').click();
    const now = await statusWhen(page, 'a step back', ({ steps }) => steps < stations[i + 1].steps);
    assert.deepEqual(
      { steps: now.steps, digest: now.digest, commits: now.commits, playing: now.playing },
      { steps: stations[i].steps, digest: stations[i].digest, commits: stations[i].commits, playing: false },
    );
    assert.ok(now.time_micros <= stations[i + 1].time_micros);
  }
});

test('the timeline leads to any moment, and back to the same state', async () => {
  const { page } = await stage.open(BRISK);
  await statusWhen(page, 'a few commits', (now) => now.commits >= 20);
  await button(page, 'Pause').click();
  const timeline = page.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  await page.keyboard.press('End');
  const end = await statusWhen(page, 'the end', (now) => now.commits >= 20);
  await page.keyboard.press('Home');
  const home = await statusWhen(page, 'the beginning', (now) => now.time_micros === 0);
  assert.ok(home.steps < end.steps && home.commits === 0);

  const box = await timeline.boundingBox();
  await page.mouse.click(box.x + box.width * 0.3, box.y + box.height / 2);
  const early = await statusWhen(page, 'a moment in the middle', (now) => now.time_micros > 0);
  assert.ok(early.time_micros < end.time_micros, `${early.time_micros} < ${end.time_micros}`);
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.15, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await statusWhen(page, 'half of it', (now) => Math.abs(now.time_micros - early.time_micros / 2) < early.time_micros / 20);

  await timeline.focus();
  await page.keyboard.press('End');
  const again = await statusWhen(page, 'the end again', (now) => now.time_micros === end.time_micros);
  assert.equal(again.digest, end.digest);
  assert.equal(Number(await timeline.getAttribute('aria-valuenow')), Math.floor(end.time_micros / 1000));
});

test('speed: the slider and the keys change it, and time passes accordingly', async () => {
  const { page } = await stage.open({ lang: 'en' });
  const slider = page.getByRole('slider', { name: 'Speed' });
  const advance = async () => {
    const [from, start] = [await status(page), performance.now()];
    await page.waitForTimeout(1200);
    return ((await status(page)).time_micros - from.time_micros) / (performance.now() - start);
  };
  const calm = await advance();
  const before = await status(page);
  await slider.focus();
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
  const after = await statusWhen(page, 'another speed', (now) => now.speed === '1/100');
  assert.equal(before.speed, '1/1000');
  await page.locator('#speed[aria-valuetext="1/100 of real speed"]').waitFor();
  assert.ok((await advance()) > calm * 4);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('-');
  await statusWhen(page, 'a slower speed', (now) => now.speed !== after.speed);
});

test('run until the next commit stops just there', async () => {
  const { page } = await stage.open(BRISK);
  await button(page, 'Pause').click();
  const before = await status(page);
  await button(page, 'Run until…').click();
  await button(page, 'the next commit').click();
  const after = await statusWhen(page, 'a commit', (now) => !now.playing && now.commits > before.commits);
  // One acknowledgement may complete several commits; a moment before, there was none.
  await button(page, 'One event back').click();
  const justBefore = await statusWhen(page, 'a step back', (now) => now.steps < after.steps);
  assert.deepEqual([justBefore.steps, justBefore.commits], [after.steps - 1, before.commits]);
});

test('the other lens tells the same run in other words', async () => {
  const { page } = await stage.open(BRISK);
  await statusWhen(page, 'a few commits', (now) => now.commits >= 5);
  await button(page, 'Pause').click();
  const before = await status(page);
  await button(page, 'Everyday').click();
  await button(page, /\bManager\b/).waitFor();
  await button(page, /^Building c/i).waitFor();
  const after = await status(page);
  assert.equal(after.lens, 'everyday');
  assert.deepEqual([after.digest, after.time_micros, after.steps], [before.digest, before.time_micros, before.steps]);
  assert.equal(await button(page, 'Everyday').getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('l');
  await button(page, /\bWriter\b/).waitFor();
  assert.equal((await status(page)).digest, before.digest);
});

test('the log says what happens, in sentences, and as much as is wanted', async () => {
  const { page } = await stage.open(BRISK);
  const lines = page.getByRole('log').getByRole('listitem');
  await lines.filter({ hasText: /Transaction \d+ is committed/ }).first().waitFor();
  await button(page, 'Pause').click();
  const few = await lines.allInnerTexts();
  for (const line of few) assert.match(line, /^[\d.,]+\sm?s[\s\S]*[.”]$/);
  await page.getByRole('combobox', { name: 'How much is said' }).selectOption('3');
  await lines.filter({ hasNotText: /committed|received/ }).first().waitFor();
  const many = await lines.allInnerTexts();
  assert.ok(many.some((line) => !few.includes(line)), 'nothing more is said');
});

test('by keyboard alone, a line of the log leads to why it happened, while lines keep arriving', async () => {
  const { page } = await stage.open({ lang: 'en', speed: '1/20', log: '3' });
  const keys = page.keyboard;
  const focused = () => page.evaluate(() => ({ id: document.activeElement.id, text: document.activeElement.innerText }));
  const isLine = ({ id }) => id.startsWith('line-');
  /** Presses a key and waits until it has led to another line. */
  const goLine = async (key) => {
    const before = await focused();
    await keys.press(key);
    await page.waitForFunction(({ id }) => document.activeElement.id !== id && document.activeElement.id.startsWith('line-'), before);
    return focused();
  };
  await statusWhen(page, 'a few commits', (now) => now.commits >= 5);
  let stops = 0;
  for (let i = 0; i < TABS_MAX; i += 1) {
    await keys.press('Tab');
    if (isLine(await focused())) stops += 1;
    else if (stops > 0) break;
  }
  assert.equal(stops, 1, 'the log is one stop of the tab key');

  await keys.press('Shift+Tab');
  assert.ok(isLine(await focused()));
  const newest = await goLine('End');
  const older = await goLine('ArrowUp');
  assert.ok(Number(older.id.slice(5)) < Number(newest.id.slice(5)));
  assert.equal((await goLine('ArrowDown')).id, newest.id);
  const oldest = await goLine('Home');
  // Hundreds of lines later the focus is where it was, on the same words.
  const { steps } = await status(page);
  await statusWhen(page, 'much happening', (now) => now.steps > steps + 300);
  assert.deepEqual(await focused(), oldest);
  const later = await goLine('End');
  assert.ok(Number(later.id.slice(5)) > Number(newest.id.slice(5)) + 60, `${newest.id}, then ${later.id}`);

  const read = await goLine('ArrowUp');
  await keys.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'inspector-title');
  assert.ok((await why(page).getByRole('listitem').count()) > 0);
  assert.equal(await page.locator(`#${read.id}`).getAttribute('aria-current'), 'true');
  await keys.press('Escape');
  await page.waitForFunction(({ id }) => document.activeElement.id === id, read);

  // Going back takes lines away: the focus stays in the log.
  await keys.press('k');
  await statusWhen(page, 'a pause', (now) => !now.playing);
  await goLine('End');
  for (let i = 0; i < 5; i += 1) await keys.press(',');
  await nextFrames(page, 6);
  assert.ok(isLine(await focused()));
});

test('the stage is described in words, with what is broken', async () => {
  const { page } = await stage.open(BRISK);
  const words = page.locator('#description');
  assert.match(await words.textContent(), /Availability Zone a: copy A/i);
  await button(page, /^Copy E\b/).click();
  await button(page, 'Stop copy E').click();
  await words.getByText(/Copy E is stopped/).waitFor();
});

test('help opens by key and by button, and Escape closes it', async () => {
  const { page } = await stage.open(BRISK);
  const help = page.getByRole('dialog', { name: 'Help' });
  await page.keyboard.press('?');
  await help.waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await button(page, 'Help').click();
  await help.waitFor();
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Help');
});

test('language, colours and lens are there again after a reload', async () => {
  const { page } = await stage.open();
  await button(page, 'Everyday').click();
  await button(page, 'Colors').click();
  await button(page, 'Light').click();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ko');
  await page.locator('html[lang=ko]').waitFor();
  await page.reload();
  await page.waitForFunction(() => globalThis.auroraScope);
  const { lang, lens, theme } = await status(page);
  assert.deepEqual({ lang, lens, theme }, { lang: 'ko', lens: 'everyday', theme: 'light' });
  assert.equal(await page.locator('html').getAttribute('lang'), 'ko');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'light');
});

test('time does not leap after the page was hidden', async () => {
  const { page } = await stage.open(BRISK);
  // A hidden page gets no frames.
  await page.evaluate(() => {
    const frame = globalThis.requestAnimationFrame.bind(globalThis);
    const held = [];
    globalThis.requestAnimationFrame = (call) => held.push(call);
    globalThis.showAgain = () => {
      globalThis.requestAnimationFrame = frame;
      held.splice(0).forEach((call) => frame(call));
    };
  });
  await page.waitForTimeout(200);
  const hidden = await status(page);
  await page.waitForTimeout(2000);
  assert.equal((await status(page)).time_micros, hidden.time_micros);
  const shown = await page.evaluate(async () => {
    globalThis.showAgain();
    for (let i = 0; i < 4; i += 1) await new Promise(requestAnimationFrame);
    return globalThis.auroraScope.status();
  });
  // Two seconds at a twentieth of real time would be 100 ms.
  assert.ok(shown.time_micros > hidden.time_micros && shown.time_micros - hidden.time_micros < 50_000,
    `${hidden.time_micros} µs, then ${shown.time_micros} µs`);
});

test('a volume of 13,108 groups is a map: the slider and the mouse choose a group', async () => {
  const { page } = await stage.open({ lang: 'en', scenario: 'volume' });
  await page.getByText('Reads and writes: 13,108').waitFor();
  await page.getByRole('slider', { name: 'Choose a protection group' }).focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: /^PG 13,108: / }).waitFor();
  await page.locator('#volume-picture').click({ position: { x: 1, y: 1 } });
  await page.getByRole('button', { name: /^PG 1: / }).waitFor();
  // Without a zone and one more copy no group can be written.
  await page.evaluate(() => globalThis.auroraScope.command({ cut_zone: { zone: 'c' } }));
  await page.evaluate(() => globalThis.auroraScope.command({ stop_copy: { copy: 'A', group: 13_108 } }));
  await page.getByText('Reads only: 1', { exact: true }).waitFor();
});
