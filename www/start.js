// Loads the application, whose files the script element names, and says so, in four languages, when the browser
// cannot run it.
//
// A site that is built has its module in two parts. The first is all that the page needs until somebody touches it; the
// rest is fetched when somebody does, when the address asks for more than the first view, or after a while. Every
// function of the rest has a stub in the first part, which calls `bringRest` when the rest has no place yet.

const { js, wasm, rest } = document.getElementById('start').dataset;

/** Parameters of the address that the first view has everything for. */
const OF_FIRST_VIEW = ['lang', 'theme'];
/** A page that nobody touches fetches the rest after this long: sooner or later something rare happens in it. */
const UNTOUCHED_MILLIS = 12_000;
const TOUCHES = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin', 'dragover'];

/** The rest, compiled, once it is here. */
let module;
let coming;

/** Fetches the rest and its styles; what does not come is asked for again with the next touch, or when it is needed. */
function fetchRest() {
  coming ??= Promise.all([WebAssembly.compileStreaming(fetch(rest)), ...laterStyles()]).then(
    ([compiled]) => {
      module = compiled;
      for (const touch of TOUCHES) removeEventListener(touch, fetchRest, true);
    },
    () => { coming = undefined; },
  );
  return coming;
}

/** Style sheets that have their place in the document, but nothing in the first view wears them. */
function laterStyles() {
  return Array.from(document.querySelectorAll('link[data-href]'), (link) => new Promise((loaded) => {
    link.onload = loaded;
    // The page is plainer without, and that is all.
    link.onerror = loaded;
    link.href = link.dataset.href;
    delete link.dataset.href;
  }));
}

/** A function of the rest is called before the rest has its place: it gets it now. */
globalThis.bringRest = (first) => {
  try {
    laterStyles();
    module ??= new WebAssembly.Module(readNow(rest));
    new WebAssembly.Instance(module, { '': first });
  } catch (error) {
    document.getElementById('lost').hidden = false;
    throw error;
  }
  first['-came'].value = 1;
};

/** The bytes of a file, even if everything else has to wait for them. */
function readNow(file) {
  const request = new XMLHttpRequest();
  request.open('GET', file, false);
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send();
  if (request.status !== 200) throw new Error(`${file}: status ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff);
}

try {
  const asked = [...new URLSearchParams(location.search).keys()];
  const asksMore = asked.some((name) => !OF_FIRST_VIEW.includes(name));
  const [{ default: init }] = await Promise.all([import(js), rest && asksMore && fetchRest()]);
  await init({ module_or_path: wasm });
  dispatchEvent(new CustomEvent('TrunkApplicationStarted'));
  if (rest && !asksMore) {
    for (const touch of TOUCHES) addEventListener(touch, fetchRest, { capture: true, passive: true });
    setTimeout(fetchRest, UNTOUCHED_MILLIS);
  }
} catch (error) {
  const message = document.getElementById('cannot');
  if (!message) throw error;
  message.hidden = false;
  console.error(error);
}
