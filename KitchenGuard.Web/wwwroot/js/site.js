// What every page needs on top of htmx. Everything listens on document, so swapped markup needs no wiring.
(() => {
  const csrf = document.querySelector('meta[name=csrf]');
  const sheet = document.getElementById('sheet');

  // Requests other than GET carry the antiforgery token.
  document.addEventListener('htmx:config:request', e => {
    const request = e.detail.ctx.request;
    if (request.method !== 'GET' && csrf) request.headers.RequestVerificationToken = csrf.content;
  });

  // Toasts: leave after their time, which stands still while they are pointed at or hold the focus.
  const toasts = document.getElementById('toasts');
  const dismiss = toast => {
    if (toast.contains(document.activeElement)) document.getElementById('main')?.focus({ preventScroll: true });
    toast.remove();
  };
  const time = toast => {
    if (toast.dataset.toast === 'stay' || toast.dataset.timed) return;
    toast.dataset.timed = 'yes';
    let left = Number(toast.dataset.toast) * 10;
    const clock = setInterval(() => {
      if (!toast.isConnected) clearInterval(clock);
      else if (!toast.matches(':hover, :focus-within') && --left <= 0) { clearInterval(clock); dismiss(toast); }
    }, 100);
  };
  const timeAll = () => toasts?.querySelectorAll('[data-toast]').forEach(time);
  const show = id => {
    const template = document.getElementById(id);
    if (!template || toasts.querySelector(`[data-from="${id}"]`)) return;
    const toast = template.content.firstElementChild.cloneNode(true);
    toast.dataset.from = id;
    toasts.append(toast);
  };
  // An open modal dialog makes the rest of the page inert, so toasts go where they can be seen and tapped.
  const placeToasts = () => {
    if (!toasts) return;
    const open = document.querySelector('dialog:modal');
    const home = open ?? document.body;
    if (toasts.parentElement !== home) home.append(toasts);
  };
  if (toasts) new MutationObserver(timeAll).observe(toasts, { childList: true });
  timeAll();

  document.addEventListener('htmx:response:error', e => {
    const { ctx } = e.detail;
    if (ctx.response.status === 422 || ctx.text?.includes('<hx-partial')) return;
    if (ctx.hx?.redirect || ctx.hx?.refresh) return;
    if (ctx.sourceElement?.matches('[hx-trigger^="every"]')) return;
    placeToasts();
    show('toast-failed');
  });
  document.addEventListener('htmx:error', e => {
    const { ctx } = e.detail;
    if (ctx?.response || ctx?.sourceElement?.matches('[hx-trigger^="every"]')) return;
    placeToasts();
    show('toast-offline');
  });

  // The bottom sheet opens when something was put into it and closes when its form was accepted.
  let opener = null;
  const openSheet = () => {
    if (sheet.open) return;
    const from = document.activeElement;
    opener = { row: from?.closest('[data-row]')?.id, href: from?.getAttribute('href') };
    toasts?.querySelectorAll('[data-toast="6"]').forEach(toast => toast.remove());
    sheet.showModal();
    placeToasts();
    const number = sheet.querySelector('input[inputmode=decimal]');
    if (matchMedia('(pointer: fine)').matches) number?.focus();
    else sheet.querySelector('[tabindex="-1"]')?.focus();
  };
  const closeSheet = () => { if (sheet?.open) sheet.close(); };
  document.addEventListener('htmx:after:swap', e => {
    const { ctx } = e.detail;
    const target = typeof ctx.target === 'string' ? document.querySelector(ctx.target) : ctx.target;
    if (sheet && target?.id === 'sheet-body' && ctx.response?.status < 400) openSheet();
    if (ctx.request.method === 'GET' || !(ctx.response?.status < 400)) return;
    if (sheet?.contains(ctx.sourceElement) && !ctx.sourceElement.closest('.toasts')) closeSheet();
    ctx.sourceElement?.closest?.('[data-toast]')?.remove();
  });
  sheet?.addEventListener('close', () => {
    placeToasts();
    document.getElementById('sheet-body').replaceChildren();
    // The row the sheet came from may have been replaced meanwhile: focus goes to what took its place.
    if (document.activeElement !== document.body || !opener?.row) return;
    const links = [...document.getElementById(opener.row)?.querySelectorAll('a') ?? []].filter(x => x.checkVisibility());
    (links.find(x => x.getAttribute('href') === opener.href) ?? links[0])?.focus();
  });

  // hx-confirm asks in our own dialog.
  document.addEventListener('htmx:confirm', e => {
    const { ctx, issueRequest, dropRequest } = e.detail;
    const dialog = document.getElementById('confirm');
    if (!ctx.confirm || !dialog) return;
    e.preventDefault();
    dialog.querySelector('#confirm-text').textContent = ctx.confirm;
    dialog.returnValue = 'no';
    dialog.addEventListener('close', () => (dialog.returnValue === 'yes' ? issueRequest() : dropRequest()), { once: true });
    dialog.showModal();
  });

  document.addEventListener('click', e => {
    const dismissed = e.target.closest('[data-dismiss]')?.dataset.dismiss;
    if (dismissed === 'toast') dismiss(e.target.closest('[data-toast]'));
    if (dismissed === 'sheet' || e.target === sheet) closeSheet();

    if (e.target.closest('[data-print]')) print();

    if (e.target.closest('[data-theme-toggle]')) {
      const root = document.documentElement;
      root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
      try { localStorage.setItem('theme', root.dataset.bsTheme); } catch { /* private window: for this page only */ }
      document.dispatchEvent(new CustomEvent('kg:theme'));
    }

    // A tap anywhere on a row opens what its link opens.
    const row = e.target.closest('[data-row]');
    if (row && !e.target.closest('a, button, input, select, textarea, label, summary') && !getSelection()?.toString()) {
      const link = row.querySelector('[data-row-link]');
      if (link?.checkVisibility()) { link.focus(); link.click(); }
    }

    document.querySelectorAll('details.menu[open]').forEach(menu => { if (!menu.contains(e.target)) menu.open = false; });
  });
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape') return;
    const menu = document.querySelector('details.menu[open]');
    if (menu) { menu.open = false; menu.querySelector('summary').focus(); }
  });

  // While several are being selected on a phone, a tap anywhere on a row checks it.
  document.addEventListener('click', e => {
    const box = e.target.closest('.selecting [data-row]')?.querySelector('[data-check]');
    if (!box || e.target === box || matchMedia('(min-width: 768px)').matches) return;
    e.preventDefault();
    e.stopPropagation();
    box.click();
  }, true);

  // Bulk: "check all" in the heading, and the bar that shows once something is checked.
  document.addEventListener('change', e => {
    if (e.target.matches('[data-check-all]')) {
      e.target.closest('table').querySelectorAll('[data-check]').forEach(x => { x.checked = e.target.checked; });
    }
    if (e.target.matches('[data-check-all], [data-check]')) {
      const count = document.querySelectorAll('[data-check]:checked').length;
      document.querySelectorAll('[data-bulk]').forEach(bar => { bar.hidden = count === 0; });
      document.querySelectorAll('[data-bulk-count]').forEach(x => { x.textContent = count; });
    }
    // Selects that send their form at once (only where there is a submit button for those without JavaScript).
    if (e.target.matches('[data-autosubmit]')) e.target.form.requestSubmit();
  });

  if ('serviceWorker' in navigator && (location.protocol === 'https:' || location.hostname === 'localhost')) {
    navigator.serviceWorker.register('/sw.js').catch(() => { /* the product works without it */ });
  }
})();
