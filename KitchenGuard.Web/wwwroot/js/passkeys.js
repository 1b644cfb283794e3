// Passkeys: the browser answers what the server asks, and the answer travels in a form like any other. Without script, or where the browser knows no
// passkeys, the forms stay hidden: there are other ways on each page.
(() => {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
  document.querySelectorAll('[data-passkey-form]').forEach(form => { form.hidden = false; });

  const ask = async (button, form) => {
    const answer = await fetch(button.dataset.passkeyOptions, {
      method: 'POST', headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
    });
    // The session or the proof is over: the page that asks for it comes first.
    if (answer.redirected) return location.assign(answer.url);
    const options = await answer.json();
    const credential = button.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    form.querySelector('[data-passkey-answer]').value = JSON.stringify(credential);
    form.submit();
  };

  document.addEventListener('click', e => {
    const button = e.target.closest('[data-passkey]');
    if (!button) return;
    const failed = button.form.querySelector('[data-passkey-failed]');
    failed.hidden = true;
    ask(button, button.form).catch(() => { failed.hidden = false; });
  });
})();
