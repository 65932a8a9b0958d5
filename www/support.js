// Says so, in four languages, when the browser cannot run the page at all.
if (typeof WebAssembly !== 'object') {
  document.getElementById('cannot').hidden = false;
}
