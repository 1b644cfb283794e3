// Before the first paint: the chosen theme, else the device's. Loaded without defer.
(() => {
  const chosen = (() => { try { return localStorage.getItem('theme'); } catch { return null; } })();
  const device = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    document.documentElement.dataset.bsTheme = chosen ?? (device.matches ? 'dark' : 'light');
  };
  if (!chosen) device.addEventListener('change', apply);
  apply();
})();
