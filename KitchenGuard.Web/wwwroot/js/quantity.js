// − and + beside a number, and what will be on hand afterwards. Only helps typing: the server reads and decides.
(() => {
  const mark = document.documentElement.dataset.decimal || '.';
  const read = text => {
    const t = text.trim();
    return t === '' ? 0 : /^-?\d*[.,]?\d*$/.test(t) && /\d/.test(t) ? Number(t.replace(',', '.')) : NaN;
  };
  const write = number => String(Math.round(number * 1e6) / 1e6).replace('.', mark);

  const refresh = form => {
    const field = form.querySelector('[name=quantity]');
    const unit = form.querySelector('[name=unit]:checked');
    const factor = Number(unit?.dataset.factor ?? 1);
    const shown = form.querySelector('[data-amount-unit]');
    if (unit && shown) shown.textContent = unit.dataset.label;

    const after = form.querySelector('[data-after]');
    if (!after) return;
    const quantity = read(field.value) * factor;
    const onHand = Number(form.dataset.onHand);
    const kind = form.querySelector('[name=kind]:checked')?.value;
    const result = kind === 'count' ? quantity : kind === 'receive' ? onHand + quantity : onHand - quantity;
    after.textContent = field.value.trim() === '' || Number.isNaN(result) ? ''
      : after.dataset.text.replace('{0}', write(result)).replace('{1}', form.dataset.unit);
    after.classList.toggle('below-zero', result < 0);
  };

  document.addEventListener('click', e => {
    const button = e.target.closest('[data-step]');
    const form = button?.closest('[data-quantity]');
    if (!form) return;
    const field = form.querySelector('[name=quantity]');
    const now = read(field.value);
    if (Number.isNaN(now)) return;
    field.value = write(Math.max(0, now + Number(button.dataset.step)));
    refresh(form);
  });
  for (const type of ['input', 'change']) {
    document.addEventListener(type, e => {
      const form = e.target.closest?.('[data-quantity]');
      if (!form) return;
      if (e.target.name === 'quantity') {
        e.target.removeAttribute('aria-invalid');
        form.querySelector('#quantity-error')?.replaceChildren();
      }
      refresh(form);
    });
  }
})();
