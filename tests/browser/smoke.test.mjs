// The page opens, everywhere it is promised to, without a complaint.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES, SIZES, THEMES, axeFindings, overflowPixels, suite } from './harness.mjs';

const stage = suite();

test('the page opens and has its title', async () => {
  const { page } = await stage.open();
  assert.match(await page.title(), /AuroraScope/);
});

for (const lang of LANGUAGES) {
  for (const theme of THEMES) {
    test(`no serious accessibility finding in ${lang}, ${theme}`, async () => {
      const { page } = await stage.open({ lang, theme });
      assert.deepEqual(await axeFindings(page), []);
    });
  }

  for (const size of SIZES) {
    test(`nothing overflows at ${size.width} px in ${lang}`, async () => {
      const { page } = await stage.open({ lang }, size);
      assert.equal(await overflowPixels(page), 0);
    });
  }
}
