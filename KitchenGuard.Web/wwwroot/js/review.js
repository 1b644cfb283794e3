// Correcting cell after cell: Enter saves, and the focus goes to the next cell that wants correcting. Everything works without it.
(() => {
  let at = -1;
  const cells = () => [...document.querySelectorAll('#issues [data-fix]')];
  document.addEventListener('htmx:config:request', e => {
    const form = e.detail.ctx.sourceElement;
    if (form?.matches?.('[data-fix-form]')) at = cells().findIndex(cell => form.contains(cell));
  });
  document.addEventListener('htmx:after:swap', e => {
    if (at < 0 || !e.detail.ctx.target?.matches?.('li.issue')) return;
    // A corrected cell is gone from the list, so the next one has taken its place; one that is still wrong keeps it.
    const next = cells()[at] ?? document.querySelector('#issues .more a, #review-bar .btn-primary');
    at = -1;
    next?.focus();
    next?.select?.();
  });
})();
