// Loads the application, whose files the script element names, and says so, in four languages, when the browser
// cannot run it.

const { js, wasm } = document.getElementById('start').dataset;

try {
  const { default: init } = await import(js);
  await init({ module_or_path: wasm });
  dispatchEvent(new CustomEvent('TrunkApplicationStarted'));
} catch (error) {
  const message = document.getElementById('cannot');
  if (!message) throw error;
  message.hidden = false;
  console.error(error);
}
