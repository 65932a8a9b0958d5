// The harness sees what a page does wrong. Everything else rests on that.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axeFindings, launch, openPage, overflowPixels } from './harness.mjs';
import { serve } from './server.mjs';

let browser, folder, site;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aurorascope-harness-'));
  site = await serve(folder);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await site?.close();
  await rm(folder, { recursive: true });
});

async function open(body) {
  const html = `<!doctype html><html lang="en"><title>Bad</title><link rel="icon" href="data:,"><body>${body}</body></html>`;
  await writeFile(join(folder, 'index.html'), html);
  return openPage(browser, site.url, {}, { width: 320, height: 640, wait: false });
}

for (const [what, body, sentence] of [
  ['a logged error', '<script>console.error("lost")</script>', /^console error: lost$/],
  ['an exception', '<script>throw new Error("thrown")</script>', /^uncaught: Error: thrown/],
  ['a missing file', '<img alt="" src="none.png">', /^status 404: .*none\.png$/],
  ['a request to another host', '<img alt="" src="http://localhost:9/x.png">', /^asked another host: http:\/\/localhost:9\/x\.png$/],
]) {
  test(`it sees ${what}`, async () => {
    const { problems, close } = await open(body);
    await close();
    assert.ok(problems.some((problem) => sentence.test(problem)), problems.join('\n'));
  });
}

test('it finds nothing wrong with a sound page', async () => {
  const { page, problems, close } = await open('<main><h1>Sound</h1></main>');
  assert.deepEqual(await axeFindings(page), []);
  assert.equal(await overflowPixels(page), 0);
  await close();
  assert.deepEqual(problems, []);
});

test('it sees what is too wide and what has no name', async () => {
  const { page, close } = await open('<main><h1>Wide</h1><div style="width:400px">x</div><button></button></main>');
  assert.equal(await overflowPixels(page), 400 + 8 - 320);
  assert.match((await axeFindings(page)).join(), /critical button-name/);
  await close();
});

test('nothing outside the folder is served', async () => {
  const answer = await fetch(`${site.url}..%2f..%2fetc/passwd`);
  assert.equal(answer.status, 404);
});
