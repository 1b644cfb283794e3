// On a shared device: back to the names after two minutes in which nobody touched it. The session ends by itself at the same time.
(() => {
  if (!document.body.classList.contains('shared-device')) return;
  const idle = 2 * 60 * 1000;
  let timer;
  const wait = () => { clearTimeout(timer); timer = setTimeout(() => location.assign('/device'), idle); };
  for (const touch of ['pointerdown', 'keydown']) document.addEventListener(touch, wait, { passive: true });
  wait();
})();
