// File fields: drop onto the zone, check the size before sending, show how far the sending is. Plain posting works without it.
(() => {
  const zoneOf = e => e.target.closest?.('[data-dropzone]');
  for (const type of ['dragenter', 'dragover']) {
    document.addEventListener(type, e => {
      const zone = zoneOf(e);
      if (!zone) return;
      e.preventDefault();
      zone.classList.add('dropping');
    });
  }
  document.addEventListener('dragleave', e => {
    const zone = zoneOf(e);
    if (zone && !zone.contains(e.relatedTarget)) zone.classList.remove('dropping');
  });
  document.addEventListener('drop', e => {
    const zone = zoneOf(e);
    if (!zone) return;
    e.preventDefault();
    zone.classList.remove('dropping');
    const input = zone.querySelector('input[type=file]');
    if (e.dataTransfer.files.length === 0) return;
    input.files = e.dataTransfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

  document.addEventListener('change', e => {
    const input = e.target;
    if (!input.matches?.('[data-dropzone] input[type=file]')) return;
    const zone = input.closest('[data-dropzone]');
    const file = input.files[0];
    const tooLarge = file && file.size > Number(input.dataset.maxBytes || Infinity);
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
    zone.classList.toggle('chosen', Boolean(file) && !tooLarge);
    zone.querySelector('[data-file-name]').textContent = file ? file.name : '';
    if (tooLarge) input.reportValidity();
    else if (file && input.form.matches('[data-send-at-once]')) input.form.requestSubmit();
  }, true);

  // Sending the page's own form while a file is on its way would leave the page and lose the file: it waits for the file.
  let sending = 0;
  let waiting = null;
  document.addEventListener('submit', e => {
    if (sending === 0 || e.target.querySelector('progress[data-upload]')) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    waiting = { form: e.target, submitter: e.submitter };
    e.submitter?.setAttribute('aria-busy', 'true');
  }, true);
  const sent = () => {
    sending -= 1;
    if (sending > 0 || !waiting) return;
    const { form, submitter } = waiting;
    waiting = null;
    submitter?.removeAttribute('aria-busy');
    form.requestSubmit(submitter);
  };

  // htmx sends by fetch, which tells nothing about progress; XMLHttpRequest does.
  document.addEventListener('htmx:config:request', e => {
    const { ctx } = e.detail;
    const bar = ctx.sourceElement.querySelector?.('progress[data-upload]');
    if (!bar) return;
    ctx.fetch = (url, request) => new Promise((resolve, reject) => {
      const xhr = new XMLHttpRequest();
      xhr.open(request.method, url);
      for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
      xhr.upload.addEventListener('progress', p => {
        if (!p.lengthComputable) return;
        bar.hidden = false;
        bar.max = p.total;
        bar.value = p.loaded;
      });
      xhr.addEventListener('load', () => {
        const headers = new Headers();
        for (const line of xhr.getAllResponseHeaders().trim().split(/\r?\n/)) {
          const colon = line.indexOf(':');
          if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
        }
        resolve(new Response([204, 205, 304].includes(xhr.status) ? null : xhr.responseText, { status: xhr.status, headers }));
      });
      xhr.addEventListener('error', () => reject(new TypeError('No connection')));
      xhr.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
      sending += 1;
      xhr.addEventListener('loadend', () => { bar.hidden = true; sent(); });
      request.signal?.addEventListener('abort', () => xhr.abort());
      xhr.send(request.body);
    });
  });
})();
