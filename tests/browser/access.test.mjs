// The page for everyone: by screen reader, by keyboard, on small windows, with less motion, in the system's own colours.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, SIZES, THEMES, axeFindings, nextFrames, overflowPixels, status, statusWhen, suite } from './harness.mjs';

const stage = suite();

const INTERACTIVE = 'a[href], button, select, input, textarea, summary, [tabindex], [role=slider]';
/** What a finger or an unsteady hand needs, in CSS pixels. */
const TARGET = 24;
/** Tab stops of the whole page are fewer than this. */
const TABS_MAX = 60;

/** Opens the page as it stands in the middle of trouble: a copy looked at, commits that wait and why; then stops time. */
async function inTrouble(params, options) {
  const visit = await stage.open({ speed: '1/20', ...params }, options);
  const { page } = visit;
  await page.evaluate(() => {
    globalThis.auroraScope.command({ cut_zone: { zone: 'c' } });
    globalThis.auroraScope.command({ stop_copy: { copy: 'D' } });
  });
  await page.locator('#spot-copy-D').click();
  await page.locator('#inspector').waitFor();
  await statusWhen(page, 'waiting commits', (now) => now.waiting > 2);
  await page.locator('#why .proof').waitFor();
  await page.evaluate(() => globalThis.auroraScope.pause());
  await statusWhen(page, 'a pause', (now) => !now.playing);
  await nextFrames(page, 2);
  return visit;
}

async function otherLens(page) {
  await page.locator('h1').click();
  await page.keyboard.press('l');
  await page.locator('.stage[data-lens=everyday]').waitFor();
}

for (const lang of LANGUAGES) {
  for (const theme of THEMES) {
    test(`in trouble, in ${lang}, ${theme}: no serious finding, nothing overflows, through both lenses`, async () => {
      const { page } = await inTrouble({ lang, theme });
      const found = [];
      for (const lens of ['engineer', 'everyday']) {
        if (lens === 'everyday') await otherLens(page);
        found.push(...(await axeFindings(page)).map((finding) => `${lens}: ${finding}`));
        if (theme === THEMES[0]) {
          for (const size of SIZES) {
            await page.setViewportSize(size);
            const over = await overflowPixels(page);
            if (over > 0) found.push(`${lens}: ${over} px too wide at ${size.width} px`);
          }
          await page.setViewportSize(SIZES[0]);
          await nextFrames(page, 3);
        }
      }
      assert.deepEqual(found, []);
    });
  }
}

test('at 320 px, with menus and help open: no serious finding', async () => {
  const { page } = await inTrouble({ lang: 'en' }, { width: 320, height: 640 });
  const found = await axeFindings(page);
  await page.getByRole('button', { name: /^Scenario:/ }).click();
  found.push(...(await axeFindings(page)).map((finding) => `menu: ${finding}`));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Help' }).click();
  found.push(...(await axeFindings(page)).map((finding) => `help: ${finding}`));
  assert.equal(await overflowPixels(page), 0);
  assert.deepEqual(found, []);
});

test('whatever Tab leads to shows that it has the focus, and has a name; Tab and arrows lead everywhere', async () => {
  const { page } = await inTrouble({ lang: 'en' });
  const debugging = await page.context().newCDPSession(page);
  const faults = [];
  const reached = new Set();
  /** Looks at what has the focus; returns its mark. */
  const look = async () => {
    const seen = await page.evaluate((interactive) => {
      const element = document.activeElement;
      const all = [...document.querySelectorAll(interactive)];
      const look = (style) => [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor, style.borderColor, style.top, style.translate, style.transform, style.clipPath].join();
      const focused = look(getComputedStyle(element));
      element.blur();
      const plain = look(getComputedStyle(element));
      element.focus({ focusVisible: true });
      return {
        place: all.indexOf(element),
        what: element.id || `${element.localName}.${element.className} “${element.innerText?.slice(0, 30)}”`,
        shows: focused !== plain,
      };
    }, INTERACTIVE);
    const { result } = await debugging.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await debugging.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
    if (!nodes[0]?.name?.value) faults.push(`${seen.what} has no name`);
    if (!seen.shows) faults.push(`${seen.what} looks the same with the focus`);
    return seen;
  };
  // The first thing of all; from there on, with Tab.
  await page.locator('.skip').focus();
  for (let i = 0; i < TABS_MAX; i += 1) {
    if (i > 0) await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    const { place } = await look();
    if (reached.has(place)) break;
    reached.add(place);
  }
  assert.ok(reached.size > 15, `Tab led to ${reached.size} things only`);
  await page.locator('#stage [tabindex="0"]').first().focus();
  // Down and up the rows, and along each.
  for (let row = 0; row < 5; row += 1) {
    await page.keyboard.press('ArrowUp');
    await nextFrames(page, 2);
  }
  for (let row = 0; row < 6; row += 1) {
    await page.keyboard.press('Home');
    for (let column = 0; column < 6; column += 1) {
      await nextFrames(page, 2);
      reached.add((await look()).place);
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('ArrowDown');
    await nextFrames(page, 2);
  }
  // The lines of the log, one after the other.
  await page.locator('[role=log] [tabindex="0"]').focus();
  await page.keyboard.press('End');
  const lines = await page.locator('[role=log] button').count();
  for (let line = 0; line < lines; line += 1) {
    await nextFrames(page, 3);
    reached.add((await look()).place);
    await page.keyboard.press('ArrowUp');
  }
  const missed = await page.evaluate(({ interactive, places }) => [...document.querySelectorAll(interactive)]
    .filter((element, place) => element.checkVisibility({ visibilityProperty: true })
      && !element.disabled
      && !places.includes(place)
      // What only a script gives the focus to.
      && !element.matches('section, h2'))
    .map((element) => element.id || element.outerHTML.slice(0, 120)), { interactive: INTERACTIVE, places: [...reached] });
  assert.deepEqual(missed, [], 'out of the keyboard’s reach');
  assert.deepEqual([...new Set(faults)], []);
});

for (const { width, height } of [SIZES[0], SIZES[3]]) {
  test(`whatever can be pressed is at least ${TARGET} px wide and high at ${width} px`, async () => {
    const { page } = await inTrouble({ lang: 'en' }, { width, height });
    const small = await page.evaluate(({ interactive, least }) => [...document.querySelectorAll(interactive)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('section, h2, .skip'))
      .map((element) => {
        // A label is part of its field; what lies around an element and answers for it, too.
        const box = (element.closest('label') ?? element).getBoundingClientRect();
        const around = getComputedStyle(element, '::after');
        const size = (side, name) => Math.max(side, around.content === 'none' ? 0 : Number.parseFloat(around[name]) || 0);
        return { what: element.id || element.outerHTML.slice(0, 100), width: size(box.width, 'width'), height: size(box.height, 'height') };
      })
      .filter(({ width: wide, height: high }) => Math.min(wide, high) < least - 0.5), { interactive: INTERACTIVE, least: TARGET });
    assert.deepEqual(small, []);
  });
}

/** Whether the canvas of the messages changes while time passes and nothing happens. */
async function travels(page) {
  for (let i = 0; i < 40; i += 1) {
    const [first, second] = await page.evaluate(async () => {
      const look = () => {
        const { steps, time_micros, in_flight } = globalThis.auroraScope.status();
        return { steps, time_micros, in_flight, picture: document.getElementById('messages').toDataURL() };
      };
      const looked = look();
      await new Promise((done) => { setTimeout(done, 250); });
      return [looked, look()];
    });
    if (first.steps === second.steps && first.in_flight > 0 && second.time_micros > first.time_micros) return first.picture !== second.picture;
  }
  throw new Error('there was no quiet moment');
}

test('with less motion, messages do not travel; else they do', async () => {
  const lively = await stage.open({ lang: 'en', speed: '1/10000' });
  assert.equal(await travels(lively.page), true);
  const still = await stage.open({ lang: 'en', speed: '1/10000' }, { reducedMotion: true });
  assert.equal(await travels(still.page), false);
  const before = await status(still.page);
  await statusWhen(still.page, 'time passing', (now) => now.time_micros > before.time_micros);
});

for (const colorScheme of THEMES) {
  test(`in the system’s own colours (${colorScheme}) everything is there`, async () => {
    const { page } = await inTrouble({ lang: 'en' }, { forcedColors: true, colorScheme });
    const picture = (await page.screenshot()).toString('base64');
    const shares = await page.evaluate(async ({ picture: data, spots }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const brush = canvas.getContext('2d');
      brush.drawImage(image, 0, 0);
      return spots.map((id) => {
        const { x, y, width, height } = document.getElementById(id).getBoundingClientRect();
        const { data: pixels } = brush.getImageData(x, y, width, height);
        const counts = new Map();
        for (let i = 0; i < pixels.length; i += 4) {
          const colour = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
        // The share of what is not background.
        return { id, share: 1 - Math.max(...counts.values()) / (pixels.length / 4) };
      });
    }, { picture, spots: ['stage', 'spot-copy-A', 'ring', 'inspector', 'why', 'transport', 'track'] });
    assert.deepEqual(shares.filter(({ share }) => share < 0.02), []);
  });
}
