/* The page around us cannot hear our keys: we tell it when somebody wants to leave. Nothing else ever leaves the frame. */
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && window.parent !== window) {
    window.parent.postMessage('pokana:close', '*');
  }
});
