// Asks before leaving a form marked data-guard with something typed in it.
export function unsavedGuard(root) {
  for (const form of root.querySelectorAll('form[data-guard]')) {
    let changed = false;
    form.addEventListener('input', () => { changed = true; });
    form.addEventListener('submit', () => { changed = false; });
    window.addEventListener('beforeunload', event => { if (changed) event.preventDefault(); });
  }
}
