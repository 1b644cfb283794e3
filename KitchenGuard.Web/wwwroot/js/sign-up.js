// Sign-up: how good the password is while it is typed, and the browser's own time zone as the first guess. Nothing depends on it.
(() => {
  document.addEventListener('input', e => {
    const field = e.target;
    if (!field.matches?.('[data-strength]')) return;
    const note = document.querySelector(`[data-strength-for="${field.id}"]`);
    const text = field.value;
    note.hidden = text.length === 0;
    const missing = 10 - text.length;
    const different = new Set(text.toLowerCase()).size;
    const words = text.trim().split(/[\s\-_.]+/).length;
    const score = missing > 0 || different < 5 ? 0 : text.length >= 16 && different >= 8 || words >= 3 && text.length >= 14 ? 3 : text.length >= 12 && different >= 7 ? 2 : 1;
    note.dataset.score = score;
    note.textContent = missing > 0 ? note.dataset.short.replace('{0}', missing) : [note.dataset.weak, note.dataset.fair, note.dataset.fair, note.dataset.strong][score];
  });

  const zones = document.querySelector('select[data-browser-zone="yes"]');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zones && [...zones.options].some(option => option.value === zone)) zones.value = zone;
})();
