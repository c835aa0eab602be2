// Runs inside the engine's PDF viewer. Keys that scroll stay here; all others are the page's, before the viewer sees them.
(() => {
  const scrolling = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " ", "Tab"]);

  window.addEventListener(
    "keydown",
    (event) => {
      const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
      if (scrolling.has(key) && !ctrlKey && !altKey && !metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const pressed = { key, code, ctrlKey, altKey, shiftKey, metaKey, bubbles: true, cancelable: true };
      window.webkit.messageHandlers.viewerKeys.postMessage(JSON.stringify(pressed));
    },
    { capture: true },
  );
})();
