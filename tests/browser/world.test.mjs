// The world view: Regions, an outage, a failover that names what it has lost, and the snapshot that still has it; what can
// be done in Regions and between them, by mouse and by keyboard.

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
/** Waits for a step's end; what it waits for passes faster than the step would have it. */
async function reached(page, name) {
  await began(page, name);
  const speed = page.locator('#speed');
  const usual = await speed.inputValue();
  await speed.fill('100');
  await statusWhen(page, `the step ${name} to be reached`, (now) => now.step === Number(step(name)) && now.reached);
  await speed.fill(usual);
  // Single keys are for whoever does not type.
  await speed.blur();
}
const region = (page, code) => page.locator(`#region-${code}`);
/** Opens what can be done in a Region or on the way to it, if need be, and does one thing. */
async function deed(page, code, name) {
  const deeds = region(page, code).locator('.deeds');
  if (!(await deeds.evaluate((it) => it.open))) await deeds.locator('summary').click();
  await deeds.getByRole('button', { name, exact: true }).click();
}
/** The same with the keyboard alone. */
async function byKeyboard(page, code, name) {
  const deeds = region(page, code).locator('.deeds');
  if (!(await deeds.evaluate((it) => it.open))) {
    await deeds.locator('summary').focus();
    await page.keyboard.press('Enter');
  }
  await deeds.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
}
/** Lets ten seconds pass in one. */
const faster = (page) => page.locator('#speed').fill('100');
/** A figure of a Region's card, by its label. */
const figure = (page, code, label) => region(page, code).locator('dl > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) }).locator('dd');

test('by mouse: the primary goes out, the least behind takes over, and what is lost is found in the snapshot', async () => {
  const { page } = await open('behind');
  await reached(page, 'behind');
  await faster(page);
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
  const rows = await report.locator('.gone code').allInnerTexts();
  assert.ok(rows.length >= ireland && rows.every((row) => /^\S+ = /.test(row)), rows.join());
  // The map counts them where they are.
  const mark = page.locator('.map .mark');
  assert.match(await mark.innerText(), new RegExp(`${ireland} commits lost`));
  // It returns, and the rows are where the report says.
  await deed(page, 'us-east-1', 'Bring it back');
  await report.getByText('found in the snapshot').first().waitFor({ timeout: 60_000 });
  await report.getByText('rds:unplanned-global-failover-').waitFor();
  assert.deepEqual(await report.locator('.gone code').allInnerTexts(), rows);
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

test('a Region is looked into by keyboard, something is done there, and all Regions come back', async () => {
  const { page } = await open('lag');
  await began(page, 'lag');
  const look = region(page, 'eu-west-1').getByRole('button', { name: 'Look inside' });
  await look.focus();
  await page.keyboard.press('Enter');
  await page.locator('.within').getByText('This is the cluster of Ireland.').waitFor();
  // A secondary has no writer of its own.
  await page.locator('#spot-writer').getByText('Replication agent').waitFor();
  assert.equal(await page.locator('.copies .copy').count(), 6);
  const copy = page.locator('#spot-copy-D');
  await copy.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'inspector-title');
  await page.getByRole('button', { name: 'Stop copy D' }).focus();
  await page.keyboard.press('Enter');
  await copy.getByText('stopped').waitFor();
  await page.getByRole('button', { name: 'Back to all Regions' }).focus();
  await page.keyboard.press('Enter');
  await region(page, 'eu-west-1').waitFor();
  assert.equal(await page.locator('.within').count(), 0);
  await region(page, 'us-east-1').getByRole('button', { name: 'Look inside' }).click();
  await page.locator('#spot-writer').getByText('Writer', { exact: true }).waitFor();
  assert.doesNotMatch(await copy.innerText(), /stopped/, 'it is another copy');
  await page.getByRole('button', { name: 'Back to all Regions' }).click();
  await region(page, 'eu-west-1').getByRole('button', { name: 'Look inside' }).click();
  await copy.getByText('stopped').waitFor();
});

test('a reason crosses the borders of Regions and is followed there', async () => {
  const { page } = await open('lag');
  await began(page, 'lag');
  await page.locator('#verbosity').selectOption('3');
  await page.locator('.log button').filter({ hasText: /arrives in Ireland/ }).last().click();
  await page.getByRole('button', { name: 'Pause' }).click();
  const why = page.locator('#why');
  const durable = why.getByRole('button', { name: /^N\. Virginia · .*VDL/ }).first();
  await durable.waitFor();
  await durable.click();
  await page.locator('.within').getByText('This is the cluster of N. Virginia.').waitFor();
  await why.getByText('VDL').first().waitFor();
  assert.ok((await why.locator('li').count()) > 2, 'and goes on from there');
});

test('writes are forwarded, and each consistency level waits for what it promises', async () => {
  const { page } = await open('lag');
  await began(page, 'lag');
  const slow = await page.locator('#speed').inputValue();
  await faster(page);
  await reached(page, 'lag');
  await page.locator('#speed').fill(slow);
  await page.getByRole('button', { name: 'Play' }).click();
  const session = figure(page, 'eu-west-1', 'session here');
  const took = async (said) => {
    await session.getByText(said).waitFor();
    const text = await session.innerText();
    const found = /after ([\d.]+)\s(µs|ms|s)$/.exec(text);
    assert.ok(found, text);
    const [, number, unit] = found;
    return Number(number) * { µs: 0.001, ms: 1, s: 1000 }[unit];
  };
  const far = await figure(page, 'eu-west-1', 'replication lag').innerText();
  assert.match(far, / ms|\u00a0ms/);
  // Off: a read sees what is here, and there is no row yet.
  await deed(page, 'eu-west-1', 'Read that row here');
  await session.getByText('found no such row').waitFor();
  await deed(page, 'eu-west-1', 'Forward writes, EVENTUAL');
  await figure(page, 'eu-west-1', 'write forwarding').getByText('EVENTUAL').waitFor();
  await deed(page, 'eu-west-1', 'Write a row here, forwarded');
  // There and back between the Regions.
  assert.ok((await took('written in the primary')) > 60);
  await deed(page, 'eu-west-1', 'Read that row here');
  await session.getByText(/^(read|found)/).waitFor();
  await deed(page, 'eu-west-1', 'Forward writes, SESSION');
  await deed(page, 'eu-west-1', 'Write a row here, forwarded');
  await took('written in the primary');
  await deed(page, 'eu-west-1', 'Read that row here');
  const own = await took(/^read \d+/);
  const said = await session.innerText();
  await deed(page, 'eu-west-1', 'Forward writes, GLOBAL');
  await deed(page, 'eu-west-1', 'Read that row here');
  await page.waitForFunction((before) => {
    const now = [...document.querySelectorAll('#region-eu-west-1 dd')].map((it) => it.innerText);
    return now.some((it) => /^read \d+/.test(it) && it !== before);
  }, said);
  const all = await took(/^read \d+/);
  assert.ok(all > 30 && all > own, `GLOBAL asks the primary: ${all} ms after ${own} ms`);
});

test('clients read in the nearest Region, and elsewhere when it goes out; each Region has addresses of its own', async () => {
  const { page } = await open('star');
  await began(page, 'star');
  await faster(page);
  const readers = figure(page, 'ap-northeast-1', 'readers here');
  await deed(page, 'ap-northeast-1', 'Let clients here read in the nearest Region');
  await readers.getByText('read in Tokyo').waitFor();
  await region(page, 'ap-northeast-1').locator('.more > summary').click();
  const address = (code, label) => figure(page, code, label).innerText();
  assert.equal(await address('ap-northeast-1', 'reader endpoint'), 'db.cluster-ro.ap-northeast-1');
  assert.equal(await address('ap-northeast-1', 'cluster endpoint'), 'db.cluster.ap-northeast-1 (leads nowhere)');
  await region(page, 'us-east-1').locator('.more > summary').click();
  assert.equal(await address('us-east-1', 'cluster endpoint'), 'db.cluster.us-east-1');
  await deed(page, 'ap-northeast-1', 'Take the whole Region out');
  await readers.getByText(/read in (N\. Virginia|Ireland)/).waitFor();
  assert.equal(await address('ap-northeast-1', 'reader endpoint'), 'db.cluster-ro.ap-northeast-1 (leads nowhere)');
});

test('the global writer endpoint and the crown move with a switchover, which loses nothing', async () => {
  const { page } = await open('drill');
  await reached(page, 'drill');
  const tag = (code) => region(page, code).locator('.tag').filter({ hasText: 'global writer endpoint' });
  const crown = page.locator('.map g.crown');
  const before = await crown.getAttribute('transform');
  assert.equal(await tag('ap-northeast-1').count(), 1);
  await faster(page);
  await deed(page, 'ap-southeast-1', 'Switch over to here');
  await tag('ap-southeast-1').waitFor();
  assert.equal(await crown.count(), 1);
  assert.notEqual(await crown.getAttribute('transform'), before);
  await page.locator('#report').getByText('acknowledged commits lost: 0.').waitFor();
  await page.locator('#report').getByText('RTO, as the application felt it').waitFor();
  // And home again.
  await deed(page, 'ap-northeast-1', 'Switch over to here');
  await tag('ap-northeast-1').waitFor();
  assert.equal(await crown.getAttribute('transform'), before);
});

test('the quarterly rotation by keyboard alone: away, a look at the report, and home again', async () => {
  const { page } = await open('drill');
  await reached(page, 'drill');
  const focused = () => page.evaluate(() => document.activeElement.id);
  /** From the map to a Region's card, to what can be done there, and does the first thing. */
  const lead = async (code) => {
    await page.locator('.world .map button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.id.startsWith('region-'));
    for (let step = 0; step < 3 && (await focused()) !== `region-${code}`; step += 1) {
      const before = await focused();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction((was) => document.activeElement.id !== was, before);
    }
    assert.equal(await focused(), `region-${code}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await region(page, code).locator('.deeds[open]').waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Switch over to here');
    await page.keyboard.press('Enter');
    await region(page, code).locator('.tag').filter({ hasText: 'global writer endpoint' }).waitFor();
  };
  await faster(page);
  await lead('ap-southeast-1');
  await page.locator('#report').getByText('acknowledged commits lost: 0.').waitFor();
  await lead('ap-northeast-1');
  await page.locator('#report').getByText('Switchover from Singapore to Tokyo').waitFor();
  await page.locator('#report').getByText('acknowledged commits lost: 0.').waitFor();
});

test('inside a secondary nobody writes: it is said what to do, and writes are forwarded then', async () => {
  const { page } = await open('lag');
  await began(page, 'lag');
  await region(page, 'eu-west-1').getByRole('button', { name: 'Look inside' }).click();
  const ask = page.locator('.ask');
  await ask.getByText('Nobody writes in a secondary. With write forwarding, writes are run in N. Virginia').waitFor();
  assert.equal(await ask.getByRole('button', { name: 'Write', exact: true }).count(), 0);
  // What a reader there shows is measured by what has come, and none of them is offered to take over from a writer.
  await page.locator('.reader .status').filter({ hasText: 'has come here' }).first().waitFor();
  await page.locator('.reader').first().click();
  await page.locator('#inspector-title').waitFor();
  assert.equal(await page.locator('#inspector').getByText(/Fail over/).count(), 0);
  await ask.getByRole('button', { name: 'Forward writes, SESSION' }).click();
  await ask.getByText('Writes are forwarded to N. Virginia').waitFor();
  await ask.getByRole('button', { name: 'Write', exact: true }).click();
  await faster(page);
  await page.getByRole('button', { name: 'Play' }).or(page.getByRole('button', { name: 'Pause' })).first().waitFor();
  await ask.getByText('written in the primary after').waitFor();
  await ask.getByRole('button', { name: 'Read', exact: true }).click();
  await ask.getByText(/read 3 apples after/).waitFor();
  // At 1440 × 900 all of it is there to see: the log ruler too.
  const [ruler, transport] = await Promise.all(['.ruler', '.transport'].map((it) => page.locator(it).boundingBox()));
  assert.ok(ruler.y + ruler.height <= transport.y + 1, `${ruler.y} + ${ruler.height} and ${transport.y}`);
});

test('rules of two eras: in 2023 nobody fails over but by hand, and at most five follow', async () => {
  const { page } = await open('behind');
  await reached(page, 'behind');
  const rules = page.locator('.rules');
  await rules.getByText('Rules of 2025').click();
  await rules.getByText('There is managed failover.').waitFor();
  await rules.getByText('At most 10 secondary Regions.').waitFor();
  await rules.getByRole('button', { name: 'Take the rules of June 2023' }).click();
  await rules.getByText('No managed failover').waitFor();
  await rules.getByText('At most 5 secondary Regions.').waitFor();
  await rules.getByText('every secondary must be in step').waitFor();
  await deed(page, 'eu-west-1', 'Fail over to here, data may be lost');
  await page.getByRole('alert').getByText('In 2023 there was no managed failover yet').waitFor();
  assert.equal(await region(page, 'us-east-1').getAttribute('data-primary'), 'true');
});

test('the scenarios of Regions open from the library and run to their ends', async () => {
  const { page } = await stage.open({ lang: 'en' });
  const choose = async (name) => {
    await page.locator('[popovertarget=scenarios]').first().click();
    await page.locator('#scenarios').getByRole('button', { name }).click();
    await region(page, 'ap-northeast-1').waitFor();
    await faster(page);
  };
  await choose(/^A Region goes dark/);
  await page.locator('#report').getByText('found in the snapshot').first().waitFor({ timeout: 60_000 });
  await choose(/^Rotation between Regions/);
  await page.locator('#report').waitFor({ state: 'detached' });
  // A headless secondary has storage only, and nobody who could take over.
  const frankfurt = region(page, 'eu-central-1');
  await frankfurt.getByText('headless secondary, storage only').waitFor();
  await frankfurt.locator('.deeds summary').click();
  assert.equal(await frankfurt.getByRole('button', { name: 'Switch over to here' }).count(), 0);
  await deed(page, 'eu-central-1', 'Add an instance');
  await frankfurt.getByText('secondary, read-only').waitFor();
  await frankfurt.getByRole('button', { name: 'Switch over to here' }).waitFor();
  await page.locator('#report').getByText('Switchover from Singapore to Tokyo').waitFor({ timeout: 60_000 });
});

test('six steps by hand, by keyboard: each says how it is done until all are', async () => {
  const { page } = await open('by-hand');
  await reached(page, 'by-hand');
  await page.getByRole('button', { name: 'Play' }).click();
  await faster(page);
  const steps = page.locator('.manual li');
  const at = (number) => page.locator(`.manual li:nth-child(${number})[aria-current=step]`);
  /** Follows the hint of a step to its Region and presses the button it names there. */
  const follow = async (number, code, name) => {
    await at(number).waitFor();
    const how = at(number).locator('.how');
    assert.match(await how.innerText(), new RegExp(name));
    await how.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.activeElement.id === id, `region-${code}`);
    await byKeyboard(page, code, name);
  };
  await follow(1, 'us-east-1', 'Stop writes');
  await at(2).getByText('Compare the lags').waitFor();
  await byKeyboard(page, 'eu-west-1', 'Detach it to stand alone');
  await follow(4, 'eu-west-1', 'Point the application here');
  await follow(5, 'ap-northeast-1', 'Delete this cluster');
  await at(6).waitFor();
  const add = /Add a Region: .*(?=”)/.exec(await at(6).locator('.how').innerText())[0];
  await follow(6, 'eu-west-1', add);
  await page.locator('.manual li[data-done=true]').nth(5).waitFor();
  assert.equal(await steps.locator('.wrong').count(), 0);
});

test('six steps by hand, badly: the wrong one, without a stop, and nobody told', async () => {
  const { page } = await open('by-hand');
  await reached(page, 'by-hand');
  await page.getByRole('button', { name: 'Play' }).click();
  await faster(page);
  await deed(page, 'ap-northeast-1', 'Detach it to stand alone');
  const wrong = (number) => page.locator(`.manual li:nth-child(${number}) .wrong`);
  await wrong(1).getByText('Detached while the primary went on writing.').waitFor();
  await wrong(2).getByText('Another secondary had more.').waitFor();
  await wrong(3).getByText('split brain').waitFor();
  await wrong(4).getByText('the application has gone on writing in N. Virginia').waitFor();
  // Too late is better than not at all: the step says so, and what follows goes on from there.
  const how = page.locator('.manual li:nth-child(1) .how');
  assert.match(await how.innerText(), /In N\. Virginia: “Stop writes”/);
  await deed(page, 'us-east-1', 'Stop writes');
  await wrong(4).getByText('nobody has told the application').waitFor();
  await deed(page, 'ap-northeast-1', 'Point the application here');
  await wrong(4).waitFor({ state: 'detached' });
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
    await page.locator('#report .gone').waitFor();
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
    await page.locator('#report .gone').waitFor();
    assert.deepEqual(await axeFindings(page), [], theme);
  }
});
