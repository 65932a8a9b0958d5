// The page speaks four languages, wholly.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, status, statusWhen, suite } from './harness.mjs';

const stage = suite();

const PSEUDO = 'en-XA';
/** What only this language is written with. */
const SCRIPTS = { en: /[a-z]{3}/i, ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, ko: /\p{Script=Hangul}/u, zh: /\p{Script=Han}/u };
/** The value of `<html lang>`. */
const TAGS = { en: 'en', ja: 'ja', ko: 'ko', zh: 'zh-Hans' };
const FILE = /words\/([\w-]+)\.txt/;

/** Chooses a language as a person does, and waits until the page speaks it. */
async function choose(page, lang) {
  await page.locator('select.language').selectOption(TAGS[lang]);
  await page.locator(`html[lang=${TAGS[lang]}]`).waitFor();
}

/** Everything the page says, seen or read out, in the document's order; without the languages' own names. */
function everythingSaid(page) {
  return page.evaluate(() => {
    const said = [{ where: 'title', text: document.title }];
    const at = (element) => {
      const name = element.id ? `#${element.id}` : `${element.localName}.${element.className?.baseVal ?? element.className}`;
      return element.closest('[id]') ? `${name} in #${element.closest('[id]').id}` : name;
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest('body [translate=no], option[lang], script, noscript, .cannot, .lost')) continue;
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.data.trim()) said.push({ where: at(element), text: node.data });
        continue;
      }
      for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name);
        if (text?.trim()) said.push({ where: `${at(element)} [${name}]`, text });
      }
    }
    return said;
  });
}

/** Brings up as much as the page can say: faults, a waiting commit and why, what was asked, notices. */
async function makeItTalk(page) {
  await page.evaluate(() => {
    const { command } = globalThis.auroraScope;
    command({ cut_zone: { zone: 'c' } });
    command({ stop_copy: { copy: 'D' } });
    command({ put: { key: 'a', value: 'b' } });
    command({ get: { key: 'a' } });
  });
  await statusWhen(page, 'waiting commits', (now) => now.waiting > 5);
  await page.locator('#why .proof').waitFor();
}

const SPOTS = ['spot-clients', 'spot-zone-c', 'spot-writer', 'spot-link-D', 'spot-copy-D', 'spot-group-2'];

/** Looks at each kind of thing, through both lenses, and hands over what is said then. */
async function lookAround(page, hear) {
  for (let lens = 0; lens < 2; lens += 1) {
    for (const spot of SPOTS) {
      await page.evaluate((id) => document.getElementById(id).click(), spot);
      await page.locator(`#${spot}[aria-pressed=true]`).waitFor();
      await hear(await everythingSaid(page));
    }
    await page.locator('[role=log] button').last().evaluate((line) => line.click());
    await page.locator('[aria-pressed=true][id^=spot]').waitFor({ state: 'detached' });
    await hear(await everythingSaid(page));
    await page.locator('h1').click();
    await page.keyboard.press('l');
  }
}

test('nothing escapes translation', async () => {
  const { page } = await stage.open({ lang: PSEUDO, speed: '1/20', log: '3', thema: 'x' });
  await page.locator('.notice').first().waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), PSEUDO);
  await makeItTalk(page);
  await page.locator('#play').click();
  const escaped = new Set();
  let heard = 0;
  await lookAround(page, (said) => {
    heard += said.length;
    for (const { where, text } of said) {
      // What is left outside the brackets may be data: letters of copies, keys, punctuation between two sentences.
      const left = text.replaceAll(/⟦[^⟦⟧]*⟧/gu, '').trim();
      if (/^[A-F]?$/.test(left)) continue;
      escaped.add(`${where}: ${text.trim()}`);
    }
  });
  assert.ok(heard > 1000, `only ${heard} texts were looked at`);
  assert.deepEqual([...escaped], []);
});

test('another language while the run goes on, and everything in it', async () => {
  const { page } = await stage.open({ lang: 'en', speed: '1/20' });
  await makeItTalk(page);
  await page.locator('#spot-copy-D').click();
  const english = new Set((await everythingSaid(page)).map(({ text }) => text.trim()).filter((text) => /[a-z]{4}/.test(text)));
  let before = await status(page);
  for (const lang of ['ja', 'zh', 'ko', 'en']) {
    await choose(page, lang);
    const now = await statusWhen(page, 'time passing', ({ time_micros }) => time_micros > before.time_micros);
    assert.deepEqual([now.lang, now.seed, now.playing], [lang, before.seed, true]);
    before = now;
    await page.waitForTimeout(500);
    const said = await everythingSaid(page);
    assert.deepEqual(said.filter(({ text }) => /[⟨⟩⟦⟧�]/.test(text)), []);
    const same = said.filter(({ text }) => english.has(text.trim()) && !/\d/.test(text));
    if (lang === 'en') assert.ok(same.length > 20);
    else assert.deepEqual(same, [], `left in English in ${lang}`);
    assert.match(said.map(({ text }) => text).join(), SCRIPTS[lang]);
  }
});

for (const lang of LANGUAGES) {
  test(`opened in ${lang}, everything can be said`, async () => {
    const { page } = await stage.open({ lang, speed: '1/20', log: '3' });
    assert.equal(await page.locator('html').getAttribute('lang'), TAGS[lang]);
    assert.match(await page.title(), SCRIPTS[lang]);
    await makeItTalk(page);
    await page.locator('#play').click();
    await lookAround(page, (said) => {
      assert.deepEqual(said.filter(({ text }) => /[⟨⟩⟦⟧�]/.test(text)), []);
      if (lang !== 'ja') assert.doesNotMatch(said.map(({ text }) => text).join(), SCRIPTS.ja);
      if (lang !== 'ko') assert.doesNotMatch(said.map(({ text }) => text).join(), SCRIPTS.ko);
    });
  });
}

test('the browser’s language is taken when nothing else is asked for', async () => {
  const { page } = await stage.open({}, { locale: 'ko-KR' });
  assert.equal((await status(page)).lang, 'ko');
});

test('without any words the page says, in what stands in the document, that it cannot start', async () => {
  const { page, problems } = await stage.open({ lang: 'en' });
  await page.route(FILE, (route) => route.abort());
  await page.reload();
  await page.locator('#cannot').waitFor();
  assert.match(await page.locator('#cannot').innerText(), /all of its files/);
  assert.deepEqual(problems.filter((problem) => !/ERR_FAILED/.test(problem)), []);
  problems.length = 0;
});

test('only the files of languages that are needed are loaded', async () => {
  const { page } = await stage.open({ lang: 'en' });
  const files = [];
  page.on('request', (request) => { if (FILE.test(request.url())) files.push(FILE.exec(request.url())[1]); });
  await choose(page, 'zh');
  await choose(page, 'en');
  await choose(page, 'zh');
  assert.deepEqual(files, [TAGS.zh]);
});

test('a language whose file is missing: the page says so and stays as it is', async () => {
  const { page, problems } = await stage.open({ lang: 'en', speed: '1/20' });
  await page.route(FILE, (route) => route.abort());
  await page.locator('select.language').selectOption('ja');
  await page.getByRole('alert').filter({ hasText: /日本語 could not be loaded/ }).waitFor();
  const before = await status(page);
  assert.equal(before.lang, 'en');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('select.language').inputValue(), TAGS.en);
  await statusWhen(page, 'commits', (now) => now.commits > before.commits);

  // Opened in a language that does not come: in English, with the same notice.
  await page.route(/words\/ja\.txt/, (route) => route.abort());
  await page.unroute(FILE);
  await page.goto(page.url().replace('lang=en', 'lang=ja'));
  await page.getByRole('alert').filter({ hasText: /日本語 could not be loaded/ }).waitFor();
  assert.match(await page.title(), SCRIPTS.en);

  await page.unroute(/words\/ja\.txt/);
  await page.reload();
  await page.locator('html[lang=ja]').waitFor();
  assert.match(await page.title(), SCRIPTS.ja);
  assert.ok(problems.length > 0);
  assert.deepEqual(problems.filter((problem) => !/ERR_FAILED/.test(problem)), []);
  problems.length = 0;
});
